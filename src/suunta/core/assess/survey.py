"""Estimates of a sample survey: weights, strata, finite populations."""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence

import numpy as np
from numpy.typing import ArrayLike
from scipy.special import stdtrit

from suunta.core.assess.arrays import Floats, floats, refuse, tail_of
from suunta.core.assess.intervals import wilson

Population = float | Mapping[Hashable, float]
Strata = Sequence[Hashable]
Result = tuple[np.float64, np.float64, np.float64]
MISSING = np.float64(np.nan)


def effective_n(weights: ArrayLike) -> np.float64:
    """Effective sample size (sum w)^2 / sum w^2: what unequal weights leave of n.

    Parameters: weights: shape (n,), 0 or more, any scale.
    Returns: from 1 to n; n for equal weights; NaN for NaN in, for none, and for all 0.
    Raises: ValueError naming weights. Source: Kish 1965, Survey Sampling, section 11.7.
    """
    w = _weights(weights)
    squares = (w * w).sum()
    return np.float64(w.sum() ** 2 / squares) if squares > 0 else MISSING


def weighted_mean(
    values: ArrayLike,
    weights: ArrayLike,
    population: Population | None = None,
    strata: Strata | None = None,
    confidence: float = 0.95,
) -> Result:
    """Weighted mean with its Student-t interval.

    Parameters: values: shape (n,); weights: shape (n,), 0 or more; population: people the sample
    was drawn from, at least n, or with strata a number for each stratum; None: endless; strata:
    shape (n,), the stratum of each answer, as it was sampled.
    Returns: (value, low, high) in the unit of the values; NaN for NaN in; the interval is NaN where
    a stratum holds a single answer. Degrees of freedom: answers minus strata.
    Raises: ValueError naming the argument that is impossible.
    Assumes: simple random sampling within strata. Source: Taylor linearisation, Cochran 1977,
    Sampling Techniques, ch. 6; as `svymean` of R's survey package.
    """
    y, w = _answers(values, weights)
    mean = _mean(y, w)
    error = standard_error(y, w, population, strata)
    groups = 1 if strata is None else len(set(strata))
    tail = tail_of(confidence)
    free = y.size - groups
    margin = np.float64(stdtrit(free, 1 - tail)) * error if free > 0 else MISSING
    return mean, mean - margin, mean + margin


def standard_error(
    values: ArrayLike,
    weights: ArrayLike,
    population: Population | None = None,
    strata: Strata | None = None,
) -> np.float64:
    """Standard error of the weighted mean; its square is the sampling variance of the kernel.

    Parameters, Raises, Source: as `weighted_mean`.
    Returns: in the unit of the values, NaN where it cannot be known.
    """
    y, w = _answers(values, weights)
    labels = list(strata) if strata is not None else [None] * y.size
    refuse(len(labels) != y.size, "strata", "must have one entry an answer")
    total = w.sum()
    if not total > 0:
        return MISSING
    residuals = w * (y - _mean(y, w)) / total
    variance = 0.0
    for stratum in dict.fromkeys(labels):
        inside = residuals[[label == stratum for label in labels]]
        variance += _variance(inside, _people(population, stratum, strata is not None))
    return np.float64(np.sqrt(variance))


def weighted_proportion(
    values: ArrayLike,
    weights: ArrayLike,
    population: float | None = None,
    confidence: float = 0.95,
) -> Result:
    """Weighted proportion with its Wilson interval at n* = n_eff / (1 - n/N).

    Parameters: values: shape (n,), 0 or 1 (or shares between); weights: shape (n,), 0 or more;
    population: N, people the sample was drawn from, at least n; None: endless.
    Returns: (value, low, high), proportions; NaN for NaN in and without weight. When everybody
    answered, the interval is the value.
    Raises: ValueError naming the argument that is impossible.
    Assumes: simple random sampling, weights unrelated to the answer. Source: Kish 1965;
    Korn and Graubard 1998 for intervals at an effective size.
    """
    y, w = _answers(values, weights)
    refuse((y < 0) | (y > 1), "values", "must be between 0 and 1")
    tail_of(confidence)
    p, size = _mean(y, w), effective_n(w)
    drawn = 0.0 if population is None else y.size / _at_least(float(population), y.size)
    if np.isnan(p) or np.isnan(size) or np.isnan(drawn):
        return MISSING, MISSING, MISSING
    if drawn == 1:
        return p, p, p
    star = size / (1 - drawn)
    low, high = wilson(min(p, 1.0) * star, star, confidence)
    return p, np.float64(low), np.float64(high)


def post_stratify(
    weights: ArrayLike, strata: Strata, population: Mapping[Hashable, float]
) -> Floats:
    """Weights scaled so that each stratum weighs as much as it has people.

    Parameters: weights: shape (n,), 0 or more; strata: shape (n,), the stratum of each answer;
    population: people of each stratum, 0 or more.
    Returns: shape (n,), weights whose sum in each stratum is its population; NaN where all weights
    of a stratum are 0.
    Raises: ValueError naming strata for a stratum without population, population where negative.
    Assumes: who answers within a stratum is like who does not. A stratum without answers is lost:
    merge it first. Source: Holt and Smith 1979, doi:10.2307/2344652.
    """
    w = _weights(weights)
    refuse(len(strata) != w.size, "strata", "must have one entry a weight")
    scaled = np.empty(w.size)
    for stratum in dict.fromkeys(strata):
        refuse(stratum not in population, "strata", f"holds {stratum!r}, population does not")
        refuse(population[stratum] < 0, "population", "must not be negative")
        inside = np.array([label == stratum for label in strata])
        total = w[inside].sum()
        scaled[inside] = w[inside] * (population[stratum] / total if total > 0 else np.nan)
    return scaled


def _mean(y: Floats, w: Floats) -> np.float64:
    total = w.sum()
    return np.float64((w * y).sum() / total) if total > 0 else MISSING


def _variance(residuals: Floats, people: float | None) -> float:
    n = residuals.size
    left = 1.0 if people is None else 1 - n / _at_least(people, n)
    if left == 0:
        return 0.0
    if n < 2:
        return float(np.nan)
    return float(left * n / (n - 1) * ((residuals - residuals.mean()) ** 2).sum())


def _people(population: Population | None, stratum: Hashable, stratified: bool) -> float | None:
    if population is None:
        return None
    if isinstance(population, Mapping):
        refuse(stratum not in population, "population", f"has no entry for stratum {stratum!r}")
        return float(population[stratum])
    refuse(stratified, "population", "must have a number for each stratum")
    return float(population)


def _at_least(people: float, n: int) -> float:
    refuse(people <= 0 or people < n, "population", "must not be smaller than the sample")
    return people


def _weights(weights: ArrayLike) -> Floats:
    w = np.atleast_1d(floats(weights, "weights"))
    refuse(w < 0, "weights", "must not be negative")
    return w


def _answers(values: ArrayLike, weights: ArrayLike) -> tuple[Floats, Floats]:
    y, w = np.atleast_1d(floats(values, "values")), _weights(weights)
    refuse(y.shape != w.shape or y.ndim != 1, "weights", "and values must be rows of one length")
    return y, w
