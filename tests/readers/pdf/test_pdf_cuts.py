"""Words wider than a narrow column, cut without a hyphen."""

from __future__ import annotations

import pytest

from suunta.readers.pdf.cuts import is_cut
from suunta.readers.pdf.hyphens import joined
from suunta.readers.pdf.lexicon import Lexicon
from suunta.readers.pdf.paragraphs import paragraphs
from suunta.readers.pdf.parts import TextLine, Word

LETTER = 6.0
NO_WORDS = Lexicon(frozenset(), "fi")


def line_of(text: str, row: int = 0, block: int | None = None) -> TextLine:
    words: list[Word] = []
    x = 0.0
    for word in text.split():
        words.append(Word(word, x, x + LETTER * len(word), 10.0, False, False, "#000000"))
        words[-1].block = block
        x += LETTER * (len(word) + 1)
    top = 12.0 * row
    return TextLine(words, top, top + 10, top + 8, 1)


@pytest.mark.parametrize(
    ("head", "tail", "cut"),
    [
        ("Viestintäpäällik", "kö", True),
        ("Kirjastotoimenj", "ohtaja", True),
        ("järjestetää", "n", True),
        ("Henkilöstöjohta", "ja", True),
        ("Työkykyjohtami", "sen malli", True),
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


def test_lines_tagged_as_two_paragraphs_are_two_without_a_gap() -> None:
    texts = [
        ("Palvelut löytyvät helposti", 1),
        ("Asukkaat löytävät ne", 2),
        ("yhdestä paikasta.", 2),
    ]
    lines = [line_of(text, row, block) for row, (text, block) in enumerate(texts)]
    assert [len(para.lines) for para in paragraphs(lines, 160.0)] == [1, 2]


def test_tags_of_each_line_part_no_paragraph() -> None:
    texts = [
        "Palvelut löytyvät nyt helposti",
        "kaikille asukkaille ja yrityksille",
        "Lohjan alueella",
    ]
    lines = [line_of(text, row, row) for row, text in enumerate(texts)]
    assert len(paragraphs(lines, 190.0)) == 1
