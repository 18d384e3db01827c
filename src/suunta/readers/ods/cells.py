"""Cells of an OpenDocument sheet -> text, numbers and days, as they show."""

from __future__ import annotations

import math
import re
import unicodedata
from collections import Counter
from collections.abc import Iterator

from suunta.core.strategy import Span
from suunta.readers.blocks import Cell, Line
from suunta.readers.ods.styles import Element, Font, Styles, o

NUMBERS = ("float", "percentage", "currency")
UNIT = re.compile(r"[^\W\d_]|[€$£]")
FULL_DAY = re.compile(r"\d+\D+\d+\D+\d+|[^\W\d_]{3,}")
MOST_SPACES = 100
NOT_SHOWN = (o("office:annotation"), o("text:note"), o("text:ruby-text"))
NOT_TEXT = str.maketrans("", "", "\u00ad\u200b\ufeff")

Piece = tuple[str, Font]


def cell_of(element: Element, look: str | None, styles: Styles, span: Span) -> Cell | None:
    """A cell; None for an empty one. look: the name of its style."""
    lines = tuple(_lines(element, styles.font("table-cell", look), styles, span))
    note = _note(element)
    kind = element.get(o("office:value-type"), "")
    shown = " ".join(line.text for line in lines)
    if kind in NUMBERS and not (kind != "percentage" and UNIT.search(shown)):
        number = _number(element.get(o("office:value")))
        if number is not None:
            percent = kind == "percentage"
            lines = lines or (Line(f"{number:g}", span=span),)
            return Cell(lines, number, percent, note=note, span=span)
    day = element.get(o("office:date-value"), "")[:10] if kind == "date" else ""
    if day and not FULL_DAY.search(shown):
        day = ""  # a day of which only the year or month shows
    return Cell(lines, day=day or None, note=note, span=span) if lines else None


def is_unstored(element: Element) -> bool:
    """Whether a cell holds a formula and not its value."""
    has_value = element.get(o("office:value-type")) or element.find(o("text:p")) is not None
    return element.get(o("table:formula")) is not None and not has_value


def _number(text: str | None) -> float | None:
    try:
        value = float(text or "")
    except ValueError:
        return None
    return value if math.isfinite(value) else None


def _note(element: Element) -> str | None:
    annotation = element.find(o("office:annotation"))
    if annotation is None:
        return None
    paragraphs = annotation.iter(o("text:p"))
    return "\n".join(" ".join(said for said, _ in _pieces(one)) for one in paragraphs) or None


def _lines(element: Element, font: Font, styles: Styles, span: Span) -> Iterator[Line]:
    for paragraph in element.iterchildren(o("text:p"), o("text:h")):
        pieces = list(_styled(paragraph, font, styles))
        said = [(text, look) for text, look in pieces if text.strip()]
        shades = Counter[str | None]()
        for text, look in said:
            shades[look.colour] += len(text.strip())
        shade = shades.most_common(1)[0][0] if shades else None
        bold = bool(said) and all(look.bold for _, look in said)
        text = unicodedata.normalize("NFC", "".join(text for text, _ in pieces))
        for line in text.translate(NOT_TEXT).split("\n"):
            if line.strip():
                yield Line(line.rstrip(), None, shade, bold, span)


def _styled(paragraph: Element, font: Font, styles: Styles) -> Iterator[Piece]:
    for text, name in _pieces(paragraph):
        own = styles.font("text", name) if name else Font()
        yield text, Font(own.colour or font.colour, font.bold if own.bold is None else own.bold)


def _pieces(element: Element, style: str | None = None) -> Iterator[tuple[str, str | None]]:
    """The pieces of a paragraph's text, each with the name of its style."""
    yield _collapsed(element.text), style
    for one in element:
        if one.tag == o("text:s"):
            count = one.get(o("text:c"), "1")
            yield " " * min(int(count) if count.isdecimal() else 1, MOST_SPACES), style
        elif one.tag == o("text:tab"):
            yield "\t", style
        elif one.tag == o("text:line-break"):
            yield "\n", style
        elif one.tag not in NOT_SHOWN:
            yield from _pieces(one, one.get(o("text:style-name")) or style)
        yield _collapsed(one.tail), style


def _collapsed(text: str | None) -> str:
    """White space as the format reads it: a run of it is one space."""
    return re.sub(r"[ \t\r\n]+", " ", text or "")
