"""Words broken at the ends of lines."""

from __future__ import annotations

import pytest

from suunta.readers.pdf.hyphens import join
from suunta.readers.pdf.lexicon import Lexicon


@pytest.mark.parametrize(
    ("before", "after", "language", "expected"),
    [
        ("Harrastus toteute-", "taan syksyllä", "fi", "Harrastus toteutetaan syksyllä"),
        (
            "Toteutetaan Challenging Learning-",
            "hanke",
            "fi",
            "Toteutetaan Challenging Learning-hanke",
        ),
        ("Sujuva lupa-", "ja tonttipolku", "fi", "Sujuva lupa- ja tonttipolku"),
        ("Niittyjen pinta-", "ala", "fi", "Niittyjen pinta-ala"),
        ("alle 25-", "vuotiaat", "fi", "alle 25-vuotiaat"),
        ("haetaan EU-", "rahoitusta", "fi", "haetaan EU-rahoitusta"),
        ("Idrottstjänster, hälso-", "centralen", "sv", "Idrottstjänster, hälsocentralen"),
        ("bild- ", "och musikskolan", "sv", "bild- och musikskolan"),
        ("children's well-", "being", "en", "children's well-being"),
        ("the devel-", "opment plan", "en", "the development plan"),
        ("strategia 2025–", "2029", "fi", "strategia 2025–2029"),
    ],
)
def test_lines_are_joined_as_the_language_writes_words(
    before: str, after: str, language: str, expected: str
) -> None:
    assert join(before.rstrip(), after, Lexicon(frozenset(), language)) == expected


def test_a_word_that_the_document_writes_with_a_hyphen_keeps_it() -> None:
    lexicon = Lexicon(frozenset({"kuvite-malli"}), "fi")
    assert join("Kuvite-", "malli", lexicon) == "Kuvite-malli"


def test_a_word_that_the_document_writes_as_one_is_joined() -> None:
    lexicon = Lexicon(frozenset({"longterm"}), "en")
    assert join("long-", "term", lexicon) == "longterm"
