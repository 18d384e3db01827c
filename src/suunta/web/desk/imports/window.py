"""The part of the document around what is looked at."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from suunta.jobs.review import ReviewItem, Source, SourceBlock, SourceText
from suunta.web.desk.imports.spans import Piece, around, pieces_in, stretches

LINES_BEFORE, LINES_AFTER = 8, 22
ROWS_BEFORE, ROWS_AFTER = 2, 4
# Readers count the tables of a document that names none.
COUNTED = re.compile(r"table (\d+)")
HEADER_ROWS = 3  # a table has its headings in the first rows


@dataclass(frozen=True)
class Line:
    """A line of the document. here: it holds what is looked at, with other words before and after
    it; item: else what it holds."""

    pieces: tuple[Piece, ...]
    here: bool
    item: str
    before: str = ""
    after: str = ""


@dataclass(frozen=True)
class Cell:
    """A cell; a continued one repeats what stands above or beside it."""

    lines: tuple[Line, ...]
    header: bool
    continues: bool


@dataclass(frozen=True)
class Block:
    """A heading, line or table with the rows that are shown; cut: some are left out."""

    kind: str
    level: int
    name: str
    rows: tuple[tuple[Cell, ...], ...]
    cut: bool

    @property
    def line(self) -> Line:
        """The line of a heading or line."""
        return self.rows[0][0].lines[0]


class Window:
    """The blocks around an item."""

    def __init__(self, source: Source, item: ReviewItem) -> None:
        self.source, self.item = source, item
        subs = item.measure.sub_measures if item.measure else ()
        self.marks = stretches(item.text, subs)

    def blocks(self) -> list[Block]:
        """What is shown."""
        at = next((n for n, block in enumerate(self.source.blocks) if self.holds(block)), 0)
        first = max(0, at - LINES_BEFORE)
        near = self.source.blocks[first : at + LINES_AFTER]
        return [self.block(block) for block in near if shows(block)]

    def row_words(self) -> str:
        """The words of the rows of tables that the item was read from."""
        rows = (row for block in self.source.blocks if block.kind == "table" for row in block.rows)
        return " ".join(text.text for row in rows if self.here(row) for text in texts(row))

    def holds(self, block: SourceBlock) -> bool:
        """Whether the item was read from a block."""
        return any(self.item.id in text.items for row in block.rows for text in texts(row))

    def block(self, block: SourceBlock) -> Block:
        """A block with the rows to show."""
        rows = list(self.rows(block)) if block.kind == "table" else list(block.rows)
        made = tuple(tuple(self.cell(cell) for cell in row) for row in rows)
        cut = len(rows) < len(block.rows)
        return Block(block.kind, block.level or 0, table_words(block.name), made, cut)

    def rows(self, block: SourceBlock) -> Iterator[tuple[tuple[SourceText, ...], ...]]:
        """The headings of a table and the rows around the item."""
        here = [n for n, row in enumerate(block.rows) if self.here(row)]
        first = (here[0] if here else 0) - ROWS_BEFORE
        last = (here[-1] if here else 0) + ROWS_AFTER
        for at, row in enumerate(block.rows):
            if first <= at <= last or (at < HEADER_ROWS and heads(row)):
                yield row

    def here(self, row: Sequence[Sequence[SourceText]]) -> bool:
        """Whether the item stands in a row."""
        return any(self.item.id in text.items for text in texts(row))

    def cell(self, cell: Sequence[SourceText]) -> Cell:
        """A cell in pieces."""
        return Cell(
            tuple(self.line(text) for text in cell),
            any(text.header for text in cell),
            any(text.continues for text in cell),
        )

    def line(self, text: SourceText) -> Line:
        """A line in pieces."""
        if self.item.id not in text.items:
            return Line((Piece(text.text),), False, text.items[0] if text.items else "")
        before, said, after = around(text.text, self.item.text)
        return Line(tuple(pieces_in(said, self.item.text, self.marks)), True, "", before, after)


def table_words(name: str | None) -> str:
    """The name of a sheet or table; one that was counted in the reader's language."""
    found = COUNTED.fullmatch(name or "")
    return _("Table %(n)s") % {"n": found[1]} if found else name or ""


def cell_words(cell: str | None) -> str:
    """A cell's place, "table 1 B2" of a document without sheets in the reader's language."""
    table, _space, place = (cell or "").rpartition(" ")
    return f"{table_words(table)} {place}".strip()


def texts(row: Sequence[Sequence[SourceText]]) -> Iterator[SourceText]:
    """The texts of a row."""
    return (text for cell in row for text in cell)


def heads(row: Sequence[Sequence[SourceText]]) -> bool:
    """Whether a row is one of headings."""
    return any(text.header for text in texts(row))


def shows(block: SourceBlock) -> bool:
    """Whether a block has anything to show."""
    return any(text.text.strip() for row in block.rows for text in texts(row))
