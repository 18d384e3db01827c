"""A measure's values over time: points as given, and readings in time order."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from statistics import median
from typing import NamedTuple

from suunta.core.period import Period, parse_period


@dataclass(frozen=True)
class Point:
    """One value of a series.

    period: as `core.period` reads it; value: in the measure's unit, None where it is missing
    (never zero); numerator, denominator: what the value was computed from, where the source says;
    suppressed: the source or Suunta hides the value because it concerns too few people.
    """

    period: str
    value: float | None
    numerator: float | None = None
    denominator: float | None = None
    suppressed: bool = False


class Reading(NamedTuple):
    """A point whose period has been read. `value` is None where missing or suppressed."""

    period: Period
    value: float | None
    numerator: float | None = None
    denominator: float | None = None
    suppressed: bool = False

    @property
    def time(self) -> float:
        """The end of the period, a decimal year."""
        return self.period.end


def read_points(points: Iterable[Point], place: str = "points") -> tuple[Reading, ...]:
    """Points in time order, with their periods read.

    Parameters: points, in any order; place: the field's name, for error messages.
    Returns: readings, oldest first. A suppressed point loses its value and counts.
    Raises: ValueError naming the field (`points[2].period`) for a period that is not understood,
    a number that is infinite, a value's denominator that is not above zero, and two
    points whose periods end on the same day.
    """
    readings = [_read(point, f"{place}[{index}]") for index, point in enumerate(points)]
    seen: dict[date, int] = {}
    for index, reading in enumerate(readings):
        other = seen.setdefault(reading.period.last, index)
        if other != index:
            raise ValueError(
                f"{place}[{index}].period: {reading.period} ends on the same day as "
                f"{place}[{other}].period {readings[other].period}; give one of them"
            )
    return tuple(sorted(readings, key=lambda reading: reading.period.last))


def reporting_gap(readings: Sequence[Reading]) -> float | None:
    """Median gap between readings in years; with a single one the length of its period.

    None without readings. Not bounded below: monthly values give 1/12.
    """
    if not readings:
        return None
    if len(readings) == 1:
        return readings[0].period.months / 12
    times = [reading.time for reading in readings]
    return median(later - earlier for earlier, later in pairwise(times))


def is_full_year(period: Period) -> bool:
    """Whether the period is twelve months long: a calendar year, a school year, four quarters."""
    return math.isclose(period.months, 12.0, abs_tol=1e-3)


def finite_or_none(value: float | None, place: str) -> float | None:
    """The number, None for NaN.

    Raises: ValueError naming the place where it is infinite.
    """
    if value is None or value != value:  # only NaN differs from itself
        return None
    if value in (math.inf, -math.inf):
        raise ValueError(f"{place}: must be a finite number")
    return float(value)


def _read(point: Point, place: str) -> Reading:
    try:
        period = parse_period(point.period)
    except ValueError as error:
        raise ValueError(f"{place}.period: {error}") from error
    value = finite_or_none(point.value, f"{place}.value")
    if point.suppressed or value is None:
        return Reading(period, None, suppressed=point.suppressed)
    numerator = finite_or_none(point.numerator, f"{place}.numerator")
    denominator = finite_or_none(point.denominator, f"{place}.denominator")
    if denominator is not None and denominator <= 0:
        raise ValueError(f"{place}.denominator: must be above zero")
    return Reading(period, value, numerator, denominator)
