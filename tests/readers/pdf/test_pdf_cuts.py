"""Words wider than a narrow column, cut without a hyphen."""

from __future__ import annotations

import pytest

from suunta.readers.pdf.cuts import is_cut
from suunta.readers.pdf.hyphens import joined
from suunta.readers.pdf.lexicon import Lexicon
from suunta.readers.pdf.parts import TextLine, Word

LETTER = 6.0
NO_WORDS = Lexicon(frozenset(), "fi")


def line_of(text: str) -> TextLine:
    words: list[Word] = []
    x = 0.0
    for word in text.split():
        words.append(Word(word, x, x + LETTER * len(word), 10.0, False, False, "#000000"))
        x += LETTER * (len(word) + 1)
    return TextLine(words, 0.0, 10.0, 8.0, 1)


@pytest.mark.parametrize(
    ("head", "tail", "cut"),
    [
        ("Viestintäpäällik", "kö", True),
        ("Kirjastotoimenj", "ohtaja", True),
        ("järjestetää", "n", True),
        ("Henkilöstöjohta", "ja", True),
        ("Strategian", "painopiste", False),
        ("Nuorisovastaanotto", "toiminnassa", False),
        ("Kirjastokäynnit", "asukasta", False),
        ("Kulttuuri", "ja liikunta", False),
    ],
)
def test_a_word_that_fills_its_line_is_cut_where_no_word_ends(
    head: str, tail: str, cut: bool
) -> None:
    right = LETTER * len(head) + 2
    assert is_cut(line_of(head), line_of(tail), right, NO_WORDS) is cut


def test_a_line_with_room_left_ends_in_a_whole_word() -> None:
    assert not is_cut(line_of("Viestintäpäällik"), line_of("kö"), 200.0, NO_WORDS)


def test_a_word_that_the_document_writes_whole_is_joined() -> None:
    lexicon = Lexicon(frozenset({"osaamiskeskus"}), "sv")
    assert is_cut(line_of("Osaamis"), line_of("keskus"), LETTER * 7, lexicon)


def test_the_lines_of_a_narrow_cell_make_a_text() -> None:
    lines = [line_of("Työkykyjohtamis"), line_of("en malli")]
    assert joined(lines, NO_WORDS, LETTER * 15) == "Työkykyjohtamisen malli"
