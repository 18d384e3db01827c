"""Steps of a computation as data; levels of many targets in columns; notes."""

from __future__ import annotations

import math
from datetime import date

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from suunta.core.assess.columns import reduce_columns
from suunta.core.assess.explain import explain
from suunta.core.assess.levels import BASES, COMPARATORS, given_sign, goal_of, is_open
from suunta.core.assess.measure import MeasureInput, Point, Target, assess_measures
from suunta.core.assess.notes import CODES, read_note, remark, write_note

MEASURE = MeasureInput(
    "a",
    tuple(Point(str(2019 + i), v, v, 100) for i, v in enumerate((89, 90.5, 91))),
    Target(">=", 95, deadline="2024"),
    "up",
    limits=(0, 100),
    today=date(2022, 2, 1),
)


def test_the_steps_lead_to_the_assessment():
    steps, answer = explain(MEASURE), assess_measures([MEASURE])[0]
    assert steps.f == pytest.approx(steps.inputs[-1].value + steps.damping * steps.b * steps.h)
    assert steps.s2 == max(steps.squares / steps.span, 2 * steps.newest_variance)
    assert steps.se == pytest.approx(math.sqrt(steps.s2 * steps.h * (1 + steps.h / steps.span)))
    assert steps.low == pytest.approx(steps.forecast - steps.t * steps.se)
    assert (steps.df, steps.direction, steps.deadline) == (2, 1, 2025.0)
    assert (steps.status, steps.p, steps.forecast) == (
        answer.status,
        answer.p_reach,
        answer.forecast,
    )


def test_a_measure_with_few_values_has_few_steps():
    steps = explain(MeasureInput("a", (Point("2020", 4),), Target(">=", 5, deadline="2023")))
    assert (steps.h, steps.span, steps.f, steps.p, steps.squares) == (3, None, None, None, None)


def test_the_steps_show_nothing_of_a_suppressed_value():
    hidden = (*MEASURE.points, Point("2022", None, suppressed=True))
    steps = explain(MeasureInput("a", hidden, MEASURE.target))
    assert steps.inputs == ()
    assert (steps.f, steps.b, steps.newest_variance) == (None, None, None)


# statsmodels confint_proportions_2indep(91, 100, 90, 100, method="newcomb", compare="diff",
# correction=False), times 100
def test_the_change_since_the_previous_value_has_newcombes_interval():
    shares = tuple(Point(str(2020 + i), v, v, 100) for i, v in enumerate((90, 91)))
    change = explain(MeasureInput("a", shares, MEASURE.target)).change
    assert (change.since, change.difference) == ("2020", 1)
    assert (change.low, change.high) == pytest.approx((-7.500732549379531, 9.537074155060315))


def test_the_change_of_values_without_counts_has_no_interval():
    plain = (Point("2020", 5), Point("2021", 7))
    change = explain(MeasureInput("a", plain, MEASURE.target)).change
    assert (change.difference, change.low, change.high) == (2, None, None)


def test_a_share_is_explained_with_its_batch():
    own = MeasureInput("own", (Point("2021", 9),), Target(">=", 50, of="all"))
    steps = explain(own, [own, MeasureInput("all", (Point("2021", 10),))])
    assert steps.inputs[0].value == 90


def test_what_cannot_be_judged_cannot_be_explained():
    with pytest.raises(ValueError, match=r"^target\.comparator"):
        explain(MeasureInput("a", (), Target("~", 1)))


def test_a_note_is_read_back_as_it_was_written():
    said = (remark("range", low=8, high=10.5), remark("share_of", measure="a b; c"))
    note = write_note(said)
    assert note == "range low=8 high=10.5; share_of measure=a_b__c"
    assert read_note(note) == said
    assert read_note(None) == read_note("target.value: must be a number") == ()
    assert write_note([]) is None


def test_every_code_says_what_it_means():
    assert all(CODES.values())


amounts = st.none() | st.integers(-30, 30).map(float)


@settings(max_examples=60, deadline=None)
@given(
    st.sampled_from([c for c in COMPARATORS if c != "rank_top_fraction"]),
    amounts,
    amounts,
    st.none() | st.sampled_from(BASES),
    st.sampled_from([None, "up", "down"]),
    amounts,
)
def test_targets_in_columns_come_to_the_same_levels(comparator, value, top, basis, direction, base):
    number = [math.nan if a is None else a for a in (value, top, base)]
    levels = reduce_columns(
        [comparator], [number[0]], [number[1]], [basis], [direction], [number[2]]
    )
    target = Target(comparator, value, top, basis)
    try:
        assert not (value is not None and top is not None and value > top)
        sign = given_sign(target, direction)
        goal = None if is_open(target) else goal_of(target, sign, base)
    except (ValueError, AssertionError):
        assert not levels.judgeable[0]
        return
    assert levels.judgeable[0]
    if goal is None:
        assert np.isnan(levels.targets[0])
        return
    ours = (levels.targets[0], levels.far_targets[0], levels.directions[0])
    assert ours == pytest.approx((goal.target, goal.far, goal.sign), nan_ok=True)
    assert levels.strict[0] == goal.strict


def test_unknown_codes_in_columns_are_not_judgeable():
    levels = reduce_columns(
        ["~", ">=", ">=", "rank_top_fraction"], [1] * 4, [math.nan] * 4,
        ["absolute", "relative", "absolute", "absolute"], ["up", "up", "sideways", "up"],
        [math.nan] * 4,
    )  # fmt: skip
    assert not levels.judgeable.any()
    assert np.isnan(levels.targets).all()
