"""A document as one flow: headings with their level, lines, labels, and the parts of tables."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import zip_longest

from suunta.core.strategy import Span
from suunta.readers import blocks
from suunta.readers.layout.grid import Band, Content, Head, Part, lines_of, parts_of
from suunta.readers.layout.guessing import guessed_columns
from suunta.readers.layout.labels import inline_label, label_role, row_role
from suunta.readers.table.headers import MAIN, YEAR
from suunta.readers.table.numbering import area_number, goal_number
from suunta.readers.table.words import all_languages

# Levels of what stands for a heading without being one; real headings are above them all.
SHEET, ABOVE_TABLE, AREA_LINE, GOAL_LINE, LABEL_LINE = 12, 14, 16, 18, 20
LONGEST_TITLE = 160
CONTENTS = re.compile(r"(?:\.\s?){3,}\s*\d*$|…+\s*\d*$")  # a line of a table of contents


@dataclass(frozen=True)
class Title:
    """A heading, or a line that stands for one; level 1 is the highest."""

    text: str
    level: int
    span: Span = field(default_factory=Span)


@dataclass(frozen=True)
class Label:
    """A label that says what the lines below it are; `inferred` where its words do not."""

    role: str
    text: str
    level: int
    inferred: bool = False


@dataclass(frozen=True)
class Grid:
    """A table whose columns are headed, here or in the table it continues.

    has_goals: it names the goals itself, in a column or in rows across the table.
    """

    parts: tuple[Part, ...]
    has_goals: bool


@dataclass(frozen=True)
class Card:
    """A table whose first column labels its rows."""

    parts: tuple[Part, ...]
    has_goals: bool


Event = Title | Label | blocks.Line | Grid | Card


def events_of(document: blocks.Document, guess: bool = False) -> list[Event]:
    """The document's flow; guess: what tables without known headings hold, too."""
    names = Counter(block.name for block in document.blocks if isinstance(block, blocks.Table))
    sheets = len(names) > 1 and None not in names
    found: list[Event] = []
    last: Head | None = None
    width = 0
    name: str | None = None
    for block in document.blocks:
        if isinstance(block, blocks.Heading):
            found.append(_titled(block.text, block.level, block.span))
        elif isinstance(block, blocks.Line):
            found.append(_of_line(block))
        else:
            if sheets and block.name and block.name != name:
                found.append(Title(block.name, SHEET, block.span))
            name = block.name
            parts = parts_of(block)
            columns = len(block.rows[0]) if block.rows else 0
            continued = last if columns == width else None
            found += _of_table(parts, continued, guess)
            heads = [part for part in parts if isinstance(part, Head)]
            if heads:
                last, width = heads[-1], columns
    return found


def _titled(text: str, level: int, span: Span) -> Title | Label:
    text = " ".join(text.split())
    role = label_role(text)
    return Label(role, text, level) if role in MAIN else Title(text, level, span)


def _of_line(line: blocks.Line) -> Event:
    """A line that stands for a heading or a label, else the line."""
    text = " ".join(line.text.split())
    role = label_role(text) if line.depth is None or text.endswith(":") else ""
    if role in MAIN and (line.bold or text.endswith(":") or line.depth is None):
        return Label(role, text, LABEL_LINE)
    if len(text) > LONGEST_TITLE or text.endswith((".", ";", ",")) or CONTENTS.search(text):
        return line
    if goal_number(text, "dotted") or goal_number(text, "named"):
        return Title(text, GOAL_LINE, line.span)
    if line.bold and line.depth is None and not _runs_in(text):
        return Title(text, AREA_LINE if area_number(text) else GOAL_LINE, line.span)
    return line


def _runs_in(text: str) -> bool:
    """Whether a line labels itself ("Lead: Library Service") with what is no goal or area."""
    label = inline_label(text)
    return label is not None and label[0] not in ("goals", "areas")


def _of_table(parts: Sequence[Part], continued: Head | None, guess: bool) -> Iterator[Event]:
    heads = [place for place, part in enumerate(parts) if isinstance(part, Head)]
    if not heads:
        yield from _guessed(parts, guess) or _headless(parts, continued)
        return
    start = heads[0]
    if _labels_goals(parts):
        yield _grid(parts)
        return
    if continued and any(isinstance(part, Content) for part in parts[:start]):
        yield _grid([continued, *parts])
        return
    yield from _above(parts[:start])
    yield _grid(parts[start:])


def _headless(parts: Sequence[Part], continued: Head | None) -> Iterator[Event]:
    if is_card(parts):
        yield Card(tuple(parts), _names_goal(parts))
    elif continued and any(isinstance(part, Content) for part in parts):
        yield _grid([continued, *parts])
    else:
        for part, after in zip_longest(parts, parts[1:]):
            if isinstance(part, Band) and after and _goal_row(after) and _is_title(part.cell):
                yield _titled(part.cell.text, GOAL_LINE, part.cell.span)
            else:
                yield from _goal_row(part) or _lines(part)


def _guessed(parts: Sequence[Part], guess: bool) -> list[Event]:
    """A table whose columns are told by their look; empty where they are not to be guessed."""
    if not guess or not parts or is_card(parts):
        return []
    rows = [part.cells for part in parts if not isinstance(part, Head)]
    columns = guessed_columns(rows)
    return [_grid([Head(columns), *parts[1:]])] if columns else []


def _goal_row(part: Part) -> list[Event]:
    """A row whose first cell titles what labels in its other cells part: a goal with its actions
    and measures; all of its cells may begin with labels. Empty where a row has no such labels."""
    if not isinstance(part, Content):
        return []
    own = [cell for cell in part.cells if not cell.continues_left and cell.text.strip()]
    rest = [_of_line(line) for cell in own[1:] for line in cell.lines]
    if not any(isinstance(event, Label) for event in rest):
        return []
    if isinstance(_of_line(own[0].lines[0]), Label):
        return [*map(_of_line, own[0].lines), *rest]
    first, *points = own[0].lines
    return [Title(first.text, GOAL_LINE, first.span), *points, *rest]


def _lines(part: Part) -> Iterator[blocks.Line]:
    if not isinstance(part, Head):
        yield from lines_of(part.cells)


def _grid(parts: Sequence[Part]) -> Grid:
    heads = [part for part in parts if isinstance(part, Head)]
    goals = any(column.role == "goals" for head in heads for column in head.columns)
    banded = any(isinstance(part, Band) and part.merged for part in parts)
    banded = banded or _labels_goals(parts)
    return Grid(tuple(parts), goals or banded)


def _labels_goals(parts: Sequence[Part]) -> bool:
    """Whether rows of the table name goals by a label ("Tavoite 2 | ...")."""
    return any(row_label(part) == "goals" for part in parts)


def _above(parts: Sequence[Part]) -> Iterator[Event]:
    """What stands in a table above its headings: the last short line titles it."""
    for place, part in enumerate(parts):
        if place == len(parts) - 1 and isinstance(part, Band) and _is_title(part.cell):
            yield _titled(part.cell.text, ABOVE_TABLE, part.cell.span)
        else:
            yield from (_of_line(line) for line in _lines(part))


def _is_title(cell: blocks.Cell) -> bool:
    text = cell.text.strip()
    names = any(word in text.lower() for word in all_languages("document_words"))
    if names and YEAR.search(text):
        return False  # "Strategian mittaristo 2026–2029" titles the document
    dated = YEAR.search(text) and any(w in text.lower() for w in all_languages("adoption_words"))
    if dated:
        return False  # "Senast uppdaterad 2025-03-01"
    return len(text) <= LONGEST_TITLE and not text.endswith(".") and len(cell.lines) < 4


def is_card(parts: Sequence[Part]) -> bool:
    """Whether the rows are labelled by their first cell, or by a row above."""
    roles = [role for part in parts if (role := row_label(part))]
    return bool(set(roles) & {"actions", "measures"}) and len(set(roles)) > 1


def _names_goal(parts: Sequence[Part]) -> bool:
    """Whether the goal stands in the table: above the labelled rows, or in one."""
    return not row_label(parts[0]) or any(row_label(part) == "goals" for part in parts)


def row_label(part: Part) -> str:
    """The role that a row's first cell, or only cell, names."""
    if isinstance(part, Head):
        return ""
    filled = [cell for cell in part.cells if cell.text.strip() and not cell.continues_left]
    if not filled or filled[0].continues_above or filled[0] is not part.cells[0]:
        return ""
    return row_role(filled[0].text)
