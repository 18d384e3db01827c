"""What goes into an assessment and what comes out of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from suunta.core.series import Point
from suunta.core.strategy import Direction

Trend = Literal["improving", "worsening", "no_clear_trend"]


@dataclass(frozen=True)
class Peer:
    """The same indicator's value in another area, for the same period as the newest value.

    area: name or code; value: in the measure's unit, None where missing; numerator, denominator:
    what it was computed from, where known (they give the rank its interval).
    """

    area: str
    value: float | None
    numerator: float | None = None
    denominator: float | None = None


@dataclass(frozen=True)
class Target:
    """What was promised.

    comparator: one of `core.strategy.Comparator`; value: the level, the change or the fraction,
    in the unit that `basis` says, None for direction only, a benchmark or an unfilled placeholder;
    value_max: the upper end of a range; basis: one of `core.strategy.Basis`, None means absolute;
    deadline: a period, judged at its last day; None where the document names none;
    per: "year" where every year is judged by itself; window_years: "on average over N years";
    path: interim targets, each in the same unit and basis as `value`, by their own deadline;
    of: M in "N of M", or the id of the measure of which this one is a share in per cent;
    peers: the other areas of a rank or top fraction;
    breaks: the first periods of new series, after which earlier values do not compare.
    """

    comparator: str
    value: float | None = None
    value_max: float | None = None
    basis: str | None = "absolute"
    deadline: str | None = None
    per: str | None = None
    window_years: int | None = None
    path: tuple[Point, ...] = ()
    of: float | str | None = None
    peers: tuple[Peer, ...] = ()
    breaks: tuple[str, ...] = ()


@dataclass(frozen=True)
class MeasureInput:
    """One measure to assess.

    points: the values known, in any order; target: None where the measure is only followed;
    direction: whether more or less is better, None: from the comparator; baseline: the starting
    value as the document gives it; limits: lowest and highest value that can exist (a percentage:
    0 and 100); today: the day the assessment is made for, None: no age and no deadline by calendar.
    """

    id: str
    points: tuple[Point, ...]
    target: Target | None = None
    direction: Direction | None = None
    baseline: Point | None = None
    limits: tuple[float | None, float | None] = (None, None)
    today: date | None = None


@dataclass(frozen=True)
class Assessment:
    """Where a measure stands. Numbers are in the unit in which the target is judged.

    status: a code of `core.scorecard.MEASURE_STATUSES`, or "error" where the input cannot be judged
    (then `note` names the field and every number is None); certain: met beyond the margin of error;
    value, value_period: the newest value no later than the deadline; target: the level G that the
    target comes to; forecast, low80, high80: at the deadline; p_reach: chance to reach the target,
    exact (show it in words or to the nearest ten per cent); trend: of the past, None for fewer than
    four values; required_pace, actual_pace: units a year; n: values taken part, at most 10;
    note: remarks that `notes.read_note` takes apart, or the error in words.
    """

    id: str
    status: str
    certain: bool = False
    value: float | None = None
    value_period: str | None = None
    target: float | None = None
    forecast: float | None = None
    low80: float | None = None
    high80: float | None = None
    p_reach: float | None = None
    trend: Trend | None = None
    required_pace: float | None = None
    actual_pace: float | None = None
    n: int = 0
    note: str | None = None
