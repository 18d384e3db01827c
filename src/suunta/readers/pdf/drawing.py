"""A page's instructions -> its glyphs, rules and fills, as drawn."""

from __future__ import annotations

import itertools
import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from pdfminer.pdfcolor import PDFColorSpace
from pdfminer.pdfdevice import PDFTextDevice
from pdfminer.pdffont import PDFFont, PDFUnicodeNotDefined
from pdfminer.pdfinterp import PDFGraphicState, PDFResourceManager
from pdfminer.pdfpage import PDFPage
from pdfminer.pdftypes import PDFStream
from pdfminer.psparser import PSLiteral
from pdfminer.utils import Matrix, PathSegment, apply_matrix_pt, apply_matrix_rect

from suunta.readers.pdf.content import QuickInterpreter
from suunta.readers.pdf.parts import Box, Glyph, Page

THICKEST_RULE = 2.5
SHORTEST_RULE = 3.0
SMALLEST_DOT, LARGEST_DOT = 1.2, 7.0
BOLD = re.compile(r"bold|black|heavy|semibold|demi(?!talic)|[-,]b(?:d|i)?$", re.IGNORECASE)
SYMBOLS = re.compile(r"symbol|dingbat|wingding|webding|marlett", re.IGNORECASE)
LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
MOST_GLYPHS = 60_000
MOST_RULES = 20_000


class TooMuchError(ValueError):
    """A page draws more than any page of text."""


@dataclass(frozen=True)
class Face:
    """What matters of a font."""

    font: PDFFont
    bold: bool
    symbol: bool
    descent: float


class Canvas(PDFTextDevice):
    """Notes what a page draws."""

    def __init__(self, resources: PDFResourceManager) -> None:
        super().__init__(resources)
        self.page = Page(0, 0.0, 0.0, Box(0.0, 0.0, 0.0, 0.0))
        self.marks: list[int | None] = []
        self.matrix: Matrix = (1, 0, 0, 1, 0, 0)
        self.faces: dict[int, Face] = {}
        self.ink: object = None
        self.shade = "#000000"

    def set_ctm(self, ctm: Matrix) -> None:
        super().set_ctm(ctm)
        self.matrix = ctm

    def begin_page(self, page: PDFPage, ctm: Matrix) -> None:
        x0, y0, x1, y1 = apply_matrix_rect(ctm, page.mediabox)
        width, height = abs(x1 - x0), abs(y1 - y0)
        left, low, right, high = apply_matrix_rect(ctm, page.cropbox)
        shown = Box(
            max(left, 0.0), max(height - high, 0.0), min(right, width), min(height - low, height)
        )
        self.page = Page(self.page.number + 1, width, height, shown)
        self.marks = []

    def begin_tag(self, tag: PSLiteral, props: object = None) -> None:
        number = props.get("MCID") if isinstance(props, dict) else None
        outer = self.marks[-1] if self.marks else None
        self.marks.append(number if isinstance(number, int) else outer)

    def end_tag(self) -> None:
        if self.marks:
            self.marks.pop()

    def render_image(self, name: str, stream: PDFStream) -> None:
        self.page.pictures += 1

    def render_char(
        self,
        matrix: Matrix,
        font: PDFFont,
        fontsize: float,
        scaling: float,
        rise: float,
        cid: int,
        ncs: PDFColorSpace,
        graphicstate: PDFGraphicState,
    ) -> float:
        try:
            text = font.to_unichr(cid)
        except PDFUnicodeNotDefined:
            text = "\ufffd"
        advance = font.char_width(cid) * fontsize * scaling
        if len(self.page.glyphs) > MOST_GLYPHS:
            raise TooMuchError
        self._note(text, matrix, self._face(font), (fontsize, advance, rise), graphicstate.ncolor)
        return advance

    def _note(
        self,
        text: str,
        matrix: Matrix,
        face: Face,
        measures: tuple[float, float, float],
        colour: object,
    ) -> None:
        size, advance, rise = measures
        low = face.descent * size + rise
        x0, y0, x1, y1 = apply_matrix_rect(matrix, (0, low, advance, low + size))
        turn = _turn(matrix)
        height = self.page.height
        if colour is not self.ink:
            self.ink, self.shade = colour, shade(colour)
        self.page.glyphs.append(
            Glyph(
                text if text.isascii() else _plain(text),
                x0,
                x1,
                height - y1,
                height - y0,
                height - (matrix[3] * rise + matrix[5]),
                (y1 - y0) if turn in (0, 180) else (x1 - x0),
                face.bold,
                face.symbol,
                self.shade,
                turn,
                self.marks[-1] if self.marks else None,
            )
        )

    def _face(self, font: PDFFont) -> Face:
        """What matters of a font; those of a document are few."""
        found = self.faces.get(id(font))
        if found is None or found.font is not font:
            name = str(font.fontname)
            bold, symbol = bool(BOLD.search(name)), bool(SYMBOLS.search(name))
            found = self.faces[id(font)] = Face(font, bold, symbol, font.get_descent())
        return found

    def paint_path(
        self,
        graphicstate: PDFGraphicState,
        stroke: bool,
        fill: bool,
        evenodd: bool,
        path: Sequence[PathSegment],
    ) -> None:
        if len(self.page.rules) > MOST_RULES:
            return
        for part in _subpaths(path):
            points = [apply_matrix_pt(self.matrix, point) for point in part]
            flipped = [(x, self.page.height - y) for x, y in points]
            self._shape(flipped, stroke, fill, graphicstate.ncolor)

    def _shape(
        self, points: list[tuple[float, float]], stroke: bool, fill: bool, colour: object
    ) -> None:
        xs, ys = [x for x, _ in points], [y for _, y in points]
        box = Box(min(xs), min(ys), max(xs), max(ys))
        wide, tall = box.x1 - box.x0, box.bottom - box.top
        if fill and _is_dot(wide, tall):
            self.page.glyphs.append(_dot(box, shade(colour)))
        elif min(wide, tall) <= THICKEST_RULE:
            if (stroke or fill) and max(wide, tall) > SHORTEST_RULE:
                self.page.rules.append(_thin(box))
        elif stroke:
            self.page.rules += [side for side in _strokes(points) if side is not None]
        elif fill and shade(colour) != "#ffffff" and _is_rectangle(points):
            self.page.fills.append(box)


def _is_dot(wide: float, tall: float) -> bool:
    return SMALLEST_DOT <= wide <= LARGEST_DOT and 0.75 < wide / max(tall, 0.1) < 1.33


def _dot(box: Box, colour: str) -> Glyph:
    """A small filled circle or square: browsers draw bullets so."""
    size = 2.5 * (box.bottom - box.top)
    place = (box.x0, box.x1, box.top, box.bottom)
    return Glyph("•", *place, box.bottom, size, bold=False, symbol=True, colour=colour)


def _subpaths(path: Sequence[PathSegment]) -> list[list[tuple[float, float]]]:
    """The corners of each part of a path; curves count by their ends."""
    parts: list[list[tuple[float, float]]] = []
    for operator, *numbers in path:
        if operator == "m":
            parts.append([])
        if not parts:
            continue
        if operator == "h" and parts[-1]:
            parts[-1].append(parts[-1][0])
        elif len(numbers) >= 2:
            parts[-1].append((float(numbers[-2]), float(numbers[-1])))
    return [part for part in parts if len(part) > 1]


def _strokes(points: list[tuple[float, float]]) -> list[Box | None]:
    return [_side(start, end) for start, end in itertools.pairwise(points)]


def _side(start: tuple[float, float], end: tuple[float, float]) -> Box | None:
    """A straight stroke along an axis, as a rule."""
    box = Box(
        min(start[0], end[0]), min(start[1], end[1]), max(start[0], end[0]), max(start[1], end[1])
    )
    wide, tall = box.x1 - box.x0, box.bottom - box.top
    if min(wide, tall) > 1.0 or max(wide, tall) <= SHORTEST_RULE:
        return None
    return _thin(box)


def _thin(box: Box) -> Box:
    """A rule without its thickness."""
    if box.x1 - box.x0 >= box.bottom - box.top:
        middle = (box.top + box.bottom) / 2
        return Box(box.x0, middle, box.x1, middle)
    middle = (box.x0 + box.x1) / 2
    return Box(middle, box.top, middle, box.bottom)


def _is_rectangle(points: list[tuple[float, float]]) -> bool:
    return len(points) in (4, 5) and len({round(x) for x, _ in points}) == 2


def _turn(matrix: Matrix) -> int:
    a, b = matrix[0], matrix[1]
    if abs(a) >= abs(b):
        return 0 if a >= 0 else 180
    return 90 if b > 0 else 270


def _plain(text: str) -> str:
    """A glyph's characters in NFC, ligatures and unusual spaces undone."""
    if text.isascii():
        return text
    # A soft hyphen that is drawn is a hyphen; typesetters map the glyph to either.
    text = "".join(LIGATURES.get(sign, sign) for sign in text).replace("\u00ad", "-")
    text = "".join(" " if unicodedata.category(sign) == "Zs" else sign for sign in text)
    return unicodedata.normalize("NFC", text)


def shade(colour: object) -> str:
    """A fill colour as "#rrggbb"; what is no plain grey, RGB or CMYK counts as black."""
    parts = colour if isinstance(colour, list | tuple) else [colour]
    numbers = [min(max(part, 0.0), 1.0) for part in parts if isinstance(part, int | float)]
    if len(numbers) != len(parts):
        return "#000000"
    if len(numbers) == 1:
        numbers *= 3
    elif len(numbers) == 4:
        cyan, magenta, yellow, key = numbers
        numbers = [(1 - ink) * (1 - key) for ink in (cyan, magenta, yellow)]
    elif len(numbers) != 3:
        return "#000000"
    return "#" + "".join(f"{round(part * 255):02x}" for part in numbers)


def drawn() -> tuple[QuickInterpreter, Canvas]:
    """What draws pages, and where."""
    resources = PDFResourceManager()
    canvas = Canvas(resources)
    return QuickInterpreter(resources, canvas), canvas
