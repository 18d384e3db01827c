"""A page -> its paragraphs and tables in reading order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from suunta.readers.pdf.aligned import Gutters, Marks, split_tables
from suunta.readers.pdf.columns import in_reading_order
from suunta.readers.pdf.lines import lines_of
from suunta.readers.pdf.paragraphs import paragraphs
from suunta.readers.pdf.parts import Box, Grid, Item, Page, TextLine
from suunta.readers.pdf.ruled import grids_of, level_rules, shaded_rows


@dataclass
class Sheet:
    """A page with its text gathered: ruled tables, and lines outside them."""

    number: int
    height: float
    shown: Box
    grids: list[Grid]
    lines: list[TextLine]
    marks: Marks
    pictures: int

    @property
    def has_text(self) -> bool:
        return bool(self.lines or self.grids)


def sheet_of(page: Page) -> Sheet:
    """The text of a page's glyphs, by line and cell."""
    grids, rest = grids_of(page)
    lines = lines_of(rest, page.number)
    marks = Marks(level_rules(page), shaded_rows(page))
    return Sheet(page.number, page.height, page.shown, grids, lines, marks, page.pictures)


def items_of(sheet: Sheet, carried: Gutters | None) -> list[Item]:
    """The paragraphs and tables of a page in reading order."""
    items: list[Item] = []
    right = max((line.x1 for line in sheet.lines), default=0.0)
    rest = sorted(sheet.lines, key=lambda line: line.baseline)
    for grid in sorted(sheet.grids, key=lambda grid: (grid.top, grid.xs[0])):
        above = [line for line in rest if line.baseline < grid.top + 2]
        rest = rest[len(above) :]
        items += _loose(above, sheet.marks, right, carried)
        items.append(grid)
        carried = None
    return items + _loose(rest, sheet.marks, right, carried)


def _loose(
    lines: Sequence[TextLine], marks: Marks, right: float, carried: Gutters | None
) -> list[Item]:
    """The paragraphs and unruled tables of lines between ruled tables."""
    items: list[Item] = []
    for stretch, edge in in_reading_order(lines, right):
        plain: list[TextLine] = []
        for part in split_tables(stretch, marks, carried):
            if isinstance(part, Grid):
                items += [*paragraphs(plain, edge), part]
                plain = []
            else:
                plain.append(part)
        items += paragraphs(plain, edge)
        carried = None
    return items
