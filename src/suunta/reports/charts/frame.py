"""The frame of a line chart: axes, ticks and the room for labels beside the plot."""

from __future__ import annotations

from dataclasses import dataclass

from suunta.reports.charts.labels import text_width
from suunta.reports.charts.model import Chart, Size
from suunta.reports.charts.scale import Scale, round_ticks, value_range
from suunta.reports.charts.svg import path, text

TOP = 26.0
FOOT = 34.0


@dataclass(frozen=True)
class Frame:
    """Scales and ticks of a line chart."""

    x: Scale
    y: Scale
    ticks: tuple[float, ...]
    left: float
    right: float


def shown_values(chart: Chart) -> list[float]:
    """Every value that the drawing must hold."""
    values = [point.value for point in chart.points]
    if chart.target:
        values.append(chart.target.value)
        if chart.target.value_max is not None:
            values.append(chart.target.value_max)
    if chart.baseline:
        values.append(chart.baseline.value)
    if chart.forecast:
        values += [chart.forecast.low, chart.forecast.high]
    return values


def shown_times(chart: Chart) -> list[float]:
    """Every time that the drawing must hold."""
    times = [point.x for point in chart.points]
    if chart.target:
        times += [chart.target.start, chart.target.end]
    if chart.baseline:
        times.append(chart.baseline.x)
    if chart.forecast:
        times.append(chart.forecast.x)
    return times


def side_labels(chart: Chart) -> list[str]:
    """The words to the right of a roomy plot."""
    labels = [chart.target.label] if chart.target else []
    if chart.forecast:
        labels += [chart.forecast.label, chart.forecast.low_label, chart.forecast.high_label]
    return labels


def frame(chart: Chart, size: Size) -> Frame:
    """Scales that hold everything shown, with round ticks."""
    low, high = value_range(shown_values(chart))
    count = 5 if size.height > 300 else 3
    ticks = tuple(round_ticks(low, high, count))
    left = max(text_width(chart.tick(tick), size.font) for tick in ticks) + 14
    beside = side_labels(chart) if size.roomy else []
    right = max([text_width(words, size.font, bold=True) + 14 for words in beside] + [16.0])
    times = shown_times(chart)
    pad = 18.0
    x = Scale(min(times), max(times), left + pad, size.width - right - (pad if not beside else 0))
    y = Scale(ticks[0], ticks[-1], size.height - FOOT, TOP)
    return Frame(x, y, ticks, left, size.width - right)


def axes(chart: Chart, size: Size, at: Frame) -> list[str]:
    """Hairlines with their numbers, and the periods below."""
    body = []
    for tick in at.ticks:
        y = at.y(tick)
        kind = "zero" if tick == 0 else "ax"
        body.append(path([(at.left, y), (at.right, y)], kind))
        body.append(text(at.left - 8, y + size.font * 0.35, chart.tick(tick), "t2", "end"))
    return body + period_row(chart, size, at)


def period_row(chart: Chart, size: Size, at: Frame) -> list[str]:
    """Names of periods below the axis; those that would touch the one before are left out."""
    named = [(point.x, point.period) for point in chart.points]
    named += [(gap.x, gap.period) for gap in chart.missing]
    if chart.baseline:
        named.append((chart.baseline.x, chart.baseline.period))
    ends = [(chart.forecast.x, chart.forecast.period)] if chart.forecast else []
    first_last = sorted(named)[:1] + sorted(named)[-1:] + ends
    taken: list[tuple[float, float]] = []
    body = []
    for time, words in [*first_last, *sorted(named, reverse=True)]:
        width = text_width(words, size.font)
        centre = min(max(at.x(time), width / 2), size.width - width / 2)
        box = (centre - width / 2 - 5, centre + width / 2 + 5)
        if words and not any(box[0] < other[1] and other[0] < box[1] for other in taken):
            taken.append(box)
            body.append(text(centre, size.height - 10, words, "t2", "middle"))
    return body
