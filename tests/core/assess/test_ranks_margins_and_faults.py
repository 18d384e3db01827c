"""Ranks, breaks, age, margins, and what cannot be judged."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from measures import TODAY, assessed, points, remarks

from suunta.core.assess.measure import MeasureInput, Peer, Point, Target, assess_measures


def peers(*values):
    return tuple(Peer(f"a{i}", value) for i, value in enumerate(values))


def test_the_top_third_of_twelve_holds_four_places():
    target = Target("rank_top_fraction", 0.333, deadline="2021", peers=peers(*range(1, 12)))
    fourth = assessed([3.5], target, direction="down", today=date(2020, 6, 1))
    fifth = assessed([4.5], target, direction="down", today=date(2020, 6, 1))
    assert (fourth.status, fourth.value, fourth.target) == ("met", 4, 4)
    assert (fifth.status, fifth.value) == ("too_early", 5)
    assert remarks(fifth)["rank"]["of"] == "12"


def test_a_rank_as_baseline_is_not_taken_for_the_value():
    target = Target("rank_top_fraction", 0.5, deadline="2021", peers=peers(1, 9, 8))
    answer = assessed(points(3.5, first=2021), target, direction="down", baseline=Point("2021", 2))
    assert (answer.status, answer.value) == ("met", 2)
    assert assessed([], target, direction="down", baseline=Point("2020", 2)).status == "awaiting"
    assert assessed([], target, direction="down").status == "no_data"


def test_a_suppressed_value_has_no_rank():
    target = Target("rank_top_fraction", 0.5, deadline="2023", peers=peers(1, 9, 8))
    hidden = (*points(3.5, first=2020), Point("2021", None, suppressed=True))
    answer = assessed(hidden, target, direction="down")
    assert (answer.status, answer.note, answer.value) == ("no_data", "suppressed", None)


def test_a_rank_is_certain_when_its_whole_interval_is_among_the_first():
    near = tuple(Peer(str(i), 40.0 + i, 40 + i, 100) for i in range(3))
    far = tuple(Peer(str(i), 10.0 + i, 10 + i, 100) for i in range(3))
    target = Target("rank_top_fraction", 1.0, deadline="2025")
    own = (Point("2021", 60.0, 60, 100),)
    close = assessed(own, replace(target, peers=near), direction="up")
    clear = assessed(own, replace(target, peers=far), direction="up")
    assert (close.status, close.certain) == ("met", False)
    assert (clear.status, clear.certain) == ("met", True)


def test_ranks_themselves_can_be_the_values():
    target = Target("rank_top_fraction", 0.25, deadline="2021", of=20)
    assert assessed([9, 7, 5], target).status == "met"
    assert assessed([9, 7, 6], target).status == "missed"
    assert assessed([9, 7, 6], Target("rank_top_fraction", 10, deadline="2021")).status == "met"


@pytest.mark.parametrize(
    ("target", "field"),
    [
        (Target("rank_top_fraction", 0.3), "target.peers"),
        (Target("rank_top_fraction", 0.3, peers=peers(1, 2)), "direction"),
        (Target("rank_top_fraction", -1, peers=peers(1, 2)), "target.value"),
    ],
)
def test_a_rank_needs_peers_a_fraction_and_a_direction(target, field):
    answer = assessed([3], target)
    assert answer.status == "error"
    assert answer.note.startswith(field)


def test_values_before_a_break_take_no_part():
    taxes = points(17, 17, 17, 4.36, 4.4, 4.5, first=2020)
    target = Target("<=", 4.2, deadline="2028", breaks=("2023",))
    answer = assessed(taxes, target, today=date(2026, 3, 1))
    assert (answer.n, answer.trend) == (3, None)
    assert answer.actual_pace == pytest.approx(0.07)
    assert remarks(answer)["break"] == {"period": "2023", "dropped": "3"}


def test_a_baseline_before_a_break_is_said_to_be():
    target = Target("decrease", 1, basis="change_absolute", deadline="2028", breaks=("2021",))
    answer = assessed([9, 9, 7], target, baseline=Point("2019", 9))
    assert remarks(answer)["baseline_before_break"] == {"period": "2019"}


def test_a_break_that_no_value_has_passed_yet_cuts_nothing():
    target = Target("<=", 17, deadline="2022", breaks=("2023",))
    assert assessed(points(17, 17, 17, first=2020), target, today=date(2023, 3, 1)).n == 3


def test_a_baseline_alone_awaits_with_its_value():
    answer = assessed([], Target("=", 90, deadline="2024"), baseline=Point("2020", 89))
    assert (answer.status, answer.value, answer.value_period) == ("awaiting", 89, "2020")
    assert remarks(answer)["only_baseline"] == {}


def test_a_baseline_without_a_period_awaits_too():
    undated = Point("", 89)
    target = Target("increase", 5, basis="change_absolute", deadline="2024")
    alone = assessed([], target, baseline=undated)
    assert (alone.status, alone.value, alone.value_period, alone.target) == (
        "awaiting",
        89,
        None,
        94,
    )
    assert assessed(points(89, first=2021), target, baseline=undated).status == "awaiting"
    assert assessed(points(90, first=2021), target, baseline=undated).status == "too_early"


def test_a_suppressed_baseline_is_none():
    hidden = Point("2019", 89, suppressed=True)
    assert assessed([], Target("=", 90), baseline=hidden).status == "no_data"


def test_one_value_after_the_baseline_has_a_pace_from_it():
    answer = assessed(points(92, first=2021), Target("=", 95, deadline="2024"),
                      baseline=Point("2019", 90))  # fmt: skip
    assert (answer.status, answer.actual_pace) == ("too_early", pytest.approx(1))
    assert "pace_from_baseline" in remarks(answer)


def test_an_old_value_awaits_and_says_how_old():
    answer = assessed([1, 9], Target(">=", 5), today=date(2024, 6, 30))
    assert answer.status == "awaiting"
    assert remarks(answer)["old"] == {"years": "3.5"}


def test_a_final_value_whose_series_went_on_is_not_old():
    values = points(1, 2, 9, 9, 9, 9, first=2018)
    assert (
        assessed(values, Target(">=", 5, deadline="2020"), today=date(2024, 6, 1)).status == "met"
    )


def test_a_suppressed_newest_value_hides_what_was_computed():
    given = (*points(1, 2, 3, 4), Point("2023", 7.0, suppressed=True))
    answer = assessed(given, Target(">=", 3, deadline="2025"), today=date(2024, 2, 1))
    assert (answer.status, answer.note) == ("no_data", "suppressed")
    assert (answer.value, answer.value_period, answer.trend, answer.forecast) == (None,) * 4


def test_an_earlier_suppressed_value_is_only_missing():
    given = (Point("2019", 1), Point("2020", None, suppressed=True), Point("2021", 3))
    assert assessed(given, Target(">=", 3, deadline="2025")).status == "met"


def test_without_a_deadline_there_is_no_colour():
    answer = assessed([1, 2, 3], Target(">=", 9))
    assert (answer.status, answer.forecast, answer.p_reach) == ("too_early", None, None)
    assert "no_deadline" in remarks(answer)


@pytest.mark.parametrize(
    ("value", "x", "n", "certain"),
    [
        (92.0, 92, 100, False),
        (99.0, 990, 1000, True),
        (0.92, 92, 100, True),
        (5000.0, 5e6, 1e3, True),
    ],
)
def test_counts_give_the_margin_where_they_are_those_of_a_share_or_a_rate(value, x, n, certain):
    goal = 90 if value < 1000 and value > 1 else 0.8 if value < 1 else 4990
    answer = assessed((Point("2021", value, x, n),), Target(">=", goal, deadline="2024"))
    assert (answer.status, answer.certain) == ("met", certain)


def test_a_rate_per_hundred_thousand_has_a_poisson_margin():
    given = (Point("2021", 90.0, 9, 10_000),)
    answer = assessed(given, Target("<=", 100, deadline="2024"))
    assert (answer.status, answer.certain) == ("met", False)  # exact: 41 to 171
    assert assessed(given, Target("<=", 175, deadline="2024")).certain


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"target": Target("~", 1)}, "target.comparator"),
        ({"target": Target(">=", 1, basis="relative")}, "target.basis"),
        ({"target": Target(">=", float("inf"))}, "target.value"),
        ({"target": Target("=", 9, 8)}, "target.value_max"),
        ({"target": Target(">=", 1, deadline="soon")}, "target.deadline"),
        ({"target": Target(">=", 1, deadline="term")}, "target.deadline"),
        ({"target": Target(">=", 1, per="month")}, "target.per"),
        ({"target": Target(">=", 1, window_years=0)}, "target.window_years"),
        ({"target": Target(">=", 1, of=0)}, "target.of"),
        ({"target": Target(">=", 1, breaks=("x",))}, "target.breaks"),
        ({"target": Target(">=", 1, path=(Point("x", 1),))}, "target.path"),
        ({"target": Target(">=", 1, path=(Point("2021", None),))}, "target.path"),
        (
            {"target": Target(">=", 1, deadline="2018"), "baseline": Point("2019", 1)},
            "target.deadline",
        ),
        ({"target": Target(">=", 1), "direction": "down"}, "direction"),
        ({"direction": "sideways"}, "direction"),
        ({"limits": (100, 0)}, "limits"),
        ({"limits": (float("inf"), 0)}, "limits"),
        ({"points": points(1, float("inf"))}, "points"),
        ({"points": (*points(1), Point("2019", 2))}, "points"),
        ({"points": (Point("2019-H2", 1), Point("2019", 2))}, "points"),
        ({"points": (Point("2019-13", 1),)}, "points"),
        ({"points": (Point("2019", 1, 1, 0),)}, "points"),
        ({"baseline": Point("x", 1)}, "baseline"),
    ],
)
def test_what_cannot_be_judged_is_an_error_that_names_the_field(change, field):
    good = MeasureInput("good", points(1, 2), Target(">=", 2), today=TODAY)
    bad, kept = assess_measures([replace(good, id="bad", **change), good])
    assert (bad.status, bad.value, bad.n) == ("error", None, 0)
    assert bad.note.startswith(field)
    assert kept.status == "met"


def test_nan_in_a_target_is_a_missing_one():
    assert assessed([1, 2], Target(">=", float("nan"))).status == "no_target"


def test_nan_in_a_point_is_a_missing_value():
    assert assessed([1, float("nan"), 3], Target(">=", 2)).n == 2


def test_the_order_of_points_and_batch_does_not_matter():
    measures = [
        MeasureInput(str(i), points(i, 2, 7 - i, 4), Target(">=", 5, deadline="2025"), today=TODAY)
        for i in range(6)
    ]
    turned = [replace(m, points=m.points[::-1]) for m in measures[::-1]]
    assert assess_measures(turned)[::-1] == assess_measures(measures)


def test_an_empty_batch_has_no_assessments():
    assert assess_measures([]) == []
