"""Blocks -> an Excel file."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime, time
from io import BytesIO

from xlsxwriter import Workbook

from suunta.reports.blocks import Block, Picture
from suunta.reports.workbook.charts import add_charts
from suunta.reports.workbook.sheets import Looks, ReportSheet, TableSheet
from suunta.reports.workbook.tables import gathered

# A text that begins with "=" or "http" stays a text: what a document says runs nothing.
OPTIONS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}


def render_workbook(
    blocks: Sequence[Block],
    *,
    title: str,
    made_on: date,
    names: Mapping[str, str],
    headers: Mapping[str, str],
) -> bytes:
    """An .xlsx file: the report as a sheet to read, its tables and figures as sheets to count on.

    names: of the sheets by their key (`report`, `figures`, `charts`, and those of the tables);
    headers: of the columns of the figures (`measure`, `period`, `value`, `unit`). Counts, sums and
    shares are formulas. The same content gives the same bytes.
    """
    written = BytesIO()
    workbook = Workbook(written, OPTIONS)
    workbook.set_properties(
        {"title": title[:255], "author": "Suunta", "created": datetime.combine(made_on, time())}
    )
    looks = Looks(workbook)
    tables = gathered(blocks, dict(names))
    report = workbook.add_worksheet(names["report"])
    ReportSheet(report, looks, tables).write(title, blocks)
    for table in tables.values():
        TableSheet(workbook.add_worksheet(table.name), looks, tables).write(table)
    pictures = [block for block in blocks if isinstance(block, Picture)]
    if pictures:
        add_charts(workbook, looks, pictures, names, headers)
    workbook.close()
    return written.getvalue()
