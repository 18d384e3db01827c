"""Files of reports, opened again: the same content, the same bytes, readable by everybody."""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import replace
from functools import cache

import openpyxl
import pytest
from docx import Document
from docx.oxml.ns import qn
from pdfminer.high_level import extract_text
from pdfminer.pdfdocument import PDFDocument
from pdfminer.pdfparser import PDFParser
from pdfminer.pdftypes import resolve1

from suunta.core.texts import Text
from suunta.reports.blocks import Grid, Heading, Picture
from suunta.reports.council import Asked, Material, Report, make_report
from suunta.reports.rendering import FORMATS, render
from web import cast


@cache
def report(kind: str = "annual", language: str = "sv") -> Report:
    return make_report(Asked(kind, "2022", language), Material(cast.scorecard()))


@cache
def file(form: str, kind: str = "annual", language: str = "sv") -> bytes:
    return render(report(kind, language), form)


def squeezed(text: str) -> str:
    return re.sub(r"[\s\u00ad-]+", "", text)


@pytest.mark.parametrize("form", FORMATS)
def test_the_same_content_gives_the_same_bytes(form: str):
    again = make_report(Asked("annual", "2022", "sv"), Material(cast.scorecard()))
    assert render(again, form) == file(form)


def pdf() -> PDFDocument:
    return PDFDocument(PDFParser(io.BytesIO(file("pdf"))))


def test_the_pdf_names_its_language_and_title_and_is_tagged():
    catalog = pdf().catalog
    assert resolve1(catalog["Lang"]) == b"sv-FI"
    assert resolve1(resolve1(catalog["MarkInfo"])["Marked"]) is True
    assert "StructTreeRoot" in catalog
    (info,) = pdf().info
    assert report().title in info["Title"].decode("utf-16" if b"\0" in info["Title"] else "latin-1")


def test_the_pdf_declares_both_standards_and_the_day_of_the_situation():
    metadata = resolve1(pdf().catalog["Metadata"]).get_data().decode()
    assert re.search(r"pdfuaid:part>\s*1", metadata)
    assert re.search(r"pdfaid:part>\s*2", metadata)
    assert re.search(r"pdfaid:conformance>\s*A", metadata)
    assert "<xmp:CreateDate>2023-03-31" in metadata


def test_the_pdf_has_the_typeface_of_the_pages_and_no_other():
    assert fonts_of(pdf())
    assert all("SourceSans3" in name for name in fonts_of(pdf()))


def fonts_of(document: PDFDocument) -> set[str]:
    found = set()
    for xref in document.xrefs:
        for number in xref.get_objids():
            value = document.getobj(number)
            if isinstance(value, dict) and "FontName" in value:
                found.add(value["FontName"].name)
    return found


def test_the_pdf_says_every_heading_of_the_content():
    shown = squeezed(extract_text(io.BytesIO(file("pdf"))))
    for block in report().blocks:
        if isinstance(block, Heading):
            assert squeezed(block.text) in shown


def test_the_pdf_tells_its_charts_in_words():
    described = next(b.alt for b in report().blocks if isinstance(b, Picture))
    alternatives = [
        value["Alt"].decode("utf-16") if value["Alt"][:2] == b"\xfe\xff" else value["Alt"].decode()
        for value in structure(pdf())
        if "Alt" in value
    ]
    assert any(described in each for each in alternatives)


def structure(document: PDFDocument):
    for xref in document.xrefs:
        for number in xref.get_objids():
            value = document.getobj(number)
            if isinstance(value, dict) and value.get("S") is not None:
                yield value


def test_the_word_file_has_real_headings_and_names_its_language():
    document = Document(io.BytesIO(file("docx")))
    found = [
        (int(each.style.name[-1]), each.text)
        for each in document.paragraphs
        if each.style.name.startswith("Heading")
    ]
    assert found == [(b.level, b.text) for b in report().blocks if isinstance(b, Heading)]
    assert document.core_properties.language == "sv"
    assert document.core_properties.created.date() == report().as_of


def test_the_word_file_has_the_tables_of_the_content_with_repeated_headers():
    tables = Document(io.BytesIO(file("docx"))).tables
    grids = [block for block in report().blocks if isinstance(block, Grid)]
    assert [len(table.rows) - 1 for table in tables] == [len(grid.rows) for grid in grids]
    assert all(t.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None for t in tables)


def test_the_word_files_contents_lead_to_its_headings():
    body = zipfile.ZipFile(io.BytesIO(file("docx"))).read("word/document.xml").decode()
    places = set(re.findall(r'w:anchor="(_Toc\d+)"', body))
    assert places
    assert places == set(re.findall(r'w:bookmarkStart [^>]*w:name="(_Toc\d+)"', body))


def test_the_word_files_charts_have_alternative_texts():
    body = zipfile.ZipFile(io.BytesIO(file("docx"))).read("word/document.xml").decode()
    pictures = [block for block in report().blocks if isinstance(block, Picture)]
    assert len(re.findall(r'<wp:docPr [^>]*descr="[^"]+"', body)) == len(pictures) > 0


def test_words_in_another_language_are_marked_in_the_word_file():
    body = zipfile.ZipFile(io.BytesIO(file("docx", "annual", "en"))).read("word/document.xml")
    assert b'<w:lang w:val="fi-FI"/>' in body


def workbook(**options: bool) -> openpyxl.Workbook:
    return openpyxl.load_workbook(io.BytesIO(file("xlsx")), **options)


def test_counts_sums_and_shares_of_the_workbook_are_formulas_with_known_results():
    formulas = workbook()["Rapport"]
    values = workbook(data_only=True)["Rapport"]
    found = {
        cell.value.split("(")[0]: values[cell.coordinate].value
        for row in formulas.iter_rows()
        for cell in row
        if isinstance(cell.value, str) and cell.value.startswith("=")
    }
    assert set(found) == {"=COUNTIFS", "=SUM", "=IF"}
    assert all(value is not None for value in found.values())


def test_the_workbook_counts_what_its_table_of_measures_holds():
    sheet = workbook(data_only=True)["Mätare"]
    header, *rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
    counted = header.index("Räknas")
    assert sum(row[counted] for row in rows) == len(cast.scorecard().measures)
    assert sheet.freeze_panes == "A2"


def test_levels_are_real_numbers_in_the_workbook():
    sheet = workbook()["Mätare"]
    header = [cell.value for cell in sheet[1]]
    column = header.index("Målnivå") + 1
    numbers = [row[column - 1].value for row in sheet.iter_rows(min_row=2)]
    assert any(isinstance(value, int | float) for value in numbers)


def test_a_text_never_becomes_a_formula():
    card = cast.scorecard()
    hostile = Text({"fi": '=HYPERLINK("http://x")'}, {"fi": "original"})
    areas = tuple(
        replace(area, goals=tuple(replace(goal, title=hostile) for goal in area.goals))
        for area in card.areas
    )
    made = make_report(Asked("welfare", "2022", "fi"), Material(replace(card, areas=areas)))
    book = openpyxl.load_workbook(io.BytesIO(render(made, "xlsx")))
    formulas = [
        cell.value
        for sheet in book
        for row in sheet.iter_rows()
        for cell in row
        if cell.data_type == "f"
    ]
    assert not any("HYPERLINK" in formula for formula in formulas)


@pytest.mark.parametrize("form", FORMATS)
def test_control_signs_and_emoji_break_no_file(form: str):
    card = cast.scorecard()
    odd = Text({"fi": "\x00\x0b😀 \u202eabc\u202c #set text() $x$ <b>"}, {"fi": "original"})
    areas = tuple(replace(area, name=odd) for area in card.areas)
    made = make_report(Asked("interim", "2022", "fi"), Material(replace(card, areas=areas)))
    assert len(render(made, form)) > 1000
