"""A sparkline of 92 x 26 for a table row; its numbers stand beside it in words."""

from __future__ import annotations

from suunta.reports.charts.model import Point
from suunta.reports.charts.scale import Scale
from suunta.reports.charts.svg import element, path

WIDTH, HEIGHT = 92.0, 26.0


def draw_spark(points: tuple[Point, ...]) -> str:
    """The line and its last dot; empty below two points, where there is no direction to see."""
    if len(points) < 2:
        return ""
    values = [point.value for point in points]
    x = Scale(points[0].x, points[-1].x, 5, WIDTH - 5)
    y = Scale(min(values), max(values), HEIGHT - 5, 5)
    places = [(x(point.x), y(point.value)) for point in points]
    last = element("circle", class_="dot", cx=places[-1][0], cy=places[-1][1], r=3.2)
    return element(
        "svg",
        path(places, "act"),
        last,
        class_="ch spark",
        viewBox=f"0 0 {WIDTH:.0f} {HEIGHT:.0f}",
        aria_hidden="true",
        focusable="false",
    )
