"""Sheets of a workbook -> tables: what is hidden is left out, empty rows and columns too."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from suunta.core.errors import InputError
from suunta.core.strategy import Span
from suunta.readers.blocks import Cell, Table
from suunta.readers.grids import squared
from suunta.readers.place import cell_name

MOST_ROWS = 10_000  # a strategy has some hundreds
MOST_CELLS = 200_000
STRATEGY_ALONE = "Give the strategy's sheets alone, without data or registers."
LISTED_PLACES = 20


@dataclass(frozen=True)
class Range:
    """A merged range: first and last row and column, 0 the first of the sheet."""

    top: int
    left: int
    bottom: int
    right: int


@dataclass
class Sheet:
    """A sheet as read: the cells that hold something, by (row, column); columns are hidden in
    stretches (first, last); unstored: formulas whose value the file does not hold."""

    name: str
    cells: dict[tuple[int, int], Cell] = field(default_factory=dict)
    merged: list[Range] = field(default_factory=list)
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: list[tuple[int, int]] = field(default_factory=list)
    unstored: list[str] = field(default_factory=list)

    def put(self, file: str, row: int, column: int, cell: Cell) -> None:
        """Add a cell. Raises: InputError for more than are read."""
        self.cells[row, column] = cell
        if len(self.cells) > MOST_CELLS:
            what = f"The sheet has more than {MOST_CELLS} filled cells."
            raise InputError.single(what, f"{file}, sheet {self.name}", STRATEGY_ALONE)

    def shows_column(self, column: int) -> bool:
        """Whether a column is not hidden."""
        return not any(first <= column <= last for first, last in self.hidden_columns)


def refuse_unstored(file: str, sheets: Sequence[Sheet]) -> None:
    """Refuse formulas without values: they are never computed here. Raises: InputError."""
    places = [f"{sheet.name}!{cell}" for sheet in sheets for cell in sheet.unstored]
    if places:
        listed = ", ".join(places[:LISTED_PLACES])
        what = f"{len(places)} formulas have no stored value; formulas are not computed here."
        remedy = "Open the workbook in Excel or LibreOffice, save it and give that file."
        raise InputError.single(what, f"{file}, {listed}", remedy)


def table_of(file: str, sheet: Sheet) -> Table | None:
    """What shows of a sheet; None when nothing does. Raises: InputError."""
    _spread_from_hidden(sheet)
    visible = {
        place: cell
        for place, cell in sheet.cells.items()
        if place[0] not in sheet.hidden_rows and sheet.shows_column(place[1])
    }
    rows = sorted({row for row, _ in visible})
    columns = sorted({column for _, column in visible})
    if not rows:
        return None
    if len(rows) > MOST_ROWS or len(rows) * len(columns) > MOST_CELLS:
        what = f"The sheet has {len(rows)} rows and {len(columns)} columns with content."
        limit = f" At most {MOST_ROWS} rows and {MOST_CELLS} cells are read."
        raise InputError.single(what + limit, f"{file}, sheet {sheet.name}", STRATEGY_ALONE)
    grid = [[visible.get((row, column), Cell()) for column in columns] for row in rows]
    _repeat_merged(grid, visible, sheet.merged, rows, columns)
    return Table(squared(grid), sheet.name, 0, Span(sheet=sheet.name))


def _spread_from_hidden(sheet: Sheet) -> None:
    """Move the content of a merged range whose first row or column is hidden to what shows."""
    for merged in sheet.merged:
        cell = sheet.cells.get((merged.top, merged.left))
        if cell is None:
            continue
        rows = (r for r in range(merged.top, merged.bottom + 1) if r not in sheet.hidden_rows)
        columns = (c for c in range(merged.left, merged.right + 1) if sheet.shows_column(c))
        row, column = next(rows, None), next(columns, None)
        if row is not None and column is not None:
            sheet.cells[row, column] = cell


def _repeat_merged(
    grid: list[list[Cell]],
    cells: Mapping[tuple[int, int], Cell],
    ranges: Sequence[Range],
    rows: Sequence[int],
    columns: Sequence[int],
) -> None:
    """Repeat the content of merged ranges in all the cells of the grid that they cover."""
    for merged in ranges:
        tall = range(bisect_left(rows, merged.top), bisect_right(rows, merged.bottom))
        wide = range(bisect_left(columns, merged.left), bisect_right(columns, merged.right))
        if not tall or not wide or len(tall) * len(wide) == 1:
            continue
        cell = cells.get((rows[tall[0]], columns[wide[0]]), Cell())
        for row in tall:
            for column in wide:
                above, left = row > tall[0], column > wide[0]
                grid[row][column] = replace(cell, continues_above=above, continues_left=left)


def span_of(sheet: str, row: int, column: int) -> Span:
    """The place of a cell, 0 the first row and column."""
    return Span(sheet=sheet, cell=cell_name(row, column))
