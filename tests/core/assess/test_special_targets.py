"""Every kind of target a strategy holds, and what the assessment says about it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from measures import TODAY, assessed, points, remarks

from suunta.core.assess.measure import MeasureInput, Point, Target, assess_measures


def test_a_bare_target_looks_from_the_baseline_towards_it():
    waiting = assessed([26, 20, 15], Target("=", 7, deadline="2022"), baseline=Point("2019", 26))
    share = assessed([89, 92], Target("=", 90, deadline="2022"), baseline=Point("2019", 89))
    assert remarks(waiting)["direction_inferred"] == {"better": "down"}
    assert waiting.status == "off_track" or waiting.p_reach < 0.5
    assert share.status == "met"


def test_a_bare_target_without_baseline_looks_up_and_says_so():
    answer = assessed(points(91, first=2021), Target("=", 90))
    assert answer.status == "met"
    assert remarks(answer)["direction_inferred"] == {"better": "up"}


def test_a_bare_target_follows_the_direction_given():
    down = assessed(points(6, first=2021), Target("=", 7), direction="down")
    assert down.status == "met"
    assert "direction_inferred" not in (down.note or "")


@pytest.mark.parametrize(
    ("comparator", "value", "basis", "baseline", "level"),
    [
        ("decrease", 3, "percentage_points", 11, 8),
        ("increase", 200, "change_absolute", 1800, 2000),
        ("decrease", 20, "change_percent", 54.3, 43.44),
        ("increase", 10, "change_percent", -50, -45),
        (">=", -5, "change_percent", 200, 190),
        ("<=", 3, "change_percent", 100, 103),
        (">", 2182, "relative_to_baseline", 2182, 2182),
        ("=", 3, "percentage_points", 11, 14),
    ],
)
def test_a_change_from_the_baseline_comes_to_a_level(comparator, value, basis, baseline, level):
    target = Target(comparator, value, basis=basis, deadline="2023")
    answer = assessed([baseline, baseline], target, baseline=Point("2019", baseline))
    assert answer.target == level


def test_a_bare_change_follows_the_direction():
    target = Target("=", 3, basis="percentage_points", deadline="2023")
    answer = assessed([11, 10], target, baseline=Point("2019", 11), direction="down")
    assert answer.target == 8


def test_a_value_of_nothing_has_the_unit_of_its_neighbours():
    given = (Point("2020", 0.5, 50, 100), Point("2021", 0.0, 0, 100))
    answer = assessed(given, Target("<=", 0.05, deadline="2025"))
    assert (answer.status, answer.certain) == ("met", True)  # Wilson 0 to .037
    assert not assessed(given, Target("<=", 0.03, deadline="2025")).certain


def test_reaching_a_computed_level_exactly_meets_it():
    target = Target("decrease", 60, basis="change_percent", deadline="2030")
    assert assessed([54.3, 21.72], target, baseline=Point("1990", 54.3)).status == "met"


def test_a_change_says_from_what_it_was_computed():
    target = Target("decrease", 3, basis="percentage_points", deadline="2023")
    answer = assessed([11, 10], target, baseline=Point("2019", 11))
    assert remarks(answer)["change_from_baseline"] == {
        "baseline": "11",
        "change": "-3",
        "target": "8",
    }


def test_a_change_without_a_baseline_cannot_be_judged():
    target = Target("decrease", 20, basis="change_percent", deadline="2023")
    with_values, without = assessed([5, 4], target), assessed([], target)
    assert with_values.status == "error"
    assert with_values.note.startswith("baseline.value")
    assert (without.status, without.target) == ("no_data", None)


def test_a_per_cent_change_from_zero_does_not_exist():
    target = Target("increase", 20, basis="change_percent")
    answer = assessed([0, 4], target, baseline=Point("2019", 0))
    assert answer.status == "error"
    assert answer.note.startswith("baseline.value")


def test_a_direction_alone_asks_for_better_than_the_baseline():
    target = Target("increase", basis="relative_to_baseline", deadline="2023")
    better = assessed([90, 91], target, baseline=Point("2019", 90))
    equal = assessed([90, 90], target, baseline=Point("2019", 90))
    assert (better.status, equal.status) == ("met", "too_early")
    assert remarks(better)["better_than_baseline"] == {"baseline": "90"}


def test_a_direction_alone_without_baseline_starts_from_the_first_value():
    target = Target("decrease", basis="relative_to_baseline")
    answer = assessed([30, 28], target)
    assert (answer.status, answer.target) == ("met", 30)
    assert remarks(answer)["baseline_from_first_value"]["period"] == "2019"
    assert assessed([30], target, today=date(2020, 5, 1)).status == "awaiting"


def test_a_placeholder_is_no_target():
    for target in (None, Target("none"), Target("none", basis=None), Target(">=")):
        assert assessed([1, 2], target).status == "no_target"
    assert assessed([1, 2], Target("increase", None, basis="absolute")).status == "no_target"


@pytest.mark.parametrize(
    ("values", "status", "goal"),
    [([5, 9], "met", 8), ([5, 8], "met", 8), ([5, 7], "too_early", 8), ([5, 12], "too_early", 10)],
)
def test_a_range_is_met_inside_it(values, status, goal):
    answer = assessed(values, Target("=", 8, 10, deadline="2024"))
    assert (answer.status, answer.target) == (status, goal)
    assert remarks(answer)["range"] == {"low": "8", "high": "10"}


def test_a_range_of_changes_moves_with_the_baseline():
    target = Target("decrease", 10, 20, basis="change_percent", deadline="2024")
    answer = assessed([100, 95], target, baseline=Point("2019", 100))
    assert answer.target == 90
    assert assessed([100, 85], target, baseline=Point("2019", 100)).status == "met"


def test_each_year_is_judged_by_its_newest_full_year():
    target = Target(">=", 4, per="year")
    halves = (*points(5, 3), Point("2021", 4), Point("2022-H1", 1))
    assert assessed(halves, target).status == "met"
    failed = assessed([5, 3, 3], target)
    assert (failed.status, failed.value, failed.value_period) == ("missed", 3, "2021")
    assert remarks(failed)["each_year"] == {"period": "2021"}


def test_a_year_that_is_not_over_is_not_judged():
    answer = assessed([5, 5, 5, 1], Target(">=", 4, deadline="per year"))
    assert (answer.status, answer.value_period) == ("met", "2021")


def test_parts_of_years_alone_do_not_make_a_year():
    answer = assessed((Point("2021-H1", 9), Point("2021-H2", 9)), Target(">=", 4, per="year"))
    assert answer.status == "awaiting"
    assert "no_full_year" in remarks(answer)


def test_an_average_over_years_is_the_rolling_mean():
    answer = assessed([1, 2, 3, -1, 0], Target(">=", 1, window_years=5, deadline="2023"),
                      today=date(2024, 2, 1))  # fmt: skip
    assert (answer.status, answer.value, answer.n) == ("met", 1.0, 1)
    longer = assessed([1, 2, 3, 4, 5, 6], Target(">=", 9, window_years=3, deadline="2030"),
                      today=date(2025, 2, 1))  # fmt: skip
    assert (longer.value, longer.n, longer.actual_pace) == (5.0, 4, pytest.approx(1))


def test_an_average_of_values_without_margins_says_that_its_margin_is_not_known():
    answer = assessed([1, 2, 3, -1, 0], Target(">=", 1, window_years=5, deadline="2023"),
                      today=date(2024, 2, 1))  # fmt: skip
    assert "margin_unknown" in remarks(answer)


def test_an_average_waits_for_all_its_years():
    answer = assessed([1, None, 3], Target(">=", 1, window_years=3, deadline="2025"))
    assert answer.status == "awaiting"
    assert remarks(answer)["window_incomplete"] == {"years": "3", "have": "2", "need": "3"}


def test_a_suppressed_value_hides_the_mean_it_is_in():
    given = (*points(1, 2), Point("2021", None, suppressed=True))
    answer = assessed(given, Target(">=", 1, window_years=2, deadline="2025"))
    assert (answer.status, answer.note) == ("no_data", "suppressed")


def test_single_days_are_averaged_by_the_gap_between_them():
    days = tuple(Point(f"{year}-12-31", value) for year, value in ((2019, 1), (2020, 2), (2021, 6)))
    answer = assessed(days, Target(">=", 3, window_years=3, deadline="2025"))
    assert (answer.status, answer.value) == ("met", 3)


def test_the_mean_of_independent_values_has_a_smaller_variance():
    given = tuple(Point(str(2019 + i), 50.0, 50, 100) for i in range(3))
    sure = assessed(given, Target(">=", 44, window_years=3))
    assert sure.certain  # 50 - 1.96 * 5 / sqrt(3) = 44.3
    assert not assessed(given, Target(">=", 45, window_years=3)).certain


def test_n_of_m_bodies_is_a_count_of_at_most_m():
    assert assessed([3, 6], Target(">=", of=9, deadline="2023")).target == 9
    answer = assessed([7, 8, 8.9], Target(">=", 9, of=9, deadline="2026"))
    assert remarks(answer)["count_of"] == {"of": "9"}
    assert answer.high80 <= 9


def test_half_of_another_measure_is_a_share_of_its_values():
    own = MeasureInput("own", points(10, 16, 18), Target("=", 50, of="all"), today=TODAY)
    other = MeasureInput("all", points(30, 30, 30), None, today=TODAY)
    answer = assess_measures([own, other])[0]
    assert (answer.status, answer.value, answer.target) == ("met", 60.0, 50)
    half = replace(own, target=Target("=", 0.5, of="all"))
    assert assess_measures([other, half])[1].target == 50
    assert remarks(answer)["share_of"] == {"measure": "all", "own": "18", "other": "30"}


@pytest.mark.parametrize("others", [[], [MeasureInput("all", ())] * 2])
def test_another_measure_must_be_there_once(others):
    own = MeasureInput("own", points(10), Target("=", 50, of="all"))
    answer = assess_measures([own, *others])[0]
    assert answer.status == "error"
    assert answer.note.startswith("target.of")


def test_all_of_another_measure_is_a_hundred_per_cent():
    own = MeasureInput("own", points(30, 30), Target(">=", of="all"), today=date(2021, 2, 1))
    other = MeasureInput("all", points(0, 30), None)
    answer = assess_measures([own, other])[0]
    assert (answer.status, answer.target, answer.n) == ("met", 100, 1)


def test_a_share_without_a_common_period_awaits_and_says_so():
    own = MeasureInput("own", points(10), Target("=", 50, of="all"), today=date(2020, 2, 1))
    other = MeasureInput("all", points(30, first=2018), None)
    answer = assess_measures([own, other])[0]
    assert answer.status == "awaiting"
    assert remarks(answer)["share_unknown"] == {"measure": "all"}


def test_a_suppressed_whole_hides_the_share():
    own = MeasureInput("own", points(10), Target("=", 50, of="all"), today=date(2020, 2, 1))
    other = MeasureInput("all", (Point("2019", None, suppressed=True),), None)
    answer = assess_measures([own, other])[0]
    assert (answer.status, answer.note) == ("no_data", "suppressed")


def test_a_trajectory_is_judged_by_the_interim_target_in_force():
    target = Target(
        "decrease", 100, basis="change_percent", deadline="2035", path=(Point("2030", 60),)
    )
    given = (Point("2015", 52), Point("2018", 50), Point("2020", 47))
    now = assessed(given, target, baseline=Point("1990", 54.3))
    assert now.target == 21.72
    assert now.required_pace == pytest.approx((21.72 - 47) / 10)
    later = assessed((*given, Point("2030", 20)), target, baseline=Point("1990", 54.3),
                     today=date(2031, 3, 1))  # fmt: skip
    assert later.target == 0
    assert remarks(now)["interim_target"]["period"] == "2030"


def test_a_final_target_that_is_on_the_path_is_one_step():
    target = Target("<=", 0, deadline="2035", path=(Point("2030", 5), Point("2035", 0)))
    answer = assessed([10, 9], target)
    assert remarks(answer)["interim_target"]["final_target"] == "0"


def test_a_trajectory_that_is_over_is_judged_by_its_last_step():
    target = Target("<=", path=(Point("2020", 9), Point("2021", 8)))
    assert assessed([10, 9, 8.5], target).status == "missed"
