"""Trend of the past: Mann-Kendall, exact, and the Theil-Sen line.

A trend describes; it never drives the status.
"""

from __future__ import annotations

from fractions import Fraction
from functools import lru_cache
from itertools import accumulate
from math import factorial, prod

import numpy as np
from numpy.typing import ArrayLike, NDArray

from suunta.core.assess.arrays import Floats, floats, refuse
from suunta.core.assess.dense import WIDTH, Dense

Z95 = 1.96
FEWEST_FOR_TREND = 4
TREND_ALPHA = 0.10
TREND_NAMES = ("improving", "worsening", "no_clear_trend")


def mann_kendall(values: ArrayLike) -> tuple[np.float64, np.float64]:
    """Mann-Kendall test against "no trend", exact also with ties.

    Parameters: values: shape (n,), in time order, any unit.
    Returns: (s, p): rising minus falling pairs, and the two-sided probability, over all orders of
    these values, of an |S| at least as large. NaN in gives (NaN, NaN); fewer than two values give
    p = 1.
    Raises: ValueError naming `values` when it is not one row of finite numbers.
    Assumes: independent values; in autocorrelated series p is too small. n above 200 takes seconds.
    Source: Mann 1945, doi:10.2307/1907187; Kendall, Rank Correlation Methods (1970), ch. 4-5.
    """
    y = np.atleast_1d(floats(values, "values"))
    refuse(y.ndim != 1, "values", "must be one row")
    if np.isnan(y).any():
        return np.float64(np.nan), np.float64(np.nan)
    s = int(np.sign(y[None, :] - y[:, None])[np.triu_indices(y.size, k=1)].sum())
    groups = tuple(sorted(np.unique(y, return_counts=True)[1].tolist()))
    return np.float64(s), np.float64(_two_sided(groups, abs(s)))


def critical_s(n: int, alpha: float = TREND_ALPHA) -> int | None:
    """Smallest |S| that is significant for n values without ties.

    Parameters: n: number of values, 1 or more; alpha: two-sided level, between 0 and 1.
    Returns: the smallest possible s with P(|S| >= s) <= alpha, computed exactly over the n! orders;
    None where not even n values in perfect order reach it.
    Raises: ValueError naming the argument that is impossible.
    Source: Kendall, Rank Correlation Methods (1970), table 1.
    """
    refuse(n < 1 or n != int(n), "n", "must be a whole number above 0")
    refuse(not 0 < alpha < 1, "alpha", "must be between 0 and 1")
    return _critical_s(int(n), Fraction(repr(float(alpha))))


def theil_sen(times: ArrayLike, values: ArrayLike) -> tuple[np.float64, np.float64]:
    """The robust line through a series: median slope of all pairs.

    Parameters: times, values: shape (n,); times in decimal years, in any order.
    Returns: (slope, intercept): units a year, and median(values) - slope * median(times). NaN in,
    or no two different times, give (NaN, NaN).
    Raises: ValueError naming the argument that does not fit.
    Source: Sen 1968, doi:10.1080/01621459.1968.10480934.
    """
    t, y = np.atleast_1d(floats(times, "times")), np.atleast_1d(floats(values, "values"))
    refuse(t.ndim != 1 or t.shape != y.shape, "times", "and values must be rows of one length")
    first, second = np.triu_indices(t.size, k=1)
    gaps = t[second] - t[first]
    apart = gaps != 0
    if np.isnan(t).any() or np.isnan(y).any() or not apart.any():
        return np.float64(np.nan), np.float64(np.nan)
    slope = np.float64(np.median((y[second] - y[first])[apart] / gaps[apart]))
    return slope, np.float64(np.median(y) - slope * np.median(t))


def name_trends(series: Dense, signs: Floats) -> NDArray[np.str_]:
    """Trend of m dense series: improving, worsening, no_clear_trend, or "" below four values.

    Clear when |S| reaches the exact two-sided 10 % limit and, where both sampling variances are
    known, first and newest value differ by more than 1.96 standard errors. `signs`: +1 higher is
    better, -1 lower, NaN unknown: a clear trend then has no name ("").
    """
    clear = (np.abs(s := _dense_s(series)) >= _limits()[series.counts.astype(int)]) & _apart(series)
    better = s * signs
    names = np.select([~clear, better > 0, better < 0], ["no_clear_trend", *TREND_NAMES[:2]], "")
    return np.where(series.counts >= FEWEST_FOR_TREND, names, "")


def _dense_s(series: Dense) -> Floats:
    y = series.values
    total = np.zeros(len(y))
    for lag in range(1, y.shape[1]):
        total += np.nan_to_num(np.sign(y[:, lag:] - y[:, :-lag])).sum(axis=1)
    return total


def _apart(series: Dense) -> NDArray[np.bool_]:
    margin = Z95 * np.sqrt(series.first_variance() + series.variances[:, -1])
    change = np.abs(series.newest()[1] - series.first()[1])
    return np.asarray(np.isnan(margin) | (change > margin))


@lru_cache(maxsize=1)
def _limits() -> Floats:
    """Critical S by number of values, 0 to WIDTH; infinite where it cannot be reached."""
    limits = [np.inf, *(critical_s(n) or np.inf for n in range(1, WIDTH + 1))]
    return np.asarray(limits, dtype=np.float64)


@lru_cache(maxsize=256)
def _critical_s(n: int, alpha: Fraction) -> int | None:
    orders = factorial(n)
    pairs = n * (n - 1) // 2
    tail, critical = 0, None
    for inversions, count in enumerate(_inversions((1,) * n)):
        tail += count
        s = pairs - 2 * inversions
        if s <= 0 or 2 * tail > alpha * orders:
            break
        critical = s
    return critical


def _two_sided(groups: tuple[int, ...], s: int) -> float:
    """P(|S| >= s) over all orders of values with these tie groups."""
    if s == 0:
        return 1.0
    counts = _inversions(groups)
    pairs = len(counts) - 1
    tail = sum(counts[: (pairs - s) // 2 + 1])
    orders = factorial(sum(groups)) // prod(factorial(size) for size in groups)
    return float(Fraction(2 * tail, orders))


@lru_cache(maxsize=64)
def _inversions(groups: tuple[int, ...]) -> tuple[int, ...]:
    """How many orders of values with these tie groups have 0, 1, 2, ... falling pairs.

    The coefficients of the Gaussian multinomial: the product of (1 - q^i) for i = 1..n, divided by
    the same product for every group. Whole numbers, so nothing is rounded.
    """
    n = sum(groups)
    degree = (n * n - sum(size * size for size in groups)) // 2
    counts = [1] + [0] * degree
    below = [i for size in groups for i in range(1, size + 1)]
    for up, down in zip(range(1, n + 1), sorted(below), strict=True):
        if up == down:
            continue
        for power in range(degree, up - 1, -1):
            counts[power] -= counts[power - up]
        for start in range(down):
            counts[start::down] = accumulate(counts[start::down])
    return tuple(counts)
