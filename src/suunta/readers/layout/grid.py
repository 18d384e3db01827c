"""A table -> the rows that matter, each a row of headings, a band, a label, or a row of content."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from suunta.readers.blocks import Cell, Line, Table
from suunta.readers.layout.columns import Column, Heading, is_heading, read_columns, roles_of
from suunta.readers.layout.guessing import guessed_columns
from suunta.readers.layout.labels import label_role, row_role
from suunta.readers.table.headers import MAIN, YEAR

Row = tuple[Cell, ...]
DEEPEST_HEADER = 3
LOOKED_AT = 60  # rows of content that say what a column holds


@dataclass(frozen=True)
class Head:
    """Rows of column headings, read."""

    columns: tuple[Column, ...]


@dataclass(frozen=True)
class Band:
    """A row of one text; `merged` when its cell spans the row."""

    cell: Cell
    merged: bool
    cells: Row


@dataclass(frozen=True)
class Content:
    """A row of cells."""

    cells: Row


Part = Head | Band | Content


def parts_of(table: Table) -> list[Part]:
    """The rows of a table, empty ones left out."""
    return list(_parts([row for row in table.rows if any(_text(cell) for cell in row)]))


def _parts(rows: Sequence[Row]) -> Iterator[Part]:
    place = 0
    known: list[tuple[Column, ...]] = []
    labelled = sum(label_role(_text(row[0])) in MAIN for row in rows) > 1
    if _is_card(rows):
        yield from map(_plain, rows)
        return
    while place < len(rows):
        head = _head_at(rows, place) or (None if place else _half_headed(rows))
        sure = not known and not (labelled and place)
        if head and (sure or _heads_again(head[0], rows[place], known)):
            columns, depth = head
            known.append(columns)
            yield Head(columns)
            place += depth
            continue
        yield _plain(rows[place])
        place += 1


def _half_headed(rows: Sequence[Row]) -> tuple[tuple[Column, ...], int] | None:
    """The columns of a table of which the first row names some, but neither actions nor measures:
    those by the look of their cells."""
    named = {role for cell in rows[0] for role in roles_of(_text(cell))}
    columns = guessed_columns(rows) if len(named) > 1 and len(rows[0]) > 2 else None
    return (columns, 1) if columns else None


def _is_card(rows: Sequence[Row]) -> bool:
    """Whether two columns are labels and what they label: the first names several things."""
    roles = {row_role(_text(row[0])) for row in rows[1:] if len(row) == 2 and _text(row[1])} - {""}
    return len(roles) > 1 and bool(roles & {"actions", "measures"})


def _heads_again(columns: tuple[Column, ...], row: Row, known: list[tuple[Column, ...]]) -> bool:
    """Whether a row heads its table once more, or below rows that their first cells label: short
    words of content ("Tekoäly", "Aika") may begin like headings, but not all of a row's."""
    if columns in known or all(_stands_out(cell) for cell in row if _text(cell)):
        return True
    return all(column.role or not column.heading for column in columns)


def _stands_out(cell: Cell) -> bool:
    return cell.header or all(line.bold for line in cell.lines if line.text.strip())


def _plain(row: Row) -> Part:
    own = [place for place, cell in enumerate(row) if _text(cell) and not _covered(row, place)]
    if len(own) == 1 and not row[own[0]].continues_above:
        merged = len(row) > 1 and all(
            cell.continues_left for place, cell in enumerate(row) if place != own[0]
        )
        return Band(row[own[0]], merged, row)
    return Content(row)


def _text(cell: Cell) -> str:
    return " ".join(cell.text.split())


def _covered(row: Row, place: int) -> bool:
    """Whether a cell repeats the one to its left, marked as merged."""
    return row[place].continues_left


def _head_at(rows: Sequence[Row], place: int) -> tuple[tuple[Column, ...], int] | None:
    """The columns headed by the rows from here on, and how many rows head them."""
    if not _may_head(rows[place]):
        return None
    depth = 1
    while depth < DEEPEST_HEADER and place + depth < len(rows) and _is_below(rows, place, depth):
        depth += 1
    for tall in range(depth, 0, -1):
        body = rows[place + tall : place + tall + LOOKED_AT]
        columns = read_columns(_headings(rows[place : place + tall]), body)
        if columns:
            return columns, tall
    return None


def _may_head(row: Row) -> bool:
    texts = [_text(cell) for place, cell in enumerate(row) if not _covered(row, place)]
    listed = any(line.depth is not None for cell in row for line in cell.lines)
    filled = [text for text in texts if text]
    if len(filled) < 2 or listed or not all(is_heading(text) for text in filled):
        return False
    return any(roles_of(text) for text in filled)


def _is_below(rows: Sequence[Row], place: int, depth: int) -> bool:
    """Whether a row goes on with the headings above it: it names parts of their groups alone."""
    above, row = rows[place + depth - 1], rows[place + depth]
    if len(row) != len(above):
        return False
    named = unknown = 0
    for column, cell in enumerate(row):
        text = _text(cell)
        if not text or cell.continues_above or text == _text(above[column]):
            continue
        if not _text(above[column]) and is_heading(text):
            continue  # it heads a column that no group stands above
        if _names_part(text) and (_is_group(above, column) or _is_year(text)):
            named += 1
        elif is_heading(text) and _is_group(above, column):
            unknown += 1
        else:
            return False
    return named > unknown


def _names_part(text: str) -> bool:
    return is_heading(text) and bool(roles_of(text) or YEAR.search(text))


def _is_year(text: str) -> bool:
    return bool(YEAR.search(text)) and not any(sign.isalpha() for sign in text)


def _is_group(row: Row, column: int) -> bool:
    """Whether a heading spans several columns, by a merged cell or empty ones to its right."""
    cell = row[column]
    if cell.continues_left or not _text(cell):
        return True
    after = row[column + 1] if column + 1 < len(row) else None
    return after is not None and (
        after.continues_left or not _text(after) or _text(after) == _text(cell)
    )


def _headings(rows: Sequence[Row]) -> list[Heading]:
    """The heading of each column: its lowest words, and those above them."""
    found = []
    groups = [_spread(row, below) for row, below in zip(rows, [*rows[1:], None], strict=True)]
    for column in range(len(rows[0])):
        words = list(dict.fromkeys(group[column] for group in groups if group[column]))
        found.append(Heading(words[-1] if words else "", " ".join(words[:-1])))
    return found


def _spread(row: Row, below: Row | None) -> list[str]:
    """The words over each column; an empty cell over a filled one takes those to its left."""
    texts: list[str] = []
    for column, cell in enumerate(row):
        text = _text(cell)
        empty = not text and below is not None and column < len(below)
        if empty and below is not None and _text(below[column]) and column:
            text = texts[-1]
        texts.append(text)
    return texts


def lines_of(row: Row) -> Iterator[Line]:
    """The lines of a row's own cells."""
    for place, cell in enumerate(row):
        if not _covered(row, place) and not cell.continues_above:
            yield from cell.lines
