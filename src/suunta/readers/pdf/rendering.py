"""Paragraphs and tables of pages -> blocks: texts joined, depths, headings, colours, full grids."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from suunta.core.strategy import Span
from suunta.readers.blocks import Block, Cell, Heading, Line, Table
from suunta.readers.pdf.hyphens import joined
from suunta.readers.pdf.lexicon import Lexicon
from suunta.readers.pdf.parts import Box, Grid, GridCell, Item, Para, TextLine
from suunta.readers.pdf.structure import Headings

SAME_INDENT = 4.0
LARGER = 1.08  # of the usual size: a heading
LONGEST_HEADING = 200
LONGEST_BOLD_HEADING = 100


@dataclass(frozen=True)
class Usual:
    """How most of a document's text looks."""

    size: float
    colour: str
    bold: bool


def usual(lines: Iterable[TextLine]) -> Usual:
    """The size, colour and weight of most letters."""
    sizes: Counter[float] = Counter()
    colours: Counter[str] = Counter()
    bolds: Counter[bool] = Counter()
    for line in lines:
        for word in line.words:
            sizes[round(word.size, 1)] += len(word.text)
            colours[word.colour] += len(word.text)
            bolds[word.bold] += len(word.text)
    if not sizes:
        return Usual(10.0, "#000000", False)
    return Usual(
        sizes.most_common(1)[0][0], colours.most_common(1)[0][0], bolds.most_common(1)[0][0]
    )


@dataclass(frozen=True)
class Rank:
    """What tells headings' levels apart: the tag's level, and size and weight."""

    level: int | None
    style: tuple[float, bool]


@dataclass(frozen=True)
class Rendering:
    """Makes the blocks of one document."""

    lexicon: Lexicon
    usual: Usual
    shown: Mapping[int, Box]
    tagged: Headings = field(default_factory=dict)

    def blocks(self, items: Sequence[Item]) -> tuple[Block, ...]:
        """The blocks of all items, in their order."""
        paras = [item for item in items if isinstance(item, Para)]
        levels = self._levels([para for para in paras if self._is_heading(para)])
        indents = _indents(para.bullet for para in paras)
        found: list[Block] = []
        for item in items:
            if isinstance(item, Grid):
                found.append(self._table(item))
            elif self._is_heading(item):
                span = self._span([item])
                found.append(Heading(self._text(item), levels[self._rank(item)], span))
            else:
                found.append(self._line(item, indents))
        return tuple(found)

    def _text(self, para: Para) -> str:
        return joined(para.lines, self.lexicon, para.right)

    def _levels(self, headings: Sequence[Para]) -> dict[Rank, int]:
        """The level of each rank of headings. Those that are not tagged stand with the tagged
        ones of their size, or above them all."""
        ranks = {self._rank(para) for para in headings}
        tags = sorted({rank.level for rank in ranks if rank.level is not None})
        plain = sorted({rank.style for rank in ranks if rank.level is None}, reverse=True)
        if not tags:
            return {Rank(None, style): place for place, style in enumerate(plain, start=1)}
        largest = {
            level: max(rank.style for rank in ranks if rank.level == level) for level in tags
        }
        above = [style for style in plain if style > max(largest.values())]
        found = {Rank(None, style): place for place, style in enumerate(above, start=1)}
        for rank in ranks - found.keys():
            level = rank.level
            if level is None:
                level = min(tags, key=lambda tag: abs(largest[tag][0] - rank.style[0]))
            found[rank] = len(above) + 1 + tags.index(level)
        return found

    def _rank(self, para: Para) -> Rank:
        tag = self._tag(para)
        return Rank(tag, _style(para))

    def _tag(self, para: Para) -> int | None:
        """The level of the heading that the document's structure marks a paragraph as."""
        mark = para.lines[0].words[0].mark
        return None if mark is None else self.tagged.get((para.page, mark))

    def _is_heading(self, para: Para) -> bool:
        """Whether a paragraph outside tables is a heading: tagged so, or larger than text."""
        if self._tag(para) is not None:
            return True
        if para.bullet is not None or sum(len(line.text) for line in para.lines) > LONGEST_HEADING:
            return False
        size = min(line.size for line in para.lines)
        return size > LARGER * self.usual.size or (
            self._stands_out(para) and size >= self.usual.size - 0.2
        )

    def _stands_out(self, para: Para) -> bool:
        """Whether short bold text also differs by colour."""
        bold = all(line.bold for line in para.lines) and not self.usual.bold
        short = sum(len(line.text) for line in para.lines) <= LONGEST_BOLD_HEADING
        colours = {word.colour for line in para.lines for word in line.words}
        return bold and short and self.usual.colour not in colours

    def _line(self, para: Para, indents: Sequence[float]) -> Line:
        depth = None if para.bullet is None else _depth(para.bullet, indents)
        colours: Counter[str] = Counter()
        for line in para.lines:
            for word in line.words:
                colours[word.colour] += len(word.text)
        colour = colours.most_common(1)[0][0]
        bold = all(line.bold for line in para.lines)
        return Line(
            self._text(para),
            depth,
            colour if colour != self.usual.colour else None,
            bold,
            self._span([para]),
        )

    def _table(self, grid: Grid) -> Table:
        indents = _column_indents(grid)
        rows: list[list[Cell]] = [[Cell() for _ in range(grid.width)] for _ in range(grid.height)]
        for (top, left), own in sorted(grid.cells.items()):
            cell = self._cell(own, indents.get(left, ()))
            for row in range(top, min(top + own.rows, grid.height)):
                for column in range(left, min(left + own.columns, grid.width)):
                    rows[row][column] = replace(
                        cell, continues_above=row > top, continues_left=column > left
                    )
        full = tuple(tuple(row) for row in rows)
        paras = [para for cell in grid.cells.values() for para in cell.paras]
        return Table(full, span=self._span(paras))

    def _cell(self, own: GridCell, indents: Sequence[float]) -> Cell:
        left = own.box.x0
        lines = tuple(
            self._line(
                replace(para, bullet=None if para.bullet is None else para.bullet - left), indents
            )
            for para in own.paras
        )
        return Cell(lines, span=self._span(own.paras))

    def _span(self, paras: Sequence[Para]) -> Span:
        """The page of some paragraphs and the box around their lines on it."""
        if not paras:
            return Span()
        page = paras[0].page
        boxes = [line.box for para in paras for line in para.lines if line.page == page]
        return Span(page=page, box=_fractions(boxes, self.shown[page]))


def _style(para: Para) -> tuple[float, bool]:
    """What ranks headings: size, then weight."""
    size = max(line.size for line in para.lines)
    return round(size * 2) / 2, all(line.bold for line in para.lines)


def _indents(bullets: Iterable[float | None]) -> list[float]:
    """The places where bullets stand, from the left, those near each other once."""
    found: list[float] = []
    for place in sorted(bullet for bullet in bullets if bullet is not None):
        if not found or place - found[-1] > SAME_INDENT:
            found.append(place)
    return found


def _column_indents(grid: Grid) -> dict[int, list[float]]:
    bullets: dict[int, list[float | None]] = {}
    for (_, left), cell in grid.cells.items():
        own = [None if p.bullet is None else p.bullet - cell.box.x0 for p in cell.paras]
        bullets.setdefault(left, []).extend(own)
    return {column: _indents(places) for column, places in bullets.items()}


def _depth(bullet: float, indents: Sequence[float]) -> int:
    return max(0, sum(place <= bullet + 0.1 for place in indents) - 1)


def _fractions(boxes: Sequence[Box], shown: Box) -> tuple[float, float, float, float] | None:
    """The box around some boxes as fractions of what is shown of the page."""
    wide, tall = shown.x1 - shown.x0, shown.bottom - shown.top
    if wide <= 0 or tall <= 0:
        return None
    return (
        _share(min(box.x0 for box in boxes) - shown.x0, wide),
        _share(min(box.top for box in boxes) - shown.top, tall),
        _share(max(box.x1 for box in boxes) - shown.x0, wide),
        _share(max(box.bottom for box in boxes) - shown.top, tall),
    )


def _share(part: float, whole: float) -> float:
    return round(min(max(part / whole, 0.0), 1.0), 4)
