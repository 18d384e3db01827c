"""The shape of a forecast band between the newest figure and the deadline.

The kernel gives the band at the deadline. On the way there its half-width grows as
sqrt(h * (1 + h/span)), as in the half-trend forecast, and the middle runs straight.
"""

from __future__ import annotations

import math

from suunta.reports.charts.model import ForecastBand, Point

STEPS = 8


def half_width_share(h: float, horizon: float, span: float) -> float:
    """The band's half-width `h` years ahead as a share of the one at the horizon."""
    if horizon <= 0:
        return 1.0
    width = h * (1 + h / span) if span > 0 else h
    whole = horizon * (1 + horizon / span) if span > 0 else horizon
    return math.sqrt(width / whole)


def outline(last: Point, band: ForecastBand) -> list[tuple[float, float, float]]:
    """(x, low, high) from the newest figure to the deadline."""
    horizon = band.x - last.x
    places = []
    for step in range(STEPS + 1):
        h = horizon * step / STEPS
        middle = last.value + (band.middle - last.value) * step / STEPS
        share = half_width_share(h, horizon, band.span)
        low = middle - (band.middle - band.low) * share
        high = middle + (band.high - band.middle) * share
        places.append((last.x + h, low, high))
    return places
