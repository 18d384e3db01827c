"""Age-standardised rates."""

from __future__ import annotations

import math
from statistics import NormalDist

import numpy as np
import pytest

from suunta.core.assess.standardise import ESP2013, direct, indirect

COUNT = [float(i + 1) for i in range(19)]
POPULATION = [1000.0 + 10 * i for i in range(19)]


def byar(x):
    z = NormalDist().inv_cdf(0.975)
    low = x * (1 - 1 / (9 * x) - z / (3 * math.sqrt(x))) ** 3
    high = (x + 1) * (1 - 1 / (9 * (x + 1)) + z / (3 * math.sqrt(x + 1))) ** 3
    return low, high


def dobson(count, population, weights, per=100_000):
    total, weight = sum(count), sum(weights)
    rate = sum(w * o / n for w, o, n in zip(weights, count, population, strict=True)) / weight
    variance = (
        sum(w**2 * o / n**2 for w, o, n in zip(weights, count, population, strict=True)) / weight**2
    )
    low, high = byar(total)
    scale = math.sqrt(variance / total)
    return tuple(
        per * v for v in (rate, rate + scale * (low - total), rate + scale * (high - total))
    )


def test_the_standard_population_has_nineteen_bands_of_a_hundred_thousand():
    assert len(ESP2013) == 19
    assert sum(ESP2013) == 100_000


def test_the_direct_rate_agrees_with_dobsons_formula_written_out():
    assert direct(COUNT, POPULATION) == pytest.approx(dobson(COUNT, POPULATION, ESP2013), rel=1e-9)


def test_equal_rates_standardise_to_that_rate():
    value, low, high = direct([n / 100 for n in POPULATION], POPULATION)
    assert value == pytest.approx(1000)
    assert low < value < high


def test_with_weights_like_the_population_the_rate_is_the_crude_one_with_byars_interval():
    value, low, high = direct([4, 8], [1000, 3000], standard=[1, 3], per=1000)
    expected = tuple(end / 4 for end in byar(12))
    assert value == pytest.approx(3)
    assert (low, high) == pytest.approx(expected)


def test_below_ten_events_nothing_is_said():
    assert np.isnan(direct([0.0] * 18 + [9], POPULATION)).all()
    assert not np.isnan(direct([0.0] * 18 + [10], POPULATION)).any()


def test_a_missing_count_adds_nothing_while_its_people_still_weigh():
    with_zero = direct([0.0, *COUNT[1:]], POPULATION)
    assert direct([np.nan, *COUNT[1:]], POPULATION) == pytest.approx(with_zero)


def test_a_missing_population_gives_a_missing_rate():
    assert np.isnan(direct(COUNT, [np.nan, *POPULATION[1:]])).all()


def test_many_areas_are_standardised_at_once():
    value, low, _ = direct([COUNT, [2 * c for c in COUNT]], POPULATION)
    assert value.shape == low.shape == (2,)
    assert value[1] == pytest.approx(2 * value[0])


def test_the_indirect_ratio_is_observed_over_expected_with_byars_interval():
    expected = 100 * 5 / 1000 + 200 * 10 / 500
    value, low, high = indirect([3, 9], [100, 200], [5, 10], [1000, 500])
    ends = tuple(end / expected for end in byar(12))
    assert value == pytest.approx(12 / expected)
    assert (low, high) == pytest.approx(ends)
    assert indirect(12, [100, 200], [5, 10], [1000, 500], per=100)[0] == pytest.approx(100 * value)


def test_the_reference_standardised_by_itself_is_one():
    assert indirect(COUNT, POPULATION, COUNT, POPULATION)[0] == pytest.approx(1)


def test_nothing_expected_gives_no_ratio():
    assert np.isnan(indirect([0, 0], [100, 200], [0, 0], [1000, 500])).all()


@pytest.mark.parametrize(
    ("call", "name"),
    [
        (lambda: direct([1, 2], [10, 10]), "standard"),
        (lambda: direct([-1, 20], [10, 10], [1, 1]), "count"),
        (lambda: direct([1, 20], [0, 10], [1, 1]), "population"),
        (lambda: direct([1, 20], [10, 10], [1, -1]), "standard"),
        (lambda: direct([1, 20], [10, 10], [0, 0]), "standard"),
        (lambda: direct([1, 20], [10, 10, 10], [1, 1]), "population"),
        (lambda: direct([1, 20], [10, 10], [1, 1], per=0), "per"),
        (lambda: indirect([1], [10], [1], [0]), "reference_population"),
        (lambda: indirect([1], [10], [-1], [10]), "reference_count"),
        (lambda: indirect([1, 2, 3], [10, 10], [1, 1], [10, 10]), "count"),
    ],
)
def test_an_impossible_value_is_refused_by_name(call, name):
    with pytest.raises(ValueError, match=f"^{name} "):
        call()
