"""Paragraphs -> headings and lines, with the numbers that Word prints before them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from suunta.core.strategy import Span
from suunta.readers.blocks import Heading, Line
from suunta.readers.docx.markup import Element, child, number, value
from suunta.readers.docx.numbering import Mark, Numbering
from suunta.readers.docx.runs import Inked, Piece, inked, pieces_of
from suunta.readers.docx.styles import Style, Styles, outline

LONGEST_HEADING = 300
GOAL_COLUMNS = 2  # the columns in which a lone automatic number is a goal's, not an action's
TYPED_BULLET = re.compile(r"(?:[•●○◦▪▫■□►➢‣⁃∙·\uf0b7\uf0a7\uf06f]|[-–—*o](?=\s))\s*(?=\S)")
STEP_TWIPS = 250  # a bullet indented by more than this below another is nested in it


@dataclass(frozen=True)
class Paragraph:
    """A paragraph read: level is a heading's, 0 for the document's title; indent in twips."""

    ink: Inked
    level: int | None
    mark: Mark | None
    contents: bool
    indent: int
    span: Span


class Paragraphs:
    """Reads a document's paragraphs, each once and in order: they are counted and numbered."""

    def __init__(self, styles: Styles, numbering: Numbering) -> None:
        self._styles = styles
        self._numbering = numbering
        self._count = 0
        self._carried: list[Piece] = []

    def read(self, element: Element, cell: str | None = None) -> Paragraph | None:
        """A paragraph; None when its end was deleted and its text goes on with the next.

        cell: the name of the cell that it stands in.
        """
        self._count += 1
        properties = child(element, "pPr")
        style = self._styles.paragraph(value(properties, "pStyle"))
        pieces = [*self._carried, *pieces_of(element, style, self._styles)]
        self._carried = []
        if (
            child(properties, "rPr/del") is not None
            or child(properties, "rPr/moveFrom") is not None
        ):
            self._carried = pieces
            return None
        ink = inked(pieces)
        mark = self._mark(properties, style)
        span = Span(lines=(self._count,), cell=cell)
        level = style.level if outline(properties) is None else outline(properties)
        if level is not None and (level > 9 or not ink.text or len(ink.text) > LONGEST_HEADING):
            level = None
        return Paragraph(ink, level, mark, style.contents, _indent(properties), span)

    def _mark(self, properties: Element | None, style: Style) -> Mark | None:
        number_id = value(properties, "numPr/numId") or style.numbering[0]
        # The level that a list links to a style counts before the one that the style gives.
        linked = self._numbering.level_of(number_id, value(properties, "pStyle"))
        level = value(properties, "numPr/ilvl") or linked or style.numbering[1]
        mark = self._numbering.mark(number_id, level)
        if mark is None or not style.list_step:
            return mark
        return Mark(max(mark.depth, style.list_step), mark.label, mark.compound)


def _indent(properties: Element | None) -> int:
    left = value(properties, "ind", "left") or value(properties, "ind", "start")
    return number(left, 0, 20_000) or 0


def block_of(paragraph: Paragraph) -> Heading | Line | None:
    """A paragraph outside tables as a block; None for an empty one and the table of contents."""
    ink, mark = paragraph.ink, paragraph.mark
    if not ink.text or paragraph.contents:
        return None
    if paragraph.level is not None:
        text = " ".join(_labelled(ink.text, mark).split())
        return Heading(text, paragraph.level, paragraph.span)
    if mark and mark.label and (mark.compound or ink.bold):
        return Line(_labelled(ink.text, mark), None, ink.colour, ink.bold, paragraph.span)
    return Line(ink.text, _depth(mark), ink.colour, ink.bold, paragraph.span)


def cell_lines(paragraphs: Sequence[Paragraph], column: int) -> tuple[Line, ...]:
    """The lines of a cell. column: 0 the first of the table."""
    numbered = [one for one in paragraphs if one.mark and one.mark.label and not one.mark.depth]
    alone = len(numbered) == 1 and column < GOAL_COLUMNS
    if len(paragraphs) == 1 and numbered and not paragraphs[0].ink.text:
        return (Line(_labelled("", paragraphs[0].mark), span=paragraphs[0].span),)
    bullets = [one for one in paragraphs if not one.mark and TYPED_BULLET.match(one.ink.text)]
    least = min((one.indent for one in bullets), default=0)
    lines = []
    for one in paragraphs:
        if not one.ink.text:
            continue
        bold = one.ink.bold or one.level is not None
        depth, text = _depth(one.mark), one.ink.text
        if one.mark and one.mark.label and _is_title(one, alone, column):
            depth, text = None, _labelled(text, one.mark)
        elif one in bullets and one.indent > least + STEP_TWIPS:
            depth = 1
        lines.append(Line(text, depth, one.ink.colour, bold, one.span))
    return tuple(lines)


def _is_title(paragraph: Paragraph, alone: bool, column: int) -> bool:
    """Whether the automatic number of a paragraph in a cell belongs to its text."""
    if paragraph.level is not None or paragraph.ink.bold:
        return True
    compound = paragraph.mark is not None and paragraph.mark.compound
    return column < GOAL_COLUMNS and (alone or compound)


def _depth(mark: Mark | None) -> int | None:
    return None if mark is None else mark.depth


def _labelled(text: str, mark: Mark | None) -> str:
    return f"{mark.label} {text}".strip() if mark and mark.label else text
