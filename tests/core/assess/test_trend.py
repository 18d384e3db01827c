"""Mann-Kendall exactly, its critical values, the Theil-Sen line."""

from __future__ import annotations

from itertools import permutations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from suunta.core.assess.trend import critical_s, mann_kendall, theil_sen


def s_of(values):
    n = len(values)
    return sum(
        (values[j] > values[i]) - (values[j] < values[i]) for i in range(n) for j in range(i + 1, n)
    )


@pytest.mark.parametrize(
    ("n", "s"), [(4, 6), (5, 8), (6, 11), (7, 13), (8, 16), (9, 18), (10, 21), (3, None), (1, None)]
)
def test_critical_values_at_ten_per_cent_are_those_of_the_design(n, s):
    assert critical_s(n) == s


# Kendall 1970, table 1: P(S >= 23 | n = 10) = .023, P(S >= 21) = .036; so two-sided 5 % needs 23.
def test_a_stricter_level_needs_more():
    assert critical_s(10, 0.05) == 23
    assert critical_s(4, 0.05) is None


@pytest.mark.parametrize("n", [4, 5, 6, 7])
def test_critical_values_agree_with_counting_every_order(n):
    scores = np.array([abs(s_of(order)) for order in permutations(range(n))])
    reached = [s for s in range(1, n * (n - 1) // 2 + 1) if np.mean(scores >= s) <= 0.10]
    possible = [s for s in reached if (scores == s).any()]
    assert critical_s(n) == (min(possible) if possible else None)


def test_critical_values_exist_for_long_series():
    # the normal approximation with continuity: 1.6449 * sqrt(40*39*85/18) + 1 = 142.2
    assert critical_s(40) == pytest.approx(142.2, abs=2)


# scipy.stats.kendalltau(range(6), values, method="exact").pvalue = 0.05555555555555555
def test_without_ties_p_agrees_with_scipy():
    s, p = mann_kendall([10, 12, 11, 15, 14, 30])
    assert (s, p) == (11, pytest.approx(0.05555555555555555, abs=1e-15))


@pytest.mark.parametrize(
    "values",
    [[1, 2, 2, 3, 5, 5, 4], [1, 1, 1, 2], [3, 3, 3, 3], [5, 4, 4, 2, 2, 1], [0, 0, 1, 0, 1]],
)
def test_with_ties_p_is_exact_over_all_orders(values):
    scores = [abs(s_of(order)) for order in permutations(values)]
    s, p = mann_kendall(values)
    assert s == s_of(values)
    assert p == pytest.approx(np.mean([score >= abs(s) for score in scores]), abs=1e-12)


def test_missing_values_give_missing_results():
    assert np.isnan(mann_kendall([1, np.nan, 3])).all()
    assert np.isnan(theil_sen([1, 2], [1, np.nan])).all()


def test_too_short_series_have_no_evidence_and_no_line():
    assert mann_kendall([4.0]) == (0, 1)
    assert np.isnan(theil_sen([2020.0], [4.0])).all()


# scipy.stats.theilslopes([10, 12, 11, 15, 14, 30], [2016, 2017, 2018, 2019, 2020, 2022])
def test_theil_sen_agrees_with_scipy():
    line = theil_sen([2016, 2017, 2018, 2019, 2020, 2022], [10, 12, 11, 15, 14, 30])
    assert line == pytest.approx((1.6666666666666667, -3351.166666666667), rel=1e-12)


@pytest.mark.parametrize(
    ("call", "name"),
    [
        (lambda: critical_s(0), "n"),
        (lambda: critical_s(4.5), "n"),
        (lambda: critical_s(5, 0), "alpha"),
        (lambda: mann_kendall([[1, 2], [3, 4]]), "values"),
        (lambda: theil_sen([1, 2, 3], [1, 2]), "times"),
    ],
)
def test_an_impossible_argument_is_refused_by_name(call, name):
    with pytest.raises(ValueError, match=f"^{name} "):
        call()


series = st.lists(st.integers(-20, 20), min_size=2, max_size=9)


@settings(max_examples=30, deadline=None)
@given(series)
def test_turning_a_series_round_turns_the_sign_and_keeps_p(values):
    s, p = mann_kendall(values)
    back_s, back_p = mann_kendall(values[::-1])
    assert (back_s, back_p) == (-s, p)
    assert 0 < p <= 1


@settings(max_examples=30, deadline=None)
@given(series, st.integers(1, 9), st.integers(-9, 9))
def test_theil_sen_follows_scale_and_shift(values, scale, shift):
    times = list(range(len(values)))
    slope, intercept = theil_sen(times, values)
    moved = theil_sen(times, [scale * value + shift for value in values])
    assert moved == pytest.approx((scale * slope, scale * intercept + shift), abs=1e-9)
