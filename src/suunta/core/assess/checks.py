"""The fields of a measure, read and checked, before anything is computed from them."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

from suunta.core.assess.levels import BASES, COMPARATORS, given_sign
from suunta.core.assess.model import MeasureInput, Target
from suunta.core.period import Period, parse_period
from suunta.core.series import Reading, finite_or_none, read_points

PER_YEAR = "per year"


@dataclass(frozen=True)
class Checked:
    """The fields of a measure, read."""

    measure: MeasureInput
    target: Target | None
    readings: tuple[Reading, ...]
    baseline: Reading | None
    baseline_value: float | None
    sign: float
    limits: tuple[float, float]


def check_measure(measure: MeasureInput) -> Checked:
    target = _checked_target(measure.target) if measure.target else None
    readings = read_points(measure.points)
    baseline, value = _read_baseline(measure)
    limits = _limits(measure)
    if measure.direction not in ("up", "down", None):
        raise ValueError(f"direction: {measure.direction!r} is not up, down or null")
    sign = given_sign(target, measure.direction)
    if baseline and target and target.deadline and target.per is None:
        last = parsed_period(target.deadline, "target.deadline").last
        if last < baseline.period.last:
            raise ValueError("target.deadline: is before the baseline's period")
    return Checked(measure, target, readings, baseline, value, sign, limits)


def _checked_target(target: Target) -> Target:
    if target.comparator not in COMPARATORS:
        raise ValueError(f"target.comparator: {target.comparator!r} is unknown")
    if target.basis is not None and target.basis not in BASES:
        raise ValueError(f"target.basis: {target.basis!r} is unknown")
    value = finite_or_none(target.value, "target.value")
    value_max = finite_or_none(target.value_max, "target.value_max")
    if value is not None and value_max is not None and value > value_max:
        raise ValueError("target.value_max: is below target.value")
    if target.deadline == PER_YEAR:
        target = replace(target, deadline=None, per="year")
    if target.per not in (None, "year"):
        raise ValueError(f"target.per: {target.per!r} is unknown, only year is")
    if target.deadline is not None:
        parsed_period(target.deadline, "target.deadline")
    if target.window_years is not None and target.window_years < 1:
        raise ValueError("target.window_years: must be 1 or more")
    if isinstance(target.of, float | int) and not 0 < target.of < math.inf:
        raise ValueError("target.of: must be above 0")
    if (value, value_max) == (target.value, target.value_max):
        return target
    return replace(target, value=value, value_max=value_max)


def _read_baseline(measure: MeasureInput) -> tuple[Reading | None, float | None]:
    """The baseline as a reading (None without a period) and its value."""
    point = measure.baseline
    if point is None or point.suppressed:
        return None, None
    if not point.period:
        return None, finite_or_none(point.value, "baseline.value")
    (reading,) = read_points([point], "baseline") if point else ()
    return (reading if reading.value is not None else None), reading.value


def _limits(measure: MeasureInput) -> tuple[float, float]:
    low = finite_or_none(measure.limits[0], "limits[0]")
    high = finite_or_none(measure.limits[1], "limits[1]")
    if low is not None and high is not None and low > high:
        raise ValueError("limits: the lowest value is above the highest")
    return (-math.inf if low is None else low), (math.inf if high is None else high)


def parsed_period(text: str, place: str) -> Period:
    try:
        return parse_period(text)
    except ValueError as error:
        raise ValueError(f"{place}: {error}") from error
