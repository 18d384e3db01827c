"""What any format gives before it is understood: headings, paragraphs, list items and tables in
reading order, each with its place. One module per format makes blocks; `layout` reads them."""

from __future__ import annotations

from dataclasses import dataclass, field

from suunta.core.strategy import Span


@dataclass(frozen=True)
class Line:
    """A paragraph or list item.

    depth: None for a paragraph, 0 for a list item, 1 for one nested in it, and so on;
    colour: the text's colour as "#rrggbb" where it is not the document's usual one;
    bold: the whole line is bold.
    """

    text: str
    depth: int | None = None
    colour: str | None = None
    bold: bool = False
    span: Span = field(default_factory=Span)


@dataclass(frozen=True)
class Heading:
    """A heading outside tables; level 1 is the highest."""

    text: str
    level: int
    span: Span = field(default_factory=Span)


@dataclass(frozen=True)
class Cell:
    """A cell of a table.

    number, is_percent: the value of a number cell as stored, and whether it is formatted as per
    cent; day: the ISO date of a date cell; header: marked as a heading by the document;
    continues: the cell belongs to a merged one that begins further up or to the left, whose lines
    it repeats; note: a comment on it.
    """

    lines: tuple[Line, ...] = ()
    number: float | None = None
    is_percent: bool = False
    day: str | None = None
    header: bool = False
    continues_above: bool = False
    continues_left: bool = False
    note: str | None = None
    span: Span = field(default_factory=Span)

    @property
    def text(self) -> str:
        """All its words, lines joined by spaces."""
        return " ".join(line.text for line in self.lines if line.text)


@dataclass(frozen=True)
class Table:
    """A table as a full grid: every row has a cell for each column, merged ones repeated.

    name: the sheet's name or the caption; header_rows: how many rows the document marks as
    repeated headings, 0 where it marks none.
    """

    rows: tuple[tuple[Cell, ...], ...]
    name: str | None = None
    header_rows: int = 0
    span: Span = field(default_factory=Span)


Block = Line | Heading | Table


@dataclass(frozen=True)
class Document:
    """A file's blocks in reading order, with what the file says of itself."""

    blocks: tuple[Block, ...]
    title: str | None = None
    language: str | None = None
