"""Texts that the typeface can show. An archival file must hold every sign that it shows, and typst
refuses one whose signs it lacks: those become an empty box, and marks that show nothing go."""

from __future__ import annotations

import struct
import unicodedata
from functools import cache
from typing import Any

from suunta.reports.pdf.fonts import upright

BOX = "□"
INVISIBLE = ("Cc", "Cf", "Cs", "Co", "Cn")
SEGMENTS = 12  # the kind of table that lists whole ranges of Unicode


@cache
def signs() -> frozenset[int]:
    """What the typeface has, read from its `cmap` table (OpenType, format 12)."""
    font = upright()
    place = table(font, b"cmap")
    (count,) = struct.unpack_from(">H", font, place + 2)
    for number in range(count):
        (offset,) = struct.unpack_from(">I", font, place + 8 + 8 * number)
        (kind,) = struct.unpack_from(">H", font, place + offset)
        if kind == SEGMENTS:
            return frozenset(ranges(font, place + offset))
    raise ValueError("the typeface has no table of format 12")


def table(font: bytes, name: bytes) -> int:
    """Where a table of a font begins."""
    (count,) = struct.unpack_from(">H", font, 4)
    for number in range(count):
        tag, _, offset, _ = struct.unpack_from(">4sIII", font, 12 + 16 * number)
        if tag == name:
            return int(offset)
    raise ValueError(f"the typeface has no table {name!r}")


def ranges(font: bytes, place: int) -> list[int]:
    """The signs of a table of format 12."""
    (count,) = struct.unpack_from(">I", font, place + 12)
    found: list[int] = []
    for number in range(count):
        first, last, _ = struct.unpack_from(">III", font, place + 16 + 12 * number)
        found += range(first, last + 1)
    return found


def showable(text: str) -> str:
    """The text in signs that the typeface has; line feeds stay."""
    if text.isascii() and text.isprintable():
        return text
    return "".join(sign(each) for each in unicodedata.normalize("NFC", text))


def sign(char: str) -> str:
    """A sign, a box in its stead, or nothing."""
    if char == "\n":
        return char
    if char == "\t":
        return " "
    if unicodedata.category(char) in INVISIBLE and char != "\u00ad":
        return ""
    return char if ord(char) in signs() else BOX


def all_showable(value: Any) -> Any:
    """A value of JSON with all its texts so."""
    if isinstance(value, str):
        return showable(value)
    if isinstance(value, list):
        return [all_showable(each) for each in value]
    if isinstance(value, dict):
        return {key: all_showable(each) for key, each in value.items()}
    return value
