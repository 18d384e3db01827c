"""The report before the decision: ranked, counted and worded in three languages."""

from __future__ import annotations

import json
from dataclasses import replace
from functools import cache
from typing import Any

import pytest
import yaml

from suunta.core.definitions import folder
from suunta.core.lint import lint
from suunta.core.lint.report import Fix, Report, report_before_decision, report_json
from suunta.core.lint.report.settings import ranking, wording
from suunta.core.phrases import understand
from suunta.core.strategy import Action, FocusArea, Goal, Measure, Strategy, Term
from suunta.readers import read_file

TARGET = "Share of satisfied residents at least 85% by 2025 (2021: 80%, resident survey)"


def goal(number: str, *texts: str, actions: tuple[Action, ...] = (), title: str = "Goal") -> Goal:
    measures = tuple(Measure(text, id=f"{number}-M{i}") for i, text in enumerate(texts, start=1))
    return Goal(number, title, actions=actions, measures=measures)


def strategy(*goals: Goal) -> Strategy:
    areas = (FocusArea("1", "Area", goals=goals),)
    document = Strategy("Plan", language="en", term=Term(2022, 2025), focus_areas=areas)
    return understand(replace(document, action_year=2023))


def report(*goals: Goal, lang: str = "en") -> Report:
    return report_before_decision(strategy(*goals), lang)


def fix(found: Report, code: str) -> Fix:
    (only,) = [each for each in found.fixes if each.code == code]
    return only


@cache
def kauniainen() -> Report:
    path = folder("examples") / "kauniainen" / "strategia-2018-2022.txt"
    return report_before_decision(understand(read_file(path)), "fi")


def test_the_result_counts_what_can_be_judged():
    found = report(goal("1.1", TARGET, "Plan approved"), goal("1.2", "Number of visitors"))
    assert found.result == (
        "The document has 3 measures. 2 of them can be judged (1 by a figure, 1 by whether "
        "something has been done); 1 cannot.",
        "Of 2 goals, 1 will end as “Cannot be assessed”, even if every figure arrives.",
    )


def test_a_goal_that_can_only_be_missed_is_told_as_such():
    found = report(goal("1.1", "Unemployment decreases by 20%", TARGET))
    assert found.result[1] == (
        "Of 1 goals, 1 can be found missed but never reached, because a measure in it cannot be "
        "judged."
    )
    (doubt,) = found.goals
    assert (doubt.kind, doubt.measures) == ("blocked", ("1.1-M1",))
    assert doubt.why == "A change is promised, but not from what level."


def test_a_document_without_measures_says_that_nothing_can_be_judged():
    assert report(goal("1.1")).result == (
        "The document has no measures: nothing in it can be judged.",
    )


def test_what_leaves_a_goal_unassessable_comes_before_what_leaves_a_measure_open():
    found = report(goal("1.1", "Number of visitors", TARGET), goal("1.2", "Number of trees"))
    first, second = [each for each in found.fixes if each.code == "no-target"]
    assert (first.consequence, [place.item for place in first.places]) == ("goal", ["1.2-M1"])
    assert (second.consequence, [place.item for place in second.places]) == ("measure", ["1.1-M1"])
    assert found.fixes[0] == first


def test_findings_of_one_kind_are_one_row():
    found = report(goal("1.1", "Unit cost at most 5 €", "Waiting time at most 3 days"))
    assert [place.item for place in fix(found, "target-without-source").places] == [
        "1.1-M1",
        "1.1-M2",
    ]


def test_a_missing_deadline_is_proposed_in_the_documents_language():
    found = report(goal("1.1", "Share of satisfied residents at least 85%."), lang="fi")
    (place,) = fix(found, "target-without-deadline").places
    assert place.proposal == "Share of satisfied residents at least 85%, by the end of 2025"


def test_an_action_that_nothing_follows_is_proposed_as_a_step():
    survey = Action("Satisfied residents are surveyed", id="1.1-A1", responsible=("Works",))
    library = Action("Library renovated", id="1.1-A2", responsible=("Works",))
    found = report(goal("1.1", TARGET, actions=(survey, library)))
    (place,) = fix(found, "action-without-measure").places
    assert place.proposal == "Done by the end of 2023: Library renovated"


def test_an_action_that_only_ensures_gets_no_proposal():
    action = Action("Ensure a varied housing stock", id="1.1-A1", responsible=("Works",))
    found = report(goal("1.1", TARGET, actions=(action,)))
    (place,) = fix(found, "action-without-measure").places
    assert place.proposal is None


def test_a_measure_told_twice_is_proposed_as_a_reference():
    found = report(goal("1.1", TARGET), goal("1.2", TARGET))
    (place,) = fix(found, "duplicate-measure").places
    assert (place.item, place.proposal) == ("1.2-M1", "See 1.1-M1")


def test_a_goals_own_target_is_proposed_as_its_measure():
    title = "Share of satisfied residents at least 90%"
    (doubt,) = report(goal("1.1", "Number of visitors", title=title)).goals
    assert doubt.proposals == (title,)
    assert doubt.remedy.startswith("The goal’s own text states a target level")


def test_reporting_is_things_times_rounds_times_minutes():
    found = report(goal("1.1", TARGET, "Number of visitors"))
    assert found.reporting.minutes_a_year == 2 * 3 * 2


def test_more_than_the_limit_is_over_it_and_as_many_is_not():
    texts = [f"Waiting time of queue {i} at most 3 days" for i in range(6)]
    found = report(goal("1.1", *texts), goal("1.2", *texts[:5]))
    assert [each.over for each in found.by_goal] == [True, False]
    (most,) = [each for each in found.load if each.key == "measures_of_goal"]
    assert (most.number, most.limit, most.over) == (6, 5, True)


def test_responsible_parties_are_counted_whatever_their_letter_case():
    actions = tuple(
        Action(f"Thing {i} done", id=f"1.1-A{i}", responsible=(name,))
        for i, name in enumerate(["Works", "works", "Schools"], start=1)
    )
    found = report(goal("1.1", TARGET, actions=actions))
    assert [(each.name, each.actions) for each in found.by_responsible] == [
        ("Works", 2),
        ("Schools", 1),
    ]


def test_the_annex_holds_every_finding_in_the_order_of_the_document():
    found = kauniainen()
    path = folder("examples") / "kauniainen" / "strategia-2018-2022.txt"
    assert len(found.findings) == len(lint(understand(read_file(path)), "fi"))
    goals = [finding.goal for finding in found.findings if finding.goal]
    assert goals == sorted(goals)


def test_a_lonely_starting_level_is_one_row_and_not_two():
    found = report(goal("1.1", "Cost per pupil (2018: 366 €)", TARGET))
    assert {"no-target", "baseline-without-target"} <= {each.code for each in found.findings}
    codes = [each.code for each in found.fixes if each.places[0].item == "1.1-M1"]
    assert codes == ["baseline-without-target"]


def test_the_real_document_has_two_goals_that_nobody_can_assess():
    # By hand: 2.4 has one measure and 3.3 has four, all of them only followed
    # (tests/data/kauniainen-defects.json, monitoring_only_measures).
    assert [doubt.number for doubt in kauniainen().goals] == ["2.4", "3.3"]


def test_the_real_documents_elements_are_counted():
    counts = kauniainen().counts
    assert (counts.focus_areas, counts.goals, counts.actions, counts.measures) == (5, 19, 63, 88)
    assert counts.judged + counts.followed == counts.measures


def test_the_json_is_plain_and_complete():
    found = report_json(kauniainen())
    assert json.loads(json.dumps(found)) == found
    assert set(found) == {
        "title", "language", "document_language", "result", "counts", "fixes", "goals", "load",
        "reporting", "by_goal", "by_responsible", "good", "findings",
    }  # fmt: skip


def test_every_code_of_lint_is_ranked_once_and_named():
    codes = yaml.safe_load((folder("definitions") / "lint" / "en.yaml").read_text("utf-8"))
    ranked = [code for listed in ranking().values() for code in listed]
    assert sorted(ranked) == sorted(codes)
    assert set(wording("en")["kinds"]) == set(codes)


@pytest.mark.parametrize("lang", ["fi", "sv"])
def test_every_language_says_the_same_things(lang: str):
    assert blanks(wording(lang)) == blanks(wording("en"))


def blanks(words: Any, at: str = "") -> dict[str, set[str]]:
    """Each text's place and what is filled into it."""
    if isinstance(words, str):
        return {at: {part.split("}")[0] for part in words.split("{")[1:]}}
    found: dict[str, set[str]] = {}
    for key, value in words.items():
        found |= blanks(value, f"{at}/{key}")
    return found


@pytest.mark.parametrize("lang", ["fi", "sv", "en"])
def test_an_empty_document_has_an_empty_report(lang: str):
    found = report_before_decision(Strategy(""), lang)
    assert (found.fixes, found.goals, found.good, found.findings) == ((), (), (), ())
