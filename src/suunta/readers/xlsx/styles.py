"""Styles of a workbook: number formats, and the colour and weight of text."""

from __future__ import annotations

import colorsys
import re
from dataclasses import dataclass

from lxml import etree

from suunta.readers.xlsx.formats import BUILT_IN

Element = etree._Element
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main"
# The palette that files refer to by number, 8 to 23 (ECMA-376, 18.8.27); 0 to 7 are the same as
# 8 to 15.
INDEXED = (
    *("000000", "ffffff", "ff0000", "00ff00", "0000ff", "ffff00", "ff00ff", "00ffff"),
    *("800000", "008000", "000080", "808000", "800080", "008080", "c0c0c0", "808080"),
)
# The order in which files number a theme's colours, light and dark exchanged (18.8.3).
THEME_ORDER = ("lt1", "dk1", "lt2", "dk2", *(f"accent{number}" for number in range(1, 7)))
OFFICE_THEME = (
    *("ffffff", "000000", "e7e6e6", "44546a", "4472c4"),
    *("ed7d31", "a5a5a5", "ffc000", "5b9bd5", "70ad47"),
)


def x(name: str) -> str:
    """A name of the workbook's own namespace, as lxml writes it."""
    return f"{{{MAIN}}}{name}"


@dataclass(frozen=True)
class Font:
    """How text looks."""

    colour: str | None = None
    bold: bool = False


@dataclass(frozen=True)
class Look:
    """How a cell looks: its number format and its text."""

    code: str = "General"
    font: Font = Font()


class Looks:
    """The looks of cells by the number that each carries."""

    def __init__(self, styles: Element | None, theme: Element | None) -> None:
        self._theme = _palette(theme)
        self._looks: list[Look] = []
        if styles is None:
            return
        codes = dict(BUILT_IN)
        for one in styles.iter(x("numFmt")):
            codes[_whole(one.get("numFmtId"))] = one.get("formatCode", "General")
        fonts = [self.font(one) for one in styles.iterfind(f"{x('fonts')}/{x('font')}")]
        for cell in styles.iterfind(f"{x('cellXfs')}/{x('xf')}"):
            place = _whole(cell.get("fontId"))
            font = fonts[place] if 0 <= place < len(fonts) else Font()
            self._looks.append(Look(codes.get(_whole(cell.get("numFmtId")), "General"), font))

    def look(self, number: str | None) -> Look:
        """The look with a number."""
        place = _whole(number)
        return self._looks[place] if 0 <= place < len(self._looks) else Look()

    def font(self, element: Element) -> Font:
        """The font that a `font` or the `rPr` of a run describes."""
        bold = element.find(x("b"))
        is_bold = bold is not None and bold.get("val", "1") not in ("0", "false")
        return Font(self._colour(element.find(x("color"))), is_bold)

    def _colour(self, element: Element | None) -> str | None:
        if element is None or element.get("auto") in ("1", "true"):
            return None
        shade = element.get("rgb", "")
        if re.fullmatch(r"(?:[0-9A-Fa-f]{2})?[0-9A-Fa-f]{6}", shade):
            return f"#{shade[-6:].lower()}"
        if element.get("theme") is not None:
            place = _whole(element.get("theme"))
            known = self._theme[place] if 0 <= place < len(self._theme) else "000000"
            return f"#{_tinted(known, element.get('tint'))}"
        place = _whole(element.get("indexed"))
        return f"#{INDEXED[place % 8 if place < 8 else place - 8]}" if 0 <= place < 24 else None


def _whole(text: str | None) -> int:
    return int(text) if text is not None and re.fullmatch(r"\d{1,9}", text) else -1


def _palette(theme: Element | None) -> list[str]:
    colours = list(OFFICE_THEME)
    scheme = None if theme is None else theme.find(f".//{{{DRAWING}}}clrScheme")
    if scheme is None:
        return colours
    for place, name in enumerate(THEME_ORDER):
        one = scheme.find(f"{{{DRAWING}}}{name}/*")
        shade = "" if one is None else one.get("lastClr") or one.get("val") or ""
        if re.fullmatch(r"[0-9A-Fa-f]{6}", shade):
            colours[place] = shade.lower()
    return colours


def _tinted(shade: str, tint: str | None) -> str:
    """A colour made lighter (tint above 0) or darker, as 18.8.19 says."""
    try:
        by = max(-1.0, min(float(tint or 0), 1.0))
    except ValueError:
        return shade
    if not by:
        return shade
    red, green, blue = (int(shade[place : place + 2], 16) / 255 for place in (0, 2, 4))
    hue, light, strength = colorsys.rgb_to_hls(red, green, blue)
    light = light * (1 + by) if by < 0 else light * (1 - by) + by
    return "".join(f"{round(255 * part):02x}" for part in colorsys.hls_to_rgb(hue, light, strength))
