"""Many series at once give, to the last bit, the answers that measures get one by one."""

from __future__ import annotations

import math

import numpy as np
import pytest

from bulk_cases import NAN, in_bulk, one_by_one, period, random_case
from suunta.core.assess.measure import Assessment, MeasureInput, Point, Target, assess_measures
from suunta.core.assess.status import STATUSES

NUMBERS = (
    *("value", "value_period", "target", "forecast", "low80", "high80", "p_reach"),
    *("required_pace", "actual_pace"),
)
# fields of a measure, and the columns that hold them in bulk
FIELDS = {
    "points": "series.",
    "target.comparator": "targets.comparator",
    "target.basis": "targets.basis",
    "direction": "targets.direction",
    "target.value": "targets.value",
    "target.value_max": "targets.value_max",
    "baseline.value": "targets.baseline_value",
    "limits": "targets.",
    "target.peers": "targets.value",
}


def as_period(text: str | None, series: dict[str, list]) -> float:
    if text is None:
        return NAN
    return next(t for t in series["t"] if period(t) == text)


def same(one: Assessment, answers, row: int, series: dict[str, list]) -> bool:
    for name in NUMBERS:
        ours = answers.value_time[row] if name == "value_period" else getattr(answers, name)[row]
        theirs = getattr(one, name)
        theirs = as_period(theirs, series) if name == "value_period" else theirs
        theirs = NAN if theirs is None else theirs
        if not (ours == theirs or (math.isnan(ours) and math.isnan(theirs))):
            return False
    found = (answers.status[row], answers.certain[row], answers.trend[row] or None, answers.n[row])
    return found == (one.status, one.certain, one.trend, one.n)


def note_of(answers, row: int, series: dict[str, list]) -> str | None:
    """The note as one measure has it: periods there are written as in its points."""
    said = []
    for column in answers.remarks:
        if column.mask[row]:
            item = str(column.at(row))
            if column.code == "baseline_from_first_value":
                time = column.details["period"][row]
                item = item.replace(f"period={time:.10g}", f"period={period(time)}")
            said.append(item)
    return "; ".join(said) or None


@pytest.mark.parametrize("seed", range(4))
def test_bulk_answers_are_to_the_last_bit_those_of_one_measure_at_a_time(seed):
    rng = np.random.default_rng(seed)
    cases = [random_case(rng) for _ in range(1500)]
    answers = in_bulk(cases)
    expected = assess_measures([one_by_one(*case, str(i)) for i, case in enumerate(cases)])
    for row, one in enumerate(expected):
        assert same(one, answers, row, cases[row][0]), (one, cases[row])
        if one.status != "error":
            assert note_of(answers, row, cases[row][0]) == one.note, (one, cases[row])
    assert {one.status for one in expected} == {*STATUSES, "error"}


@pytest.mark.parametrize("seed", range(2))
def test_what_is_wrong_is_named_by_its_column(seed):
    rng = np.random.default_rng(100 + seed)
    cases = [random_case(rng) for _ in range(1500)]
    answers = in_bulk(cases)
    for row, one in enumerate(
        assess_measures([one_by_one(*case, str(i)) for i, case in enumerate(cases)])
    ):
        named = [str(fault) for fault in answers.faults if fault.mask[row]]
        assert bool(named) == (one.status == "error"), (one, named, cases[row])
        if named:
            field = one.note.split(":")[0].split("[")[0]
            assert any(FIELDS[field] in text for text in named), (one.note, named)


def test_numbers_beyond_what_floats_hold_never_stop_the_others():
    huge = tuple(Point(str(2015 + i), 1e308, 1e-300, 1e300) for i in range(4))
    level = Target("increase", 1e308, basis="change_percent", deadline="2024")
    measures = [
        MeasureInput("counts", huge, Target(">=", 1, deadline="2024")),
        MeasureInput("level", huge, level, baseline=Point("", 1e308)),
        MeasureInput("sound", (Point("2020", 3),), Target(">=", 1, deadline="2024")),
    ]
    found = {one.id: (one.status, one.note) for one in assess_measures(measures)}
    assert found["counts"] == ("met", "margin_unknown")
    assert found["level"] == ("error", "target.value: comes to a level that is no finite number")
    assert found["sound"][0] == "met"
