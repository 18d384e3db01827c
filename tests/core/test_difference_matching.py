"""Matching by meaning, counted on invented pairs in three languages."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from suunta.core.difference import compare
from suunta.core.phrases import understand
from suunta.core.strategy import FocusArea, Goal, Measure, Strategy

PAIRS = Path(__file__).parents[1] / "data" / "difference-pairs.yaml"


@cache
def documents() -> list[dict[str, Any]]:
    return yaml.safe_load(PAIRS.read_text(encoding="utf-8"))


def strategy(language: str, goals: list[list[str]]) -> Strategy:
    """Goals of measures, numbered by place."""
    found = tuple(
        Goal(
            f"1.{number}",
            f"{number}",
            measures=tuple(
                Measure(text, id=f"1.{number}-M{place}")
                for place, text in enumerate(texts, start=1)
            ),
        )
        for number, texts in enumerate(goals, start=1)
    )
    area = FocusArea("1", "S", goals=found)
    return understand(Strategy("S", language=language, focus_areas=(area,)))


def counts(which: str) -> dict[str, int]:
    """Right and wrong matches, matches missed, and wrong ones that are shown as sure."""
    found = dict.fromkeys(("pairs", "right", "wrong", "missed", "wrong and sure"), 0)
    for document in documents():
        if which not in (document["set"], "all"):
            continue
        for expected, got, certainty in matches(document):
            found["pairs"] += expected is not None
            found["right"] += got is not None and got == expected
            found["wrong"] += got is not None and got != expected
            found["missed"] += got is None and expected is not None
            found["wrong and sure"] += got not in (None, expected) and certainty == "sure"
    return found


def matches(document: dict[str, Any]) -> list[tuple[str | None, str | None, str]]:
    """Expected and found old id of every new measure, and how sure it is."""
    language, goals = document["language"], document["goals"]
    old_ids = {
        (number, letter): f"1.{number}-M{place}"
        for number, goal in enumerate(goals, start=1)
        for place, letter in enumerate(goal["old"], start=1)
    }
    before = strategy(language, [list(goal["old"].values()) for goal in goals])
    after = strategy(language, [[text for _, text in goal["new"]] for goal in goals])
    difference = compare(before, after)
    certain = {c.id: c.certainty for c in difference.changed if c.kind == "measure"}
    continues = difference.continues.get("measure", {})
    return [
        (old_ids.get((number, letter)), continues.get(code), certain.get(code, "sure"))
        for number, goal in enumerate(goals, start=1)
        for place, (letter, _) in enumerate(goal["new"], start=1)
        for code in [f"1.{number}-M{place}"]
    ]


def test_there_are_more_than_forty_pairs() -> None:
    assert counts("all")["pairs"] >= 40
    assert counts("held out")["pairs"] >= 20


@pytest.mark.parametrize("which", ["chosen", "held out"])
def test_nineteen_of_twenty_matches_are_right_and_found(which: str) -> None:
    found = counts(which)
    assert found["right"] >= 0.95 * (found["right"] + found["wrong"]), found
    assert found["right"] >= 0.95 * found["pairs"], found


@pytest.mark.parametrize("which", ["chosen", "held out"])
def test_no_wrong_match_is_shown_as_sure(which: str) -> None:
    assert counts(which)["wrong and sure"] == 0
