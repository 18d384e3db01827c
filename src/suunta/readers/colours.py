"""The colours of lines: the document's usual one is no colour, the others may name sectors."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace

from suunta.readers.blocks import Block, Cell, Line, Table

BLACK = "#000000"
LEAST_BLACK = 0.05  # below this share of black text, the commonest colour is the usual one


def without_usual_colour(blocks: Iterable[Block]) -> Iterator[Block]:
    """The blocks with the colour of lines that have the document's usual one taken off."""
    kept = list(blocks)
    shades = Counter[str | None]()
    for line in _lines(kept):
        shades[None if line.colour == BLACK else line.colour] += len(line.text)
    usual = {BLACK}
    if shades and shades[None] < LEAST_BLACK * shades.total():
        usual |= {shade for shade, _ in shades.most_common(1) if shade}
    for block in kept:
        if isinstance(block, Line):
            yield _plain(block, usual)
        elif isinstance(block, Table):
            rows = (tuple(_plain_cell(cell, usual) for cell in row) for row in block.rows)
            yield replace(block, rows=tuple(rows))
        else:
            yield block


def _lines(blocks: Iterable[Block]) -> Iterator[Line]:
    for block in blocks:
        if isinstance(block, Line):
            yield block
        elif isinstance(block, Table):
            yield from (line for row in block.rows for cell in row for line in cell.lines)


def _plain_cell(cell: Cell, usual: set[str]) -> Cell:
    if not any(line.colour in usual for line in cell.lines):
        return cell
    return replace(cell, lines=tuple(_plain(line, usual) for line in cell.lines))


def _plain(line: Line, usual: set[str]) -> Line:
    return replace(line, colour=None) if line.colour in usual else line
