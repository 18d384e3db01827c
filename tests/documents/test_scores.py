"""Documents of made-up towns, in many layouts, formats and three languages, beside their golds."""

from __future__ import annotations

import pytest
from scoring import KINDS, Score, by_language, gold_of, is_exact, names, score_of, scored

LEAST_STRUCTURE = 0.95
LEAST_EXACT = 0.85
LEAST_EXACT_OF_A_LANGUAGE = 0.80


@pytest.mark.parametrize("name", names())
def test_the_structure_of_a_document_is_found(name: str) -> None:
    score = score_of(name)
    for kind in KINDS:
        assert score.recall(kind) >= LEAST_STRUCTURE, (kind, score.wrong)
        assert score.precision(kind) >= LEAST_STRUCTURE, (kind, score.wrong)


def test_the_sub_measures_of_all_documents_together_are_exact() -> None:
    total = sum(by_language().values(), Score())
    assert total.exactness >= LEAST_EXACT, total.wrong


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_the_sub_measures_in_a_language_are_exact(language: str) -> None:
    score = by_language()[language]
    assert score.exactness >= LEAST_EXACT_OF_A_LANGUAGE, score.wrong


def test_the_documents_are_of_many_layouts_and_three_languages() -> None:
    golds = [gold_of(name) for name in names()]
    assert len(golds) >= 12
    assert len({gold["layout"] for gold in golds}) >= 5
    assert {gold["language"] for gold in golds} == {"fi", "sv", "en"}


def content(title: str, *measures: dict[str, object]) -> dict[str, object]:
    return {"focus_areas": [{"goals": [{"title": title, "measures": list(measures)}]}]}


def test_what_the_gold_lacks_lowers_the_precision() -> None:
    gold = content("Arki", {"text": "Velka"})
    score = scored(content("Arki", {"text": "Velka"}, {"text": "Lisä"}), gold)
    assert (score.precision("measures"), score.recall("measures")) == (0.5, 1.0)


def test_a_measure_under_another_goal_is_not_found() -> None:
    score = scored(content("Koti", {"text": "Velka"}), content("Arki", {"text": "Velka"}))
    assert score.recall("measures") == 0.0


def test_one_wrong_field_makes_a_measure_inexact() -> None:
    gold = {"kind": "numeric", "comparator": ">=", "target_value": 5, "unit": "%"}
    assert is_exact([{**gold, "target_value": 5.0}], [gold], {})
    assert not is_exact([{**gold, "target_value": 6}], [gold], {})
    assert not is_exact([{**gold, "unit": "kpl"}], [gold], {})
    assert is_exact([{**gold, "unit": "kpl"}], [{**gold, "accept": {"unit": ["kpl"]}}], {})
