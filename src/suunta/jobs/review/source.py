"""What a review shows beside the reading: the document's pages, or its tables and lines, with the
places of what was read from it marked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from suunta.core.review import Item
from suunta.core.strategy import Box, Span
from suunta.readers.blocks import Block, Cell, Document, Heading, Line, Table

# More than people read beside a strategy; a sheet of 100,000 rows is no page.
MOST_TEXTS = 20_000


@dataclass(frozen=True)
class SourceText:
    """A text of the document. items: ids of what was read from it; header: a heading cell;
    continues: it repeats the merged cell above or to the left."""

    text: str
    items: tuple[str, ...] = ()
    header: bool = False
    continues: bool = False


@dataclass(frozen=True)
class SourceBlock:
    """kind: heading, line or table; level: of a heading from 1, or how deep a list item is from 0,
    None for a paragraph; name: the sheet's or table's; rows: of cells, each of lines; a heading or
    line is one row of one cell of one line."""

    kind: Literal["heading", "line", "table"]
    level: int | None
    name: str | None
    rows: tuple[tuple[tuple[SourceText, ...], ...], ...]

    @property
    def text(self) -> SourceText:
        """The text of a heading or line."""
        return self.rows[0][0][0]


@dataclass(frozen=True)
class SourceBox:
    """Where an item stands on a page: left, top, right, bottom as fractions of the page."""

    item: str
    box: Box


@dataclass(frozen=True)
class Source:
    """kind: "pages" has `pages` (how many) and `boxes` by page, 1 the first; "blocks" has
    `blocks`; shortened: the document is longer than what is shown."""

    kind: Literal["pages", "blocks"]
    pages: int = 0
    boxes: Mapping[int, tuple[SourceBox, ...]] | None = None
    blocks: tuple[SourceBlock, ...] = ()
    shortened: bool = False


def pages_json(document: Document) -> dict[str, Any]:
    """The source of a PDF: its pages are pictures of their own."""
    spans = (span for block in document.blocks for span in spans_of(block))
    return {"kind": "pages", "pages": max((span.page or 1 for span in spans), default=1)}


def spans_of(block: Block) -> Iterator[Span]:
    """The places in a block."""
    yield block.span
    if isinstance(block, Table):
        yield from (cell.span for row in block.rows for cell in row)


def blocks_json(blocks: Iterable[Block]) -> dict[str, Any]:
    """The source of any other document, as much of it as is shown."""
    found: list[dict[str, Any]] = []
    left = MOST_TEXTS
    for block in blocks:
        content = block_json(block, left)
        left -= sum(len(row) for row in content["rows"])
        found.append(content)
        if left <= 0:
            return {"kind": "blocks", "blocks": found, "shortened": True}
    return {"kind": "blocks", "blocks": found, "shortened": False}


def block_json(block: Block, most: int) -> dict[str, Any]:
    """A block with at most so many cells."""
    if isinstance(block, Table):
        width = max((len(row) for row in block.rows), default=1)
        rows = [[cell_json(cell) for cell in row] for row in block.rows[: most // width + 1]]
        return {"kind": "table", "name": block.name, "rows": rows}
    level = block.level if isinstance(block, Heading) else block.depth
    kind = "heading" if isinstance(block, Heading) else "line"
    return {"kind": kind, "level": level, "rows": [[{"lines": [line_json(block)]}]]}


def cell_json(cell: Cell) -> dict[str, Any]:
    """A cell; the keys that say something."""
    content: dict[str, Any] = {"lines": [line_json(line) for line in cell.lines if line.text]}
    if cell.header:
        content["header"] = True
    if cell.continues_above or cell.continues_left:
        content["continues"] = True
    return content


def line_json(line: Line | Heading) -> list[Any]:
    """A text and its place."""
    return [line.text, line.span.sheet, line.span.cell, list(line.span.lines)]


def lines_json(text: str) -> dict[str, Any]:
    """The source of a plain text: its lines."""
    lines = enumerate(text.splitlines(), start=1)
    return blocks_json(Line(line, span=Span(lines=(n,))) for n, line in lines)


def marked(content: Mapping[str, Any], items: Sequence[Item]) -> Source:
    """The source of an upload with the places of the items marked."""
    if content["kind"] == "pages":
        return Source("pages", pages=content["pages"], boxes=boxes_of(items))
    marks = marks_of(items)
    blocks = tuple(
        SourceBlock(
            block["kind"],
            block.get("level"),
            block.get("name"),
            tuple(tuple(cell_texts(cell, marks) for cell in row) for row in block["rows"]),
        )
        for block in content["blocks"]
    )
    return Source("blocks", blocks=blocks, shortened=content["shortened"])


def boxes_of(items: Sequence[Item]) -> dict[int, tuple[SourceBox, ...]]:
    """The boxes of items by their page."""
    found: dict[int, list[SourceBox]] = {}
    for item in items:
        if item.span.page and item.span.box:
            found.setdefault(item.span.page, []).append(SourceBox(item.id, item.span.box))
    return {page: tuple(boxes) for page, boxes in sorted(found.items())}


Marks = dict[tuple[str | None, str | None], list[tuple[frozenset[int], str]]]


def marks_of(items: Sequence[Item]) -> Marks:
    """(sheet, cell) -> the lines and ids of the items there."""
    marks: Marks = {}
    for item in items:
        span = item.span
        if span != Span():
            place = (span.sheet, span.cell)
            marks.setdefault(place, []).append((frozenset(span.lines), item.id))
    return marks


def cell_texts(cell: Mapping[str, Any], marks: Marks) -> tuple[SourceText, ...]:
    """The lines of a cell."""
    return tuple(
        SourceText(
            text,
            tuple(
                code
                for of_item, code in marks.get((sheet, name), ())
                if of_item.intersection(lines) or not (of_item and lines)
            ),
            cell.get("header", False),
            cell.get("continues", False),
        )
        for text, sheet, name, lines in cell["lines"]
    )
