"""Tables that say everything twice, in two languages side by side -> the first language alone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from suunta.readers.blocks import Block, Cell, Document, Line, Table
from suunta.readers.layout.columns import roles_of
from suunta.readers.table.numbering import area_number
from suunta.readers.table.words import detect_language

LEAST_WORDS = 12  # in a column whose language is to be told
ALIKE = 0.8  # of the rows say as much in both languages
LONGEST_TITLE = 120


def in_one_language(document: Document) -> Document:
    """The document with the first of two languages that stand side by side in tables."""
    if not any(isinstance(block, Table) for block in document.blocks):
        return document
    blocks: list[Block] = []
    for block in document.blocks:
        blocks += _of_table(block) if isinstance(block, Table) else [block]
    return replace(document, blocks=tuple(blocks))


def _of_table(table: Table) -> Sequence[Block]:
    width = len(table.rows[0]) if table.rows else 0
    if width < 2 or width % 2:
        return [table]
    languages = [_language([row[column] for row in table.rows]) for column in range(width)]
    if width == 2 and all(languages) and languages[0] != languages[1] and _say_the_same(table):
        return _lines(table)
    kept = _first_language(table, languages)
    if kept is None:
        return [table]
    return [replace(table, rows=tuple(tuple(row[c] for c in kept) for row in table.rows))]


def _language(cells: Sequence[Cell]) -> str:
    """The language of a column; "" where it has too few words."""
    text = "\n".join(cell.text for cell in cells)
    return detect_language(text) if len(text.split()) >= LEAST_WORDS else ""


def _say_the_same(table: Table) -> bool:
    """Whether two columns have as many lines in most rows, and no heading names both."""
    rows = [row for row in table.rows if row[0].text.strip() and not row[1].continues_left]
    alike = sum(len(row[0].lines) == len(row[1].lines) and bool(row[1].text) for row in rows)
    apart = any(set(roles_of(one.text)) ^ set(roles_of(two.text)) for one, two in rows[:1])
    return len(rows) > 2 and alike >= ALIKE * len(rows) and not apart


def _lines(table: Table) -> list[Line]:
    """The lines of the first column; a short numbered line of its own is a heading."""
    found: list[Line] = []
    for row in table.rows:
        lines = row[0].lines
        if row[0].continues_above:
            continue
        title = (
            len(lines) == 1 and area_number(lines[0].text) and len(lines[0].text) < LONGEST_TITLE
        )
        found += [replace(line, bold=line.bold or bool(title)) for line in lines]
    return found


def _first_language(table: Table, languages: Sequence[str]) -> list[int] | None:
    """The columns of the first language, where those of another head the same things."""
    heads = [tuple(roles_of(cell.text)) for cell in table.rows[0]]
    half = len(heads) // 2
    pairs = [(c, c + 1) for c in range(0, len(heads), 2)], [(c, c + half) for c in range(half)]
    for places in pairs:
        told = [(languages[a], languages[b]) for a, b in places if languages[a] and languages[b]]
        same = all(heads[a] == heads[b] and heads[a] for a, b in places)
        if half > 1 and same and told and all(one != two for one, two in told):
            return [first for first, _ in places]
    return None
