"""A funnel: shares against the number of people, and how far chance alone would carry them."""

from __future__ import annotations

from suunta.reports.charts.comparing import FunnelChart, Mark
from suunta.reports.charts.labels import Labels, text_width
from suunta.reports.charts.model import Size
from suunta.reports.charts.scale import Scale, round_ticks
from suunta.reports.charts.svg import element, path, text
from suunta.reports.charts.whole import picture

TOP = 20.0
FOOT = 48.0
STEPS = 40


def draw_funnel(chart: FunnelChart, size: Size) -> str:
    """The funnel as one SVG element; the town is named, and who stands outside."""
    shown = [mark for mark in chart.marks if mark.value is not None and mark.people]
    if not shown:
        return ""
    people = [mark.people or 0.0 for mark in shown]
    steps = _steps(min(people), max(people))
    limits = chart.limits(steps)
    x, y, ticks = _scales(chart, shown, limits, size)
    body = _frame(chart, x, y, ticks, size)
    for pairs, kind in zip(limits, ("lim", "lim2"), strict=True):
        body.append(path([(x(n), y(low)) for n, (low, _) in zip(steps, pairs, strict=True)], kind))
        body.append(path([(x(n), y(top)) for n, (_, top) in zip(steps, pairs, strict=True)], kind))
    labels = Labels((x.start, 4, size.width - 2, size.height - FOOT), size.font)
    body += _marks(shown, x, y, labels, all_named=size.roomy)
    return picture(chart, size, size.height, body + labels.drawn)


def _steps(least: float, most: float) -> list[float]:
    first, last = least * 0.7, most * 1.1
    return [first + (last - first) * step / STEPS for step in range(STEPS + 1)]


def _scales(
    chart: FunnelChart,
    shown: list[Mark],
    limits: list[list[tuple[float, float]]],
    size: Size,
) -> tuple[Scale, Scale, list[float]]:
    values = [mark.value or 0.0 for mark in shown]
    values += [end for pair in limits[-1] for end in pair]
    ticks = round_ticks(min(values), max(values), 5 if size.height > 300 else 3)
    left = max(text_width(chart.tick(tick), size.font) for tick in ticks) + 14
    people = [mark.people or 0.0 for mark in shown]
    x = Scale(min(people) * 0.7, max(people) * 1.1, left, size.width - 12)
    return x, Scale(ticks[0], ticks[-1], size.height - FOOT, TOP), ticks


def _frame(chart: FunnelChart, x: Scale, y: Scale, ticks: list[float], size: Size) -> list[str]:
    body = []
    for tick in ticks:
        level = y(tick)
        body.append(path([(x.start, level), (x.end, level)], "zero" if tick == 0 else "ax"))
        words = chart.tick(tick)
        body.append(text(x.start - 8, level + size.font * 0.35, words, "t2", "end"))
    for number in round_ticks(x.low, x.high, 4 if size.roomy else 3):
        if x.low <= number <= x.high:
            body.append(text(x(number), size.height - 28, _whole(number), "t2", "middle"))
    body.append(text((x.start + x.end) / 2, size.height - 8, chart.people_label, "t2", "middle"))
    level = y(chart.average)
    body.append(path([(x.start, level), (x.end, level)], "ref"))
    body.append(text(x.end, level - 6, chart.average_label, "t2 halo", "end"))
    return body


def _whole(number: float) -> str:
    return f"{number:,.0f}".replace(",", "\u00a0")


def _marks(shown: list[Mark], x: Scale, y: Scale, labels: Labels, *, all_named: bool) -> list[str]:
    body = []
    for mark in shown:
        labels.keep_clear(x(mark.people or 0.0), y(mark.value or 0.0), 6)
    for mark in sorted(shown, key=lambda mark: not mark.own):
        place = (x(mark.people or 0.0), y(mark.value or 0.0))
        kind = "dot" if mark.own else "peer"
        radius = 6.5 if mark.own else 5.0
        body.append(element("circle", class_=kind, cx=place[0], cy=place[1], r=radius))
        if mark.own or all_named:
            _name(mark, place, labels)
    # The town's own dot lies above those it meets.
    return list(reversed(body))


def _name(mark: Mark, place: tuple[float, float], labels: Labels) -> None:
    px, py = place
    words = f"{mark.name} {mark.label}" if mark.own else mark.name
    spots = [(px + 10, py + 5, "start"), (px - 10, py + 5, "end")]
    spots += [(px, py - 11, "middle"), (px, py + 21, "middle")]
    labels.place(words, spots, "act-t halo" if mark.own else "t2 halo", bold=mark.own)
