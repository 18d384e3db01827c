"""Coverage by simulation: intervals hold the truth about as often as they say.

Each draws from a known law with a fixed seed. An exact interval may cover more than it says, never
less than the noise of the simulation explains; an approximate one must come close.
"""

from __future__ import annotations

import numpy as np
import pytest

from suunta.core.assess import intervals
from suunta.core.assess.kernel import assess
from suunta.core.assess.standardise import direct

DRAWS = 20_000
NOISE = 3 * np.sqrt(0.95 * 0.05 / DRAWS)


def covered(low, high, truth) -> float:
    return float(np.mean((low <= truth) & (truth <= high)))


@pytest.mark.parametrize(("n", "p"), [(20, 0.1), (60, 0.5), (400, 0.03)])
def test_clopper_pearson_never_covers_less_than_it_says(n, p):
    drawn = np.random.default_rng(2).binomial(n, p, DRAWS)
    assert covered(*intervals.clopper_pearson(drawn, n), p) >= 0.95 - NOISE


@pytest.mark.parametrize("mean", [1.5, 4.0, 9.0])
def test_exact_poisson_limits_never_cover_less_than_they_say(mean):
    drawn = np.random.default_rng(3).poisson(mean, DRAWS)
    assert covered(*intervals.poisson_exact(drawn), mean) >= 0.95 - NOISE


@pytest.mark.parametrize("mean", [15.0, 80.0, 900.0])
def test_byars_limits_cover_about_as_often_as_they_say(mean):
    drawn = np.random.default_rng(4).poisson(mean, DRAWS)
    assert covered(*intervals.byar(drawn), mean) == pytest.approx(0.95, abs=0.015)


@pytest.mark.parametrize("n", [3, 8, 30])
def test_the_interval_of_a_mean_covers_as_often_as_it_says(n):
    drawn = np.random.default_rng(5).normal(10, 4, (4_000, n))
    low, high = np.transpose([intervals.mean_t(row) for row in drawn])
    assert covered(low, high, 10) == pytest.approx(0.95, abs=0.012)


def test_newcombes_interval_covers_about_as_often_as_it_says():
    draw = np.random.default_rng(6)
    first, second = draw.binomial(80, 0.3, DRAWS), draw.binomial(120, 0.45, DRAWS)
    _, low, high = intervals.newcombe(first, 80, second, 120)
    assert covered(low, high, 0.3 - 0.45) == pytest.approx(0.95, abs=0.015)


def test_a_standardised_rate_covers_about_as_often_as_it_says():
    draw = np.random.default_rng(7)
    population = np.full(19, 2_000.0)
    rates = np.linspace(0.0005, 0.02, 19)
    truth = direct(rates * population, population)[0]
    drawn = [direct(draw.poisson(rates * population), population) for _ in range(2_000)]
    _, low, high = np.transpose(drawn)
    assert covered(low, high, truth) == pytest.approx(0.95, abs=0.02)


@pytest.mark.parametrize("n", [3, 5, 10])
@pytest.mark.parametrize("ahead", [1, 4])
def test_the_band_of_the_forecast_covers_a_random_walk(n, ahead):
    """Four in five or a little more: the formula allows for a pace that the walk does not have."""
    steps = np.random.default_rng(8).normal(0, 1, (DRAWS, n + ahead - 1))
    walks = np.concatenate([np.zeros((DRAWS, 1)), steps.cumsum(axis=1)], axis=1)
    times = np.broadcast_to(np.arange(n, dtype=float), (DRAWS, n))
    answer = assess(times, walks[:, :n], np.nan, n - 1.0 + ahead)
    assert 0.79 <= covered(answer.low80, answer.high80, walks[:, -1]) <= 0.92
