"""Running heads and feet are left out, and items that only look alike stay."""

from __future__ import annotations

from suunta.readers.pdf.margins import without_margins
from suunta.readers.pdf.parts import TextLine, Word

HEIGHT = 800.0


def line_of(text: str, top: float, page: int) -> TextLine:
    words = [
        Word(word, 70.0 + 40 * place, 100.0 + 40 * place, 10.0, False, False, "#000000")
        for place, word in enumerate(text.split())
    ]
    return TextLine(words, top, top + 10, top + 8, page)


def kept(first: str) -> list[list[str]]:
    pages = [
        [line_of(first.format(page), 60.0, page), line_of(f"Teksti {page * 'a'}", 400.0, page)]
        for page in range(1, 6)
    ]
    return [[line.text for line in lines] for lines in without_margins(pages, [HEIGHT] * 5)]


def test_a_line_that_returns_with_other_numbers_is_a_running_head() -> None:
    assert [len(lines) for lines in kept("Mallilan strategia sivu {}")] == [1] * 5


def test_items_alike_but_for_their_numbers_are_no_running_heads() -> None:
    assert [len(lines) for lines in kept("• Asian osuus on {} %")] == [2] * 5


def test_a_year_at_the_edge_of_a_page_is_no_page_number() -> None:
    pages = [[line_of("2024)", 40.0, 1), line_of("12 (40)", 770.0, 1)]]
    assert [line.text for line in without_margins(pages, [HEIGHT])[0]] == ["2024)"]
