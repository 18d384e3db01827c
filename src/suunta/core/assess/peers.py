"""A value among its peers: rank with an interval, funnel limits, quantile groups."""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike

from suunta.core.assess.arrays import (
    Estimate,
    Floats,
    floats,
    normal_quantile,
    refuse,
    scalar_or_array,
)


def rank(
    values: ArrayLike,
    higher_is_better: bool,
    low: ArrayLike | None = None,
    high: ArrayLike | None = None,
) -> tuple[Floats, Floats, Floats]:
    """Rank of each of m areas, with the best and the worst rank that its interval allows.

    Parameters: values: shape (m,), one an area, NaN where missing; higher_is_better; low, high:
    shape (m,), the 95 % interval of each value; None: the value itself.
    Returns: (rank, best, worst), each of shape (m,): rank = 1 + areas that are better, ties share
    the best; best = 1 + areas whose whole interval is better than the area's whole interval;
    worst = m - areas whose whole interval is worse. Missing values take no part: NaN, m is smaller.
    Raises: ValueError naming the argument that does not fit.
    Assumes: the intervals are of independent samples. Two intervals that overlap a little may still
    differ: the rank interval is cautious. Source: Goldstein and Spiegelhalter 1996,
    doi:10.2307/2983325.
    """
    y = np.atleast_1d(floats(values, "values"))
    refuse(y.ndim != 1, "values", "must be one row")
    lower = y if low is None else np.atleast_1d(floats(low, "low"))
    upper = y if high is None else np.atleast_1d(floats(high, "high"))
    refuse(lower.shape != y.shape, "low", "must have one entry an area")
    refuse(upper.shape != y.shape, "high", "must have one entry an area")
    refuse(lower > upper, "low", "must not be above high")
    if not higher_is_better:
        y, lower, upper = -y, -upper, -lower
    known = ~np.isnan(y)
    better = _above(y[known], y)
    certainly_better = _above(lower[known], upper)
    certainly_worse = _above(-upper[known], -lower)
    ranks = (1 + better, 1 + certainly_better, known.sum() - certainly_worse)
    rank_, best, worst = (np.where(known, column, np.nan) for column in ranks)
    return rank_, best, worst


def funnel_limits(
    average: ArrayLike, population: ArrayLike, confidence: float = 0.95
) -> tuple[Estimate, Estimate]:
    """Where a proportion lies by chance alone, for an area of this size.

    Parameters: average: the proportion of all areas together, 0 to 1; population: of the area,
    above 0; confidence: .95 and .998 draw the usual two funnels.
    Returns: (low, high), proportions within 0 and 1. A value is outside exactly when the average is
    outside the value's Wilson interval.
    Raises: ValueError naming the argument that is impossible.
    Assumes: one underlying proportion; areas differ more than that (overdispersion) as a rule, so
    read it with care. Source: Spiegelhalter 2005, doi:10.1002/sim.1970.
    """
    p, n = np.broadcast_arrays(floats(average, "average"), floats(population, "population"))
    refuse((p < 0) | (p > 1), "average", "must be between 0 and 1")
    refuse(n <= 0, "population", "must be above 0")
    margin = normal_quantile(confidence) * np.sqrt(p * (1 - p) / n)
    low, high = np.clip(p - margin, 0, 1), np.clip(p + margin, 0, 1)
    return scalar_or_array(low), scalar_or_array(high)


def quantile_group(values: ArrayLike, k: int, higher_is_better: bool) -> Floats:
    """Group of each area, 1 the best to k the worst, groups of equal size as far as they can be.

    Parameters: values: shape (m,), NaN where missing; k: number of groups, 2 or more;
    higher_is_better.
    Returns: shape (m,), 1 + floor(k (rank - 1) / m), ties share the better group; NaN for missing
    values, and for all where fewer than k areas have a value.
    Raises: ValueError naming the argument that is impossible.
    Source: the rule of PHEindicatormethods `phe_quantile`.
    """
    refuse(k < 2 or k != int(k), "k", "must be a whole number, 2 or more")
    ranks = rank(values, higher_is_better)[0]
    m = int((~np.isnan(ranks)).sum())
    if m < k:
        return np.full(ranks.shape, np.nan)
    return np.asarray(1 + np.floor(k * (ranks - 1) / m))


def _above(of: Floats, limits: Floats) -> Floats:
    """How many of `of` lie above each limit; NaN for a NaN limit."""
    ordered = np.sort(of[~np.isnan(of)])
    count = ordered.size - np.searchsorted(ordered, limits, side="right")
    return np.where(np.isnan(limits), np.nan, count)
