"""Small multiples: one small line a group, all on the same axis, so that they compare."""

from __future__ import annotations

import math

from suunta.reports.charts.comparing import Panel, Panels
from suunta.reports.charts.labels import Labels
from suunta.reports.charts.model import Point, Size
from suunta.reports.charts.scale import Scale, round_ticks, value_range
from suunta.reports.charts.svg import element, path, text
from suunta.reports.charts.whole import picture

HEIGHT = 176.0  # of one panel, its name and its periods
HEAD = 34.0
FOOT = 28.0
SIDE = 44.0  # numbers of the axis
GAP = 18.0


def draw_panels(chart: Panels, size: Size) -> str:
    """All panels as one SVG element, in rows of as many as the width holds."""
    across = min(4 if size.roomy else 2, len(chart.panels))
    width = (size.width - GAP * (across - 1)) / across
    rows = math.ceil(len(chart.panels) / across)
    values = [point.value for panel in chart.panels for point in panel.points]
    values += [point.value for point in chart.whole]
    if not values:
        return ""
    ticks = round_ticks(*value_range(values), 2)
    body = []
    for index, panel in enumerate(chart.panels):
        left = (index % across) * (width + GAP)
        top = (index // across) * HEIGHT
        body += _panel(chart, panel, (left, top, width), ticks, size)
    return picture(chart, size, rows * HEIGHT, body)


def _panel(
    chart: Panels, panel: Panel, box: tuple[float, float, float], ticks: list[float], size: Size
) -> list[str]:
    left, top, width = box
    times = [point.x for point in (*chart.whole, *panel.points)] + [gap.x for gap in panel.hidden]
    x = Scale(min(times), max(times), left + SIDE + 10, left + width - 26)
    y = Scale(ticks[0], ticks[-1], top + HEIGHT - FOOT, top + HEAD + 16)
    body = [text(left, top + 18, panel.name, "b")]
    for tick in ticks:
        level = y(tick)
        kind = "zero" if tick == 0 else "ax"
        body.append(path([(left + SIDE, level), (left + width - 8, level)], kind))
        body.append(text(left + SIDE - 6, level + size.font * 0.35, chart.tick(tick), "t2", "end"))
    if len(chart.whole) > 1:
        body.append(path([(x(point.x), y(point.value)) for point in chart.whole], "ref"))
    labels = Labels((left, top + HEAD, left + width, top + HEIGHT - FOOT + 4), size.font)
    body += _line(panel, x, y, labels)
    body += _hidden(chart, panel, x, y, labels)
    body += _ends(chart, panel, x, top)
    return body + labels.drawn


def _line(panel: Panel, x: Scale, y: Scale, labels: Labels) -> list[str]:
    places = [(x(point.x), y(point.value)) for point in panel.points]
    body = []
    gone = [gap.x for gap in panel.hidden]
    for start, end in zip(panel.points, panel.points[1:], strict=False):
        bridged = any(start.x < time < end.x for time in gone)
        ends = [(x(start.x), y(start.value)), (x(end.x), y(end.value))]
        body.append(path(ends, "gap" if bridged else "act"))
    for point, (px, py) in zip(panel.points, places, strict=True):
        body.append(element("circle", class_="hol" if point.hollow else "dot", cx=px, cy=py, r=4.0))
        labels.keep_clear(px, py, 5)
    if panel.points:
        _name(panel.points[-1], places[-1], labels)
    return body


def _name(point: Point, place: tuple[float, float], labels: Labels) -> None:
    x, y = place
    spots = [(x, y - 11, "middle"), (x, y + 20, "middle"), (x - 9, y - 9, "end")]
    labels.place(point.label, spots, "act-t halo")


def _hidden(chart: Panels, panel: Panel, x: Scale, y: Scale, labels: Labels) -> list[str]:
    body = []
    for gap in panel.hidden:
        place = x(gap.x)
        body.append(
            element("rect", class_="miss", x=place - 7, y=y.start - 26, width=14.0, height=26.0)
        )
    if panel.hidden:
        place = x(panel.hidden[-1].x)
        spots = [(place + 8, y.start - 32, "end"), (place, y.start - 32, "middle")]
        labels.place(chart.hidden_word, spots, "t2 halo", bold=False)
    return body


def _ends(chart: Panels, panel: Panel, x: Scale, top: float) -> list[str]:
    named = sorted(
        [(point.x, point.period) for point in panel.points]
        + [(gap.x, gap.period) for gap in panel.hidden]
    )
    return [
        text(x(time), top + HEIGHT - 8, words, "t2", "middle")
        for time, words in dict.fromkeys((named[0], named[-1]))
    ]
