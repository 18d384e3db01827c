"""Finding by plain words in every language."""

from __future__ import annotations

import pytest
from django.test import Client

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


@pytest.mark.parametrize(
    ("question", "measure"),
    [
        ("lukemista", "1.1-M3"),
        ("tyytyväisyyteen", "1.1-M1"),
        ("asunnoista", "1.2-M2"),
        ("asuntojen", "1.2-M2"),
        ("koulutuksesta", "1.1-M4"),
        ("deltagandet", "1.1-M2"),
    ],
)
def test_an_inflected_word_is_found(question: str, measure: str) -> None:
    assert measure in found(question)


def test_what_begins_with_the_word_comes_before_what_only_shares_its_stem() -> None:
    hits = find(cast.scorecard(), "koulu")
    assert hits[0].measure is not None
    assert hits[0].measure.id == "1.1-M4"
    scores = [hit.score for hit in hits]
    assert scores == sorted(scores, reverse=True)


def test_what_was_looked_for_is_marked(visitor: Client) -> None:
    html = visitor.get("/mallila/fi/search/?q=uin").content.decode()
    assert "<mark>Uin</mark>ti" in html


def test_where_nothing_is_found_the_focus_areas_are_offered(visitor: Client) -> None:
    html = visitor.get("/mallila/sv/search/?q=zeppelin").content.decode()
    assert 'href="/mallila/sv/area/1/"' in html


def test_letters_of_finnish_are_not_folded() -> None:
    assert found("jarjestetaan") == []
    assert found("järjestetään") == ["action"]


@pytest.mark.parametrize("question", ["", "   ", "?", "a"])
def test_an_empty_question_finds_nothing(question: str) -> None:
    assert found(question) == []


def test_a_long_question_is_cut() -> None:
    assert len(asked_words("yksi kaksi " * 50)) == 8
