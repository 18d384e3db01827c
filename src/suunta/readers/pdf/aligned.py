"""Lines of a page -> tables whose columns are told apart by white space alone, and the rest."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from suunta.readers.pdf.paragraphs import leading_of, paragraphs
from suunta.readers.pdf.parts import Box, Grid, GridCell, TextLine, Word

SEGMENT_GAP = 0.65  # of the size: more than a space between words
HEADING_GAP = 0.85
ROW_GAP = 1.25  # of the leading
NARROWEST = 2.0
LEAST_COLUMNS = 3
CELL_MARGIN = 2.5  # the white on either side of a shaded cell's edge


@dataclass(frozen=True)
class Marks:
    """What else divides a page: horizontal rules, and rows of shaded cells."""

    rules: Sequence[Box] = ()
    shaded: Sequence[Sequence[Box]] = ()


@dataclass
class Gutters:
    """The white between columns, narrowed by every line; `starts`: where columns begin."""

    gaps: list[tuple[float, float]]
    starts: list[float]
    lines: list[list[list[Word]]] = field(default_factory=list)

    def take(self, line: TextLine) -> bool:
        """Adds a line if its words leave every gutter open; says whether it did."""
        pieces = self._pieces(line)
        gaps = list(self.gaps)
        for piece in pieces:
            for place, (low, high) in enumerate(gaps):
                gaps[place] = _narrowed((low, high), piece[0].x0, piece[-1].x1)
        if any(high - low < NARROWEST for low, high in gaps):
            return False
        columns: list[list[Word]] = [[] for _ in range(len(gaps) + 1)]
        for piece in pieces:
            middle = (piece[0].x0 + piece[-1].x1) / 2
            columns[sum(middle > (low + high) / 2 for low, high in gaps)] += piece
        self.gaps = gaps
        self.lines.append(columns)
        return True

    def _pieces(self, line: TextLine) -> list[list[Word]]:
        """The line's words, split at wide gaps and where a column is known to begin."""
        pieces: list[list[Word]] = []
        for word in line.words:
            gap = word.x0 - pieces[-1][-1].x1 if pieces else 0.0
            begins = any(abs(word.x0 - start) < NARROWEST for start in self.starts)
            if pieces and gap < SEGMENT_GAP * word.size and not (begins and gap > 0):
                pieces[-1].append(word)
            else:
                pieces.append([word])
        return pieces


def _narrowed(gap: tuple[float, float], x0: float, x1: float) -> tuple[float, float]:
    """A gutter less the words from x0 to x1; empty where they cross it."""
    low, high = gap
    if x1 <= low or x0 >= high:
        return gap
    if x0 <= low and x1 >= high:
        return low, low
    if x0 <= low:
        return x1, high
    if x1 >= high:
        return low, x0
    return (x1, high) if x0 - low < high - x1 else (low, x0)


def split_tables(
    lines: Sequence[TextLine], marks: Marks, carried: Gutters | None = None
) -> list[TextLine | Grid]:
    """The lines, those of tables gathered into grids.

    carried: the gutters of a table that the page before ends with.
    """
    found: list[TextLine | Grid] = []
    place = 0
    if carried is not None:
        known = Gutters(list(carried.gaps), list(carried.starts))
        grid, place = _continued(lines, marks, known)
        found += [grid] if grid else []
    while place < len(lines):
        grid, after = _table_at(lines, place, marks)
        found.append(grid if grid is not None else lines[place])
        place = after if grid is not None else place + 1
    return found


def _continued(lines: Sequence[TextLine], marks: Marks, known: Gutters) -> tuple[Grid | None, int]:
    if not lines or len(segments(lines[0], HEADING_GAP)) > len(known.gaps):
        return None, 0
    taken = _taken(lines, 0, known)
    rich = sum(sum(map(bool, columns)) > 1 for columns in known.lines)
    return (_grid(lines[:taken], known, marks), taken) if rich else (None, 0)


def segments(line: TextLine, gap: float = SEGMENT_GAP) -> list[list[Word]]:
    """The words of a line, split where they stand apart."""
    found: list[list[Word]] = []
    for word in line.words:
        if found and word.x0 - found[-1][-1].x1 < gap * word.size:
            found[-1].append(word)
        else:
            found.append([word])
    return found


def gutters_of(line: TextLine) -> Gutters:
    """The columns that a row of headings shows."""
    parts = segments(line, HEADING_GAP)
    gaps = [(before[-1].x1, after[0].x0) for before, after in pairwise(parts)]
    return Gutters(gaps, [part[0].x0 for part in parts])


def _table_at(lines: Sequence[TextLine], place: int, marks: Marks) -> tuple[Grid | None, int]:
    """The table headed by a line, and the line after it."""
    shaded = _shaded_at(lines[place], marks)
    known = shaded or gutters_of(lines[place])
    if not shaded and len(known.starts) < LEAST_COLUMNS:
        return None, place
    after = _taken(lines, place, known)
    rich = sum(sum(map(bool, columns)) > 1 for columns in known.lines[1:])
    if rich < (1 if shaded else 2):
        return None, place
    return _grid(lines[place:after], known, marks), after


def _shaded_at(line: TextLine, marks: Marks) -> Gutters | None:
    """The columns of the row of shaded cells in which a line stands."""
    for row in marks.shaded:
        if row[0].top - 1 < line.baseline < row[0].bottom + 1:
            edges = [(left.x1 + right.x0) / 2 for left, right in pairwise(row)]
            return Gutters(
                [(edge - CELL_MARGIN, edge + CELL_MARGIN) for edge in edges],
                [box.x0 for box in row],
            )
    return None


def _taken(lines: Sequence[TextLine], place: int, known: Gutters) -> int:
    """The first line from a place on that is no longer of the table."""
    size = lines[place].size
    while place < len(lines) and lines[place].size < 1.12 * size and known.take(lines[place]):
        place += 1
    return place


def _grid(lines: Sequence[TextLine], known: Gutters, marks: Marks) -> Grid:
    rows = _rows(lines, known, marks)
    left = min(line.x0 for line in lines)
    right = max(line.x1 for line in lines)
    xs = [left, *((low + high) / 2 for low, high in known.gaps), right]
    cells: dict[tuple[int, int], GridCell] = {}
    for number, row in enumerate(rows):
        for column in range(len(xs) - 1):
            own = [
                lines[place].taking(known.lines[place][column])
                for place in row
                if known.lines[place][column]
            ]
            edge = known.gaps[column][0] + 1 if column < len(known.gaps) else right + 1
            box = Box(xs[column], lines[row[0]].top, xs[column + 1], lines[row[-1]].bottom)
            cells[number, column] = GridCell(box, paragraphs(own, edge))
    place = (lines[0].top, lines[-1].bottom, lines[0].page)
    return Grid(xs, len(rows), cells, *place, ruled=False, gaps=list(known.gaps))


def _rows(lines: Sequence[TextLine], known: Gutters, marks: Marks) -> list[list[int]]:
    """The places of lines, row by row."""
    ruled = [place for place in range(1, len(lines)) if _ruled_off(lines, place, marks)]
    if len(ruled) > 1:
        return _cut(len(lines), ruled)
    leading = leading_of(lines)
    spaced = [
        place
        for place in range(1, len(lines))
        if lines[place].baseline - lines[place - 1].baseline > ROW_GAP * leading
        and sum(map(bool, known.lines[place])) > 1
    ]
    if spaced and not (len(ruled) == 1 and spaced == ruled):
        return _cut(len(lines), sorted({*spaced, *ruled}))
    begun = [place for place in range(1, len(lines)) if _begins_row(known.lines[place])]
    return _cut(len(lines), sorted({*begun, *ruled}))


def _ruled_off(lines: Sequence[TextLine], place: int, marks: Marks) -> bool:
    """Whether a rule runs between a line and the one above it."""
    before, after = lines[place - 1], lines[place]
    return any(
        before.baseline - 1 < rule.top < after.baseline - 0.4 * after.size
        and rule.x0 < before.x1
        and rule.x1 > before.x0
        and rule.x1 - rule.x0 > 3 * after.size
        for rule in marks.rules
    )


def _begins_row(columns: Sequence[Sequence[Word]]) -> bool:
    first = columns[0][0].text if columns[0] else ""
    return bool(first) and not first[0].islower() and sum(map(bool, columns)) > 1


def _cut(length: int, places: Sequence[int]) -> list[list[int]]:
    edges = [0, *places, length]
    return [list(range(*pair)) for pair in pairwise(edges)]
