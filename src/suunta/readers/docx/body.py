"""The body of a Word document -> blocks in reading order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from suunta.readers.blocks import Block, Line
from suunta.readers.docx.markup import COMPATIBILITY, Element, unwrapped, w
from suunta.readers.docx.paragraphs import Paragraph, Paragraphs, block_of, cell_lines
from suunta.readers.docx.tables import cells_of, rows_of, table_of

LEFT_OUT = {w("del"), w("moveFrom"), f"{{{COMPATIBILITY}}}Fallback"}


class Body:
    """Reads a body once. name: the file's, for errors."""

    def __init__(self, paragraphs: Paragraphs, name: str) -> None:
        self._paragraphs = paragraphs
        self._name = name
        self._tables = 0

    def blocks(self, container: Element) -> Iterator[Block]:
        """The blocks of a body, text box or cell; headings have the levels that Word gives."""
        for element in unwrapped(container):
            if element.tag == w("p"):
                yield from self._paragraph(element)
            elif element.tag == w("tbl"):
                yield from self._table(element)

    def _paragraph(self, element: Element) -> Iterator[Block]:
        paragraph = self._paragraphs.read(element)
        block = block_of(paragraph) if paragraph else None
        if block is not None:
            yield block
        for box in text_boxes(element):
            yield from self.blocks(box)

    def _table(self, element: Element) -> Iterator[Block]:
        if _is_frame(element):
            for row in rows_of(element):
                for cell in cells_of(row):
                    yield from self.blocks(cell)
            return
        self._tables += 1
        yield table_of(element, self._tables, self._fill, self._name)

    def _fill(self, cell: Element, column: int, place: str) -> tuple[Line, ...]:
        """The lines of a cell; those of a table in it, a line for each row, come in their place."""
        lines: list[Line] = []
        run: list[Paragraph] = []
        for element in unwrapped(cell):
            if element.tag == w("p"):
                run += self._read(element, place)
            elif element.tag == w("tbl"):
                lines += cell_lines(run, column)
                run = []
                lines += self._nested(element, place)
        return (*lines, *cell_lines(run, column))

    def _read(self, element: Element, place: str) -> Iterator[Paragraph]:
        paragraph = self._paragraphs.read(element, place)
        if paragraph:
            yield paragraph
        for box in text_boxes(element):
            for one in unwrapped(box):
                if one.tag == w("p"):
                    yield from self._read(one, place)

    def _nested(self, table: Element, place: str) -> Iterator[Line]:
        for row in rows_of(table):
            lines = [line for cell in cells_of(row) for line in self._fill(cell, 0, place)]
            if lines:
                text = " ".join(line.text for line in lines)
                yield Line(text, lines[0].depth, lines[0].colour, lines[0].bold, lines[0].span)


def text_boxes(paragraph: Element) -> Iterable[Element]:
    """The text boxes anchored in a paragraph, each once: the older copy of each is left out."""
    tag = w("txbxContent")
    for box in paragraph.iter(tag):
        inside = [one.tag for one in box.iterancestors()]
        within = inside[: len(inside) - sum(1 for _ in paragraph.iterancestors()) - 1]
        if tag not in within and not LEFT_OUT & set(within):
            yield box


def _is_frame(table: Element) -> bool:
    """Whether a table only holds others: it has one column, or no words of its own."""
    if table.find(f".//{w('tbl')}") is None:
        return False
    rows = [cells_of(row) for row in rows_of(table)]
    if all(len(row) <= 1 for row in rows):
        return True
    own = (
        text.text
        for row in rows
        for cell in row
        for one in unwrapped(cell)
        if one.tag == w("p")
        for text in one.iter(w("t"))
    )
    return not any((text or "").strip() for text in own)
