"""Ruling lines -> the grids of tables, with cells that span rows and columns."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from suunta.readers.pdf.lines import lines_of
from suunta.readers.pdf.paragraphs import paragraphs
from suunta.readers.pdf.parts import Box, Glyph, Grid, GridCell, Page

NEAR = 3.0  # rules this near each other are one, or meet
COVER = 0.6  # how much of a side a rule must cover to close it
REST_ABOVE = 0.25  # of a page: the rest of a row of the page before, a word perhaps, is as high
LEAST_FILLED = 0.25  # a table's share of cells with text; drawings have less


@dataclass
class Rules:
    """Rules along one direction: at `place`, from `start` to `end`."""

    place: float
    start: float
    end: float


def grids_of(page: Page) -> tuple[list[Grid], list[Glyph]]:
    """The ruled tables of a page with their text, and the glyphs outside them."""
    across, down = _rules_of(page)
    glyphs = page.glyphs
    grids: list[Grid] = []
    for xs, ys, group_across, group_down in _groups(across, down):
        inside, outside = _split(glyphs, Box(xs[0] - 1, ys[0] - 1, xs[-1] + 1, ys[-1] + 1))
        grid = _grid(xs, ys, (group_across, group_down), inside, page)
        if grid is not None:
            grids.append(grid)
            glyphs = outside
    return grids, glyphs


def level_rules(page: Page) -> list[Box]:
    """Horizontal rules and the edges of shaded bands, for tables without columns' rules."""
    edges = [
        Box(fill.x0, y, fill.x1, y)
        for fill in page.fills
        if fill.bottom - fill.top < 0.5 * page.height
        for y in (fill.top, fill.bottom)
    ]
    return [rule for rule in page.rules if rule.top == rule.bottom] + edges


def _rules_of(page: Page) -> tuple[list[Rules], list[Rules]]:
    rules = page.rules + _shaded_rows(page)
    across = [Rules(rule.top, rule.x0, rule.x1) for rule in rules if rule.top == rule.bottom]
    down = [Rules(rule.x0, rule.top, rule.bottom) for rule in rules if rule.top != rule.bottom]
    return _joined(across), _joined(down)


def _shaded_rows(page: Page) -> list[Box]:
    """The upper and lower edges of shading that ends at vertical rules: where rows change."""
    places = [rule.x0 for rule in page.rules if rule.x0 == rule.x1]
    edges: list[Box] = []
    for fill in page.fills:
        if all(any(abs(x - place) < NEAR for place in places) for x in (fill.x0, fill.x1)):
            edges += [Box(fill.x0, y, fill.x1, y) for y in (fill.top, fill.bottom)]
    return edges


def shaded_rows(page: Page) -> list[list[Box]]:
    """Shaded boxes that stand side by side as the cells of a row do, row by row."""
    fills = [fill for fill in page.fills if fill.bottom - fill.top < 0.5 * page.height][:2000]
    rows: list[list[Box]] = []
    for fill in sorted(fills, key=lambda fill: (round(fill.top), round(fill.bottom), fill.x0)):
        if rows and _beside(rows[-1][-1], fill):
            rows[-1].append(fill)
        else:
            rows.append([fill])
    return [row for row in rows if len(row) > 1]


def _beside(first: Box, second: Box) -> bool:
    level = abs(first.top - second.top) < NEAR and abs(first.bottom - second.bottom) < NEAR
    return level and abs(first.x1 - second.x0) < 2 * NEAR


def _joined(rules: Sequence[Rules]) -> list[Rules]:
    """The rules with pieces of one line, and lines drawn twice, joined."""
    rows: list[list[Rules]] = []
    for rule in sorted(rules, key=lambda rule: rule.place):
        if rows and rule.place - rows[-1][0].place <= NEAR / 2:
            rows[-1].append(rule)
        else:
            rows.append([rule])
    found: list[Rules] = []
    for row in rows:
        place = sum(rule.place for rule in row) / len(row)
        pieces: list[Rules] = []
        for rule in sorted(row, key=lambda rule: rule.start):
            if pieces and rule.start <= pieces[-1].end + NEAR:
                pieces[-1].end = max(pieces[-1].end, rule.end)
            else:
                pieces.append(Rules(place, rule.start, rule.end))
        found += pieces
    return found


Group = tuple[list[float], list[float], list[Rules], list[Rules]]


def _groups(across: Sequence[Rules], down: Sequence[Rules]) -> list[Group]:
    """Rules that meet, as (xs, ys, across, down), the topmost group first."""
    owner = list(range(len(across) + len(down)))

    def root(place: int) -> int:
        while owner[place] != place:
            owner[place] = owner[owner[place]]
            place = owner[place]
        return place

    for row, level in enumerate(across):
        for column, upright in enumerate(down):
            if _meet(level, upright):
                owner[root(row)] = root(len(across) + column)
    members: dict[int, tuple[list[Rules], list[Rules]]] = {}
    for place, rule in enumerate([*across, *down]):
        group = members.setdefault(root(place), ([], []))
        group[place >= len(across)].append(rule)
    groups = [_with_edges(*group) for group in members.values() if group[0] and group[1]]
    return sorted((group for group in groups if _divides(group)), key=lambda group: group[1][0])


def _meet(level: Rules, upright: Rules) -> bool:
    return (
        level.start - NEAR <= upright.place <= level.end + NEAR
        and upright.start - NEAR <= level.place <= upright.end + NEAR
    )


def _with_edges(across: list[Rules], down: list[Rules]) -> Group:
    xs = [rule.place for rule in down] + [x for rule in across for x in (rule.start, rule.end)]
    ys = [rule.place for rule in across] + [y for rule in down for y in (rule.start, rule.end)]
    return _apart(xs), _apart(ys), across, down


def _apart(places: Sequence[float]) -> list[float]:
    """Places in order, those near each other once."""
    found: list[float] = []
    for place in sorted(places):
        if not found or place - found[-1] > NEAR * 1.5:
            found.append(place)
    return found


def _divides(group: Group) -> bool:
    xs, ys, _, _ = group
    return len(xs) > 2 and len(ys) > 1 and len(xs) * len(ys) < 20_000


def _split(glyphs: Sequence[Glyph], box: Box) -> tuple[list[Glyph], list[Glyph]]:
    inside: list[Glyph] = []
    outside: list[Glyph] = []
    for glyph in glyphs:
        x, y = (glyph.x0 + glyph.x1) / 2, (glyph.top + glyph.bottom) / 2
        within = box.x0 <= x <= box.x1 and box.top <= y <= box.bottom
        (inside if within else outside).append(glyph)
    return inside, outside


def _grid(
    xs: list[float],
    ys: list[float],
    rules: tuple[list[Rules], list[Rules]],
    glyphs: Sequence[Glyph],
    page: Page,
) -> Grid | None:
    cells = _cells(xs, ys, rules)
    held = _by_cell(xs, ys, cells, glyphs)
    for place, cell in cells.items():
        box, inside = cell.box, held[place]
        pad = min([glyph.x0 - box.x0 for glyph in inside if glyph.turn == 0], default=2.0)
        right = box.x1 - min(max(pad, 1.0), 8.0)
        cells[place].paras = paragraphs(lines_of(inside, page.number), right)
    filled = sum(bool(cell.paras) for cell in cells.values())
    rest = len(ys) == 2 and len(xs) > 3 and filled == 1 and ys[0] < REST_ABOVE * page.height
    if not rest and (filled < 2 or filled < LEAST_FILLED * len(cells)):
        return None
    return Grid(xs, len(ys) - 1, cells, ys[0], ys[-1], page.number)


def _by_cell(
    xs: Sequence[float],
    ys: Sequence[float],
    cells: Mapping[tuple[int, int], GridCell],
    glyphs: Sequence[Glyph],
) -> dict[tuple[int, int], list[Glyph]]:
    """The glyphs of each cell, by where their middles stand."""
    owners = {
        (row + r, column + c): (row, column)
        for (row, column), cell in cells.items()
        for r in range(cell.rows)
        for c in range(cell.columns)
    }
    held: dict[tuple[int, int], list[Glyph]] = {place: [] for place in cells}
    for glyph in glyphs:
        x, y = (glyph.x0 + glyph.x1) / 2, (glyph.top + glyph.bottom) / 2
        owner = owners.get((bisect_left(ys, y) - 1, bisect_left(xs, x) - 1))
        if owner is not None:
            held[owner].append(glyph)
    return held


def _cells(
    xs: list[float], ys: list[float], rules: tuple[list[Rules], list[Rules]]
) -> dict[tuple[int, int], GridCell]:
    """The cells: from each top left corner as far as no rule closes them."""
    across, down = rules
    height, width = len(ys) - 1, len(xs) - 1
    right = [
        [_closed(down, xs[column + 1], ys[row], ys[row + 1]) for column in range(width)]
        for row in range(height)
    ]
    below = [
        [_closed(across, ys[row + 1], xs[column], xs[column + 1]) for column in range(width)]
        for row in range(height)
    ]
    cells: dict[tuple[int, int], GridCell] = {}
    taken: set[tuple[int, int]] = set()
    for row in range(height):
        for column in range(width):
            if (row, column) in taken:
                continue
            columns, rows = _extent((row, column), (right, below), taken)
            taken |= {(row + r, column + c) for r in range(rows) for c in range(columns)}
            box = Box(xs[column], ys[row], xs[column + columns], ys[row + rows])
            cells[row, column] = GridCell(box, rows=rows, columns=columns)
    return cells


def _closed(rules: Sequence[Rules], place: float, start: float, end: float) -> bool:
    """Whether rules at a place cover the stretch from start to end."""
    covered = sum(
        max(0.0, min(rule.end, end) - max(rule.start, start))
        for rule in rules
        if abs(rule.place - place) <= NEAR * 1.5
    )
    return covered >= COVER * (end - start)


def _extent(
    corner: tuple[int, int],
    closed: tuple[list[list[bool]], list[list[bool]]],
    taken: set[tuple[int, int]],
) -> tuple[int, int]:
    """How many columns and rows the cell at a corner spans."""
    (row, column), (right, below) = corner, closed
    height, width = len(right), len(right[0])
    columns = 1
    while (
        column + columns < width
        and not right[row][column + columns - 1]
        and (row, column + columns) not in taken
    ):
        columns += 1
    rows = 1
    while row + rows < height and not any(
        below[row + rows - 1][column + c] or (row + rows, column + c) in taken
        for c in range(columns)
    ):
        if any(right[row + rows][column + c] for c in range(columns - 1)):
            break
        rows += 1
    return columns, rows
