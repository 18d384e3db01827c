"""The assessment kernel: m measures as dense arrays in, one column for every answer out.

Everything else calls it: pages, command line, bulk engines. One measure is the case m = 1. Pure:
numpy and scipy.special only, no clock. The rules are explained in docs/explanation/assessment.md.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

from suunta.core.assess.arrays import Bools, Floats
from suunta.core.assess.dense import Dense, compact, no_later_than
from suunta.core.assess.forecast import HalfTrend, chance_to_reach, half_trend, meets
from suunta.core.assess.inputs import Inputs, check_inputs
from suunta.core.assess.status import SAME_DAY, Standing, statuses, too_old
from suunta.core.assess.trend import Z95, name_trends


@dataclass(frozen=True)
class Columns:
    """The answers, each of shape (m,). NaN, or "" for trend, where there is none.

    Meaning and units as `model.Assessment`; value_time: the newest value's period end, a decimal
    year; direction: the d that was used; steps: how the forecast was made.
    """

    status: NDArray[np.str_]
    certain: Bools
    value: Floats
    value_time: Floats
    target: Floats
    forecast: Floats
    low80: Floats
    high80: Floats
    p_reach: Floats
    trend: NDArray[np.str_]
    required_pace: Floats
    actual_pace: Floats
    n: NDArray[np.int64]
    direction: Floats
    steps: HalfTrend

    def by_name(self) -> dict[str, NDArray[Any]]:
        """The answers by name, without the steps."""
        return {f.name: getattr(self, f.name) for f in fields(self) if f.name != "steps"}


def assess(
    times: ArrayLike,
    values: ArrayLike,
    targets: ArrayLike,
    deadlines: ArrayLike = np.nan,
    directions: ArrayLike = 1.0,
    *,
    far_targets: ArrayLike = np.nan,
    strict: ArrayLike = False,
    lows: ArrayLike = np.nan,
    highs: ArrayLike = np.nan,
    variances: ArrayLike = np.nan,
    low95: ArrayLike = np.nan,
    high95: ArrayLike = np.nan,
    today: ArrayLike = np.nan,
    deadline_starts: ArrayLike = np.nan,
    reporting_periods: ArrayLike = np.nan,
    newest_times: ArrayLike = np.nan,
    baseline_only: ArrayLike = False,
    suppressed: ArrayLike = False,
) -> Columns:
    """Assess m measures.

    Parameters: times, values: shape (m, 10), or (10,) for one measure; other widths work and the
    last ten values count; times are period ends in decimal years; NaN where there is no value,
    anywhere in a row. All others: shape (m,) or a scalar.
    targets: G, NaN for no target; deadlines: decimal years, NaN for none; directions: +1 higher is
    better, -1 lower is better, NaN unknown (then the trend has no name; a target needs one unless
    it is a range); far_targets: the upper end of a range whose lower end is the target, NaN for
    none; strict: only beyond G is the target met; lows, highs: natural limits, NaN for none;
    variances: sampling variance of each value, shape (m, 10), NaN where unknown; low95, high95:
    interval of the newest value, NaN: from its variance, and without one the value itself;
    today: decimal year, NaN: no age and no deadline by calendar; deadline_starts: start of the
    deadline's period, so that a value which ends within it can belong to it, NaN: only one that
    ends at the deadline; reporting_periods: years between values, NaN: the median gap;
    newest_times: end of the newest value of the whole series, NaN: the newest of `times`;
    baseline_only: the only value is the baseline (also one without a date); suppressed: the newest
    value is hidden, and with it everything computed from it.

    Returns: Columns.
    Raises: ValueError naming the argument for shapes that do not fit, infinite numbers, negative
    variances, reversed limits or ranges, and directions other than +1 and -1.
    Assumes: the values of a row are comparable (breaks cut off) and their times differ.
    Source: docs/explanation/assessment.md; status rules in `status`, the forecast in `forecast`.
    """
    given = check_inputs(
        times,
        values,
        variances,
        {
            "targets": targets,
            "far_targets": far_targets,
            "deadlines": deadlines,
            "deadline_starts": deadline_starts,
            "directions": directions,
            "lows": lows,
            "highs": highs,
            "low95": low95,
            "high95": high95,
            "today": today,
            "reporting_periods": reporting_periods,
            "newest_times": newest_times,
        },
        {"strict": strict, "baseline_only": baseline_only, "suppressed": suppressed},
    )
    with np.errstate(all="ignore"):
        return _answer(given)


def _answer(given: Inputs) -> Columns:
    known = ~(np.isnan(given.times) | np.isnan(given.values)) & ~given.suppressed[:, None]
    usable = known & no_later_than(given.times, given.deadlines)
    series = compact(given.times, given.values, given.variances, usable)
    time, value = series.newest()
    polarity = given.directions
    given = _face_the_range(given, value)
    steps = half_trend(
        series.first(),
        series.newest(),
        series.squares(),
        series.variances[:, -1],
        series.counts,
        np.where(given.deadlines - time > SAME_DAY, given.deadlines, np.nan),
        (given.lows, given.highs),
    )
    p_reach = chance_to_reach(steps, given.targets, given.far_targets, given.directions)
    met = _meets(value, given)
    low, high = _interval(series, given)
    status = statuses(_standing(given, series, known, met, steps, p_reach))
    return Columns(
        status=status,
        certain=(status == "met") & _meets(low, given) & _meets(high, given),
        value=value,
        value_time=time,
        target=given.targets,
        forecast=steps.forecast,
        low80=steps.low,
        high80=steps.high,
        p_reach=p_reach,
        trend=name_trends(series, _trend_signs(polarity, given, met)),
        required_pace=(given.targets - value) / steps.h,
        actual_pace=steps.b,
        n=series.counts.astype(np.int64),
        direction=given.directions,
        steps=steps,
    )


def _face_the_range(given: Inputs, value: Floats) -> Inputs:
    """Turn each range into the end that is nearest to the value, with d pointing into the range."""
    lower, upper = given.targets, given.far_targets
    ranged = ~np.isnan(upper)
    from_above = ranged & (np.abs(value - upper) < np.abs(value - lower))
    signs = np.where(ranged, np.where(from_above, -1.0, 1.0), given.directions)
    return given._replace(
        targets=np.where(from_above, upper, lower),
        far_targets=np.where(from_above, lower, upper),
        directions=signs,
    )


def _trend_signs(polarity: Floats, given: Inputs, met: Bools) -> Floats:
    """Which way is better; where nobody says, towards a range for a value outside it."""
    return np.where(np.isnan(polarity) & ~met, given.directions, polarity)


def _standing(
    given: Inputs, series: Dense, known: Bools, met: Bools, steps: HalfTrend, p_reach: Floats
) -> Standing:
    time = series.times[:, -1]
    come, there = _deadline(given, series)
    newest = np.where(known, given.times, -np.inf).max(axis=1, initial=-np.inf)
    newest = np.where(np.isnan(given.newest_times), newest, given.newest_times)
    periods = _reporting_periods(given, series)
    old = too_old(newest, periods, given.today)
    empty = np.isnan(time)
    return Standing(
        has_target=~np.isnan(given.targets),
        no_value=given.suppressed | (empty & np.isinf(newest) & ~given.baseline_only),
        waiting=given.baseline_only | empty | old | (come & ~there),
        met=met,
        deadline_come=come,
        counts=series.counts,
        has_deadline=~np.isnan(given.deadlines),
        p_reach=p_reach,
        forecast_meets=_meets(steps.forecast, given),
    )


def _deadline(given: Inputs, series: Dense) -> tuple[Bools, Bools]:
    """Whether the deadline has come, and whether the value that belongs to it is there."""
    time = series.times[:, -1]
    left = given.deadlines - time
    ends_there = np.abs(left) < SAME_DAY
    # A school-year or spring-survey value belongs to the deadline's year unless another value
    # can still be expected before the year is out.
    gap = _reporting_periods(given, series)
    within = (time > given.deadline_starts + SAME_DAY) & (left < gap - SAME_DAY)
    come = ends_there | (given.today >= given.deadlines - SAME_DAY)
    return come, ends_there | within


def _reporting_periods(given: Inputs, series: Dense) -> Floats:
    """As given; the median gap where nobody says, which takes a sort and so waits to be asked."""
    unknown = np.isnan(given.reporting_periods)
    if not unknown.any():
        return given.reporting_periods
    return np.where(unknown, series.gaps(), given.reporting_periods)


def _interval(series: Dense, given: Inputs) -> tuple[Floats, Floats]:
    """95 % interval of the newest value; the value itself where nothing is known of its margin."""
    value = series.values[:, -1]
    margin = Z95 * np.sqrt(np.nan_to_num(series.variances[:, -1]))
    low = np.where(np.isnan(given.low95), value - margin, given.low95)
    high = np.where(np.isnan(given.high95), value + margin, given.high95)
    return low, high


def _meets(values: Floats, given: Inputs) -> Bools:
    return meets(values, given.targets, given.far_targets, given.directions, given.strict)
