"""Running heads and feet, and page numbers: lines of the margins that pages have in common."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from suunta.readers.pdf.aligned import segments
from suunta.readers.pdf.lines import is_bullet
from suunta.readers.pdf.parts import TextLine

OUTERMOST = 3  # lines at the top and at the bottom of a page that are looked at
MARGIN = 0.09  # of the page's height: where rows of several columns and lone numbers are margins
ZONE = 0.16  # of the page's height: no running head stands further in
# Of at most 1,000 pages: "2024)" is the end of a text.
NUMBER = re.compile(
    r"\W*(?:(?:sivu|sida|sid|page|p|s)\b\W*)?(?:1000|\d{1,3})(?:\s*(?:/|\(|av|of|\|)\s*\d{1,4}\)?)?\W*",
    re.IGNORECASE,
)
DIGITS = re.compile(r"\d+")
Key = tuple[bool, int, str]


def without_margins(
    pages: Sequence[Sequence[TextLine]], heights: Sequence[float]
) -> list[list[TextLine]]:
    """The lines of each page without its running heads, feet and page numbers."""
    seen: Counter[Key] = Counter()
    for lines, height in zip(pages, heights, strict=True):
        seen.update({_key(line, height) for line in _outer(lines, height)})
    often = max(2, round(0.3 * sum(bool(lines) for lines in pages)))
    return [_body(lines, height, seen, often) for lines, height in zip(pages, heights, strict=True)]


def _outer(lines: Sequence[TextLine], height: float) -> list[TextLine]:
    ordered = sorted(lines, key=lambda line: line.baseline)
    head = [line for line in ordered[:OUTERMOST] if line.bottom < ZONE * height]
    foot = [line for line in ordered[-OUTERMOST:] if line.top > (1 - ZONE) * height]
    return head + [line for line in foot if line not in head]


def _key(line: TextLine, height: float) -> Key:
    """What lines of the same margin share: place, and text but for its numbers."""
    return line.top < height / 2, round(line.baseline / 3), DIGITS.sub("#", line.text)


def _body(
    lines: Sequence[TextLine], height: float, seen: Counter[Key], often: int
) -> list[TextLine]:
    dropped = [
        line
        for line in _outer(lines, height)
        if _runs(line, height, seen, often) or _is_page_number(line, height)
    ]
    return [line for line in lines if line not in dropped]


def _runs(line: TextLine, height: float, seen: Counter[Key], often: int) -> bool:
    if len(line.words) > 3 and is_bullet(line.words[0]):
        return False  # items alike but for their numbers stand on top of several pages
    if line.text.count(")") > line.text.count("("):
        return False  # the end of a text that the page before began
    side, place, text = _key(line, height)
    count = max(seen[side, near, text] for near in (place - 1, place, place + 1))
    if count < often:
        return False
    return len(segments(line)) < 4 or _in_margin(line, height)


def _is_page_number(line: TextLine, height: float) -> bool:
    return _in_margin(line, height) and bool(NUMBER.fullmatch(line.text))


def _in_margin(line: TextLine, height: float) -> bool:
    return line.bottom < MARGIN * height or line.top > (1 - MARGIN) * height
