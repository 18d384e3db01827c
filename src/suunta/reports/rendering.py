"""A report as a file: the same content in every format, the same bytes for the same content."""

from __future__ import annotations

from collections.abc import Callable

from suunta.reports.council.model import Report
from suunta.reports.council.words import Words
from suunta.reports.pdf import render_pdf
from suunta.reports.word import render_word
from suunta.reports.workbook import render_workbook


def word(report: Report) -> bytes:
    """As a Word file."""
    return render_word(
        report.blocks,
        title=report.title,
        language=report.language,
        landscape=report.landscape,
        slides=report.slides,
        foot=report.foot,
        made_on=report.as_of,
    )


def pdf(report: Report) -> bytes:
    """As a PDF file."""
    return render_pdf(
        report.blocks,
        title=report.title,
        language=report.language,
        made_on=report.as_of,
        landscape=report.landscape,
        slides=report.slides,
        foot=report.foot,
    )


def workbook(report: Report) -> bytes:
    """As an Excel file."""
    words = Words(report.language).all
    return render_workbook(
        report.blocks,
        title=report.title,
        made_on=report.as_of,
        names=words["sheets"],
        headers=words["columns"],
    )


FORMATS: dict[str, Callable[[Report], bytes]] = {"pdf": pdf, "docx": word, "xlsx": workbook}
MEDIA_TYPES = {
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


def render(report: Report, form: str) -> bytes:
    """The file; form: a key of FORMATS."""
    return FORMATS[form](report)
