"""What a changed document adds, changes and withdraws."""

from __future__ import annotations

from dataclasses import replace

from suunta.core.difference import compare
from suunta.core.strategy import Goal, Strategy
from towns import PROGRAMME, SATISFACTION, STRATEGY, VISITORS, with_measure, with_target


def with_goals(*goals: Goal) -> Strategy:
    (area,) = STRATEGY.focus_areas
    return STRATEGY.with_areas((replace(area, goals=goals),))


def with_measures(*measures) -> Strategy:
    first, second = STRATEGY.goals()
    return with_goals(replace(first, measures=measures), second)


def test_the_same_document_differs_in_nothing() -> None:
    difference = compare(STRATEGY, STRATEGY)
    assert not difference
    assert difference.unchanged == 13


def test_everything_of_a_first_document_is_added() -> None:
    kinds = [item.kind for item in compare(None, STRATEGY).added]
    assert {kind: kinds.count(kind) for kind in kinds} == {
        "strategy": 1,
        "area": 1,
        "goal": 2,
        "sub_point": 2,
        "action": 1,
        "measure": 3,
        "part": 3,
    }


def test_a_changed_target_shows_old_and_new() -> None:
    difference = compare(STRATEGY, with_target(90.0))
    part = next(change for change in difference.changed if change.kind == "part")
    assert (part.id, part.old["target_value"], part.new["target_value"]) == (
        "1.1-M1.1",
        80.0,
        90.0,
    )


def test_a_measure_that_moved_keeps_its_past() -> None:
    moved = replace(SATISFACTION, id="1.1-M2"), replace(PROGRAMME, id="1.1-M1")
    difference = compare(STRATEGY, with_measures(*reversed(moved)))
    assert difference.continues["measure"]["1.1-M1"] == "1.1-M2"
    assert difference.continues["measure"]["1.1-M2"] == "1.1-M1"
    assert not difference.added
    assert not difference.withdrawn


def test_a_measure_put_in_between_shifts_no_past() -> None:
    new = replace(VISITORS, id="1.1-M1", text="Aivan muuta")
    shifted = replace(SATISFACTION, id="1.1-M2"), replace(PROGRAMME, id="1.1-M3")
    difference = compare(STRATEGY, with_measures(new, *shifted))
    assert [item.id for item in difference.added] == ["1.1-M1", "1.1-M1.1"]
    assert difference.continues["measure"]["1.1-M3"] == "1.1-M2"


def test_words_that_are_much_alike_are_the_same_measure() -> None:
    reworded = replace(PROGRAMME, text="Ohjelma on hyväksytty")
    difference = compare(STRATEGY, with_measure(STRATEGY, reworded))
    assert [(change.kind, change.old_id) for change in difference.changed] == [
        ("measure", "1.1-M2")
    ]


def test_other_words_under_the_same_id_are_another_measure() -> None:
    other = replace(PROGRAMME, text="Kylpylässä käydään", sub_measures=VISITORS.sub_measures)
    difference = compare(STRATEGY, with_measure(STRATEGY, other))
    assert [item.text for item in difference.withdrawn] == ["Ohjelma hyväksytty"] * 2
    assert [item.id for item in difference.added] == ["1.1-M2", "1.1-M2.1"]


def test_a_withdrawn_goal_takes_what_is_below_it_along() -> None:
    first, _ = STRATEGY.goals()
    difference = compare(STRATEGY, with_goals(first))
    assert [item.id for item in difference.withdrawn] == ["1.2", "1.2-M1", "1.2-M1.1"]


def test_lines_that_moved_are_no_change() -> None:
    elsewhere = replace(SATISFACTION, span=replace(SATISFACTION.span, lines=(99,)))
    assert not compare(STRATEGY, with_measure(STRATEGY, elsewhere))


def test_a_surer_reading_is_no_change() -> None:
    (sub,) = SATISFACTION.sub_measures
    surer = replace(SATISFACTION, sub_measures=(replace(sub, confidence=0.5),))
    assert not compare(STRATEGY, with_measure(STRATEGY, surer))
