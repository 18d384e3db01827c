"""Lines of text -> rows of cells, page furniture taken away."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from suunta.core.errors import InputError
from suunta.readers.table.headers import Columns, read_headings
from suunta.readers.table.words import reading

SEPARATORS = ("\t", "|", ";")
RULE = re.compile(r"[\s|\t;:+=_*—–-]*")
# Headings are looked for in lines up to this long; a longer line is a row of content.
LONGEST_HEADING_LINE = 2000


LONGEST_LINE = 1_000_000


@dataclass(frozen=True)
class Row:
    """A row: its cells without trailing empty ones, its 1-based line, and whether a blank line
    or page break stands before it."""

    cells: tuple[str, ...]
    line: int
    after_break: bool = False
    columns: Columns | None = None  # where the row is a row of headings
    tabbed: bool = False  # whether the line holds the sign that parts cells

    @property
    def single(self) -> str | None:
        """The text of a row whose first cell alone is filled."""
        filled = [cell for cell in self.cells if cell.strip()]
        return self.cells[0] if len(filled) == 1 and self.cells[0].strip() else None


def rows_of(text: str, place: str = "") -> list[Row]:
    """The rows of a document; lines parted by \\n, \\r\\n or \\r.

    place: the file's name, for errors. Raises: InputError for a line no table has.
    """
    lines = re.split(r"\r\n|\r|\n", text)
    for number, line in enumerate(lines, start=1):
        if len(line) > LONGEST_LINE:
            what = f"The line has {len(line):,} characters; a row of a table has fewer."
            remedy = "Give the document with one row of its table on each line."
            raise InputError.single(what, f"{place}, line {number}", remedy)
    separator = _separator(lines)
    repeated = _furniture(lines)
    rows: list[Row] = []
    broken = False
    first: Columns | None = None
    for number, line in enumerate(lines, start=1):
        broken = broken or "\f" in line
        bare = line.replace("\f", " ")
        if RULE.fullmatch(bare) or _is_page_number(bare) or (bare.strip() in repeated and rows):
            broken = True
            continue
        cells = _cells(bare, separator)
        tabbed = bool(separator) and separator in bare
        columns = _headings(bare, cells)
        if columns and first and not first.heads_again(columns):
            columns = None
        first = first or columns
        rows.append(Row(cells, number, broken, columns, tabbed))
        broken = False
    return rows


def _cells(line: str, separator: str) -> tuple[str, ...]:
    if separator == "|":
        line = line.strip().strip("|")
    cells = line.split(separator) if separator else [line]
    while len(cells) > 1 and not cells[-1].strip():
        cells.pop()
    return tuple(cells)


def _headings(line: str, cells: tuple[str, ...]) -> Columns | None:
    if len(cells) < 2 or len(line) > LONGEST_HEADING_LINE:
        return None
    return read_headings(list(cells))


def _separator(lines: list[str]) -> str:
    """The sign that parts cells: the first by which some line is a row of headings."""
    for separator in SEPARATORS:
        for line in lines:
            if separator in line and len(line) <= LONGEST_HEADING_LINE:
                cells = [cell.strip() for cell in _cells(line, separator)]
                if len(cells) > 1 and read_headings(cells):
                    return separator
    return ""


def _furniture(lines: list[str]) -> frozenset[str]:
    """Running heads: short lines without cells that stand in the text three times or more."""
    short = Counter(
        line.strip() for line in lines if 0 < len(line.strip()) <= 120 and "\t" not in line.strip()
    )
    return frozenset(line for line, count in short.items() if count > 2 and "<" not in line)


def _is_page_number(line: str) -> bool:
    return len(line) < 40 and bool(_page_number().fullmatch(line.strip().lower()))


def _page_number() -> re.Pattern[str]:
    words = "|".join(re.escape(word) for word in reading()["page_words"])
    return re.compile(
        rf"(?:[-–]\s*)?(?:(?:{words})\s*)?\d{{1,4}}\s*(?:[-–]|[/(]\s*\d+\s*\)?|of \d+)?"
    )
