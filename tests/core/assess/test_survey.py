"""Estimates of a sample survey."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from suunta.core.assess.intervals import wilson
from suunta.core.assess.survey import (
    effective_n,
    post_stratify,
    standard_error,
    weighted_mean,
    weighted_proportion,
)

VALUES = [4, 5, 3, 2, 5, 4, 1, 3, 4, 5]
WEIGHTS = [1, 1, 2, 2, 1, 1, 3, 3, 1, 1]
STRATA = list("aaaabbbbbb")


def test_effective_size_is_kishs():
    assert effective_n(WEIGHTS) == pytest.approx(16**2 / 32)
    assert effective_n([2, 2, 2]) == pytest.approx(3)


# samplics 0.6: e = TaylorEstimator(PopParam.mean); e.estimate(y=VALUES, samp_weight=WEIGHTS)
# -> point_est, lower_ci, upper_ci
def test_the_weighted_mean_agrees_with_taylor_linearisation():
    expected = (3.0625, 1.9397980687944336, 4.185201931205566)
    assert weighted_mean(VALUES, WEIGHTS) == pytest.approx(expected, rel=1e-10)


# samplics: e.estimate(y=VALUES, samp_weight=WEIGHTS, fpc=1 - 10/40).stderror
def test_a_finite_population_narrows_the_interval():
    assert standard_error(VALUES, WEIGHTS, 40) == pytest.approx(0.42980585491203666, rel=1e-10)


# samplics: e.estimate(y=..., samp_weight=..., stratum=STRATA, fpc={"a": 1 - 4/10, "b": 1 - 6/30})
def test_strata_are_taken_apart():
    expected = (3.0625, 2.014508913395071, 4.110491086604929)
    answer = weighted_mean(VALUES, WEIGHTS, {"a": 10, "b": 30}, STRATA)
    assert answer == pytest.approx(expected, rel=1e-10)


def test_equal_weights_give_the_plain_mean_and_its_standard_error():
    n, mean = len(VALUES), sum(VALUES) / len(VALUES)
    spread = math.sqrt(sum((v - mean) ** 2 for v in VALUES) / (n - 1) / n)
    assert weighted_mean(VALUES, [3] * n)[0] == pytest.approx(mean)
    assert standard_error(VALUES, [3] * n) == pytest.approx(spread)


def test_a_proportion_has_wilsons_interval_at_the_effective_size():
    answers, weights = [1, 0, 1, 1, 0], [1, 2, 1, 1, 1]
    size = (6**2 / 8) / (1 - 5 / 50)
    low, high = wilson(0.5 * size, size)
    assert weighted_proportion(answers, weights, 50) == pytest.approx((0.5, low, high))


def test_when_everybody_answered_the_proportion_is_known():
    assert weighted_proportion([1, 0, 1, 1], [1, 1, 1, 1], 4) == (0.75, 0.75, 0.75)


def test_post_stratified_weights_add_up_to_the_people_of_each_stratum():
    weights = post_stratify([1, 1, 2], ["f", "m", "m"], {"f": 60, "m": 30})
    assert weights.tolist() == pytest.approx([60, 10, 20])


def test_missing_answers_give_missing_estimates():
    assert np.isnan(effective_n([1, np.nan]))
    assert np.isnan(weighted_mean([1, np.nan], [1, 1])).all()
    assert np.isnan(weighted_proportion([1, np.nan], [1, 1])).all()
    assert np.isnan(weighted_proportion([1, 0], [0, 0])).all()


def test_without_weight_there_is_no_standard_error():
    assert np.isnan(standard_error([1, 2], [0, 0]))


def test_when_everybody_answered_the_mean_is_known():
    assert weighted_mean([1.0, 3.0], [1, 1], 2) == (2, 2, 2)


def test_a_single_answer_has_a_mean_and_no_interval():
    value, low, high = weighted_mean([3.0], [1.0])
    assert value == 3
    assert np.isnan([low, high]).all()


@pytest.mark.parametrize(
    ("call", "name"),
    [
        (lambda: effective_n([1, -1]), "weights"),
        (lambda: weighted_mean([1, 2], [1]), "weights"),
        (lambda: weighted_mean([1, 2], [1, 1], 1), "population"),
        (lambda: weighted_mean([1, 2], [1, 1], 9, ["a", "b"]), "population"),
        (lambda: weighted_mean([1, 2], [1, 1], {"a": 9}, ["a", "b"]), "population"),
        (lambda: weighted_mean([1, 2], [1, 1], None, ["a"]), "strata"),
        (lambda: weighted_proportion([1, 2], [1, 1]), "values"),
        (lambda: weighted_proportion([1, 0], [1, 1], 1), "population"),
        (lambda: post_stratify([1, 1], ["a"], {"a": 1}), "strata"),
        (lambda: post_stratify([1], ["b"], {"a": 1}), "strata"),
        (lambda: post_stratify([1], ["a"], {"a": -1}), "population"),
    ],
)
def test_an_impossible_value_is_refused_by_name(call, name):
    with pytest.raises(ValueError, match=f"^{name} "):
        call()


weighted = st.lists(st.tuples(st.integers(0, 1), st.integers(1, 9)), min_size=2, max_size=30)


@settings(max_examples=30, deadline=None)
@given(weighted, st.integers(2, 5))
def test_the_scale_of_the_weights_does_not_matter(answers, scale):
    values, weights = zip(*answers, strict=True)
    scaled = weighted_proportion(values, [scale * w for w in weights])
    assert scaled == pytest.approx(weighted_proportion(values, weights), abs=1e-12)


@settings(max_examples=30, deadline=None)
@given(weighted)
def test_a_proportion_lies_in_its_interval(answers):
    value, low, high = weighted_proportion(*zip(*answers, strict=True), 100)
    assert 0 <= low <= value <= high <= 1
