"""A strategy as JSON and back, and what is said of JSON that holds none."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any, get_args

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from suunta.core.errors import InputError
from suunta.core.strategy import (
    Action,
    Baseline,
    Comparator,
    Doubt,
    FocusArea,
    Goal,
    Kind,
    Measure,
    Part,
    SectorMark,
    Span,
    Strategy,
    SubMeasure,
    Term,
)
from suunta.core.strategy_json import strategy_from_json, strategy_json
from suunta.readers import read_bytes

WORDS = st.text(st.characters(exclude_categories=("Cs", "Cc")), min_size=1, max_size=20).filter(
    lambda text: bool(text.strip())
)
FIGURES = st.none() | st.floats(-1e9, 1e9, allow_nan=False).map(lambda value: round(value, 3))
SHARES = st.floats(0, 1)
SPANS = st.builds(
    Span,
    lines=st.lists(st.integers(1, 900), max_size=3).map(tuple),
    page=st.none() | st.integers(1, 90),
    sheet=st.none() | WORDS,
    cell=st.none() | WORDS,
    start=st.none() | st.integers(0, 90),
    end=st.none() | st.integers(0, 90),
    box=st.none() | st.tuples(SHARES, SHARES, SHARES, SHARES),
)
SUBS = st.builds(
    SubMeasure,
    kind=st.sampled_from(get_args(Kind)),
    indicator=WORDS,
    unit=st.none() | WORDS,
    comparator=st.sampled_from(get_args(Comparator)),
    target_value=FIGURES,
    target_value_max=FIGURES,
    target_period=st.none() | st.just("2025"),
    baseline=st.lists(st.builds(Baseline, st.none() | WORDS, FIGURES), max_size=2).map(tuple),
    direction=st.sampled_from(["up", "down", None]),
    change_bound=st.sampled_from([">=", None]),
    placeholder=st.booleans(),
    confidence=st.floats(0, 1),
    parts=st.lists(
        st.builds(Part, WORDS, st.integers(0, 9), st.integers(0, 9), WORDS), max_size=2
    ).map(tuple),
    doubts=st.lists(st.builds(Doubt, WORDS, st.floats(0, 1), WORDS, WORDS), max_size=2).map(tuple),
)
TEXTS = st.lists(WORDS, max_size=2).map(tuple)
MEASURES = st.builds(
    Measure, text=WORDS, sub_measures=st.lists(SUBS, max_size=2).map(tuple), id=WORDS, span=SPANS
)
ACTIONS = st.builds(
    Action,
    text=WORDS,
    year=st.none() | st.integers(1990, 2100),
    responsible=TEXTS,
    nested=TEXTS,
    sectors=TEXTS,
    id=WORDS,
    span=SPANS,
)
GOALS = st.builds(
    Goal,
    number=WORDS,
    title=WORDS,
    sub_bullets=TEXTS,
    actions=st.lists(ACTIONS, max_size=2).map(tuple),
    measures=st.lists(MEASURES, max_size=2).map(tuple),
    span=SPANS,
)
STRATEGIES = st.builds(
    Strategy,
    title=WORDS,
    subtitle=st.none() | WORDS,
    vision=st.none() | WORDS,
    language=st.sampled_from(["fi", "sv", "en"]),
    term=st.builds(Term, st.none() | st.integers(1990, 2100), st.none() | st.integers(1990, 2100)),
    sector_legend=st.lists(st.builds(SectorMark, WORDS, WORDS, st.none() | WORDS), max_size=2).map(
        tuple
    ),
    column_headers=st.dictionaries(WORDS, WORDS, max_size=3).map(
        lambda found: tuple(found.items())
    ),
    focus_areas=st.lists(
        st.builds(
            FocusArea, number=WORDS, name=WORDS, goals=st.lists(GOALS, max_size=2).map(tuple)
        ),
        max_size=2,
    ).map(tuple),
)


@settings(max_examples=60, deadline=None)
@given(STRATEGIES)
def test_json_keeps_everything(strategy: Strategy) -> None:
    assert strategy_from_json(json.loads(json.dumps(strategy_json(strategy)))) == strategy


@settings(max_examples=25, deadline=None)
@given(STRATEGIES)
def test_a_yaml_file_keeps_everything(strategy: Strategy) -> None:
    text = yaml.safe_dump(strategy_json(strategy), allow_unicode=True, sort_keys=False)
    assert read_bytes("s.yaml", text.encode()) == strategy


def _smallest() -> dict[str, Any]:
    goal = {"number": "1.1", "title": "Goal", "measures": [{"text": "M"}]}
    return {"title": "T", "focus_areas": [{"number": "1", "name": "A", "goals": [goal]}]}


def test_missing_and_unknown_keys_are_no_faults() -> None:
    strategy = strategy_from_json({**_smallest(), "notes": "kept by nobody"})
    assert strategy.measures() == (Measure(text="M"),)


def test_a_number_where_a_text_belongs_is_its_text() -> None:
    content = _smallest()
    content["focus_areas"][0]["number"] = 1
    assert strategy_from_json(content).focus_areas[0].number == "1"


def test_all_faults_are_told_at_once_with_their_places() -> None:
    content = _smallest()
    del content["title"]
    content["action_year"] = "soon"
    goal = content["focus_areas"][0]["goals"][0]
    goal["sub_bullets"] = "one"
    goal["measures"] = [{"text": "M", "sub_measures": [{"kind": "guess", "target_value": True}]}]
    with pytest.raises(InputError) as caught:
        strategy_from_json(content)
    at = "focus_areas[0].goals[0]"
    assert {fault.place for fault in caught.value.faults} == {
        "title",
        "action_year",
        f"{at}.sub_bullets",
        f"{at}.measures[0].sub_measures[0].kind",
        f"{at}.measures[0].sub_measures[0].target_value",
    }
    assert all(fault.remedy for fault in caught.value.faults)


@pytest.mark.parametrize("content", [None, [], "text", 3])
def test_what_is_no_object_is_no_strategy(content: Any) -> None:
    with pytest.raises(InputError, match="no strategy"):
        strategy_from_json(content)


@pytest.mark.parametrize("value", [float("nan"), float("inf"), 10**400])
def test_a_number_out_of_all_bounds_is_refused(value: float) -> None:
    with pytest.raises(InputError, match="action_year"):
        strategy_from_json({**_smallest(), "action_year": value})


@pytest.mark.parametrize("title", ["T\0", "T\ud800"])
def test_a_character_that_no_store_takes_is_refused(title: str) -> None:
    with pytest.raises(InputError, match="title"):
        strategy_from_json({**_smallest(), "title": title})


def test_the_kind_of_a_measure_is_that_of_its_strongest_part() -> None:
    subs = (SubMeasure("monitoring", "a"), SubMeasure("milestone", "b"))
    strategy = strategy_from_json(_smallest())
    goal = replace(strategy.goals()[0], measures=(Measure("M", subs),))
    area = replace(strategy.focus_areas[0], goals=(goal,))
    found = strategy_json(strategy.with_areas((area,)))
    assert found["focus_areas"][0]["goals"][0]["measures"][0]["kind"] == "milestone"


@pytest.mark.parametrize("box", [[0.1, 0.2, 0.3], [0.1, 0.2, 0.3, 1.5], [0.1, 0.2, "a", 0.4]])
def test_a_box_of_other_than_four_fractions_is_a_fault(box: list[Any]) -> None:
    area = {"number": "1", "name": "Arki", "goals": [], "span": {"page": 1, "box": box}}
    with pytest.raises(InputError, match="box"):
        strategy_from_json({"title": "Plan", "focus_areas": [area]})


def test_the_box_of_two_texts_made_one_is_around_both() -> None:
    first = Span(page=1, box=(0.1, 0.2, 0.5, 0.3))
    second = Span(page=1, box=(0.05, 0.3, 0.4, 0.4))
    assert first.joined(second) == Span(page=1, box=(0.05, 0.2, 0.5, 0.4))


def test_of_texts_on_two_pages_the_place_is_that_of_the_first() -> None:
    first = Span(page=1, box=(0.1, 0.2, 0.5, 0.3))
    assert first.joined(Span(page=2, box=(0, 0, 1, 1))) == first
