"""A top fraction of an unknown number of peers can wait for a value, but not be judged."""

from __future__ import annotations

from datetime import date

from suunta.core.assess.measure import MeasureInput, Point, Target, assess_measures

TOP_THIRD = Target("rank_top_fraction", 0.3333, deadline="2021")
BASELINE = Point("2020", 2)


def status(*points: Point) -> str:
    measure = MeasureInput("costs", points, TOP_THIRD, "down", BASELINE, today=date(2023, 3, 31))
    return assess_measures([measure])[0].status


def test_it_awaits_a_result_while_the_baseline_is_its_only_value():
    assert status(BASELINE) == "awaiting"


def test_without_any_value_but_the_baseline_named_it_awaits_one_too():
    assert status() == "awaiting"


def test_a_newer_value_cannot_be_judged_and_the_note_says_what_is_missing():
    measure = MeasureInput("costs", (BASELINE, Point("2021", 4)), TOP_THIRD, "down", BASELINE)
    (answer,) = assess_measures([measure])
    assert answer.status == "error"
    assert "target.peers" in (answer.note or "")
