"""The kernel: forecast, status by status, trend, and what must not change the answer."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from suunta.core.assess import assess
from suunta.core.assess.status import STATUSES

YEARS = [2020.0, 2021.0, 2022.0]


def one(values, target, deadline=np.nan, direction=1.0, times=None, **more):
    # yearly, the newest ends with 2021
    times = [2023.0 - len(values) + i for i in range(len(values))] if times is None else times
    return assess([times], [values], [target], [deadline], [direction], **more)


def status(*args, **more):
    return one(*args, **more).status[0]


# scipy.stats.t.ppf(.9, 3) = 1.6377443536962102; scipy.stats.t.cdf(x, 3) below
def test_the_forecast_agrees_with_the_formulas_written_out():
    answer = one([10.0, 12.0, 13.0, 15.0], 20.0, 2026.0)
    span, h = 3, 4
    b = (15 - 10) / span
    f = 15 + 0.5 * b * h
    se = math.sqrt((2**2 + 1**2 + 2**2) / span * h * (1 + h / span))
    assert answer.forecast[0] == pytest.approx(f)
    assert answer.low80[0] == pytest.approx(f - 1.6377443536962102 * se)
    assert answer.high80[0] == pytest.approx(f + 1.6377443536962102 * se)
    # scipy.stats.t.cdf((f - 20) / se, 3) = 0.3867103815139202
    assert answer.p_reach[0] == pytest.approx(0.3867103815139202)
    assert answer.actual_pace[0] == pytest.approx(b)
    assert answer.required_pace[0] == pytest.approx(5 / 4)


def test_with_two_degrees_of_freedom_the_chance_has_a_closed_form():
    answer = one([89.0, 90.5, 91.0], 95.0, 2025.0)
    x = (92.5 - 95) / math.sqrt(2.5 / 2 * 3 * (1 + 3 / 2))
    assert answer.p_reach[0] == pytest.approx(0.5 + x / (2 * math.sqrt(2 + x * x)))


def test_gaps_count_as_years_and_missing_values_as_nothing():
    sparse = assess([2018.0, 2020.0, 2023.0], [1.0, 2.0, 4.0], [9.0], [2025.0])
    padded = assess(
        [np.nan, 2018.0, 2019.0, 2020.0, 2023.0], [7.0, 1.0, np.nan, 2.0, 4.0], [9.0], [2025.0]
    )
    assert sparse.forecast[0] == pytest.approx(4 + 0.5 * 3 / 5 * 2)
    assert sparse.steps.s2[0] == pytest.approx((1 + 4) / 5)
    assert padded.p_reach[0] == sparse.p_reach[0]
    assert padded.n[0] == 3


def test_the_margin_of_error_of_the_newest_value_bounds_the_swing_from_below():
    still = one([90.0, 90.1, 90.0], 91.0, 2025.0, variances=[[9.0, 9.0, 9.0]])
    assert still.steps.s2[0] == pytest.approx(18)
    assert one([90.0, 90.1, 90.0], 91.0, 2025.0).steps.s2[0] == pytest.approx(0.01)


def test_forecast_and_band_stay_within_the_limits():
    answer = one([90.0, 96.0, 99.0], 100.0, 2026.0, lows=0, highs=100)
    assert answer.forecast[0] == answer.high80[0] == 100
    assert answer.p_reach[0] == pytest.approx(0.5)
    assert answer.status[0] == "on_track"


def test_only_the_last_ten_values_take_part():
    times, values = np.arange(2010.0, 2024.0), np.arange(14.0) ** 2
    answer = assess(times, values, [500.0], [2025.0])
    assert answer.n[0] == 10
    assert answer.steps.span[0] == 9


def test_values_after_the_deadline_do_not_count():
    answer = one([1.0, 2.0, 3.0, 99.0], 50.0, 2021.0)
    assert (answer.value[0], answer.value_time[0], answer.n[0]) == (3.0, 2021.0, 3)
    assert answer.status[0] == "missed"


def test_without_a_target_a_measure_is_followed_even_without_data():
    assert status([1.0, 2.0], np.nan) == "no_target"
    assert status([np.nan], np.nan) == "no_target"


def test_without_a_value_there_is_no_data():
    assert status([np.nan, np.nan], 5.0, 2025.0) == "no_data"


def test_a_suppressed_newest_value_hides_everything_computed_from_it():
    answer = one([1.0, 2.0, 3.0, 4.0], 9.0, 2025.0, suppressed=True)
    assert answer.status[0] == "no_data"
    assert answer.trend[0] == ""
    assert np.isnan([answer.value[0], answer.forecast[0], answer.p_reach[0]]).all()


def test_a_lone_baseline_awaits_even_where_it_meets_the_target():
    assert status([95.0], 90.0, 2025.0, baseline_only=True) == "awaiting"


@pytest.mark.parametrize(("today", "expected"), [(2024.0, "met"), (2024.01, "awaiting")])
def test_a_value_older_than_two_years_awaits(today, expected):
    assert status([95.0, 96.0], 90.0, 2030.0, today=today) == expected


def test_a_four_yearly_survey_is_old_after_eight_years():
    times = [2015.0, 2019.0, 2023.0]
    assert status([1.0, 2.0, 3.0], 2.0, times=times, today=2030.9) == "met"
    assert status([1.0, 2.0, 3.0], 2.0, times=times, today=2031.1) == "awaiting"


def test_monthly_values_are_not_old_before_two_years():
    times = [2023 + month / 12 for month in range(6)]
    assert status([1.0] * 6, 1.0, times=times, today=2025.3) == "met"


def test_a_deadline_that_has_come_without_its_value_awaits():
    assert status([1.0, 2.0, 3.0], 5.0, 2023.0, today=2023.0) == "awaiting"
    assert status([1.0, 2.0, 9.0], 5.0, 2023.0, today=2023.0) == "awaiting"


def test_a_deadline_reached_by_the_calendar_or_by_the_value_is_judged():
    assert status([1.0, 2.0, 3.0], 5.0, 2022.0) == "missed"
    assert status([1.0, 2.0, 5.0], 5.0, 2022.0, today=2022.0) == "met"


def test_a_school_year_belongs_to_the_deadline_year_it_ends_in():
    times = [2019 + 7 / 12, 2020 + 7 / 12, 2021 + 7 / 12]
    more = {"times": times, "today": 2022.2, "deadline_starts": 2021.0}
    assert status([1.0, 2.0, 3.0], 5.0, 2022.0, **more) == "missed"
    assert status([1.0, 2.0, 3.0], 5.0, 2022.0, times=times, today=2022.2) == "awaiting"


def test_a_monthly_value_does_not_stand_for_the_year_that_is_not_out():
    times = [2021 + month / 12 for month in range(7, 11)]
    more = {"times": times, "today": 2022.0, "deadline_starts": 2021.0}
    assert status([1.0, 2.0, 3.0, 4.0], 5.0, 2022.0, **more) == "awaiting"


def test_meeting_the_target_exactly_meets_it_unless_more_was_promised():
    assert status([1.0, 5.0], 5.0, 2030.0) == "met"
    assert status([1.0, 5.0], 5.0, 2030.0, strict=True) == "too_early"
    assert status([9.0, 5.0], 5.0, 2030.0, -1.0) == "met"


def test_met_is_certain_only_beyond_the_margin_of_error():
    sure = one([80.0, 95.0], 90.0, 2030.0, variances=[[4.0, 4.0]])
    unsure = one([80.0, 93.0], 90.0, 2030.0, variances=[[4.0, 4.0]])
    assert (sure.status[0], sure.certain[0]) == ("met", True)
    assert (unsure.status[0], unsure.certain[0]) == ("met", False)
    assert one([80.0, 93.0], 90.0, 2030.0).certain[0]
    assert not one([80.0, 70.0], 90.0, 2030.0).certain[0]


def test_the_bad_side_of_the_interval_decides_certainty():
    below = one([9.0, 5.0], 6.0, 2030.0, -1.0, low95=[3.0], high95=[5.9])
    above = one([9.0, 5.0], 6.0, 2030.0, -1.0, low95=[3.0], high95=[6.1])
    assert below.certain[0]
    assert not above.certain[0]


def test_two_values_are_too_early_and_have_their_paces():
    answer = one([4.0, 6.0], 10.0, 2024.0)
    assert answer.status[0] == "too_early"
    assert answer.required_pace[0] == pytest.approx(2)
    assert answer.actual_pace[0] == pytest.approx(2)
    assert np.isnan([answer.forecast[0], answer.p_reach[0]]).all()


def test_without_a_deadline_nothing_can_be_late():
    answer = one([1.0, 2.0, 3.0, 4.0], 9.0)
    assert answer.status[0] == "too_early"
    assert np.isnan([answer.forecast[0], answer.p_reach[0], answer.required_pace[0]]).all()


@pytest.mark.parametrize(
    ("target", "expected"), [(92.5, "on_track"), (95.0, "at_risk"), (95.1, "off_track")]
)
def test_the_chance_gives_the_colour(target, expected):
    # P = .5 at the forecast 92.5; t(2) quantile of .75 is .8165, se 3.0619: P = .25 at 95.0
    assert status([89.0, 90.5, 91.0], target, 2025.0) == expected


def test_without_any_swing_the_forecast_decides_and_there_is_no_chance():
    flat = one([5.0, 5.0, 5.0], 6.0, 2025.0)
    assert flat.status[0] == "off_track"
    assert np.isnan(flat.p_reach[0])
    assert status([5.0, 5.0, 5.0], 6.0, 2025.0, lows=6.0) == "on_track"


def test_a_range_is_met_inside_and_pulls_from_the_nearest_end_outside():
    more = {"far_targets": 10.0}
    assert status([1.0, 2.0, 9.0], 8.0, 2025.0, math.nan, **more) == "met"
    above = one([9.0, 13.0, 12.0], 8.0, 2025.0, math.nan, **more)
    assert (above.target[0], above.direction[0]) == (10.0, -1.0)
    below = one([1.0, 2.0, 5.0], 8.0, 2025.0, math.nan, **more)
    assert (below.target[0], below.direction[0]) == (8.0, 1.0)


def test_the_chance_of_a_range_leaves_out_overshooting_it():
    half = one([1.0, 2.0, 5.0], 8.0, 2026.0)
    beyond = one([1.0, 2.0, 5.0], 10.0, 2026.0)
    ranged = one([1.0, 2.0, 5.0], 8.0, 2026.0, math.nan, far_targets=10.0)
    assert ranged.p_reach[0] == pytest.approx(half.p_reach[0] - beyond.p_reach[0])


@pytest.mark.parametrize(
    ("values", "direction", "expected"),
    [
        ([1.0, 2.0, 3.0, 4.0], 1.0, "improving"),
        ([1.0, 2.0, 3.0, 4.0], -1.0, "worsening"),
        ([1.0, 3.0, 2.0, 4.0], 1.0, "no_clear_trend"),
        ([1.0, 1.0, 1.0, 1.0], 1.0, "no_clear_trend"),
        ([1.0, 2.0, 3.0], 1.0, ""),
        ([1.0, 3.0, 2.0, 4.0, 5.0], 1.0, "improving"),
    ],
)
def test_the_trend_is_named_when_the_order_is_clear(values, direction, expected):
    assert one(values, 99.0, 2030.0, direction).trend[0] == expected


def test_a_trend_within_the_margin_of_error_is_not_clear():
    values, wide, narrow = [10.0, 11.0, 12.0, 13.0], [[2.0] * 4], [[1.0] * 4]
    assert one(values, 99.0, 2030.0, variances=wide).trend[0] == "no_clear_trend"
    assert one(values, 99.0, 2030.0, variances=narrow).trend[0] == "improving"


def test_a_clear_trend_of_unknown_direction_has_no_name():
    assert one([1.0, 2.0, 3.0, 4.0], np.nan, 2030.0, math.nan).trend[0] == ""


def test_every_status_is_reached():
    rows = [
        ([1.0, 2.0, 3.0], np.nan, 2026.0, 2023.1),
        ([np.nan] * 3, 5.0, 2026.0, 2023.1),
        ([1.0, 2.0, 3.0], 5.0, 2026.0, 2025.9),
        ([1.0, 2.0, 6.0], 5.0, 2026.0, 2023.1),
        ([1.0, 2.0, 3.0], 5.0, 2022.0, 2023.1),
        ([np.nan, 2.0, 3.0], 5.0, 2026.0, 2023.1),
        ([89.0, 90.5, 91.0], 92.0, 2025.0, 2023.1),
        ([89.0, 90.5, 91.0], 94.0, 2025.0, 2023.1),
        ([89.0, 90.5, 91.0], 99.0, 2025.0, 2023.1),
    ]
    values, targets, deadlines, today = zip(*rows, strict=True)
    answer = assess([YEARS] * len(rows), values, targets, deadlines, today=today)
    assert answer.status.tolist() == list(STATUSES)


@pytest.mark.parametrize(
    ("more", "name"),
    [
        ({"variances": [[-1.0, 1.0, 1.0]]}, "variances"),
        ({"lows": 5.0, "highs": 4.0}, "lows"),
        ({"far_targets": 1.0}, "far_targets"),
        ({"directions": 2.0}, "directions"),
        ({"directions": math.nan}, "directions"),
        ({"deadlines": [2025.0, 2026.0]}, "deadlines"),
        ({"today": math.inf}, "today"),
        ({"times": [YEARS[:2]]}, "times"),
    ],
)
def test_an_impossible_argument_is_refused_by_name(more, name):
    arguments = {"times": [YEARS], "values": [[1.0, 2.0, 3.0]], "targets": [5.0], "directions": 1.0}
    with pytest.raises(ValueError, match=f"^{name} "):
        assess(**(arguments | more))


walks = st.lists(st.integers(-50, 50), min_size=3, max_size=10)


@settings(max_examples=25, deadline=None)
@given(walks, st.integers(-60, 60), st.sampled_from([0.5, 2.0, 1024.0]), st.integers(-8, 8))
def test_scale_and_shift_of_the_unit_change_no_verdict(values, target, scale, shift):
    plain = one([float(v) for v in values], float(target), 2026.0)
    moved = one([scale * v + shift for v in values], scale * target + shift, 2026.0)
    assert moved.status[0] == plain.status[0]
    assert moved.trend[0] == plain.trend[0]
    assert moved.p_reach[0] == pytest.approx(plain.p_reach[0], abs=1e-9, nan_ok=True)


@settings(max_examples=25, deadline=None)
@given(walks, st.integers(-60, 60))
def test_mirroring_values_target_and_direction_changes_no_verdict(values, target):
    plain = one([float(v) for v in values], float(target), 2026.0)
    mirrored = one([-float(v) for v in values], -float(target), 2026.0, -1.0)
    assert mirrored.status[0] == plain.status[0]
    assert mirrored.trend[0] == plain.trend[0]


@settings(max_examples=25, deadline=None)
@given(walks, st.integers(-60, 60), st.integers(1, 40))
def test_a_harder_target_is_never_more_likely(values, target, more):
    easy = one([float(v) for v in values], float(target), 2026.0).p_reach[0]
    hard = one([float(v) for v in values], float(target + more), 2026.0).p_reach[0]
    assert np.isnan(easy) or hard <= easy


@settings(max_examples=25, deadline=None)
@given(walks)
def test_the_band_holds_the_forecast(values):
    answer = one([float(v) for v in values], 0.0, 2026.0)
    assert answer.low80[0] <= answer.forecast[0] <= answer.high80[0]


def test_rows_do_not_depend_on_their_batch_or_its_order():
    rng = np.random.default_rng(7)
    values = rng.normal(0, 1, (60, 10)).cumsum(axis=1)
    values[rng.random(values.shape) < 0.3] = np.nan
    times = np.broadcast_to(np.arange(2014.0, 2024.0), values.shape)
    targets, signs = rng.normal(0, 2, 60), rng.choice([-1.0, 1.0], 60)
    batch = assess(times, values, targets, 2026.0, signs, today=2023.5).by_name()
    order = rng.permutation(60)
    shuffled = assess(
        times[order], values[order], targets[order], 2026.0, signs[order], today=2023.5
    )
    for name, column in shuffled.by_name().items():
        np.testing.assert_array_equal(column, batch[name][order])
    for row in range(0, 60, 7):
        alone = assess(times[row], values[row], targets[row], 2026.0, signs[row], today=2023.5)
        for name, column in alone.by_name().items():
            np.testing.assert_array_equal(column, batch[name][row : row + 1])
