"""Confidence intervals of proportions, counts, rates and means.

Every function takes scalars or arrays that broadcast together and returns numpy floats. NaN in
gives NaN out. Impossible values raise ValueError naming the argument. A census count (all 100
pupils) is treated as one draw from an underlying rate: no finite-population correction here.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike
from scipy.special import betaincinv, gammainccinv, gammaincinv, stdtrit

from suunta.core.assess.arrays import (
    Estimate,
    Floats,
    floats,
    normal_quantile,
    refuse,
    scalar_or_array,
    tail_of,
)

EXACT_BELOW = 10  # counts below this use the exact Poisson interval in `rate`


def wilson(x: ArrayLike, n: ArrayLike, confidence: float = 0.95) -> tuple[Estimate, Estimate]:
    """Wilson score interval of a proportion.

    Parameters: x: number with the property, 0 to n (effective sizes need not be whole); n: number
    asked, above 0; confidence: two-sided, between 0 and 1.
    Returns: (low, high), proportions from 0 to 1.
    Raises: ValueError naming x, n or confidence.
    Assumes: independent draws. Source: Wilson 1927, doi:10.2307/2276774; Newcombe 1998,
    doi:10.1002/(SICI)1097-0258(19980430)17:8<857::AID-SIM777>3.0.CO;2-E, method 3.
    """
    count, size = _proportion_arguments(x, n, "x", "n")
    z = normal_quantile(confidence)
    p = count / size
    centre = p + z * z / (2 * size)
    spread = z * np.sqrt(p * (1 - p) / size + z * z / (4 * size * size))
    scale = 1 + z * z / size
    # The ends are exactly 0 and 1 there; the formula leaves a rounding error.
    low = np.where(count == 0, 0.0 * size, np.maximum((centre - spread) / scale, 0.0))
    high = np.where(count == size, 1.0 + 0.0 * size, np.minimum((centre + spread) / scale, 1.0))
    return scalar_or_array(low), scalar_or_array(high)


def clopper_pearson(
    x: ArrayLike, n: ArrayLike, confidence: float = 0.95
) -> tuple[Estimate, Estimate]:
    """Clopper-Pearson ("exact") interval of a proportion; never narrower than asked for.

    Parameters, Returns, Raises: as `wilson`.
    Assumes: independent draws. Source: Clopper and Pearson 1934, doi:10.2307/2331986.
    """
    count, size = _proportion_arguments(x, n, "x", "n")
    tail = tail_of(confidence)
    inside = np.where((count > 0) & (count < size), count, np.nan)
    low = betaincinv(np.where(count == size, count, inside), size - count + 1, tail)
    high = betaincinv(
        np.where(count == 0, 1.0, inside + 1), size - np.where(count == 0, 0.0, count), 1 - tail
    )
    low = np.where(count == 0, 0.0 * size, low)
    high = np.where(count == size, 1.0 + 0.0 * size, high)
    return scalar_or_array(low), scalar_or_array(high)


def byar(x: ArrayLike, confidence: float = 0.95) -> tuple[Estimate, Estimate]:
    """Byar's approximate interval of a Poisson count.

    Parameters: x: count, 0 or more; confidence: two-sided, between 0 and 1.
    Returns: (low, high), counts. Accurate from about 10 on; the lower end of 0 is 0.
    Raises: ValueError naming x or confidence.
    Source: Breslow and Day 1987, Statistical Methods in Cancer Research II, p. 69 (IARC 82).
    """
    count = _count(x)
    z = normal_quantile(confidence)
    positive = np.where(count == 0, 1.0, count)
    low = positive * (1 - 1 / (9 * positive) - z / (3 * np.sqrt(positive))) ** 3
    more = count + 1
    high = more * (1 - 1 / (9 * more) + z / (3 * np.sqrt(more))) ** 3
    low = np.where(count == 0, 0.0, np.maximum(low, 0.0))
    return scalar_or_array(low), scalar_or_array(high)


def poisson_exact(x: ArrayLike, confidence: float = 0.95) -> tuple[Estimate, Estimate]:
    """Exact interval of a Poisson count.

    Parameters: x: count, 0 or more; confidence: two-sided, between 0 and 1.
    Returns: (low, high), counts; the lower end of 0 is 0.
    Raises: ValueError naming x or confidence.
    Source: Garwood 1936, doi:10.1093/biomet/28.3-4.437.
    """
    count = _count(x)
    tail = tail_of(confidence)
    low = np.where(count == 0, 0.0, gammaincinv(np.where(count == 0, 1.0, count), tail))
    return scalar_or_array(low), scalar_or_array(gammainccinv(count + 1, tail))


def rate(
    x: ArrayLike, n: ArrayLike, per: float = 100_000, confidence: float = 0.95
) -> tuple[Estimate, Estimate]:
    """Interval of a rate of events: Byar, below ten events exact Poisson.

    Parameters: x: events, 0 or more (may exceed n: one person can have several); n: population at
    risk or person-years, above 0; per: the M of "per M inhabitants", above 0.
    Returns: (low, high), events per `per`.
    Raises: ValueError naming x, n, per or confidence.
    Assumes: events independent of one another. Source: PHE Technical Guide, Confidence intervals
    (2018), section 4; `byar` and `poisson_exact`.
    """
    count, size = np.broadcast_arrays(_count(x), floats(n, "n"))
    refuse(size <= 0, "n", "must be above 0")
    refuse(not per > 0, "per", "must be above 0")
    limits = zip(byar(count, confidence), poisson_exact(count, confidence), strict=True)
    low, high = (np.where(count < EXACT_BELOW, exact, approx) for approx, exact in limits)
    return scalar_or_array(low / size * per), scalar_or_array(high / size * per)


def mean_t(values: ArrayLike, confidence: float = 0.95) -> tuple[Estimate, Estimate]:
    """Student-t interval of a mean.

    Parameters: values: shape (..., n), any unit; the last axis is averaged over.
    Returns: (low, high) of shape (...), in the unit of the values; NaN for fewer than two values.
    Raises: ValueError naming values or confidence.
    Assumes: independent values, roughly normal or many. Source: Student 1908, doi:10.2307/2331554.
    """
    y = np.atleast_1d(floats(values, "values"))
    tail = tail_of(confidence)
    n = y.shape[-1]
    if n < 2:
        missing = scalar_or_array(np.full(y.shape[:-1], np.nan))
        return missing, missing
    mean = y.mean(axis=-1)
    margin = stdtrit(n - 1, 1 - tail) * y.std(axis=-1, ddof=1) / np.sqrt(n)
    return scalar_or_array(mean - margin), scalar_or_array(mean + margin)


def newcombe(
    x1: ArrayLike, n1: ArrayLike, x2: ArrayLike, n2: ArrayLike, confidence: float = 0.95
) -> tuple[Estimate, Estimate, Estimate]:
    """Difference of two independent proportions, first minus second, with its interval.

    Parameters: x1, n1 and x2, n2: as x and n of `wilson`; confidence: two-sided.
    Returns: (difference, low, high), proportions from -1 to 1.
    Raises: ValueError naming x1, n1, x2, n2 or confidence.
    Assumes: two independent samples; the same people asked twice would need a paired method.
    Source: Newcombe 1998, doi:10.1002/(SICI)1097-0258(19980430)17:8<873::AID-SIM779>3.0.CO;2-I,
    method 10.
    """
    first, second = (
        np.asarray(x / n)
        for x, n in (
            _proportion_arguments(x1, n1, "x1", "n1"),
            _proportion_arguments(x2, n2, "x2", "n2"),
        )
    )
    low1, high1 = wilson(x1, n1, confidence)
    low2, high2 = wilson(x2, n2, confidence)
    difference = first - second
    low = difference - np.sqrt((first - low1) ** 2 + (high2 - second) ** 2)
    high = difference + np.sqrt((high1 - first) ** 2 + (second - low2) ** 2)
    return scalar_or_array(difference), scalar_or_array(low), scalar_or_array(high)


def _proportion_arguments(
    x: ArrayLike, n: ArrayLike, x_name: str, n_name: str
) -> tuple[Floats, Floats]:
    count, size = np.broadcast_arrays(floats(x, x_name), floats(n, n_name))
    refuse(size <= 0, n_name, "must be above 0")
    refuse(count < 0, x_name, "must not be negative")
    refuse(count > size, x_name, f"must not be above {n_name}")
    return count, size


def _count(x: ArrayLike) -> Floats:
    count = floats(x, "x")
    refuse(count < 0, "x", "must not be negative")
    return count
