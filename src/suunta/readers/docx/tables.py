"""Tables of a Word document -> full grids: every row has a cell for each column."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from suunta.core.errors import InputError
from suunta.core.strategy import Span
from suunta.readers.blocks import Cell, Line, Table
from suunta.readers.docx.markup import Element, child, number, switch, unwrapped, value, w
from suunta.readers.grids import squared
from suunta.readers.place import cell_name

MOST_COLUMNS = 100  # Word itself allows 63
MOST_CELLS = 200_000
Fill = Callable[[Element, int, str], tuple[Line, ...]]
"""The lines of a cell, from its element, its column and its name."""


def rows_of(table: Element) -> Iterator[Element]:
    """The rows of a table, deleted and hidden ones left out."""
    for row in unwrapped(table):
        if row.tag != w("tr"):
            continue
        properties = child(row, "trPr")
        if child(properties, "del") is None and not switch(properties, "hidden"):
            yield row


def cells_of(row: Element) -> list[Element]:
    """The cells of a row."""
    return [cell for cell in unwrapped(row) if cell.tag == w("tc")]


def table_of(element: Element, ordinal: int, fill: Fill, name: str) -> Table:
    """A table as a grid. ordinal: 1 for the document's first; name: the file's, for errors.

    Raises: InputError for more cells than are read.
    """
    place = f"table {ordinal}"
    rows: list[list[Cell]] = []
    header_rows = width = 0
    leading = True
    columns = _columns(element)
    for row in rows_of(element):
        leading = leading and bool(switch(child(row, "trPr"), "tblHeader"))
        header_rows += leading
        above = rows[-1] if rows else []
        cells = _row(row, above, len(rows), place, fill, columns)
        rows.append([replace(cell, header=leading) for cell in cells])
        width = max(width, len(cells))
        if width * len(rows) > MOST_CELLS:
            what = f"A table has more than {MOST_CELLS} cells."
            raise InputError.single(what, f"{name}, {place}", "Give the strategy alone.")
    return Table(squared(rows), None, header_rows, Span(cell=place))


def _columns(table: Element) -> int | None:
    """How many cells each row has, where all have as many but those of one cell.

    Then the first of each row stand under each other, and so on, whatever borders were moved.
    """
    counts = set()
    for row in rows_of(table):
        if child(row, "trPr/gridBefore") is not None or child(row, "trPr/gridAfter") is not None:
            return None
        counts.add(len(cells_of(row)))
    many = counts - {0, 1}
    return min(many.pop(), MOST_COLUMNS) if len(many) == 1 else None


def _row(
    row: Element, above: Sequence[Cell], ordinal: int, place: str, fill: Fill, columns: int | None
) -> list[Cell]:
    """The cells of a row. columns: how many cells each row has, where that decides."""
    skipped = number(value(row, "trPr/gridBefore"), 0, MOST_COLUMNS) or 0
    cells = [Cell()] * skipped
    elements = cells_of(row)
    for element in elements:
        column = len(cells)
        name = f"{place} {cell_name(ordinal, column)}"
        properties = child(element, "tcPr")
        lines = fill(element, column, name)  # also of covered cells: their paragraphs count
        cell = Cell(lines=lines, span=Span(cell=name))
        if _goes_on(properties, "hMerge") and cells:
            cells.append(replace(cells[-1], continues_left=True))
            continue
        if _goes_on(properties, "vMerge") and column < len(above):
            cell = replace(above[column], continues_above=True, continues_left=False)
        span = number(value(properties, "gridSpan"), 1, MOST_COLUMNS) or 1
        if columns is not None:
            span = 1 if len(elements) > 1 else columns if span > 1 else 1
        cells.append(cell)
        cells += [replace(cell, continues_left=True)] * (min(span, MOST_COLUMNS - column) - 1)
        if len(cells) >= MOST_COLUMNS:
            break
    return cells


def _goes_on(properties: Element | None, kind: str) -> bool:
    """Whether a cell continues a merged one: the mark without "restart"."""
    merge = child(properties, kind)
    return merge is not None and merge.get(w("val"), "continue") == "continue"
