"""The page on reading tells the limits that the readers keep."""

from __future__ import annotations

from pathlib import Path

import pytest

from suunta import readers
from suunta.readers import archive, html, sandbox, sheets, xlsx
from suunta.readers.docx import tables as word_tables
from suunta.readers.html import tables as web_tables
from suunta.readers.pdf import opening

PAGE = Path(__file__).parents[2] / "docs" / "reference" / "reading.md"
MB = 1024 * 1024
LIMITS = {
    "a file": f"{readers.LARGEST_FILE_BYTES // MB} MB",
    "a web page": f"{html.LARGEST_BYTES // MB} MB",
    "time for a file": f"{sandbox.TIMEOUT_S} s, of it {sandbox.CPU_S} s of work",
    "memory": f"{sandbox.MEMORY_BYTES // MB} MB",
    "pages of a PDF": f"{opening.MOST_PAGES:,}",
    "a stream of a PDF, unpacked": f"{opening.LARGEST_STREAM_BYTES // MB} MB",
    "rows of a sheet": f"{sheets.MOST_ROWS:,}",
    "sheets of a workbook": f"{xlsx.MOST_SHEETS}",
    "cells of a document": f"{sheets.MOST_CELLS:,}",
    "columns of a table in Word or HTML": f"{word_tables.MOST_COLUMNS}",
    "parts of an Office file": f"{archive.MOST_MEMBERS:,}",
    "an XML part of an Office file, unpacked": f"{archive.LARGEST_TREE_BYTES // MB} MB",
    "a part read row by row, unpacked": f"{archive.LARGEST_STREAM_BYTES // MB} MB",
    "all parts together, unpacked": f"{archive.LARGEST_TOTAL_BYTES // MB} MB",
}


@pytest.mark.parametrize(("what", "limit"), LIMITS.items())
def test_the_page_tells_the_limit_that_the_readers_keep(what: str, limit: str) -> None:
    assert f"| {what} | {limit} |" in PAGE.read_text("utf-8")


def test_word_and_web_tables_have_the_same_limits() -> None:
    assert word_tables.MOST_COLUMNS == web_tables.MOST_COLUMNS
    assert word_tables.MOST_CELLS == web_tables.MOST_CELLS == sheets.MOST_CELLS


@pytest.mark.parametrize("extension", readers.READERS)
def test_every_format_has_its_line(extension: str) -> None:
    assert f"`{extension}`" in PAGE.read_text("utf-8")
