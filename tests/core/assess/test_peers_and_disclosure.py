"""A value among its peers; cells about too few people; other offices' labels."""

from __future__ import annotations

import math
from statistics import NormalDist

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from suunta.core.assess.disclosure import suppress
from suunta.core.assess.intervals import wilson
from suunta.core.assess.labels import eurostat_progress, statcan_progress
from suunta.core.assess.peers import funnel_limits, quantile_group, rank


def columns(answer):
    return [column.tolist() for column in answer]


def test_ties_share_the_best_rank():
    ranks, best, worst = columns(rank([3, 1, 2, 2], True))
    assert (ranks, best, worst) == ([1, 4, 2, 2], [1, 4, 2, 2], [1, 4, 3, 3])


def test_where_lower_is_better_the_lowest_is_first():
    assert rank([3, 1, 2], False)[0].tolist() == [3, 1, 2]


def test_a_missing_value_takes_no_part():
    ranks, best, worst = rank([3, np.nan, 2], True)
    assert np.isnan([ranks[1], best[1], worst[1]]).all()
    assert worst[2] == 2


def test_the_rank_interval_counts_only_peers_that_are_wholly_better_or_worse():
    values, low, high = [10, 8, 7, 3], [9, 6, 5.5, 2], [11, 9.5, 8.5, 4]
    ranks, best, worst = columns(rank(values, True, low, high))
    assert ranks == [1, 2, 3, 4]
    assert best == [1, 1, 2, 4]
    assert worst == [2, 3, 3, 4]


def test_funnel_limits_are_where_the_value_stops_differing_from_the_average():
    z = NormalDist().inv_cdf(0.975)
    low, high = funnel_limits(0.2, 400)
    assert (low, high) == pytest.approx((0.2 - z * 0.02, 0.2 + z * 0.02))
    assert wilson(400 * high, 400)[0] == pytest.approx(0.2)
    assert wilson(400 * low, 400)[1] == pytest.approx(0.2)


def test_funnel_limits_stay_proportions_and_narrow_with_size():
    low, high = funnel_limits(0.05, [10, 1000], 0.998)
    assert low[0] == 0
    assert high[0] > high[1] > 0.05


# PHEindicatormethods phe_quantile(nquantiles=5): floor(6 - ceiling((11 - rank) / (10 / 5)))
def test_ten_areas_fall_into_five_groups_of_two_the_best_first():
    assert quantile_group(range(10), 5, True).tolist() == [5, 5, 4, 4, 3, 3, 2, 2, 1, 1]
    assert quantile_group([1, np.nan, 2, 3], 3, False)[[0, 2, 3]].tolist() == [1, 2, 3]


def test_fewer_areas_than_groups_make_no_groups():
    assert np.isnan(quantile_group([1, 2], 3, True)).all()


def test_small_cells_are_hidden_and_without_a_total_nothing_else():
    assert suppress([0, 1, 4, 5, 80]).tolist() == [False, True, True, False, False]


def test_next_to_a_total_a_single_hidden_cell_takes_the_next_smallest_along():
    assert suppress([3, 10, 20], 33).tolist() == [True, True, False]


def test_hidden_cells_together_hold_at_least_the_threshold():
    assert suppress([1, 2, 50, 60], 113).tolist() == [True, True, True, False]
    assert suppress([2, 3, 50], 55).tolist() == [True, True, False]


def test_a_cell_whose_complement_is_small_is_hidden_too():
    assert suppress([97], 100).tolist() == [True]
    assert suppress([97, 3], 100).tolist() == [True, True]


def test_the_threshold_of_the_source_counts():
    assert suppress([3, 10], threshold=3).tolist() == [False, False]


def test_rows_are_breakdowns_of_their_own():
    mask = suppress([[3, 10, 20], [10, 10, 13]], [33, 33])
    assert mask.tolist() == [[True, True, False], [False, False, False]]


@settings(max_examples=30, deadline=None)
@given(st.lists(st.integers(0, 40), min_size=1, max_size=7))
def test_nobody_can_work_out_a_hidden_cell_from_the_total(cells):
    mask, total = suppress(cells, sum(cells)), sum(cells)
    shown = [cell for cell, hidden in zip(cells, mask, strict=True) if not hidden]
    assert not any(0 < cell < 5 for cell in shown)
    others_left = any(cell > 0 for cell in shown)
    if mask.any() and others_left:
        assert mask.sum() >= 2
        assert total - sum(shown) >= 5


# (12/10)^(1/5) - 1 over (14/10)^(1/15) - 1
def test_both_offices_compare_actual_with_required_growth():
    ratio = (1.2 ** (1 / 5) - 1) / (1.4 ** (1 / 15) - 1)
    ours = eurostat_progress(10, 12, 2015, 2020, 14, 2030)
    assert ours == (pytest.approx(ratio), "significant_progress")
    theirs = statcan_progress(10, 12, 2015, 2020, 14, 2030)
    assert theirs == (pytest.approx(ratio), "substantial_progress")


@pytest.mark.parametrize(
    ("value", "eurostat", "statcan"),
    [
        (10.8, "moderate_progress", "moderate_progress"),
        (10.2, "insufficient_progress", "limited_progress"),
        (9.9, "movement_away", "deterioration"),
        (14.5, "significant_progress", "target_achieved"),
    ],
)
def test_the_labels_step_down_with_the_pace(value, eurostat, statcan):
    assert eurostat_progress(10, value, 2015, 2020, 14, 2030).code == eurostat
    assert statcan_progress(10, value, 2015, 2020, 14, 2030).code == statcan


def test_a_target_below_the_start_is_progress_downwards():
    assert eurostat_progress(10, 8, 2015, 2020, 5, 2030).code == "significant_progress"
    down = statcan_progress(10, 8, 2015, 2020, 5, 2030, higher_is_better=False)
    assert down.code == "substantial_progress"


def test_without_a_target_the_growth_a_year_decides():
    assert eurostat_progress(10, 10.8, 2015, 2020).code == "significant_progress"
    assert eurostat_progress(10, 10.8, 2015, 2020, higher_is_better=False).code == (
        "significant_movement_away"
    )
    assert statcan_progress(10, 10.3, 2015, 2020).code == "moderate_progress"


def test_growth_from_zero_or_over_zero_cannot_be_labelled():
    for start, value in ((0, 5), (-1, 5)):
        label = eurostat_progress(start, value, 2015, 2020, 14, 2030)
        assert math.isnan(label.value)
        assert label.code is None


@pytest.mark.parametrize(
    ("call", "name"),
    [
        (lambda: rank([1, 2], True, [1, 2], [0, 2]), "low"),
        (lambda: rank([1, 2], True, [1], [2, 2]), "low"),
        (lambda: rank([[1, 2]], True), "values"),
        (lambda: funnel_limits(1.2, 10), "average"),
        (lambda: funnel_limits(0.2, 0), "population"),
        (lambda: quantile_group([1, 2, 3], 1, True), "k"),
        (lambda: suppress([-1]), "cells"),
        (lambda: suppress([4, 9], 10), "total"),
        (lambda: suppress([4, 9], [20, 20]), "total"),
        (lambda: suppress([4], threshold=0), "threshold"),
        (lambda: eurostat_progress(1, 2, 2020, 2020), "year"),
        (lambda: statcan_progress(1, 2, 2019, 2020, 3, 2019), "target_year"),
    ],
)
def test_an_impossible_value_is_refused_by_name(call, name):
    with pytest.raises(ValueError, match=f"^{name} "):
        call()
