"""Intervals: published tables, independent implementations, plain recomputation, properties."""

from __future__ import annotations

import math
from statistics import NormalDist

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from suunta.core.assess import intervals
from suunta.core.assess.intervals import (
    byar,
    clopper_pearson,
    mean_t,
    newcombe,
    poisson_exact,
    rate,
    wilson,
)


# statsmodels.stats.proportion.proportion_confint(x, n, method="wilson"); the first three also stand
# in Newcombe 1998 (SIM777) table I, method 3: .2553-.3662, .0624-.1605, 0-.1611.
@pytest.mark.parametrize(
    ("x", "n", "confidence", "low", "high"),
    [
        (81, 263, 0.95, 0.2552885198782742, 0.36620957698280004),
        (15, 148, 0.95, 0.06238639953073628, 0.16048724172330803),
        (0, 20, 0.95, 0.0, 0.1611251580528194),
        (20, 20, 0.95, 0.8388748419471804, 1.0),
        (90, 100, 0.95, 0.8256343384950865, 0.9447708629393249),
        (81, 263, 0.998, 0.22803574024200476, 0.40138942190936955),
    ],
)
def test_wilson_agrees_with_statsmodels_and_newcombes_table(x, n, confidence, low, high):
    assert wilson(x, n, confidence) == pytest.approx((low, high), abs=1e-12)


def test_wilson_agrees_with_the_formula_written_out():
    z = NormalDist().inv_cdf(0.975)
    p, n = 81 / 263, 263
    centre = (p + z**2 / (2 * n)) / (1 + z**2 / n)
    half = z * math.sqrt(p * (1 - p) / n + z**2 / (4 * n**2)) / (1 + z**2 / n)
    assert wilson(81, 263) == pytest.approx((centre - half, centre + half), rel=1e-12)


# statsmodels proportion_confint(x, n, method="beta")
@pytest.mark.parametrize(
    ("x", "n", "low", "high"),
    [
        (81, 263, 0.25273674558527126, 0.3676219226013514),
        (0, 20, 0.0, 0.16843347098308534),
        (20, 20, 0.8315665290169146, 1.0),
        (90, 100, 0.8237774022599773, 0.9509953107785141),
    ],
)
def test_clopper_pearson_agrees_with_statsmodels(x, n, low, high):
    assert clopper_pearson(x, n) == pytest.approx((low, high), abs=1e-12)


def test_clopper_pearson_leaves_half_the_error_on_each_side():
    low, high = clopper_pearson(7, 30)
    tail = sum(math.comb(30, k) * low**k * (1 - low) ** (30 - k) for k in range(7, 31))
    head = sum(math.comb(30, k) * high**k * (1 - high) ** (30 - k) for k in range(8))
    assert (tail, head) == pytest.approx((0.025, 0.025), abs=1e-9)


# statsmodels.stats.rates.confint_poisson(x, 1, method="exact-c")
@pytest.mark.parametrize(
    ("x", "low", "high"),
    [
        (0, 0.0, 3.6888794541139363),
        (3, 0.6186721228956014, 8.767273069742325),
        (9, 4.115373097378334, 17.08480345141917),
        (65, 50.16562772923427, 82.84783581587158),
    ],
)
def test_the_exact_poisson_interval_agrees_with_statsmodels(x, low, high):
    assert poisson_exact(x) == pytest.approx((low, high), rel=1e-10)


def test_byar_agrees_with_the_formula_written_out_and_lies_near_the_exact_interval():
    z = NormalDist().inv_cdf(0.975)
    low = 65 * (1 - 1 / (9 * 65) - z / (3 * math.sqrt(65))) ** 3
    high = 66 * (1 - 1 / (9 * 66) + z / (3 * math.sqrt(66))) ** 3
    assert byar(65) == pytest.approx((low, high), rel=1e-12)
    assert byar(65) == pytest.approx(poisson_exact(65), rel=1e-3)
    assert byar(0)[0] == 0.0


def test_a_rate_is_exact_below_ten_events_and_byars_from_ten():
    assert rate(9, 2000, 1000) == pytest.approx((4.115373097378334 / 2, 17.08480345141917 / 2))
    low, high = byar(10)
    assert rate(10, 2000, 1000) == pytest.approx((float(low) / 2, float(high) / 2))


# scipy.stats.t.interval(.95, 4, loc=mean, scale=sem) of 3, 4, 4.5, 5, 6
def test_the_mean_has_students_interval():
    assert mean_t([3, 4, 4.5, 5, 6]) == pytest.approx((3.1117774474011033, 5.888222552598897))


def test_the_mean_of_one_value_has_no_interval():
    assert all(np.isnan(end) for end in mean_t([3.0]))


# Newcombe 1998 (SIM779) table II, method 10, cases a, e and the last:
# statsmodels confint_proportions_2indep(..., method="newcomb", compare="diff", correction=False)
@pytest.mark.parametrize(
    ("counts", "low", "high"),
    [
        ((56, 70, 48, 80), 0.05243147240236498, 0.33387265403690614),
        ((9, 10, 3, 10), 0.1705227239345029, 0.809017973535488),
        ((10, 10, 0, 10), 0.6075093504305241, 1.0),
    ],
)
def test_newcombe_agrees_with_his_table(counts, low, high):
    x1, n1, x2, n2 = counts
    expected = (x1 / n1 - x2 / n2, low, high)
    assert newcombe(*counts) == pytest.approx(expected, abs=1e-12)


@pytest.mark.parametrize(
    ("call", "name"),
    [
        (lambda: wilson(11, 10), "x"),
        (lambda: wilson(-1, 10), "x"),
        (lambda: wilson(1, 0), "n"),
        (lambda: wilson(1, 2, 1.0), "confidence"),
        (lambda: clopper_pearson(3, 2), "x"),
        (lambda: byar(-1), "x"),
        (lambda: poisson_exact(-0.5), "x"),
        (lambda: rate(1, -5), "n"),
        (lambda: rate(1, 5, 0), "per"),
        (lambda: newcombe(1, 2, 5, 4), "x2"),
        (lambda: newcombe(1, 0, 1, 4), "n1"),
        (lambda: mean_t([1, 2], 0), "confidence"),
        (lambda: wilson(np.inf, 10), "x"),
        (lambda: wilson("a", 10), "x"),
    ],
)
def test_an_impossible_value_is_refused_by_name(call, name):
    with pytest.raises(ValueError, match=f"^{name} "):
        call()


@pytest.mark.parametrize("name", ["wilson", "clopper_pearson", "rate"])
def test_missing_counts_give_missing_intervals_without_an_error(name):
    low, high = getattr(intervals, name)([np.nan, 3, 3], [10, np.nan, 10])
    assert np.isnan(low).tolist() == [True, True, False]
    assert np.isnan(high).tolist() == [True, True, False]


def test_missing_values_pass_through_the_other_intervals():
    assert all(np.isnan(byar(np.nan)))
    assert all(np.isnan(poisson_exact(None)))
    assert all(np.isnan(newcombe(np.nan, 10, 1, 10)))
    assert all(np.isnan(mean_t([1, np.nan])))


def test_scalars_give_numpy_floats_and_arrays_give_arrays():
    assert all(isinstance(end, np.float64) for end in (*wilson(1, 2), *byar(3), *mean_t([1, 2])))
    assert wilson([1, 2], 5)[0].shape == (2,)
    assert mean_t([[1, 2, 3], [4, 5, 6]])[0].shape == (2,)


counts = st.integers(1, 500).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n)))


@settings(max_examples=30, deadline=None)
@given(counts, st.sampled_from([0.8, 0.95, 0.998]))
def test_every_interval_contains_its_estimate_and_stays_possible(xn, confidence):
    x, n = xn
    for low, high in (wilson(x, n, confidence), clopper_pearson(x, n, confidence)):
        assert 0 <= low <= x / n <= high <= 1
    for low, high in (byar(x, confidence), poisson_exact(x, confidence)):
        assert 0 <= low <= x <= high


@settings(max_examples=30, deadline=None)
@given(counts)
def test_more_confidence_gives_a_wider_interval(xn):
    narrow, wide = wilson(*xn, 0.8), wilson(*xn, 0.95)
    assert wide[0] <= narrow[0] <= narrow[1] <= wide[1]


@settings(max_examples=30, deadline=None)
@given(counts)
def test_counting_the_others_turns_the_interval_round(xn):
    x, n = xn
    low, high = wilson(x, n)
    assert wilson(n - x, n) == pytest.approx((1 - high, 1 - low), abs=1e-12)


def test_wilson_covers_about_as_often_as_it_says():
    drawn = np.random.default_rng(1).binomial(50, 0.3, 20_000)
    low, high = wilson(drawn, 50)
    assert np.mean((low <= 0.3) & (high >= 0.3)) == pytest.approx(0.95, abs=0.015)
