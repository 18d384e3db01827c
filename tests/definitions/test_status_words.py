"""The fixed vocabularies: every key of the code has its words, and the glossary the same ones."""

from __future__ import annotations

from typing import get_args

import pytest

from suunta.core.definitions import PACKAGE, folder, load_yaml
from suunta.core.scorecard import ACTION_STATES, MEASURE_STATUSES, VERDICTS
from suunta.core.strategy import Basis, Comparator
from suunta.core.texts import LANGUAGES

STATUSES = load_yaml(folder("definitions") / "statuses.yaml")
GLOSSARY = (PACKAGE.parents[1] / "GLOSSARY.md").read_text(encoding="utf-8")
ENTRIES = [
    pytest.param(entry, id=f"{vocabulary} {key}")
    for vocabulary, entries in STATUSES.items()
    for key, entry in entries.items()
]


@pytest.mark.parametrize(
    ("vocabulary", "keys"),
    [
        ("measure", MEASURE_STATUSES),
        ("action", ACTION_STATES),
        ("verdict", VERDICTS),
        ("trend", ("improving", "worsening", "no_clear_trend")),
        ("kind", ("actual", "preliminary", "forecast", "budget")),
        ("basis", get_args(Basis)),
        ("comparator", get_args(Comparator)),
    ],
)
def test_a_vocabulary_has_the_keys_of_the_code_in_their_order(
    vocabulary: str, keys: tuple[str, ...]
) -> None:
    assert tuple(STATUSES[vocabulary]) == keys


@pytest.mark.parametrize("entry", ENTRIES)
def test_every_word_is_explained_in_one_sentence_in_each_language(
    entry: dict[str, dict[str, str]],
) -> None:
    for language in LANGUAGES:
        assert entry[language]["label"]
        assert entry[language]["meaning"].endswith(".")
        assert ". " not in entry[language]["meaning"]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("vocabulary", list(STATUSES))
def test_two_keys_of_a_vocabulary_never_share_a_word(vocabulary: str, language: str) -> None:
    labels = [entry[language]["label"] for entry in STATUSES[vocabulary].values()]
    assert len(set(labels)) == len(labels)


@pytest.mark.parametrize("vocabulary", ["measure", "action", "verdict"])
def test_the_glossary_has_the_words_of_the_vocabulary(vocabulary: str) -> None:
    for key, entry in STATUSES[vocabulary].items():
        words = " | ".join(entry[language]["label"] for language in LANGUAGES)
        assert any(
            line.startswith(f"| `{key}` |") and f"| {words} |" in line
            for line in GLOSSARY.splitlines()
        ), key


@pytest.mark.parametrize("vocabulary", ["measure", "action", "verdict"])
def test_a_status_has_a_shape_beside_its_word(vocabulary: str) -> None:
    assert all(entry["icon"] for entry in STATUSES[vocabulary].values())


def test_statuses_of_measures_are_told_apart_by_shape() -> None:
    # too_early shares the shape of awaiting, as the design language fixes
    icons = {key: entry["icon"] for key, entry in STATUSES["measure"].items()}
    assert icons.pop("too_early") == icons["awaiting"]
    assert len(set(icons.values())) == len(icons)
