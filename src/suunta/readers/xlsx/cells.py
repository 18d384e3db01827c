"""Cells of a sheet -> text, numbers and days; formulas give the value that the file stores."""

from __future__ import annotations

import math
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator

from suunta.core.strategy import Span
from suunta.readers.blocks import Cell, Line
from suunta.readers.xlsx.formats import Shown, shown
from suunta.readers.xlsx.styles import Element, Font, Look, Looks, x

ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
NOT_TEXT = str.maketrans({"\u00ad": "", "\u200b": "", "\ufeff": "", "\r": "\n", "\0": ""})

Text = tuple[str, Font | None]
"""A text and the font of most of it, where its runs say one."""


def text_of(element: Element, looks: Looks) -> Text:
    """The text of a shared string or of text in place; phonetic hints are left out."""
    parts: list[str] = []
    fonts = Counter[Font]()
    for one in element:
        if one.tag == x("t"):
            parts.append(one.text or "")
        elif one.tag == x("r"):
            said = one.findtext(x("t")) or ""
            parts.append(said)
            properties = one.find(x("rPr"))
            if properties is not None and said.strip():
                fonts[looks.font(properties)] += len(said.strip())
    text = "".join(parts)
    most = fonts.most_common(1)
    return clean(text), most[0][0] if most and 2 * most[0][1] > len(text.strip()) else None


def clean(text: str) -> str:
    """A text with its letters composed and the file's escapes ("_x000D_") read."""
    text = ESCAPED.sub(lambda match: _sign(match.group(1)), text.replace("\r\n", "\n"))
    return unicodedata.normalize("NFC", text).translate(NOT_TEXT)


def _sign(code: str) -> str:
    sign = chr(int(code, 16))
    return "" if unicodedata.category(sign) in ("Cs", "Cc") and sign not in "\n\t" else sign


class Cells:
    """Reads cells with a workbook's shared strings and looks."""

    def __init__(self, strings: list[Text], looks: Looks, from_1904: bool) -> None:
        self._strings = strings
        self._looks = looks
        self._from_1904 = from_1904

    def read(self, element: Element, span: Span) -> Cell | None:
        """A cell; None for an empty one."""
        look = self._looks.look(element.get("s"))
        kind = element.get("t", "n")
        stored = element.findtext(x("v")) or ""
        if kind == "inlineStr":
            place = element.find(x("is"))
            return None if place is None else _texted(text_of(place, self._looks), look, span)
        if kind == "s":
            return _texted(self._shared(stored), look, span)
        if kind == "str":
            return _texted((clean(stored), None), look, span)
        if kind == "n":
            return self._number(stored, look, span)
        if kind == "d":
            return Cell(_lines(stored, look.font, span), day=stored[:10] or None, span=span)
        return None  # truth values and errors say nothing of a strategy

    def _shared(self, stored: str) -> Text:
        place = int(stored) if re.fullmatch(r"\d{1,9}", stored) else -1
        return self._strings[place] if 0 <= place < len(self._strings) else ("", None)

    def _number(self, stored: str, look: Look, span: Span) -> Cell | None:
        try:
            value = float(stored)
        except ValueError:
            return None
        if not math.isfinite(value):
            return None
        found: Shown = shown(value, look.code, self._from_1904)
        number = value if found.is_number else None
        lines = _lines(found.text, look.font, span)
        return Cell(lines, number, found.is_percent, found.day, span=span)


def is_unstored(element: Element) -> bool:
    """Whether a cell holds a formula and not its value."""
    formula = element.find(x("f"))
    return (
        formula is not None
        and not element.findtext(x("v"))
        and element.get("t", "n") in ("n", "s", "b", "d")
    )


def _texted(text: Text, look: Look, span: Span) -> Cell | None:
    said, font = text
    lines = _lines(said, font or look.font, span)
    return Cell(lines, span=span) if lines else None


def _lines(text: str, font: Font, span: Span) -> tuple[Line, ...]:
    return tuple(_said(text.split("\n"), font, span))


def _said(texts: Iterable[str], font: Font, span: Span) -> Iterator[Line]:
    for text in texts:
        if text.strip():
            yield Line(text.rstrip(), None, font.colour, font.bold, span)
