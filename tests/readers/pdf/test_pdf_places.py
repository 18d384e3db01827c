"""Where the reader of PDF says that texts stand, beside what PDFium says of the same letters."""

from __future__ import annotations

import pypdfium2
import pytest
from pdf_drawing import HEIGHT, Sheet, pdf

from suunta.readers.blocks import Table
from suunta.readers.layout import interpret
from suunta.readers.pdf.document import read_document

WIDTH = 595
NEAR = 0.006  # of the page: half a line's height at most
Box = tuple[float, ...]


def box_of(data: bytes, place: int = 0) -> Box:
    box = read_document("plan.pdf", data).blocks[place].span.box
    assert box is not None
    return box


def drawn_by_pdfium(data: bytes, page: int = 0) -> Box:
    """The box around all letters of a page, as fractions from its top left corner."""
    text = pypdfium2.PdfDocument(data)[page].get_textpage()
    boxes = [text.get_charbox(place, loose=True) for place in range(text.count_chars())]
    left, low = min(box[0] for box in boxes), min(box[1] for box in boxes)
    right, high = max(box[2] for box in boxes), max(box[3] for box in boxes)
    return left / WIDTH, 1 - high / HEIGHT, right / WIDTH, 1 - low / HEIGHT


def test_a_line_says_where_on_the_page_it_stands() -> None:
    data = pdf(Sheet().text(60, 100, "Koulut ovat kunnossa"))
    assert box_of(data) == pytest.approx(drawn_by_pdfium(data), abs=NEAR)


def test_the_box_of_a_text_of_two_lines_is_around_both() -> None:
    sheet = Sheet().text(60, 100, "Koulut ovat kaikkialla kunnossa").text(60, 112, "ja terveet.")
    data = pdf(sheet)
    assert box_of(data) == pytest.approx(drawn_by_pdfium(data), abs=NEAR)


def test_the_box_of_turned_text_is_its_place_on_the_page() -> None:
    data = pdf(Sheet().text(60, 400, "Koulut ovat kunnossa", upwards=True))
    assert box_of(data) == pytest.approx(drawn_by_pdfium(data), abs=0.01)


def test_a_text_over_a_page_break_has_the_box_of_its_part_on_the_first_page() -> None:
    first = Sheet().text(50, 780, "Korjataan kaikki kunnan koulut ja päivä-", size=28)
    second = Sheet().text(50, 60, "kodit.", size=28)
    data = pdf(first, second)
    span = read_document("plan.pdf", data).blocks[0].span
    assert span.page == 1
    assert span.box == pytest.approx(drawn_by_pdfium(data), abs=0.015)


def test_a_box_is_of_the_part_of_the_page_that_is_shown() -> None:
    data = pdf(Sheet().text(60, 100, "Koulut ovat kunnossa"))
    whole = f"/MediaBox [0 0 595 {HEIGHT}]".encode()
    cut = b"/MediaBox [0 0 595 842]/CropBox [50 442 595 842]"
    left, top, *_ = box_of(data)
    found = box_of(data.replace(whole, cut))
    assert found[0] == pytest.approx((left * 595 - 50) / 545, abs=0.001)
    assert found[1] == pytest.approx(top * 842 / 400, abs=0.001)


def test_a_cell_has_the_box_of_its_own_text() -> None:
    xs = [50.0, 200.0, 350.0, 500.0]
    sheet = Sheet().grid(xs, [100, 120, 160])
    for x, words in zip(xs, ("Tavoite", "Toimenpide", "Mittari"), strict=False):
        sheet.text(x + 4, 114, words)
    sheet.text(54, 134, "1.1 Koulut").text(204, 134, "Korjataan koulu").text(354, 134, "Valmis")
    table = read_document("plan.pdf", pdf(sheet)).blocks[0]
    assert isinstance(table, Table)
    box = table.rows[1][1].span.box
    assert box is not None
    assert pytest.approx(box[0], abs=0.001) == 204 / WIDTH
    assert box[2] < 350 / WIDTH
    assert box[1] < 134 / HEIGHT < box[3]


def test_a_strategy_has_the_box_of_each_measure() -> None:
    xs = [50.0, 200.0, 350.0, 500.0]
    sheet = Sheet().grid(xs, [100, 120, 160])
    for x, words in zip(xs, ("Tavoite", "Toimenpide", "Mittari"), strict=False):
        sheet.text(x + 4, 114, words)
    sheet.text(54, 134, "1.1 Koulut").text(204, 134, "Korjataan koulu").text(354, 134, "Velka 3 %")
    document = read_document("plan.pdf", pdf(sheet))
    span = interpret(document, "plan.pdf").measures()[0].span
    assert span.page == 1
    assert span.box is not None
    assert pytest.approx(span.box[0], abs=0.001) == 354 / WIDTH
