"""Where the focus areas of a table begin: which rows are their headings."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from suunta.readers.table.markup import clean, segments
from suunta.readers.table.numbering import Numbered, area_number, goal_number
from suunta.readers.table.rows import Row

QUOTED = re.compile(r"[”“\"«„]\s*([^”“\"«»„]+?)\s*[”“\"»]")
SHOUTED = re.compile(r"^(.*\S)\s+[–—-]\s+([^a-zåäö]{6,})$")
LONGEST_HEADING = 400


@dataclass(frozen=True)
class Heading:
    """A focus area's heading: number as written ("" when none), name, slogan, lines."""

    number: str
    name: str
    slogan: str | None
    lines: tuple[int, ...]


def plain(text: str) -> str:
    """A row's text without markup."""
    return clean(" ".join(part.text for part in segments(text)))


def heading_of(text: str, lines: tuple[int, ...]) -> Heading:
    """The heading in a text like "1. Name ”SLOGAN”"."""
    numbered = area_number(text) or Numbered("", text)
    name, slogan = _part_slogan(numbered.text)
    return Heading(numbered.number, name, slogan, lines)


def _read_heading(row: Row, slogan_row: Row | None = None) -> Heading:
    """The heading that a row, and the row of its slogan below, hold."""
    heading = heading_of(plain(row.cells[0]), (row.line,))
    match = QUOTED.search(plain(slogan_row.cells[0])) if slogan_row else None
    if slogan_row is None or match is None:
        return heading
    return replace(heading, slogan=match.group(1), lines=(row.line, slogan_row.line))


def _part_slogan(text: str) -> tuple[str, str | None]:
    quoted = list(QUOTED.finditer(text))
    if quoted and quoted[-1].end() >= len(text.rstrip(" .")) and quoted[-1].start() > 0:
        return text[: quoted[-1].start()].rstrip(" –—:-"), quoted[-1].group(1)
    shouted = SHOUTED.match(text)
    if shouted and not shouted.group(1).isupper():
        return shouted.group(1), shouted.group(2).strip()
    return text, None


def find_headings(rows: Sequence[Row], style: str) -> dict[int, Heading]:
    """Index of a row -> the focus area that begins there. style: how goals are numbered."""
    found: dict[int, Heading] = {}
    first_header = next((i for i, row in enumerate(rows) if row.columns), len(rows))
    for index, row in enumerate(rows):
        if row.columns:
            _before_header(rows, index, style, found, first=index == first_header)
    numbered = all(heading.number for heading in found.values())
    if numbered and style != "plain":
        _inside_table(rows, first_header, style, found)
    return dict(sorted(found.items()))


def _before_header(
    rows: Sequence[Row], index: int, style: str, found: dict[int, Heading], first: bool
) -> None:
    """The row above a row of column headings, where it names an area."""
    above = index - 1
    slogan_row = None
    if above > 0 and _is_slogan(rows[above]) and _may_head(rows[above - 1], style):
        slogan_row, above = rows[above], above - 1
    if above < 0 or not _may_head(rows[above], style):
        return
    heading = _read_heading(rows[above], slogan_row)
    if first:
        named = above > 0 and _later_unnumbered(rows, index, style)
    else:
        named = _stands_alone(rows, above)
    if heading.number or heading.slogan or named:
        found[above] = heading


def _later_unnumbered(rows: Sequence[Row], first_header: int, style: str) -> bool:
    """Whether a later row of column headings has a heading of its own above it."""
    return any(
        rows[i].columns is not None and _may_head(rows[i - 1], style) and _stands_alone(rows, i - 1)
        for i in range(first_header + 1, len(rows))
    )


def _stands_alone(rows: Sequence[Row], index: int) -> bool:
    """Whether a row is apart from the row above it: after a break, or with its cells empty."""
    return rows[index].after_break or rows[index].tabbed


def _is_slogan(row: Row) -> bool:
    return row.single is not None and bool(QUOTED.fullmatch(plain(row.cells[0])[:LONGEST_HEADING]))


def _may_head(row: Row, style: str) -> bool:
    if row.columns or row.single is None or len(row.cells[0]) > LONGEST_HEADING:
        return False
    first = next(iter(segments(row.cells[0])), None)
    if first is None or first.depth or first.marker in ("bullet", "li"):
        return False
    text = plain(row.cells[0])
    return not text[0].islower() and (style == "plain" or goal_number(text, style) is None)


def _inside_table(
    rows: Sequence[Row], first_header: int, style: str, found: dict[int, Heading]
) -> None:
    """Headings without column headings of their own, where their numbers go on counting."""
    expected = 1
    for index in range(len(rows)):
        if index in found:
            expected = _ordinal(found[index].number) + 1
        elif index > first_header - 2 and _may_head(rows[index], style):
            heading = _read_heading(rows[index])
            if heading.number and _ordinal(heading.number) == expected:
                found[index] = heading
                expected += 1


def _ordinal(number: str) -> int:
    """The place of a number in its series: "3", "III" and "C" are 3."""
    if number.isdigit():
        return int(number)
    romans = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
    if number in romans:
        return romans.index(number) + 1
    return ord(number[0].upper()) - ord("A") + 1
