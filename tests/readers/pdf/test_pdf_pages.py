"""What the reader of PDF makes of pages drawn for the purpose."""

from __future__ import annotations

import logging
from itertools import pairwise

import pytest
from pdf_drawing import Sheet, pdf

from suunta.readers.blocks import Document, Heading, Line, Table
from suunta.readers.pdf.document import read_document

XS = [50.0, 200.0, 350.0, 500.0]


def blocks(*sheets: Sheet) -> Document:
    return read_document("plan.pdf", pdf(*sheets))


def texts(document: Document) -> list[str]:
    return [block.text for block in document.blocks if not isinstance(block, Table)]


def rows(document: Document) -> list[list[str]]:
    return [
        [cell.text for cell in row]
        for block in document.blocks
        if isinstance(block, Table)
        for row in block.rows
    ]


def headed(sheet: Sheet, y: float) -> Sheet:
    for x, words in zip(XS, ("Tavoite", "Toimenpide", "Mittari"), strict=False):
        sheet.text(x + 4, y, words, bold=True)
    return sheet


def test_ruled_cells_make_a_table() -> None:
    sheet = headed(Sheet().grid(XS, [100, 120, 160]), 114)
    sheet.text(54, 134, "1.1 Koulut").text(204, 134, "Korjataan koulu").text(354, 134, "Valmis")
    sheet.text(204, 146, "keskustassa")
    assert rows(blocks(sheet)) == [
        ["Tavoite", "Toimenpide", "Mittari"],
        ["1.1 Koulut", "Korjataan koulu keskustassa", "Valmis"],
    ]


def test_a_cell_over_several_columns_repeats_marked_as_merged() -> None:
    sheet = headed(Sheet().grid(XS, [120, 140, 160]), 134)
    sheet.rule(50, 100, 500, 100).rule(50, 100, 50, 120).rule(500, 100, 500, 120)
    sheet.text(54, 114, "1. Arki").text(54, 154, "Koulut").text(204, 154, "Korjataan")
    table = blocks(sheet).blocks[0]
    assert isinstance(table, Table)
    assert [cell.text for cell in table.rows[0]] == ["1. Arki"] * 3
    assert [cell.continues_left for cell in table.rows[0]] == [False, True, True]


def test_a_row_broken_by_the_page_end_is_one_row_and_its_header_is_not_repeated() -> None:
    first = headed(Sheet().grid(XS, [760, 780, 800]), 774)
    first.text(54, 794, "Koulut").text(204, 794, "Korjataan kaikki koulut ja")
    second = headed(Sheet().grid(XS, [60, 80, 120, 140]), 74)
    second.text(204, 94, "ruokalat").text(54, 134, "Satama").text(204, 134, "Ruopataan")
    assert rows(blocks(first, second)) == [
        ["Tavoite", "Toimenpide", "Mittari"],
        ["Koulut", "Korjataan kaikki koulut ja ruokalat", ""],
        ["Satama", "Ruopataan", ""],
    ]


def test_columns_are_told_by_white_space_where_nothing_is_ruled() -> None:
    sheet = headed(Sheet(), 100)
    for y, row in ((130, ("Koulut", "Korjataan koulu", "Valmis 2027")), (160, ("Satama", "", ""))):
        for x, words in zip(XS, row, strict=False):
            sheet.text(x + 4, y, words)
    sheet.text(204, 142, "keskustassa").text(204, 160, "Ruopataan").text(354, 160, "Metri")
    assert rows(blocks(sheet)) == [
        ["Tavoite", "Toimenpide", "Mittari"],
        ["Koulut", "Korjataan koulu keskustassa", "Valmis 2027"],
        ["Satama", "Ruopataan", "Metri"],
    ]


def test_shaded_cells_show_the_columns_of_the_rows_between_them() -> None:
    sheet = Sheet()
    for left, right in pairwise(XS):
        sheet.shade(left, 100, right, 120)
    headed(sheet, 114)
    for y, goal in ((134, "Koulut"), (164, "Satama")):
        sheet.text(54, y, goal).text(204, y, "Korjataan").text(354, y, "Valmis")
    assert [row[0] for row in rows(blocks(sheet))] == ["Tavoite", "Koulut", "Satama"]


def test_text_that_runs_upwards_is_read_in_its_direction() -> None:
    sheet = Sheet().grid([50, 80, 300], [100, 200, 220])
    sheet.text(68, 190, "Vastuutaho", upwards=True).text(84, 114, "Mittari").text(84, 214, "Luku")
    assert rows(blocks(sheet))[0] == ["Vastuutaho", "Mittari"]


def test_bullets_and_their_indents_make_lists() -> None:
    sheet = Sheet()
    for y, x, words in (
        (100, 60, "Avataan perhekeskus"),
        (112, 80, "pohjoinen"),
        (124, 60, "Jatketaan"),
    ):
        sheet.text(x, y, "•").text(x + 10, y, words)
    found = [block for block in blocks(sheet).blocks if isinstance(block, Line)]
    assert [(line.text, line.depth) for line in found] == [
        ("Avataan perhekeskus", 0),
        ("pohjoinen", 1),
        ("Jatketaan", 0),
    ]


def test_a_bullet_that_drifted_from_its_line_goes_back_to_it() -> None:
    sheet = Sheet().text(60, 105, "•").text(72, 100, "Koulut").text(72, 112, "korjataan")
    line = blocks(sheet).blocks[0]
    assert isinstance(line, Line)
    assert (line.text, line.depth) == ("Koulut korjataan", 0)


def test_running_heads_and_page_numbers_are_left_out() -> None:
    bodies = ("Ensimmäinen sivu.", "Toinen sivu.", "Kolmas sivu.")
    sheets = [
        Sheet().text(50, 40, "Kunnan strategia").text(50, 200, body).text(290, 810, f"{number} (3)")
        for number, body in enumerate(bodies, start=1)
    ]
    assert texts(blocks(*sheets)) == list(bodies)


def test_larger_text_makes_headings_the_largest_first() -> None:
    sheet = Sheet().text(50, 80, "Strategia", 20).text(50, 120, "1 Arki", 14)
    for place in range(6):
        sheet.text(50, 150 + 30 * place, "Leipätekstiä kappaleen verran, ei otsikko.")
    found = [block for block in blocks(sheet).blocks if isinstance(block, Heading)]
    assert [(heading.text, heading.level) for heading in found] == [("Strategia", 1), ("1 Arki", 2)]


def test_colour_is_given_where_it_is_not_the_usual_one() -> None:
    sheet = Sheet().text(50, 100, "Tekninen toimiala", colour=(0, 0.5, 0))
    sheet.text(50, 140, "Muu teksti on mustaa ja sitä on enemmän.")
    colours = [block.colour for block in blocks(sheet).blocks if isinstance(block, Line)]
    assert colours == ["#008000", None]


def test_lines_of_a_paragraph_are_joined_and_the_next_paragraph_is_not() -> None:
    sheet = Sheet().text(50, 100, "Valtuusto hyväksyi strategian, jossa on kolme painopistettä ja")
    sheet.text(50, 112, "seitsemän tavoitetta.").text(50, 136, "Uusi kappale.")
    assert texts(blocks(sheet)) == [
        "Valtuusto hyväksyi strategian, jossa on kolme painopistettä ja seitsemän tavoitetta.",
        "Uusi kappale.",
    ]


def test_pages_without_text_are_named(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.WARNING, logger="suunta.readers.pdf.document"):
        document = blocks(Sheet().text(50, 100, "Sana."), Sheet().picture())
    assert texts(document) == ["Sana."]
    assert "no text on page 2" in caplog.text


def test_tagged_headings_have_the_level_of_their_tag_whatever_they_look_like() -> None:
    sheet = Sheet().text(50, 80, "Strategia").marked(0, "H1").text(50, 120, "Arki").marked(1, "H2")
    sheet.text(50, 160, "Leipätekstiä.")
    tags = "<< /S /H1 /Pg 3 0 R /K 0 >> << /S /Sect /K [<< /S /H2 /Pg 3 0 R /K [1] >>] >>"
    document = read_document("plan.pdf", pdf(sheet, tags=tags))
    found = [block for block in document.blocks if isinstance(block, Heading)]
    assert [(heading.text, heading.level) for heading in found] == [("Strategia", 1), ("Arki", 2)]


def test_a_number_is_not_parted_from_its_unit_when_room_is_judged() -> None:
    sheet = headed(Sheet().grid([50, 140, 350, 500], [100, 120, 160]), 114)
    sheet.text(54, 134, "enintään").text(54, 146, "4 000 000 euroa").text(204, 134, "Velka")
    table = blocks(sheet).blocks[0]
    assert isinstance(table, Table)
    assert [line.text for line in table.rows[1][0].lines] == ["enintään 4 000 000 euroa"]


def test_small_drawn_dots_are_bullets() -> None:
    sheet = Sheet().text(72, 100, "kahvila")
    sheet.steps.append("62 745 m 66 745 l 66 741 l 62 741 l h f")
    line = blocks(sheet).blocks[0]
    assert isinstance(line, Line)
    assert (line.text, line.depth) == ("kahvila", 0)


def test_two_columns_of_prose_are_read_one_after_the_other() -> None:
    sheet = Sheet()
    for place in range(8):
        sheet.text(50, 100 + 12 * place, f"vasen palsta jatkuu tässä rivillä numero {place}")
        sheet.text(310, 100 + 12 * place, f"oikea palsta jatkuu tässä rivillä numero {place}")
    said = " ".join(texts(blocks(sheet)))
    assert said.index("vasen palsta jatkuu tässä rivillä numero 7") < said.index("oikea")
