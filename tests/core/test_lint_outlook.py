"""What the rules of assessment can ever say of a document, whatever the figures turn out to be."""

from __future__ import annotations

import pytest

from suunta.core.lint.report.outlook import GoalOutlook, outlooks
from suunta.core.phrases import understand
from suunta.core.strategy import FocusArea, Goal, Measure, Strategy, Term


def outlook(*measures: str, term: Term = Term(2022, 2025)) -> GoalOutlook:  # noqa: B008
    listed = tuple(Measure(text, id=f"1.1-M{i}") for i, text in enumerate(measures, start=1))
    area = FocusArea("1", "Area", goals=(Goal("1.1", "Goal", measures=listed),))
    strategy = Strategy("T", language="en", term=term, focus_areas=(area,))
    (found,) = outlooks(understand(strategy))
    return found


@pytest.mark.parametrize(
    ("text", "by"),
    [
        ("Share of satisfied residents at least 85%", "figure"),
        ("Satisfaction 3.5–4.0 by 2025", "figure"),
        ("Unemployment decreases by 20% (2021: 9%)", "figure"),
        ("Number of visitors grows", "figure"),
        ("Emissions decrease by 60% from 2007", "figure"),
        ("Net costs decrease by 2% annually", "figure"),
        ("A meeting at least once a year", "figure"),
        ("Emissions reduced by 60% by 2030 (2021: 90 ktCO2e)", "figure"),
        ("The cultural plan has been approved", "step"),
    ],
)
def test_a_measure_that_the_rules_can_judge_is_judged_by_figure_or_step(text: str, by: str):
    (measure,) = outlook(text).measures
    assert (measure.status, measure.by) == ("met", by)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("Number of visitors", "followed"),
        ("Share of satisfied residents, target xx %", "placeholder"),
        ("Unemployment decreases by 20%", "no-baseline"),
    ],
)
def test_a_measure_that_they_cannot_judge_has_its_reason(text: str, reason: str):
    found = outlook(text)
    assert found.measures[0].reasons == (reason,)
    assert (found.verdict, found.assessable, found.reasons) == (
        "cannot_be_assessed",
        False,
        (reason,),
    )


def test_a_goal_without_measures_cannot_be_assessed():
    assert outlook().reasons == ("no-measure",)


def test_one_measure_that_can_be_judged_makes_its_goal_so():
    found = outlook("Number of visitors", "Share of satisfied residents at least 85%")
    assert (found.verdict, found.hindering, found.reasons) == ("reached", (), ())


def test_a_change_from_an_unknown_level_keeps_its_goal_from_being_reached_but_not_missed():
    found = outlook("Unemployment decreases by 20%", "Share of satisfied residents at least 85%")
    assert (found.verdict, found.assessable) == ("cannot_be_assessed", True)
    assert [each.measure.id for each in found.hindering] == ["1.1-M1"]
    assert found.reasons == ("no-baseline",)


def test_a_document_without_a_term_is_judged_all_the_same():
    assert outlook("Share of satisfied residents at least 85%", term=Term()).verdict == "reached"


@pytest.mark.parametrize("year", [1, 9999])
def test_impossible_looking_years_end_in_no_error(year: int):
    assert outlook("At least 85% are satisfied (2021: 80%)", term=Term(year, year)).measures
