"""The kernel against scipy.stats, and its promises against simulated series."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest
from scipy import stats

from suunta.core.assess import assess
from suunta.core.assess.trend import mann_kendall


@pytest.fixture(scope="module")
def walks():
    """500 random walks of 3 to 10 yearly values, and where each was three years later."""
    rng = np.random.default_rng(2023)
    whole = rng.normal(0.2, 1, (500, 13)).cumsum(axis=1)
    values = whole[:, :10].copy()
    lengths = rng.integers(3, 11, 500)
    values[np.arange(10)[None, :] < (10 - lengths)[:, None]] = np.nan
    return values, whole[:, 12]


def recomputed(values, target, h):
    """One row in plain Python with scipy.stats.t."""
    y = [float(v) for v in values if not np.isnan(v)]
    span = len(y) - 1
    f = y[-1] + 0.5 * (y[-1] - y[0]) / span * h
    s2 = sum((b - a) ** 2 for a, b in pairwise(y)) / span
    se = (s2 * h * (1 + h / span)) ** 0.5
    t = stats.t(len(y) - 1)
    return f, f - t.ppf(0.9) * se, f + t.ppf(0.9) * se, t.cdf((f - target) / se)


def test_band_and_chance_agree_with_scipy_stats(walks):
    values, _ = walks
    times = np.broadcast_to(np.arange(2014.0, 2024.0), values.shape)
    targets = np.full(len(values), 3.0)
    answer = assess(times, values, targets, 2026.0)
    ours = np.column_stack([answer.forecast, answer.low80, answer.high80, answer.p_reach])
    theirs = [recomputed(row, 3.0, 3.0) for row in values]
    np.testing.assert_allclose(ours, theirs, rtol=1e-10)


def test_the_band_covers_pure_random_walks_at_least_eight_times_in_ten(walks):
    """It is a little wide for them: real series drift and break, and it covers .78 to .80 there."""
    values, later = walks
    times = np.broadcast_to(np.arange(2014.0, 2024.0), values.shape)
    answer = assess(times, values, np.zeros(len(values)), 2026.0)
    covered = np.mean((answer.low80 <= later) & (later <= answer.high80))
    assert 0.80 <= covered <= 0.92


def test_the_chance_is_honest_on_random_walks(walks):
    values, later = walks
    times = np.broadcast_to(np.arange(2014.0, 2024.0), values.shape)
    targets = values[:, -1] + np.linspace(-2, 3, len(values))
    chance = assess(times, values, targets, 2026.0).p_reach
    for low, high in ((0.0, 0.25), (0.25, 0.5), (0.5, 1.0)):
        inside = (chance >= low) & (chance < high)
        assert np.mean(later[inside] >= targets[inside]) == pytest.approx(
            np.mean(chance[inside]), abs=0.12
        )


def test_mann_kendall_without_ties_agrees_with_kendalls_exact_test():
    rng = np.random.default_rng(5)
    for n in (4, 7, 10, 25):
        values = rng.permutation(n)
        exact = stats.kendalltau(range(n), values, method="exact").pvalue
        assert mann_kendall(values)[1] == pytest.approx(exact, rel=1e-12)
