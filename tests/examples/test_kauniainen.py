"""The figures of Kauniainen: what is linked, what is not, and what is known when."""

from __future__ import annotations

from datetime import date

import pytest

from examples.kernel import assess_example, points, with_computed
from suunta.core.assess.measure import Assessment
from suunta.jobs.example.files import ExampleFiles

OPENING = date(2023, 3, 31)


@pytest.fixture(scope="module")
def assessed(kauniainen: ExampleFiles) -> dict[str, Assessment]:
    return assess_example(kauniainen, OPENING)


def test_the_town_opens_when_its_term_had_been_reported(kauniainen: ExampleFiles) -> None:
    assert kauniainen.town.opening_date == OPENING


def test_population_growth_over_five_years_reached_about_one_per_cent(
    assessed: dict[str, Assessment],
) -> None:
    # (-0.3 + 100 * (9796 / 9601 - 1) + 3.9 + 2.2 - 1.1) / 5 = 1.346; beside it
    # (10285 / 9626) ** (1 / 5) - 1 = 1.33 %
    assert assessed["3.3-M3.1"].status == "met"
    assert assessed["3.3-M3.1"].value == pytest.approx(1.346, abs=0.0005)


def test_growth_in_one_year_is_followed_and_not_judged_by_the_average(
    assessed: dict[str, Assessment],
) -> None:
    assert assessed["3.3-M2.1"].status == "no_target"
    assert assessed["3.3-M2.1"].value == -1.1


def test_completed_dwellings_wait_because_years_are_missing(
    assessed: dict[str, Assessment],
) -> None:
    assert assessed["3.3-M1.1"].status == "awaiting"
    assert "window_incomplete" in (assessed["3.3-M1.1"].note or "")


def test_the_tax_rate_met_its_target_while_the_term_lasted(
    assessed: dict[str, Assessment],
) -> None:
    assert (assessed["5.3-T1"].status, assessed["5.3-T1"].value) == ("met", 17.0)


def test_a_single_baseline_of_the_document_awaits_its_outcome(
    assessed: dict[str, Assessment],
) -> None:
    waiting = ("1.3-M1.1", "1.3-M7.1", "1.4-M2.1", "2.3-M1.1", "5.3-M2.1", "5.4-M3.1")
    assert {assessed[part].status for part in waiting} == {"awaiting"}


def test_a_budget_of_the_structural_result_is_kept_and_is_no_outcome(
    kauniainen: ExampleFiles,
) -> None:
    kinds = {
        each.period: each.kind
        for each in kauniainen.observations
        if each.indicator == "structural_result"
    }
    assert kinds == {"2018": "actual", "2021": "actual", "2022": "budget"}


@pytest.mark.parametrize(
    ("part", "indicator"),
    [
        ("1.3-M1.1", "primary_very_satisfied_with_life"),
        ("2.3-M3.1", "lower_secondary_guided_exercise_weekly"),
        ("3.3-M1.1", "detached_houses_completed"),
        ("4.2-M8.2", "unemployment_rate"),
        ("5.3-M8.1", "health_social_costs"),
    ],
)
def test_a_near_miss_is_kept_apart_with_its_reason(
    kauniainen: ExampleFiles, part: str, indicator: str
) -> None:
    missed = {(miss.part, miss.indicator): miss.why for miss in kauniainen.links.misses}
    assert missed[part, indicator]


def test_the_town_hall_plan_was_returned_twice_and_stands_returned_at_the_opening(
    kauniainen: ExampleFiles,
) -> None:
    steps = [step for step in kauniainen.events if "2.5-M1.1" in step.ids]
    returned = [(step.on, step.section) for step in steps if step.state == "returned"]
    assert returned == [(date(2020, 4, 20), "KH 67 §"), (date(2022, 6, 7), "YLKV 69 §")]
    known = [step.state for step in steps if step.state and step.known_on <= OPENING]
    assert known[-1] == "returned"


def test_nothing_published_later_is_known_at_the_opening(kauniainen: ExampleFiles) -> None:
    for indicator in kauniainen.indicators:
        for each in points(kauniainen, indicator, OPENING):
            assert each.period < "2024"
    later = {each.indicator for each in kauniainen.observations if each.known_on > OPENING}
    assert {"movers_in_recommend", "hsl_car_weekly", "financial_result"} <= later


def test_a_figure_calculated_by_hand_is_preliminary_and_shows_its_formula(
    kauniainen: ExampleFiles,
) -> None:
    (derived,) = [
        each for each in kauniainen.observations if each.note.words.get("en", "").startswith("Deri")
    ]
    assert (derived.indicator, derived.period) == ("population_31dec", "2019")
    assert derived.kind == "preliminary"


def test_what_follows_from_published_figures_is_computed_where_none_was_published(
    kauniainen: ExampleFiles,
) -> None:
    # 4929 men + 5249 women = 10178; 9796 / 9601 - 1 = 2.03 %, from a figure that is approximate.
    computed = {
        (each.indicator, each.period): (each.value, each.kind, each.approximate)
        for each in with_computed(kauniainen).observations[len(kauniainen.observations) :]
    }
    assert computed == {
        ("population_31dec", "2020"): (10178.0, "actual", False),
        ("population_growth_pct", "2019"): (pytest.approx(2.0310, abs=1e-4), "preliminary", True),
    }


def test_about_almost_and_more_than_stay_approximate(kauniainen: ExampleFiles) -> None:
    words = ("about", "almost", "more than")
    for each in kauniainen.observations:
        note = each.note.words.get("en", "")
        if any(f"says “{word}”" in note for word in words):
            assert each.approximate, each


def test_sectors_are_the_documents_own_only_where_a_code_names_them(
    kauniainen: ExampleFiles,
) -> None:
    own = {each.id for each in kauniainen.organisation.belongings if each.assigned_by == "document"}
    assert len(own) == 14
    assert not {code for code in own if "-M" in code}


def test_no_address_leads_through_a_proxy(kauniainen: ExampleFiles) -> None:
    assert not [each for each in kauniainen.observations if ":443/" in each.source_url]
