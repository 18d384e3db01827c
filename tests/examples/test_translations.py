"""The unofficial translations of the Kauniainen example say what the document says."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from suunta.core.definitions import folder, load_yaml

ORIGINAL = load_yaml(Path(__file__).with_name("kauniainen_original.yaml"))
KAUNIAINEN = folder("examples") / "kauniainen"
TRANSLATIONS = {
    language: load_yaml(KAUNIAINEN / f"translations-{language}.yaml") for language in ("sv", "en")
}
FINNISH_NAMES = load_yaml(KAUNIAINEN / "names-fi.yaml")

# How each language writes a thousand (after it) and a decimal (inside the number).
THOUSANDS = {"fi": " \u00a0", "sv": " \u00a0", "en": ","}
ENGLISH_MONTHS = {"September": "9", "October": "10"}
PLACEHOLDER = re.compile(r"\bx{2,}\b|\bx m²")

languages = pytest.mark.parametrize("language", ["sv", "en"])


def texts(document: Any, place: str = "") -> Iterator[tuple[str, str]]:
    """Every text of a document with its place, lists numbered from 1."""
    if isinstance(document, dict):
        for key, value in document.items():
            yield from texts(value, f"{place}/{key}")
    elif isinstance(document, list):
        for number, value in enumerate(document, start=1):
            yield from texts(value, f"{place}/{number}")
    else:
        yield place, document


def translated(language: str) -> dict[str, str]:
    """The texts of a translation by place, without its state."""
    found = dict(texts(TRANSLATIONS[language]))
    del found["/state"]
    return found


def numbers(text: str, language: str) -> list[str]:
    """The numbers of a text, sorted, in one spelling whatever the language."""
    if language == "en":
        months = "|".join(ENGLISH_MONTHS)
        text = re.sub(rf"(\d+) ({months})\b", lambda m: f"{m[1]}.{ENGLISH_MONTHS[m[2]]}", text)
        text = re.sub(r"(\d\.\d+) (\d{4})\b", r"\1.\2", text)
    thousand = re.compile(rf"\b(\d{{1,3}})[{THOUSANDS[language]}](\d{{3}})\b")
    text = thousand.sub(r"\1\2", text)
    if language != "en":
        text = re.sub(r"(\d),(\d)", r"\1.\2", text)
    return sorted(re.findall(r"½|\d+(?:\.\d+)*", text))


@languages
def test_every_text_of_the_document_is_translated(language: str) -> None:
    assert translated(language).keys() == dict(texts(ORIGINAL)).keys()


def test_every_part_of_every_measure_has_a_finnish_name() -> None:
    original = {key: len(measure["parts"]) for key, measure in ORIGINAL["measures"].items()}
    named = {key: len(measure["parts"]) for key, measure in FINNISH_NAMES["measures"].items()}
    assert named == original


def test_a_finnish_name_keeps_the_numbers_of_the_document() -> None:
    for key, measure in FINNISH_NAMES["measures"].items():
        original = ORIGINAL["measures"][key]["parts"]
        assert [numbers(name, "fi") for name in measure["parts"]] == [
            numbers(name, "fi") for name in original
        ]


def test_the_document_has_88_measures_with_112_parts() -> None:
    # 88 and 112: counted by hand in the document
    measures = TRANSLATIONS["sv"]["measures"].values()
    assert (len(measures), sum(len(measure["parts"]) for measure in measures)) == (88, 112)


@languages
def test_the_numbers_are_those_of_the_document(language: str) -> None:
    found = translated(language)
    different = {
        place: (numbers(text, "fi"), numbers(found[place], language))
        for place, text in texts(ORIGINAL)
        if numbers(text, "fi") != numbers(found[place], language)
    }
    assert different == {}


@languages
def test_no_text_is_empty_or_padded(language: str) -> None:
    assert [place for place, text in translated(language).items() if text.strip() != text] == []
    assert all(translated(language).values())


@languages
def test_no_text_is_left_in_finnish(language: str) -> None:
    found = translated(language)
    assert [place for place, text in texts(ORIGINAL) if found[place] == text] == []


@languages
def test_what_the_document_left_unfilled_stays_unfilled(language: str) -> None:
    found = translated(language)
    unfilled = {place: PLACEHOLDER.findall(text) for place, text in texts(ORIGINAL)}
    assert unfilled == {place: PLACEHOLDER.findall(found[place]) for place in unfilled}


def test_swedish_keeps_a_number_and_its_per_cent_on_one_line() -> None:
    breaking = re.compile(r"\d %|\b\d{1,3} \d{3}\b")
    assert [place for place, text in translated("sv").items() if breaking.search(text)] == []


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_the_name_of_a_part_begins_with_a_capital_or_a_figure(language: str) -> None:
    measures = FINNISH_NAMES if language == "fi" else TRANSLATIONS[language]
    names = [name for measure in measures["measures"].values() for name in measure["parts"]]
    assert [name for name in names if not (name[0].isupper() or name[0].isdigit())] == []


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_the_parts_of_one_measure_have_different_names(language: str) -> None:
    measures = (FINNISH_NAMES if language == "fi" else TRANSLATIONS[language])["measures"]
    doubled = [key for key, m in measures.items() if len(set(m["parts"])) != len(m["parts"])]
    assert doubled == []


@languages
def test_the_same_finnish_name_has_the_same_translation(language: str) -> None:
    seen: dict[str, set[str]] = {}
    for key, measure in FINNISH_NAMES["measures"].items():
        for name, words in zip(
            measure["parts"], TRANSLATIONS[language]["measures"][key]["parts"], strict=True
        ):
            seen.setdefault(name, set()).add(words)
    assert {name: words for name, words in seen.items() if len(words) > 1} == {}


@languages
def test_a_translation_is_a_draft_until_the_town_has_read_it(language: str) -> None:
    assert TRANSLATIONS[language]["state"] == "draft"
