"""What a document says of itself: its title, vision, council term, and sectors by colour."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from suunta.core.strategy import SectorMark
from suunta.readers.blocks import Document, Heading, Line, Table
from suunta.readers.layout.anchors import Levels
from suunta.readers.layout.events import Event, Grid, Title
from suunta.readers.layout.grid import Head
from suunta.readers.table.preamble import Preamble, legend_in, read_preamble

LONGEST_LEGEND_LINE = 60
MOST_LINES = 300  # looked through for a legend


@dataclass(frozen=True)
class Legend:
    """The sectors of a document and the colours, "#rrggbb", of their texts."""

    marks: tuple[SectorMark, ...] = ()
    shades: tuple[tuple[str, str], ...] = ()  # (shade in lower case, code)

    def sector(self, shade: str | None) -> str | None:
        """The code of the sector whose texts have this colour; plain text is black."""
        codes = dict(self.shades)
        if shade and shade.lower() in codes:
            return codes[shade.lower()]
        name = colour_name(shade) if shade else "black"
        return next((mark.code for mark in self.marks if mark.colour == name), None)


def colour_name(shade: str) -> str | None:
    """The name of a colour given as "#rrggbb": by its hue, lightness and strength."""
    digits = shade.lstrip("#")
    if len(digits) != 6 or any(sign not in "0123456789abcdefABCDEF" for sign in digits):
        return None
    red, green, blue = (int(digits[place : place + 2], 16) for place in (0, 2, 4))
    high, low = max(red, green, blue), min(red, green, blue)
    if high - low < 40:
        return "black" if high < 80 else "white" if low > 220 else "grey"
    return _hue_name(red, green, blue, high, low)


def _hue_name(red: int, green: int, blue: int, high: int, low: int) -> str:
    if high == red:
        hue = (60 * (green - blue) / (high - low)) % 360
    elif high == green:
        hue = 60 * (blue - red) / (high - low) + 120
    else:
        hue = 60 * (red - green) / (high - low) + 240
    bounds = (
        (20, "brown" if high < 160 and low < 60 and green > 40 else "red"),
        (45, "orange" if high > 170 else "brown"),
        (70, "yellow"),
        (165, "green"),
        (195, "turquoise"),
        (255, "blue"),
        (300, "purple"),
        (345, "pink"),
        (361, "red"),
    )
    return next(name for bound, name in bounds if hue < bound)


def legend_of(document: Document) -> Legend:
    """The sectors that lines name with their colours, in one line or a line each."""
    run: list[tuple[Line, SectorMark]] = []
    for line in [*islice(_lines(document), MOST_LINES), Line("")]:
        if marks := legend_in(line.text):
            return Legend(marks)
        mark = _mark_in(line.text)
        if mark:
            run.append((line, mark))
            continue
        if len(run) > 1:
            shades = [(one.colour.lower(), mark.code) for one, mark in run if one.colour]
            return Legend(tuple(mark for _, mark in run), tuple(shades))
        run = []
    return Legend()


def _mark_in(text: str) -> SectorMark | None:
    """The sector in a line of a legend, which names one colour and little else."""
    if not text.strip() or len(text) > LONGEST_LEGEND_LINE:
        return None
    twice = legend_in(f"{text} ; {text}")  # a legend names two colours or more
    # "3. Grön stad" names a colour within other words: its two halves differ.
    same = len(twice) == 2 and twice[0] == twice[1]
    return twice[0] if same and any(sign.isalpha() for sign in twice[0].name) else None


def _lines(document: Document) -> Iterator[Line]:
    """Lines in reading order, of tables those at the top left, where a sheet has its legend."""
    for block in document.blocks:
        if isinstance(block, Line):
            yield block
        elif isinstance(block, Table):
            for row in block.rows[:12]:
                own = (
                    cell for cell in row[:2] if not (cell.continues_left or cell.continues_above)
                )
                yield from (line for cell in own for line in cell.lines)


def preamble_of(events: Sequence[Event], levels: Levels) -> Preamble:
    """The document's particulars, from what stands before its focus areas, tables and lists."""
    before = [
        event
        for event in events[: _first_content(events, levels)]
        if isinstance(event, Title | Line)
    ]
    texts = [" ".join(event.text.split()) for event in before if not legend_in(event.text)]
    headings = [
        column.heading
        for event in events
        if isinstance(event, Grid)
        for part in event.parts[:1]
        if isinstance(part, Head)
        for column in part.columns
    ]
    return read_preamble([text for text in texts if text], headings)


def _first_content(events: Sequence[Event], levels: Levels) -> int:
    """The first event that is neither heading nor line, or heads a focus area or a goal."""
    heads = (levels.areas, levels.goals)
    found = (
        place
        for place, event in enumerate(events)
        if not isinstance(event, Title | Line)
        or (place and isinstance(event, Title) and event.level in heads)
    )
    return next(found, len(events))


def title_of(document: Document, preamble: Preamble) -> str:
    """The only heading of the highest level, else what the preamble or the file gives."""
    headings = [block for block in document.blocks if isinstance(block, Heading)]
    if headings:
        top = min(block.level for block in headings)
        highest = [block for block in headings if block.level == top]
        if len(highest) == 1 and highest[0] is headings[0]:
            return " ".join(highest[0].text.split())
    first = document.blocks[0] if document.blocks else None
    if isinstance(first, Line) and first.bold and not legend_in(first.text):
        return " ".join(first.text.split())
    if isinstance(first, Table) and (line := next(iter(_lines(document)), None)) and line.bold:
        return " ".join(line.text.split())
    named = preamble.title or document.title
    if not named and isinstance(first, Table):
        return next((line.text for line in _lines(document) if len(line.text) > 4), "")
    return named or ""
