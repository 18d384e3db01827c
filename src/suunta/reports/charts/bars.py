"""Bars from zero: what happened in each period, such as homes completed in a year."""

from __future__ import annotations

from suunta.reports.charts.labels import Labels, text_width
from suunta.reports.charts.model import Chart, Missing, Point, Size
from suunta.reports.charts.scale import Scale
from suunta.reports.charts.svg import drawing, element, path, text

TOP = 30.0
FOOT = 34.0
NAME_ROW = 16.0


def draw_bars(chart: Chart, size: Size) -> str:
    """The bar chart as one SVG element; a missing period keeps its place."""
    slots: list[Point | Missing] = [*chart.points, *chart.missing]
    slots.sort(key=lambda slot: slot.x)
    values = [point.value for point in chart.points] + [0.0]
    if chart.target:
        values.append(chart.target.value)
    low, high = min(values), max(values)
    room = 24.0 if low < 0 else 0.0
    top = TOP if size.roomy or not chart.target else TOP + NAME_ROW
    y = Scale(low, high if high > low else low + 1, size.height - FOOT - room, top)
    side = _side(chart, size)
    step = (size.width - side - 16) / max(len(slots), 1)
    labels = Labels((2, 2, size.width - 2, size.height - FOOT + 2), size.font)
    body: list[str] = []
    zero = y(0)
    if chart.target:
        level = y(chart.target.value)
        labels.keep_line_clear((8, level), (size.width - side - 4, level))
    for index, slot in enumerate(slots):
        centre = 12 + step * (index + 0.5)
        body += _slot(slot, centre, min(step * 0.62, 64.0), y, size, labels, chart)
        if step >= text_width(slot.period, size.font) + 4 or index in (0, len(slots) - 1):
            body.append(text(centre, size.height - 10, slot.period, "t2", "middle"))
    body.append(path([(8, zero), (size.width - side - 4, zero)], "zero"))
    body += _target(chart, size, y, side)
    return drawing(chart, size, body + labels.drawn)


def _side(chart: Chart, size: Size) -> float:
    """The room to the right for the target's name, in a roomy drawing."""
    if not chart.target or not size.roomy:
        return 0.0
    return text_width(chart.target.label, size.font, bold=True) + 14


def _slot(
    slot: Point | Missing,
    centre: float,
    width: float,
    y: Scale,
    size: Size,
    labels: Labels,
    chart: Chart,
) -> list[str]:
    left = centre - width / 2
    zero = y(0)
    if isinstance(slot, Missing):
        labels.place(chart.missing_word, [(centre, zero - 44, "middle")], "t2", bold=False)
        return [element("rect", class_="miss", x=left, y=zero - 34, width=width, height=34)]
    end = y(slot.value)
    top, height = min(zero, end), max(abs(zero - end), 1.0)
    beside = end - 8 if slot.value >= 0 else end + size.font + 4
    labels.taken.append((left, top, left + width, top + height))
    spots = [(centre, beside + shift, "middle") for shift in (0, -14, -28, 14)]
    labels.place(slot.label, spots, "b")
    kind = "barlb" if slot.hollow else "bar"
    return [element("rect", class_=kind, x=left, y=top, width=width, height=height)]


def _target(chart: Chart, size: Size, y: Scale, side: float) -> list[str]:
    if not chart.target:
        return []
    level = y(chart.target.value)
    end = size.width - side - 4
    body = [path([(8, level), (end, level)], "tgt")]
    if size.roomy:
        body.append(text(end + 8, level + size.font * 0.35, chart.target.label, "b"))
        return body
    # A narrow drawing has no room beside the line: a row above the bars names it.
    width = text_width(chart.target.label, size.font)
    body.append(text(end, NAME_ROW, chart.target.label, "b", "end"))
    body.append(path([(end - width - 32, NAME_ROW - 5), (end - width - 8, NAME_ROW - 5)], "tgt"))
    return body
