"""Finding by plain words in every language."""

from __future__ import annotations

import pytest

from suunta.web.public.searching import asked_words, find
from web import cast


def found(question: str) -> list[str]:
    hits = find(cast.scorecard(), question)
    return [hit.measure.id if hit.measure else hit.kind for hit in hits]


@pytest.mark.parametrize("question", ["uinti", "UINTI", "simning", "Swimming", "uin"])
def test_a_measure_is_found_in_any_language_and_by_a_part_of_a_word(question: str) -> None:
    assert found(question) == ["1.1-M5"]


def test_every_word_must_be_there() -> None:
    assert found("asunnot jono") == ["1.2-M2"]
    assert found("asunnot uinti") == []


def test_an_id_is_found() -> None:
    assert found("1.1-M3") == ["1.1-M3"]


def test_goals_come_before_measures_and_actions() -> None:
    assert found("kaikki mukaan") == ["goal"]
    assert found("kursseja") == ["action"]


def test_letters_of_finnish_are_not_folded() -> None:
    assert found("jarjestetaan") == []
    assert found("järjestetään") == ["action"]


@pytest.mark.parametrize("question", ["", "   ", "?", "a"])
def test_an_empty_question_finds_nothing(question: str) -> None:
    assert found(question) == []


def test_a_long_question_is_cut() -> None:
    assert len(asked_words("yksi kaksi " * 50)) == 8
