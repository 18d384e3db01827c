"""Tables gathered into sheets, and where formulas find their columns."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from xlsxwriter.utility import xl_col_to_name

from suunta.reports.blocks import Block, Cell, Grid, Tally

WILD = str.maketrans({"~": "~~", "*": "~*", "?": "~?", '"': '""'})


@dataclass
class Table:
    """A sheet of rows below one header; widths: relative, of its columns."""

    name: str
    headers: list[str]
    widths: list[float]
    rows: list[list[Cell]] = field(default_factory=list)

    def column(self, header: str) -> str:
        """The cells of a column, as formulas name them."""
        letter = xl_col_to_name(self.headers.index(header))
        sheet = self.name.replace("'", "''")
        return f"'{sheet}'!${letter}$2:${letter}${len(self.rows) + 1}"


def gathered(blocks: Sequence[Block], names: dict[str, str]) -> dict[str, Table]:
    """The tables of the workbook by the key of their sheet, in the order of their first rows.

    Raises: ValueError where two tables of one sheet have other columns.
    """
    found: dict[str, Table] = {}
    for block in blocks:
        if not isinstance(block, Grid) or not block.sheet:
            continue
        headers, rows = widened(block)
        table = found.setdefault(
            block.sheet, Table(names[block.sheet], headers, widths_of(block), [])
        )
        if table.headers != headers:
            raise ValueError(f"sheet: {block.sheet} has tables of other columns")
        table.rows += rows
    return found


def widened(grid: Grid) -> tuple[list[str], list[list[Cell]]]:
    """Headers and rows with the columns that only the workbook has."""
    front = [column for column in grid.columns if column.front]
    back = [column for column in grid.columns if not column.front]
    headers = [
        *(each.header for each in front),
        *grid.headers,
        *(each.header for each in back),
    ]
    rows = [
        [*(each.cells[n] for each in front), *row, *(each.cells[n] for each in back)]
        for n, row in enumerate(grid.rows)
    ]
    return headers, rows


def widths_of(grid: Grid) -> list[float]:
    """Signs that each column has room for."""
    own = [8 + 8 * width for width in grid.widths or [1.0] * len(grid.headers)]
    front = [22.0 for column in grid.columns if column.front]
    return [*front, *own, *(15.0 for column in grid.columns if not column.front)]


def tally(asked: Tally, tables: dict[str, Table]) -> str:
    """The formula that counts rows; empty where the workbook has no such sheet or column."""
    table = tables.get(asked.sheet)
    if table is None or any(header not in table.headers for header, _ in asked.where):
        return ""
    pairs = [f'{table.column(header)},"={text.translate(WILD)}"' for header, text in asked.where]
    return f"=COUNTIFS({','.join(pairs)})"
