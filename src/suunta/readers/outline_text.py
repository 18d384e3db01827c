"""Plain text without a table -> blocks: headings, lists by bullet and indentation, paragraphs."""

from __future__ import annotations

import re
from collections.abc import Iterator

from suunta.core.strategy import Span
from suunta.readers.blocks import Block, Document, Heading, Line
from suunta.readers.table.markup import BULLET

MARK = re.compile(rf"(\s*)(?:{BULLET.pattern}|[-–—*o](?=\s)|\d{{1,2}}\)(?=\s))\s*(\S.*)")
HASHES = re.compile(r"(#{1,6})\s+(\S.*?)\s*#*\s*")
STARS = re.compile(r"\*\*(.+?)\*\*:?|__(.+?)__:?")
UNDERLINE = re.compile(r"\s*(?:={3,}|-{3,}|_{3,})\s*")
SENTENCE_END = (".", ",", ";", "!", "?")
LONGEST_TITLE = 120


def outline_blocks(text: str) -> Document:
    """The blocks of a text. A short line of its own, apart from what stands above it, counts as
    bold, which stands for a heading."""
    return Document(tuple(_blocks(re.split(r"\r\n|\r|\n|\f", text))))


def _blocks(lines: list[str]) -> Iterator[Block]:
    indents: list[int] = []
    apart = True  # an empty line stands above
    for number, line in enumerate(lines, start=1):
        span = Span(lines=(number,))
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


def _depth(indent: int, indents: list[int]) -> int:
    """How deep an item is: by the indentations of the items above it."""
    while indents and indents[-1] > indent:
        indents.pop()
    if not indents or indents[-1] < indent:
        indents.append(indent)
    return len(indents) - 1


def _paragraph(text: str, apart: bool, span: Span) -> Line:
    stars = STARS.fullmatch(text)
    if stars:
        return Line(stars.group(1) or stars.group(2), bold=True, span=span)
    alone = apart and len(text) <= LONGEST_TITLE and not text.endswith(SENTENCE_END)
    return Line(text, bold=alone, span=span)
