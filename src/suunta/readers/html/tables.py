"""Tables of a web page -> full grids, spans counted as browsers count them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from suunta.core.errors import InputError
from suunta.core.strategy import Span
from suunta.readers.blocks import Cell, Line, Table
from suunta.readers.grids import squared
from suunta.readers.html.looks import Element
from suunta.readers.place import cell_name

MOST_COLUMNS = 100
MOST_CELLS = 200_000
SECTIONS = ("thead", "tbody", "tfoot")
Fill = Callable[[Element, str], tuple[Line, ...]]
"""The lines of a cell, from its element and its name."""


@dataclass
class _Tall:
    """A cell that spans rows: for how many more below."""

    cell: Cell
    left: int


def rows_of(table: Element) -> Iterator[tuple[Element, int]]:
    """The rows of a table, each with how many follow it in its section."""
    loose: list[Element] = []
    for one in table:
        if one.tag == "tr":
            loose.append(one)
        elif one.tag in SECTIONS:
            yield from _counted(loose)
            loose = []
            yield from _counted([row for row in one if row.tag == "tr"])
    yield from _counted(loose)


def _counted(rows: list[Element]) -> Iterator[tuple[Element, int]]:
    for place, row in enumerate(rows):
        yield row, len(rows) - place - 1


def cells_of(row: Element) -> list[Element]:
    """The cells of a row."""
    return [cell for cell in row if cell.tag in ("td", "th")]


def table_of(element: Element, ordinal: int, fill: Fill, shows: Callable[[Element], bool]) -> Table:
    """A table as a grid. ordinal: 1 for the page's first; shows: whether a row is not hidden.

    Raises: InputError, its place to be completed with the file's name.
    """
    place = f"table {ordinal}"
    grid: list[list[Cell]] = []
    tall: dict[int, _Tall] = {}
    width = header_rows = 0
    leading = True
    for row, below in rows_of(element):
        if not shows(row):
            continue
        cells = cells_of(row)
        inside = row.getparent()
        heads = inside is not None and inside.tag == "thead"
        leading = leading and (heads or (bool(cells) and all(one.tag == "th" for one in cells)))
        header_rows += leading
        grid.append(_row(cells, tall, below, fill, place, len(grid)))
        width = max(width, len(grid[-1]))
        if width * len(grid) > MOST_CELLS:
            what = f"A table has more than {MOST_CELLS} cells."
            raise InputError.single(what, place, "Give the strategy alone.")
    caption = element.find("caption")
    words = "" if caption is None else "".join(map(str, caption.itertext()))
    return Table(squared(grid), " ".join(words.split()) or None, header_rows, Span(cell=place))


def _row(
    cells: list[Element], tall: dict[int, _Tall], below: int, fill: Fill, place: str, row: int
) -> list[Cell]:
    found: list[Cell] = []
    for element in cells:
        _take_tall(found, tall)
        if len(found) >= MOST_COLUMNS:
            break
        name = f"{place} {cell_name(row, len(found))}"
        cell = Cell(fill(element, name), header=element.tag == "th", span=Span(cell=name))
        down = _span(element, "rowspan", below + 1)
        for step in range(min(_span(element, "colspan", 1), MOST_COLUMNS - len(found))):
            own = replace(cell, continues_left=step > 0)
            if down > 1 and below:
                tall[len(found)] = _Tall(replace(own, continues_above=True), min(down - 1, below))
            found.append(own)
    _take_tall(found, tall)
    return found


def _take_tall(found: list[Cell], tall: dict[int, _Tall]) -> None:
    """Add the cells from rows above that reach into this row at this place."""
    while len(found) in tall:
        column = len(found)
        above = tall[column]
        found.append(above.cell)
        above.left -= 1
        if not above.left:
            del tall[column]


def _span(element: Element, name: str, rest: int) -> int:
    """How far a cell spans; 0 stands for all the rest."""
    text = (element.get(name) or "1").strip()
    number = int(text[:9]) if text[:9].isdecimal() else 1
    return number or rest
