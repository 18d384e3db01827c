"""A report as a file: the same content in every format, the same bytes for the same content."""

from __future__ import annotations

from collections.abc import Callable

from suunta.reports.council.model import Report
from suunta.reports.word import render_word


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


FORMATS: dict[str, Callable[[Report], bytes]] = {"docx": word}
MEDIA_TYPES = {
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


def render(report: Report, form: str) -> bytes:
    """The file; form: a key of FORMATS."""
    return FORMATS[form](report)
