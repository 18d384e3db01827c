"""Sentences of readers and jobs in the language of the page."""

from __future__ import annotations

import string
from pathlib import Path

import pytest
from django.utils import translation

from suunta.core.definitions import folder, load_yaml
from suunta.core.errors import Fault, InputError
from suunta.readers import read_bytes
from suunta.web.desk.imports.faults import in_words, told

HOSTILE = Path(__file__).parents[1] / "documents/hostile"
ROWS = load_yaml(folder("definitions") / "faults.yaml")


def slots(sentence: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(sentence) if name}


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["en"][:40])
def test_each_sentence_is_in_both_languages_and_fills_only_what_it_has(
    row: dict[str, str],
) -> None:
    assert set(row) == {"en", "fi", "sv"}
    assert slots(row["fi"]) <= slots(row["en"])
    assert slots(row["sv"]) <= slots(row["en"])


def test_slots_are_filled_with_the_words_of_the_sentence() -> None:
    said = "The file has 61 MB; at most 50 MB are read."
    assert in_words(said, "fi") == "Tiedoston koko on 61 Mt; enintään 50 Mt luetaan."


def test_a_sentence_that_nobody_worded_is_shown_as_it_is() -> None:
    assert in_words("Something rare.", "sv") == "Something rare."


def test_a_damaged_file_is_told_in_swedish() -> None:
    with pytest.raises(InputError) as refused:
        read_bytes("a.docx", b"no archive")
    with translation.override("sv"):
        (fault,) = told(refused.value.faults)
    assert fault == Fault(
        "Filen är ren text, ingen .docx-fil.",
        "a.docx",
        "Ge själva dokumentet, sparat som .docx i Office eller LibreOffice.",
    )


@pytest.mark.parametrize("language", ["fi", "sv"])
@pytest.mark.parametrize("name", ["billion-laughs.docx", "path-tricks.docx", "nested-tables.html"])
def test_what_is_wrong_with_a_hostile_file_is_told_in_the_readers_language(
    name: str, language: str
) -> None:
    with pytest.raises(InputError) as refused:
        read_bytes(name, (HOSTILE / name).read_bytes())
    with translation.override(language):
        found = told(refused.value.faults)
    for fault, said in zip(refused.value.faults, found, strict=True):
        assert said.what != fault.what
        assert said.remedy != fault.remedy
