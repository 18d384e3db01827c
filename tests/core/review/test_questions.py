"""What a reading is not sure of is asked."""

from __future__ import annotations

from suunta.core.review import QUESTION_BELOW, questions
from suunta.core.strategy import Doubt, FocusArea, Goal, Measure, Strategy, SubMeasure


def document(*measures: Measure) -> Strategy:
    goal = Goal("1.1", "Tavoite", measures=measures)
    return Strategy("Strategia", focus_areas=(FocusArea("1", "Elinvoima", goals=(goal,)),))


def measure(code: str, *confidences: float) -> Measure:
    subs = tuple(SubMeasure("numeric", "Väkiluku", confidence=each) for each in confidences)
    return Measure("Väkiluku kasvaa", subs, id=code)


def test_the_least_sure_is_asked_first() -> None:
    asked = questions(document(measure("M1", 0.6), measure("M2", 1.0, 0.2)), ())
    assert [(each.id, each.part, each.confidence) for each in asked] == [
        ("M2", 2, 0.2),
        ("M1", 1, 0.6),
    ]


def test_a_reading_at_the_threshold_is_not_asked() -> None:
    assert questions(document(measure("M1", QUESTION_BELOW)), ()) == ()


def test_what_a_person_settled_is_not_asked() -> None:
    assert questions(document(measure("M1", 0.1)), {"M1"}) == ()


def test_a_measure_in_which_nothing_was_understood_is_asked() -> None:
    (asked,) = questions(document(measure("M1")), ())
    assert (asked.confidence, asked.why) == (0.0, "not_understood")


def test_whether_it_is_one_thing_or_several_is_asked_once() -> None:
    doubt = Doubt("sub_measures", 0.5, "mixed_parts")
    sub = SubMeasure("numeric", "Väkiluku", confidence=0.5, doubts=(doubt,))
    asked = questions(document(Measure("Väkiluku 3, ikä 4", (sub, sub), id="M1")), ())
    assert [(each.part, each.why) for each in asked] == [(1, "mixed_parts")]


def test_each_doubted_field_is_asked_about_with_its_words() -> None:
    doubts = (
        Doubt("unit", 0.5, "no_unit", "3"),
        Doubt("target_value", 0.9, "approximate"),
    )
    sub = SubMeasure("numeric", "Väkiluku", confidence=0.5, doubts=doubts)
    (asked,) = questions(document(Measure("Väkiluku 3", (sub,), id="M1")), ())
    assert (asked.field, asked.why, asked.words) == ("unit", "no_unit", "3")
