"""Special targets that change the values before they are judged: each returns new readings."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction
from statistics import fmean, median

import numpy as np

from suunta.core.assess.levels import exact
from suunta.core.assess.model import Peer, Target
from suunta.core.assess.notes import Remark, remark
from suunta.core.assess.peers import rank
from suunta.core.assess.sampling import UNKNOWN, Margin, intervals95, margins
from suunta.core.period import Period, parse_period
from suunta.core.series import Reading, is_full_year, reporting_gap

# "A third" reaches us as 0.333 or 0.3333: the fractions that decimals cannot say.
ENDLESS = (Fraction(1, 3), Fraction(2, 3), Fraction(1, 6), Fraction(5, 6))
ENDLESS_WITHIN = 0.004


@dataclass(frozen=True)
class Judged:
    """Readings in the unit of the target, their margins of error, and what was done to them."""

    readings: tuple[Reading, ...]
    margins: tuple[Margin, ...]
    remarks: tuple[Remark, ...] = ()

    def only(self, indexes: Sequence[int]) -> Judged:
        """The readings at these places, with their margins."""
        return Judged(
            tuple(self.readings[index] for index in indexes),
            tuple(self.margins[index] for index in indexes),
            self.remarks,
        )


def as_given(readings: Sequence[Reading]) -> Judged:
    """The values as they are."""
    return Judged(tuple(readings), tuple(margins(readings)))


def full_years(judged: Judged, today: date | None) -> Judged:
    """Only whole years that have ended: each is judged by itself."""
    pairs = [
        (reading, margin)
        for reading, margin in zip(judged.readings, judged.margins, strict=True)
        if is_full_year(reading.period) and (today is None or reading.period.last <= today)
    ]
    years = tuple(reading for reading, _ in pairs)
    said = [reading for reading in years if _tells(reading)]
    remarks = (
        remark("each_year", period=str(said[-1].period)) if said else remark("no_full_year"),
    )
    return Judged(years, tuple(margin for _, margin in pairs), judged.remarks + remarks)


def rolling_means(judged: Judged, years: int) -> Judged:
    """Means over windows of so many years, one ending at each reading whose window is complete.

    A window is complete when it holds as many values as the years have periods; a suppressed value
    in it suppresses its mean. The variance is that of a mean of independent values.
    """
    need = max(1, round(years / _period_years(judged.readings)))
    means = [_mean(judged, end, years, need) for end in range(len(judged.readings))]
    complete = [pair for pair in means if pair is not None]
    newest = judged.readings[-1].time if judged.readings else math.nan
    have = len(_window(judged.readings, newest, years))
    remarks = (
        remark("mean_over_years", years=years, values=need)
        if complete
        else remark("window_incomplete", years=years, have=have, need=need),
    )
    return Judged(
        tuple(reading for reading, _ in complete),
        tuple(margin for _, margin in complete),
        judged.remarks + remarks,
    )


def shares_of(readings: Sequence[Reading], other: Sequence[Reading], other_id: str) -> Judged:
    """Each value in per cent of another measure's value for the same days.

    Periods that only one of them has, and zeros of the other, drop out; suppression of either
    suppresses the share. Nothing is known of its margin of error.
    """
    whole = {reading.period: reading for reading in other}
    shares = []
    for own in readings:
        theirs = whole.get(own.period)
        if theirs is None or not (_tells(own) and _tells(theirs)):
            continue
        if own.value is None or theirs.value is None:
            shares.append(Reading(own.period, None, suppressed=True))
        elif theirs.value != 0:
            shares.append(Reading(own.period, exact(100 * own.value / theirs.value)))
    remarks = [remark("share_unknown", measure=other_id)]
    if shares and shares[-1].value is not None:
        period = shares[-1].period
        own_value = next(r.value for r in readings if r.period == period)
        details = {"own": own_value or 0.0, "other": whole[period].value or 0.0}
        remarks = [remark("share_of", measure=other_id, **details)]
    return Judged(tuple(shares), (UNKNOWN,) * len(shares), tuple(remarks))


def place_among(
    judged: Judged, peers: Sequence[Peer], higher_is_better: bool
) -> tuple[Judged, int]:
    """The newest value's rank among its peers, and how many were ranked.

    The rank's interval (margins of error of all) is its margin where every margin is known.
    """
    newest = next(
        (i for i in reversed(range(len(judged.readings))) if judged.readings[i].value is not None),
        None,
    )
    known = [peer for peer in peers if peer.value is not None]
    if newest is None:
        return replace(judged, readings=(), margins=()), len(known) + 1
    own = judged.readings[newest]
    group = [own, *(Reading(own.period, p.value, p.numerator, p.denominator) for p in known)]
    low, high = intervals95(margins(group))
    sure = not np.isnan(low).any()
    values = [reading.value or 0.0 for reading in group]
    ranks, best, worst = rank(
        values,
        higher_is_better,
        low if sure else None,
        high if sure else None,
    )
    place, top, bottom = (float(column[0]) for column in (ranks, best, worst))
    margin = Margin(math.nan, low95=top, high95=bottom) if sure else UNKNOWN
    said = remark("rank", rank=place, of=len(group), best=top, worst=bottom)
    reading = Reading(own.period, place)
    return Judged((reading,), (margin,), (*judged.remarks, said)), len(group)


def places_within(fraction: float, ranked: int) -> int:
    """How many places the top fraction holds: 4 for a third of 12; at least 1.

    A value of 1 or more is a place already ("among the ten best").
    """
    if fraction >= 1:
        return int(fraction)
    near = (f for f in ENDLESS if abs(float(f) - fraction) < ENDLESS_WITHIN)
    share = next(near, Fraction(repr(fraction)))
    return max(1, math.floor(share * ranked))


def interim(
    target: Target, on: date | None
) -> tuple[float | None, str | None, list[tuple[Period, float]]]:
    """The interim target in force: the first whose deadline is after `on`, else the last.

    Returns: (value, deadline, the whole path in time order).
    Raises: ValueError naming the step of the path that has no value or no such period.
    """
    path = []
    for index, step in enumerate(target.path):
        try:
            period = parse_period(step.period)
        except ValueError as error:
            raise ValueError(f"target.path[{index}].period: {error}") from error
        if step.value is None:
            raise ValueError(f"target.path[{index}].value: missing")
        path.append((period, step.value))
    if target.deadline is not None and target.value is not None:
        final = parse_period(target.deadline)
        if all(period.last != final.last for period, _ in path):
            path.append((final, target.value))
    path.sort()
    ahead = [step for step in path if on is None or step[0].last > on]
    period, value = ahead[0] if ahead else path[-1]
    return value, str(period), path


def _tells(reading: Reading) -> bool:
    return reading.value is not None or reading.suppressed


def _period_years(readings: Sequence[Reading]) -> float:
    """Length of what a value covers; for single days (a stock at a date) the gap between them."""
    lengths = [reading.period.months for reading in readings] or [12.0]
    usual = median(lengths)
    if usual < 1:
        return reporting_gap(readings) or 1.0 if len(readings) > 1 else 1.0
    return usual / 12


def _window(readings: Sequence[Reading], end: float, years: int) -> list[int]:
    start = end - years + 1e-6
    return [
        i for i, reading in enumerate(readings) if start < reading.time <= end and _tells(reading)
    ]


def _mean(judged: Judged, end: int, years: int, need: int) -> tuple[Reading, Margin] | None:
    last = judged.readings[end]
    inside = _window(judged.readings, last.time, years)
    if not _tells(last) or len(inside) < need:
        return None
    values = [judged.readings[i].value for i in inside]
    if any(value is None for value in values):
        return Reading(last.period, None, suppressed=True), UNKNOWN
    mean = exact(fmean(value for value in values if value is not None))
    variance = sum(judged.margins[i].variance for i in inside) / len(inside) ** 2
    return Reading(last.period, mean), UNKNOWN if math.isnan(variance) else Margin(variance)
