"""The real document: every text, line, code and nested item, against its hand-made structure."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from suunta.core.definitions import folder
from suunta.core.strategy import Strategy
from suunta.core.strategy_json import strategy_json
from suunta.readers import read_file

STRUCTURE = Path(__file__).parents[1] / "data" / "kauniainen-structure.json"


@pytest.fixture(scope="module")
def strategy() -> Strategy:
    return read_file(folder("examples") / "kauniainen" / "strategia-2018-2022.txt")


@pytest.fixture(scope="module")
def expected() -> dict[str, Any]:
    content: dict[str, Any] = json.loads(STRUCTURE.read_text(encoding="utf-8"))
    return content


def _goals(content: dict[str, Any]) -> list[dict[str, Any]]:
    return [goal for area in content["focus_areas"] for goal in area["goals"]]


def test_the_document_tells_its_own_particulars(
    strategy: Strategy, expected: dict[str, Any]
) -> None:
    found = strategy_json(strategy)
    for name in set(expected) - {"focus_areas"}:
        assert found[name] == expected[name], name


def test_the_focus_areas_have_their_numbers_names_and_slogans(
    strategy: Strategy, expected: dict[str, Any]
) -> None:
    found = [(area.number, area.name, area.slogan) for area in strategy.focus_areas]
    assert found == [(a["number"], a["name"], a["slogan"]) for a in expected["focus_areas"]]


def test_the_goals_have_their_titles_and_sub_points_joined_over_pages(
    strategy: Strategy, expected: dict[str, Any]
) -> None:
    found = [(goal.number, goal.title, list(goal.sub_bullets)) for goal in strategy.goals()]
    assert found == [(g["number"], g["title"], g["sub_bullets"]) for g in _goals(expected)]


def test_every_action_has_its_text_codes_sectors_nested_items_and_lines(
    strategy: Strategy, expected: dict[str, Any]
) -> None:
    found = [
        {
            "id": action.id,
            "text": action.text,
            "year": action.year,
            "responsible": list(action.responsible),
            "sectors": list(action.sectors),
            "nested": list(action.nested),
            "lines": list(action.span.lines),
        }
        for goal in strategy.goals()
        for action in goal.actions
    ]
    assert found == [action for goal in _goals(expected) for action in goal["actions"]]


def test_every_measure_has_its_text_and_lines(strategy: Strategy, expected: dict[str, Any]) -> None:
    found = [
        {"id": measure.id, "text": measure.text, "lines": list(measure.span.lines)}
        for measure in strategy.measures()
    ]
    assert found == [measure for goal in _goals(expected) for measure in goal["measures"]]
