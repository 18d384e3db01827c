"""The text of a paragraph with its colour and weight: runs, symbols, tabs and line breaks."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from suunta.readers.docx.markup import MATH, Element, child, switch, unwrapped, w
from suunta.readers.docx.markup import value as value_of
from suunta.readers.docx.styles import Style, Styles, colour

NOT_TEXT = str.maketrans("", "", "\u00ad\u200b\u2060\ufeff")
SIGNS = {
    w("tab"): "\t",
    w("ptab"): "\t",
    w("cr"): "\n",
    w("noBreakHyphen"): "-",
}


@dataclass(frozen=True)
class Piece:
    """A stretch of text; colour "#rrggbb", or None for the automatic one."""

    text: str
    colour: str | None
    bold: bool


@dataclass(frozen=True)
class Inked:
    """A paragraph's text with the colour and weight of the whole."""

    text: str
    colour: str | None
    bold: bool


def pieces_of(paragraph: Element, style: Style, styles: Styles) -> Iterator[Piece]:
    """The pieces of a paragraph's visible text; notes, fields' codes and deletions are not."""
    for element in unwrapped(paragraph):
        if element.tag == w("r"):
            yield from _piece(element, style, styles)
        elif element.tag in (f"{{{MATH}}}oMath", f"{{{MATH}}}oMathPara"):
            text = "".join(one.text or "" for one in element.iter(f"{{{MATH}}}t"))
            yield Piece(text, None, False)
        elif element.tag == w("ruby"):
            yield from _ruby(element, style, styles)


def _ruby(ruby: Element, style: Style, styles: Styles) -> Iterator[Piece]:
    base = child(ruby, "rubyBase")
    if base is not None:
        yield from pieces_of(base, style, styles)


def _piece(run: Element, style: Style, styles: Styles) -> Iterator[Piece]:
    properties = child(run, "rPr")
    own = styles.named(value_of(run, "rPr/rStyle"))
    if _first(switch(properties, "vanish"), own.hidden, style.hidden, styles.defaults.hidden):
        return
    text = "".join(_texts(run))
    if not text:
        return
    shade = _first(colour(properties), own.colour, style.colour, styles.defaults.colour)
    bold = _first(switch(properties, "b"), own.bold, style.bold, styles.defaults.bold)
    yield Piece(text, None if shade in (None, "auto") else str(shade), bool(bold))


def _first(*values: str | bool | None) -> str | bool | None:
    """The first value that is said: nearest first."""
    return next((one for one in values if one is not None), None)


def _texts(run: Element) -> Iterator[str]:
    for element in unwrapped(run):
        if element.tag == w("t"):
            yield element.text or ""
        elif element.tag == w("br"):
            yield "\n" if element.get(w("type"), "textWrapping") == "textWrapping" else " "
        elif element.tag == w("sym"):
            yield _symbol(element.get(w("char"), ""))
        elif element.tag == w("ruby"):
            base = child(element, "rubyBase")
            yield "" if base is None else "".join(one.text or "" for one in base.iter(w("t")))
        else:
            yield SIGNS.get(str(element.tag), "")


def _symbol(code: str) -> str:
    """A sign of a symbol font: bullets stay bullets, other private signs are no text."""
    try:
        sign = chr(int(code, 16))
    except (ValueError, OverflowError):
        return ""
    if unicodedata.category(sign) in ("Cs", "Cc"):
        return ""
    return sign


def inked(pieces: Iterable[Piece]) -> Inked:
    """Pieces as one text in the composed form of its letters, spaces at its ends taken off."""
    kept = list(pieces)
    text = unicodedata.normalize("NFC", "".join(piece.text for piece in kept)).translate(NOT_TEXT)
    said = [piece for piece in kept if piece.text.strip()]
    shades = Counter[str | None]()
    for piece in said:
        shades[piece.colour] += len(piece.text.strip())
    shade = shades.most_common(1)[0][0] if shades else None
    return Inked(text.strip(), shade, bool(said) and all(piece.bold for piece in said))
