"""A dot plot: one row an area, its value with the interval; the order tells of no merit."""

from __future__ import annotations

from suunta.reports.charts.comparing import Dots, Mark
from suunta.reports.charts.labels import text_width
from suunta.reports.charts.model import Size
from suunta.reports.charts.scale import Scale, round_ticks
from suunta.reports.charts.svg import element, path, text
from suunta.reports.charts.whole import picture

FOOT = 26.0


def draw_dots(chart: Dots, size: Size) -> str:
    """The dot plot as one SVG element; in a narrow drawing the name stands above its line."""
    values = [
        value
        for mark in chart.marks
        for value in (mark.value, mark.low, mark.high)
        if value is not None
    ]
    if not values:
        return ""
    ticks = round_ticks(min(values), max(values), 5 if size.roomy else 3)
    row = 32.0 if size.roomy else 50.0
    left = _names(chart, size) if size.roomy else 12.0
    right = max(text_width(_said(mark), size.font, bold=True) for mark in chart.marks) + 16
    x = Scale(ticks[0], ticks[-1], left + 12, size.width - (right if size.roomy else 16))
    height = row * len(chart.marks) + FOOT + 8
    body = _axis(chart, ticks, x, height, size)
    for index, mark in enumerate(chart.marks):
        body += _row(mark, x, index * row, row, size)
    return picture(chart, size, height, body)


def _names(chart: Dots, size: Size) -> float:
    return max(text_width(mark.name, size.font, bold=True) for mark in chart.marks) + 8


def _said(mark: Mark) -> str:
    return f"{mark.label} ({mark.when})" if mark.when else mark.label


def _axis(chart: Dots, ticks: list[float], x: Scale, height: float, size: Size) -> list[str]:
    body = []
    for tick in ticks:
        place = x(tick)
        body.append(path([(place, 4), (place, height - FOOT)], "zero" if tick == 0 else "ax"))
        body.append(text(place, height - 8, chart.tick(tick), "t2", "middle"))
    return body


def _row(mark: Mark, x: Scale, top: float, row: float, size: Size) -> list[str]:
    middle = top + row - 14
    level = middle + size.font * 0.35
    weight = "b" if mark.own else ""
    body = []
    if size.roomy:
        body.append(text(2, level, mark.name, weight))
    else:
        body.append(text(2, top + 19, mark.name, weight))
        body.append(text(size.width - 2, top + 19, _said(mark), weight or "t2", "end"))
    if mark.value is None:
        return [*body, *([text(x.start, level, mark.label, "t2")] if size.roomy else [])]
    if mark.low is not None and mark.high is not None:
        body.append(path([(x(mark.low), middle), (x(mark.high), middle)], _line(mark)))
    radius = 6.0 if mark.own else 4.5
    body.append(element("circle", class_=_dot(mark), cx=x(mark.value), cy=middle, r=radius))
    if size.roomy:
        body.append(text(size.width - 2, level, _said(mark), weight or "t2", "end"))
    return body


def _dot(mark: Mark) -> str:
    return "dot" if mark.own else "peer"


def _line(mark: Mark) -> str:
    return "int" if mark.own else "pint"
