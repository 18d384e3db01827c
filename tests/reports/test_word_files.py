"""Word files: real headings, lists and tables, in the reader's language."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Sequence

import pytest
from docx import Document
from docx.document import Document as DocumentType
from docx.oxml.ns import qn

from suunta.reports.blocks import Block, Bullets, Grid, Heading, Paragraph, Run
from suunta.reports.word import render_word


def opened(blocks: Sequence[Block], language: str = "fi") -> DocumentType:
    return Document(io.BytesIO(render_word(blocks, title="Strategia", language=language)))


def part(name: str, blocks: Sequence[Block] = (), language: str = "fi") -> str:
    data = render_word(blocks, title="Strategia", language=language)
    return zipfile.ZipFile(io.BytesIO(data)).read(name).decode()


def test_headings_and_lists_have_real_styles_under_the_title():
    document = opened([Heading(1, "Yksi"), Heading(3, "Kolme"), Bullets(["a", "b"])])
    assert [(each.style.name, each.text) for each in document.paragraphs] == [
        ("Title", "Strategia"),
        ("Heading 1", "Yksi"),
        ("Heading 3", "Kolme"),
        ("List Bullet", "a"),
        ("List Bullet", "b"),
    ]


@pytest.mark.parametrize(
    ("language", "locale"), [("fi", "fi-FI"), ("sv", "sv-FI"), ("en", "en-GB")]
)
def test_the_file_names_its_language_and_no_other(language: str, locale: str):
    styles = part("word/styles.xml", language=language)
    assert set(re.findall(r'<w:lang [^>]*w:val="([^"]+)"', styles)) == {locale}
    assert opened([], language).core_properties.language == language


def test_the_properties_hold_the_title_and_nothing_of_a_template():
    properties = opened([]).core_properties
    assert properties.title == "Strategia"
    assert (properties.comments, properties.created) == ("", None)


def test_a_tables_header_row_is_repeated_and_no_row_breaks_over_pages():
    (table,) = opened([Grid(["A", "B"], [["1", "2"]], widths=[1, 3], caption="Luvut")]).tables
    header, row = table.rows
    assert header._tr.trPr.find(qn("w:tblHeader")) is not None
    assert row._tr.trPr.find(qn("w:tblHeader")) is None
    assert all(each._tr.trPr.find(qn("w:cantSplit")) is not None for each in table.rows)
    assert [cell.text for cell in row.cells] == ["1", "2"]
    assert row.cells[1].width == pytest.approx(3 * row.cells[0].width, rel=0.001)
    assert table._tbl.tblPr.find(qn("w:tblCaption")).get(qn("w:val")) == "Luvut"


def test_figures_are_set_to_the_right():
    (table,) = opened([Grid(["A", "B"], [["a", "1"]], figures=frozenset({1}))]).tables
    left, right = (cell.paragraphs[0].alignment for cell in table.rows[1].cells)
    assert left is None
    assert right == 2


def test_what_was_added_and_removed_is_marked_by_more_than_colour():
    document = opened([Paragraph([Run("80", mark="del"), Run("90", mark="ins")])])
    removed, added = document.paragraphs[1].runs
    assert (removed.style.name, removed.style.font.strike) == ("Deleted", True)
    assert (added.style.name, added.style.font.underline) == ("Inserted", True)


def test_a_link_leads_where_it_says_and_without_one_nothing_leads_out():
    linked = [Paragraph([Run("päätös", link="https://example.org/p?a=1&b=2")])]
    (link,) = opened(linked).paragraphs[1].hyperlinks
    assert (link.text, link.address) == ("päätös", "https://example.org/p?a=1&b=2")
    assert "External" not in part("word/_rels/document.xml.rels")


def test_a_link_that_runs_something_is_refused():
    with pytest.raises(ValueError, match="link"):
        render_word([Paragraph([Run("x", link="javascript:1")])], title="T", language="fi")


def test_a_row_that_is_narrower_than_the_header_is_refused():
    with pytest.raises(ValueError, match="needs 2 cells"):
        render_word([Grid(["A", "B"], [["1"]])], title="T", language="fi")


def test_a_heading_deeper_than_four_is_refused():
    with pytest.raises(ValueError, match="level"):
        render_word([Heading(5, "x")], title="T", language="fi")


def test_characters_that_xml_cannot_hold_are_left_out():
    assert opened([Paragraph("a\x00b\x0bc\ud800")]).paragraphs[1].text == "abc"


def test_a_line_feed_breaks_the_line_within_a_cell():
    (table,) = opened([Grid(["A"], [["1\n2"]])]).tables
    assert table.rows[1].cells[0].text == "1\n2"


def test_every_page_has_its_number():
    foot = part("word/footer1.xml")
    assert re.findall(r'w:instr="(\w+)"', foot) == ["PAGE", "NUMPAGES"]


def test_what_introduces_a_table_stays_on_its_page():
    document = opened([Paragraph("Ensin"), Paragraph("Näin"), Grid(["A"], [["1"]])])
    _, first, second, _ = document.paragraphs
    assert first.paragraph_format.keep_with_next is None
    assert second.paragraph_format.keep_with_next is True
    (table,) = document.tables
    assert table.rows[0].cells[0].paragraphs[0].style.paragraph_format.keep_with_next is True
