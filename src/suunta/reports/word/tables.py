"""Tables of a Word file."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement
from docx.shared import Emu
from docx.table import Table, _Cell, _Row
from docx.text.paragraph import Paragraph

from suunta.reports.blocks import Cell, Grid
from suunta.reports.word.look import CELL, CELL_HEAD, TABLE, style_id

Fill = Callable[[Paragraph, Cell], None]


def add_grid(document: Document, grid: Grid, fill: Fill) -> None:
    """The table, its header row marked as such and repeated, no row broken over pages."""
    count = len(grid.headers)
    if any(len(row) != count for row in grid.rows):
        raise ValueError(f"rows: each needs {count} cells, as the header has")
    table = document.add_table(rows=0, cols=count)
    table._tbl.tblStyle_val = style_id(TABLE)
    table.autofit = False
    # A new row takes the widths of the columns.
    for column, width in zip(table.columns, _widths(document, grid), strict=True):
        column.width = width
    _fill_row(table.add_row(), grid.headers, CELL_HEAD, grid, fill)
    _mark(table.rows[0], "w:tblHeader")
    for row in grid.rows:
        _fill_row(table.add_row(), row, CELL, grid, fill)
    _set_look(table)
    _describe(table, grid.caption)
    # Word wants a paragraph between two tables, and the page a little air below one.
    document.add_paragraph()._p.style = style_id(CELL)


def _widths(document: Document, grid: Grid) -> list[Emu]:
    """The columns' widths; together they fill the text's width."""
    section = document.sections[0]
    edges = (section.page_width, section.left_margin, section.right_margin)
    page, left, right = (int(edge or 0) for edge in edges)
    parts = grid.widths or [1.0] * len(grid.headers)
    if len(parts) != len(grid.headers) or min(parts) <= 0:
        raise ValueError("widths: one above 0 for each column")
    return [Emu(int((page - left - right) * part / sum(parts))) for part in parts]


def _fill_row(row: _Row, cells: Sequence[Cell], style: str, grid: Grid, fill: Fill) -> None:
    _mark(row, "w:cantSplit")
    for column, (cell, content) in enumerate(zip(row.cells, cells, strict=True)):
        _fill_cell(cell, content, style, fill, figure=column in grid.figures)


def _fill_cell(cell: _Cell, content: Cell, style: str, fill: Fill, *, figure: bool) -> None:
    paragraph = cell.paragraphs[0]
    paragraph._p.style = style_id(style)
    if figure:
        paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    fill(paragraph, content)


def _mark(row: _Row, tag: str) -> None:
    row._tr.get_or_add_trPr().append(OxmlElement(tag))


def _set_look(table: Table) -> None:
    """Which parts of the style are shown: the first row is a header, the first column is not."""
    look: Any = table._tbl.tblPr.find(qn("w:tblLook"))
    for name in list(look.attrib):
        del look.attrib[name]
    look.set(qn("w:val"), "0020")
    look.set(qn("w:firstRow"), "1")
    for name in ("lastRow", "firstColumn", "lastColumn", "noHBand", "noVBand"):
        look.set(qn(f"w:{name}"), "1" if name.startswith("no") else "0")


def _describe(table: Table, caption: str) -> None:
    if caption:
        title = OxmlElement("w:tblCaption")
        title.set(qn("w:val"), caption)
        table._tbl.tblPr.append(title)
