"""The fictional town shows every status and every kind of target, and says that it is fictional."""

from __future__ import annotations

from collections import Counter
from datetime import date

import pytest

from examples.kernel import assess_example, parts_of, points
from suunta.core.assess.measure import Assessment
from suunta.core.scorecard import ACTION_STATES, MEASURE_STATUSES
from suunta.jobs.example.files import ExampleFiles

TODAY = date(2026, 11, 24)
# What the data was made to show. The chances were recomputed from the formula with scipy, as
#   y = [91, 91.4, 91.9, 92.3, 92.9, 93.6]; f = y[-1] + .5*2*(y[-1] - y[0])/5
#   t.cdf((f - 94) / (sum(diff(y)**2)/5 * 2 * (1 + 2/5))**.5, 5)      1.2-M1.1: 0.551
#   with [11, 10.6, 9.9, 8.9], G 8, span 6, df 3:                     1.1-M3.1: 0.283
#   with [16.8, 16.2, 17.9, 16, 15.4, 15.1], G 12, span 5, df 5:      4.2-M2.1: 0.115
EXPECTED = {
    "1.1-M1.1": "met",
    "1.1-M2.1": "met",
    "1.1-M3.1": "at_risk",
    "1.1-M4.1": "no_data",
    "1.1-M5.1": "no_target",
    "1.2-M1.1": "on_track",
    "1.2-M2.1": "no_data",
    "2.1-M1.1": "met",
    "2.1-M2.1": "met",
    "2.1-M3.1": "met",
    "2.2-M1.1": "too_early",
    "2.2-M1.2": "no_target",
    "2.2-M2.1": "met",
    "2.3-M1.1": "on_track",
    "2.3-M2.1": "missed",
    "2.3-M3.1": "awaiting",
    "3.1-M1.1": "at_risk",
    "3.1-M2.1": "awaiting",
    "3.1-M3.1": "no_target",
    "3.2-M1.1": "met",
    "3.2-M2.1": "at_risk",
    "3.2-M3.1": "off_track",
    "4.1-M1.1": "met",
    "4.1-M2.1": "at_risk",
    "4.1-M3.1": "met",
    "4.2-M1.1": "met",
    "4.2-M2.1": "off_track",
    "4.3-M1.1": "on_track",
    "4.3-M1.2": "off_track",
    "4.3-M2.1": "too_early",
    "4.3-M3.1": "missed",
}


@pytest.fixture(scope="module")
def assessed(exempelby: ExampleFiles) -> dict[str, Assessment]:
    return assess_example(exempelby, TODAY)


@pytest.mark.parametrize("part", EXPECTED)
def test_a_part_stands_where_its_data_was_made_to_put_it(
    assessed: dict[str, Assessment], part: str
) -> None:
    assert assessed[part].status == EXPECTED[part], assessed[part]


def test_every_status_occurs(assessed: dict[str, Assessment]) -> None:
    assert {each.status for each in assessed.values()} == set(MEASURE_STATUSES)


@pytest.mark.parametrize(
    ("part", "chance"), [("1.2-M1.1", 0.551), ("1.1-M3.1", 0.283), ("4.2-M2.1", 0.115)]
)
def test_the_chance_is_that_of_the_formula(
    assessed: dict[str, Assessment], part: str, chance: float
) -> None:
    assert assessed[part].p_reach == pytest.approx(chance, abs=0.0005)


def test_met_occurs_beyond_and_within_the_margin_of_error(
    assessed: dict[str, Assessment],
) -> None:
    assert assessed["1.1-M1.1"].certain
    assert not assessed["1.1-M2.1"].certain


@pytest.mark.parametrize(
    ("part", "remark"),
    [
        ("1.1-M3.1", "change_from_baseline"),
        ("1.1-M4.1", "suppressed"),
        ("2.1-M1.1", "each_year"),
        ("2.1-M3.1", "better_than_baseline"),
        ("2.2-M2.1", "range"),
        ("2.3-M1.1", "change_from_baseline"),
        ("2.3-M3.1", "old"),
        ("3.1-M1.1", "interim_target"),
        ("3.1-M2.1", "only_baseline"),
        ("3.2-M1.1", "mean_over_years"),
        ("3.2-M2.1", "mean_over_years"),
        ("4.1-M1.1", "break"),
        ("4.1-M3.1", "rank"),
        ("4.3-M1.2", "share_of"),
        ("4.3-M2.1", "count_of"),
    ],
)
def test_every_special_target_is_reduced_by_its_own_rule(
    assessed: dict[str, Assessment], part: str, remark: str
) -> None:
    codes = [item.split(" ")[0] for item in (assessed[part].note or "").split("; ")]
    assert remark in codes, assessed[part].note


def test_every_basis_and_comparator_of_the_fictional_document_is_there(
    exempelby: ExampleFiles,
) -> None:
    parts = parts_of(exempelby)
    assert {part.target_basis for part in parts.values()} >= {
        "absolute",
        "change_percent",
        "percentage_points",
        "relative_to_baseline",
    }
    assert {part.comparator for part in parts.values()} >= {
        *(">=", "<=", ">", "increase", "decrease", "rank_top_fraction", "none"),
    }
    assert {part.kind for part in parts.values()} == {"numeric", "milestone", "monitoring"}
    assert any(part.placeholder for part in parts.values())


def test_the_emissions_path_is_judged_at_the_next_interim_level(
    assessed: dict[str, Assessment],
) -> None:
    # 60 kt in 2007, -60 % by 2030: 60 * (1 - 0.6) = 24
    assert assessed["3.1-M1.1"].target == 24.0


def test_half_of_a_share_is_counted_of_that_share(assessed: dict[str, Assessment]) -> None:
    # 2025: 24.0 % of all matters in Swedish online, of 55.0 % online: 24 / 55 = 43.6 %
    assert assessed["4.3-M1.2"].value == pytest.approx(100 * 24.0 / 55.0)


def test_the_top_third_of_nine_towns_is_three_places(assessed: dict[str, Assessment]) -> None:
    # 2195 among 2120, 2184, 2245, 2260, 2275, 2305, 2330, 2410: the third cheapest
    assert (assessed["4.1-M3.1"].value, assessed["4.1-M3.1"].target) == (3.0, 3.0)


def test_values_before_the_break_take_no_part(assessed: dict[str, Assessment]) -> None:
    assert assessed["4.1-M1.1"].n == 4


def test_a_revised_figure_replaces_the_first_from_its_own_day_on(exempelby: ExampleFiles) -> None:
    before = {p.period: p.value for p in points(exempelby, "library_visitors", date(2025, 6, 17))}
    after = {p.period: p.value for p in points(exempelby, "library_visitors", date(2025, 6, 18))}
    assert (before["2024"], after["2024"]) == (42300, 42900)


def test_a_budget_and_a_forecast_are_no_outcome(exempelby: ExampleFiles) -> None:
    kinds = {each.kind for each in exempelby.observations if each.indicator == "annual_margin"}
    assert kinds == {"actual", "budget", "forecast"}
    assert "2026" not in {each.period for each in points(exempelby, "annual_margin", TODAY)}


def test_every_kind_and_status_of_a_figure_occurs(exempelby: ExampleFiles) -> None:
    figures = exempelby.observations
    assert {each.kind for each in figures} == {"actual", "preliminary", "forecast", "budget"}
    assert {each.status for each in figures} == {"ok", "missing", "suppressed"}
    assert any(each.approximate for each in figures)
    assert any(each.area for each in figures)


def test_every_state_of_an_action_occurs_as_the_newest(exempelby: ExampleFiles) -> None:
    newest = {
        code: step.state
        for step in sorted(exempelby.events, key=lambda step: step.on)
        for code in step.ids
        if step.state
    }
    assert set(newest.values()) == set(ACTION_STATES)
    milestones = {state for code, state in newest.items() if "-M" in code}
    assert milestones >= {"in_progress", "done", "late", "suspended", "cancelled", "returned"}


def test_a_plan_was_returned_taken_up_again_and_returned_a_second_time(
    exempelby: ExampleFiles,
) -> None:
    states = [step.state for step in exempelby.events if "3.3-M1.1" in step.ids]
    assert states == ["in_progress", "returned", "in_progress", "returned"]


def test_nobody_can_take_the_town_for_a_real_one(exempelby: ExampleFiles) -> None:
    assert exempelby.town.fictional
    assert all(exempelby.town.notice.words[lang] for lang in ("fi", "sv", "en"))
    # The top-level domain .example never leads anywhere (RFC 2606).
    assert all(
        each.source_url.startswith("https://exempelby.example/") for each in exempelby.observations
    )
    assert all("(keksitty)" in each.source_title for each in exempelby.observations)


def test_the_town_opens_at_today(exempelby: ExampleFiles) -> None:
    assert exempelby.town.opening_date is None


def test_the_document_has_the_size_that_was_planned(exempelby: ExampleFiles) -> None:
    counts = Counter(
        areas=len(exempelby.content.focus_areas),
        goals=len(exempelby.content.goals()),
        actions=sum(len(goal.actions) for goal in exempelby.content.goals()),
        measures=len(exempelby.content.measures()),
        parts=len(parts_of(exempelby)),
    )
    assert counts == {"areas": 4, "goals": 11, "actions": 25, "measures": 37, "parts": 40}
