"""Sheets of a workbook: the report to read, and tables to count on."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil
from typing import Any

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.utility import xl_rowcol_to_cell
from xlsxwriter.worksheet import Worksheet

from suunta.reports.blocks import (
    Block,
    Bullets,
    Cell,
    Content,
    Grid,
    Heading,
    Number,
    Paragraph,
    Share,
    Tally,
    Total,
    plain,
)
from suunta.reports.signs import SIGNS
from suunta.reports.word.inline import writable
from suunta.reports.workbook.tables import Table, tally

MOST = 32_000  # signs that a cell holds, with a little air
ACROSS = 7  # a paragraph goes over the first columns, so far
FIRST, OTHERS = 48, 13
SIGNS_A_LINE, LINE_HEIGHT = 125, 15.0
SIZES = {1: 14, 2: 12, 3: 11, 4: 11}
LEAD_SIZE = 12
LONGEST_ADDRESS = 2000
WIDEST, HIGHEST = 60.0, 400.0  # of a column in signs, of a row in points
WIDER = 1.15  # words break at their ends: a line holds a little less than it could


class Looks:
    """Formats by what they say; each made once."""

    def __init__(self, workbook: Workbook) -> None:
        self.workbook = workbook
        self.made: dict[tuple[tuple[str, object], ...], Format] = {}

    def of(self, **properties: object) -> Format:
        """A format."""
        key = tuple(sorted(properties.items()))
        if key not in self.made:
            self.made[key] = self.workbook.add_format({"valign": "top", **properties})
        return self.made[key]

    @property
    def head(self) -> Format:
        """Of header rows."""
        return self.of(bold=True, text_wrap=True, bg_color="#EFEEE8", bottom=1)


class Cells:
    """Writing cells: texts stay texts, numbers are numbers, counts are formulas."""

    def __init__(self, sheet: Worksheet, looks: Looks, tables: dict[str, Table]) -> None:
        self.sheet, self.looks, self.tables = sheet, looks, tables

    def cell(self, row: int, column: int, content: Cell, above: tuple[int, int]) -> None:
        """One cell; above: the first row of its table and its last column."""
        if isinstance(content, Number):
            self.number(row, column, content, above)
            return
        text = cut(plain(content))
        form = self.form(content)
        address = address_of(content)
        if address:
            self.sheet.write_url(row, column, address, form, text)
        elif text:
            self.sheet.write_string(row, column, text, form)
        else:
            self.sheet.write_blank(row, column, None, form)

    def form(self, content: Content) -> Format:
        """How a text looks: a status in its colour."""
        signs = [] if isinstance(content, str) else [run.sign for run in content if run.sign]
        if len(signs) == 1:
            return self.looks.of(text_wrap=True, font_color=SIGNS[signs[0]].colour, bold=True)
        return self.looks.of(text_wrap=True)

    def number(self, row: int, column: int, content: Number, above: tuple[int, int]) -> None:
        """A number, or the formula that finds it, with the number as its known result."""
        form = self.looks.of(num_format=content.form)
        formula = self.formula(row, column, content, above)
        if formula:
            self.sheet.write_formula(row, column, formula, form, content.value)
        else:
            self.sheet.write_number(row, column, content.value, form)

    def formula(self, row: int, column: int, content: Number, above: tuple[int, int]) -> str:
        """The formula of a number; empty where it has none."""
        first, last_column = above
        if isinstance(content.formula, Tally):
            return tally(content.formula, self.tables)
        if isinstance(content.formula, Total):
            top = xl_rowcol_to_cell(first, column)
            return f"=SUM({top}:{xl_rowcol_to_cell(row - 1, column)})"
        if isinstance(content.formula, Share):
            part = xl_rowcol_to_cell(row - 1, column)
            whole = xl_rowcol_to_cell(row - 1, last_column)
            return f"=IF({whole}=0,0,{part}/{whole})"
        return ""


class TableSheet(Cells):
    """A table with its header fixed and a filter."""

    def write(self, table: Table) -> None:
        """All rows."""
        last = len(table.headers) - 1
        for column, (header, width) in enumerate(zip(table.headers, table.widths, strict=True)):
            self.sheet.set_column(column, column, min(width, WIDEST))
            self.sheet.write_string(0, column, header, self.looks.head)
        self.sheet.set_row(0, height(table.headers, table.widths))
        for row, cells in enumerate(table.rows, start=1):
            for column, content in enumerate(cells):
                self.cell(row, column, content, (1, last))
            self.sheet.set_row(row, height([plain(each) for each in cells], table.widths))
        self.sheet.freeze_panes(1, 0)
        self.sheet.autofilter(0, 0, len(table.rows), last)
        printable(self.sheet)
        self.sheet.repeat_rows(0)


class ReportSheet(Cells):
    """The report in the order of reading; tables that have sheets of their own are linked."""

    row = 0

    def write(self, title: str, blocks: Sequence[Block]) -> None:
        """All of it."""
        self.sheet.set_column(0, 0, FIRST)
        self.sheet.set_column(1, ACROSS + 6, OTHERS)
        self.line(title, bold=True, font_size=18)
        for block in blocks:
            self.add(block)
        printable(self.sheet)

    def add(self, block: Block) -> None:
        """One block; charts have sheets of their own, and a workbook has its tabs for contents."""
        if isinstance(block, Heading):
            self.row += 1
            self.line(block.text, bold=True, font_size=SIZES[block.level])
        elif isinstance(block, Paragraph):
            size = LEAD_SIZE if block.tone in ("lead", "big") else 11
            colour = "#46545F" if block.tone == "note" else "#14202B"
            self.line(plain(block.content), font_size=size, font_color=colour)
        elif isinstance(block, Bullets):
            for item in block.items:
                self.line(f"• {plain(item)}", font_size=11)
        elif isinstance(block, Grid) and block.sheet:
            self.lead_to(self.tables[block.sheet])
        elif isinstance(block, Grid):
            self.grid(block)

    def line(self, text: str, **looks: Any) -> None:
        """A paragraph over the width of the page, as high as its words need."""
        form = self.looks.of(text_wrap=True, **looks)
        self.sheet.merge_range(self.row, 0, self.row, ACROSS, "", form)
        self.sheet.write_string(self.row, 0, cut(text), form)
        size = float(looks.get("font_size", 11)) / 11
        lines = sum(ceil(max(len(each), 1) * size / SIGNS_A_LINE) for each in text.split("\n"))
        self.sheet.set_row(self.row, LINE_HEIGHT * size * lines + 3)
        self.row += 1

    def lead_to(self, table: Table) -> None:
        """A link to the sheet that holds a table."""
        place = "internal:'" + table.name.replace("'", "''") + "'!A1"
        self.sheet.write_url(self.row, 0, place, string=f"→ {table.name}")
        self.row += 1

    def grid(self, grid: Grid) -> None:
        """A table in its place."""
        widths = [FIRST, *[OTHERS] * (len(grid.headers) - 1)]
        for column, header in enumerate(grid.headers):
            self.sheet.write_string(self.row, column, header, self.looks.head)
        self.sheet.set_row(self.row, height(grid.headers, widths))
        self.row += 1
        above = (self.row, len(grid.headers) - 1)
        for cells in grid.rows:
            for column, content in enumerate(cells):
                self.cell(self.row, column, content, above)
            self.row += 1
        self.row += 1


def height(texts: Sequence[str], widths: Sequence[float]) -> float:
    """As high as the longest cell of a row needs; not every program finds that by itself."""
    lines = [
        sum(ceil(max(len(line), 1) * WIDER / min(width, WIDEST)) for line in text.split("\n"))
        for text, width in zip(texts, widths, strict=True)
    ]
    return min(LINE_HEIGHT * max(lines, default=1) + 1, HIGHEST)


def printable(sheet: Worksheet) -> None:
    """A4, landscape, as wide as one page."""
    sheet.set_paper(9)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    sheet.set_footer("&R&P / &N")


def cut(text: str) -> str:
    """As much of a text as a cell holds."""
    clean = writable(text)
    return clean if len(clean) <= MOST else clean[:MOST] + "…"


def address_of(content: Content) -> str:
    """The one address that a cell leads to; empty where there is none."""
    runs = [] if isinstance(content, str) else [run for run in content if run.text.strip()]
    if len(runs) != 1 or not runs[0].link:
        return ""
    link = runs[0].link
    usable = link.startswith(("http://", "https://")) and len(link) < LONGEST_ADDRESS
    return link if usable else ""
