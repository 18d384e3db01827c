"""Plain text without a table -> blocks: headings, lists by bullet and indentation, paragraphs."""

from __future__ import annotations

import re
from collections.abc import Iterator

from suunta.core.strategy import Span
from suunta.readers.blocks import Block, Document, Heading, Line
from suunta.readers.layout.labels import inline_label, label_role
from suunta.readers.pdf.hyphens import join
from suunta.readers.pdf.lexicon import Lexicon
from suunta.readers.table.headers import YEAR
from suunta.readers.table.markup import BULLET
from suunta.readers.table.numbering import area_number, goal_number
from suunta.readers.table.words import detect_language

MARK = re.compile(rf"(\s*)(?:{BULLET.pattern}|[-–—*o](?=\s)|\d{{1,2}}\)(?=\s))\s*(\S.*)")
HASHES = re.compile(r"(#{1,6})\s+(\S.*?)\s*#*\s*")
STARS = re.compile(r"\*\*(.+?)\*\*:?|__(.+?)__:?")
STARS_WITHIN = re.compile(r"\*\*(?=\S)(.+?)(?<=\S)\*\*")
COUNTED = re.compile(r"(\s*)(\d{1,2})\.\s+(\S.*)")
UNDERLINE = re.compile(r"\s*(?:={3,}|-{3,}|_{3,})\s*")
SENTENCE_END = (".", ",", ";", "!", "?")
LONGEST_TITLE = 120
WIDEST_PAGE = 120  # letters in a line of text that was broken for printing


def outline_blocks(text: str) -> Document:
    """The blocks of a text. A short line of its own, apart from what stands above it, counts as
    bold, which stands for a heading."""
    return Document(tuple(_blocks(re.split(r"\r\n|\r|\n|\f", text))))


def _blocks(lines: list[str]) -> Iterator[Block]:
    indents: list[int] = []
    apart = True  # an empty line stands above
    for numbers, line in _whole(_counted(lines)):
        span = Span(lines=numbers)
        if not line.strip() or UNDERLINE.fullmatch(line):
            apart = True
            continue
        mark, hashes = MARK.fullmatch(line), HASHES.fullmatch(line.strip())
        if hashes:
            yield Heading(hashes.group(2), len(hashes.group(1)), span)
        elif mark:
            yield Line(mark.group(2), _depth(len(mark.group(1).expandtabs(4)), indents), span=span)
        else:
            indents.clear()
            yield _paragraph(line.strip(), apart, span)
        apart = False


def _counted(lines: list[str]) -> list[str]:
    """The lines with "1. ", "2. " as marks of items where such lines follow each other, or one
    follows a label of actions or measures; elsewhere they number headings."""
    found = list(lines)
    numbers = [int(match.group(2)) if (match := COUNTED.fullmatch(line)) else 0 for line in lines]
    label = ""
    for place, line in enumerate(lines):
        run = numbers[place] and numbers[place] in (
            numbers[place - 1] + 1 if place and numbers[place - 1] else 0,
            numbers[place + 1] - 1 if place + 1 < len(lines) and numbers[place + 1] else 0,
        )
        if run or (numbers[place] == 1 and label in ("actions", "measures")):
            found[place] = COUNTED.sub(r"\1\2) \3", line)
        elif line.strip():
            label = label_role(line.strip(" #*_:"))
    return found


def _whole(lines: list[str]) -> Iterator[tuple[tuple[int, ...], str]]:
    """The lines with their numbers, list items that a narrow page broke joined."""
    width = max((len(line.rstrip()) for line in lines), default=0)
    words = re.findall(r"(?<=\s)[^\W\d_]+(?=\s)", " ".join(lines).lower())
    lexicon = Lexicon(frozenset(words), detect_language(" ".join(lines)))
    held: tuple[tuple[int, ...], str] | None = None  # an item that may go on
    above = ""
    for number, line in enumerate(lines, start=1):
        if held and _wraps(above, line, width):
            held = (*held[0], number), join(held[1].rstrip(), line.strip(), lexicon)
        else:
            if held:
                yield held
            held = ((number,), line) if MARK.fullmatch(line) else None
            if not held:
                yield (number,), line
        above = line
    if held:
        yield held


def _wraps(above: str, line: str, width: int) -> bool:
    """Whether a line goes on with the item above it: in lower case, with a figure that numbers
    nothing, or with a word that had no room there."""
    text = line.strip()
    if not text or MARK.fullmatch(line) or label_role(text) or inline_label(text):
        return False
    if HASHES.fullmatch(text) or STARS.fullmatch(text) or UNDERLINE.fullmatch(line):
        return False
    if text[0].islower() or YEAR.match(text):
        return True
    full = width <= WIDEST_PAGE and len(above.rstrip()) + 1 + len(text.split()[0]) > width
    return full and not (area_number(text) or goal_number(text, "dotted"))


def _depth(indent: int, indents: list[int]) -> int:
    """How deep an item is: by the indentations of the items above it."""
    while indents and indents[-1] > indent:
        indents.pop()
    if not indents or indents[-1] < indent:
        indents.append(indent)
    return len(indents) - 1


def _paragraph(text: str, apart: bool, span: Span) -> Line:
    stars = STARS.fullmatch(text)
    if not stars:
        text = STARS_WITHIN.sub(r"\1", text)
    if stars:
        return Line(stars.group(1) or stars.group(2), bold=True, span=span)
    alone = apart and len(text) <= LONGEST_TITLE and not text.endswith(SENTENCE_END)
    return Line(text, bold=alone, span=span)
