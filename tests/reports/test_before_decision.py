"""The report before the decision as a Word file."""

from __future__ import annotations

import io
from functools import cache

import pytest
from docx import Document
from docx.document import Document as DocumentType

from suunta.core.definitions import folder
from suunta.core.lint.report import Report, report_before_decision
from suunta.core.phrases import understand
from suunta.core.strategy import Strategy
from suunta.readers import read_file
from suunta.reports.before_decision import render_before_decision


@cache
def kauniainen() -> Report:
    path = folder("examples") / "kauniainen" / "strategia-2018-2022.txt"
    return report_before_decision(understand(read_file(path)), "sv")


@cache
def opened() -> DocumentType:
    return Document(io.BytesIO(render_before_decision(kauniainen())))


def words_of(document: DocumentType) -> str:
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(each.text for each in document.paragraphs), *cells])


def test_the_result_stands_first_below_the_title():
    title, result = opened().paragraphs[:2]
    assert title.text == "Före beslutet: Kauniaisten kaupunkistrategia 2018-2022"
    assert result.text == " ".join(kauniainen().result)


def test_sections_come_in_the_order_of_the_readers_questions():
    headings = [p.text for p in opened().paragraphs if p.style.name == "Heading 1"]
    keys = ("fixes", "goals", "carry", "good", "findings")
    assert headings == [kauniainen().words["headings"][key] for key in keys]


def test_every_finding_has_its_row_in_the_annex():
    annex = opened().tables[-1]
    assert len(annex.rows) == len(kauniainen().findings) + 1


def test_many_places_of_one_kind_are_named_and_not_quoted():
    rows = [row.cells for table in opened().tables[:3] for row in table.rows[1:]]
    (places,) = [
        cells[1].text for cells in rows if "Åtgärden anger ingen ansvarig" in cells[0].text
    ]
    assert places.startswith("1.1-A1, 1.2-A2, ")
    assert "\n" not in places


def test_the_load_of_reporting_is_shown_as_a_sum():
    # 112 things x 3 rounds x 2 minutes = 672 minutes
    assert "112 saker att följa upp × 3 rapporteringsrundor om året × 2 minuter = 11 h 12 min" in (
        words_of(opened())
    )


@pytest.mark.parametrize("lang", ["fi", "sv", "en"])
def test_an_empty_document_makes_a_file_all_the_same(lang: str):
    report = report_before_decision(Strategy(""), lang)
    assert render_before_decision(report)
