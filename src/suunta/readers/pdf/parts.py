"""What stands on a page: glyphs, words and lines of text, rules and filled boxes. Lengths are in
points, y grows downwards from the page's top."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(slots=True)
class Box:
    """A rectangle."""

    x0: float
    top: float
    x1: float
    bottom: float


@dataclass(slots=True)
class Glyph:
    """A drawn character; `turn` is the direction of its text: 0, 90 (upwards), 180 or 270.

    mark, block: of its word.
    """

    text: str
    x0: float
    x1: float
    top: float
    bottom: float
    baseline: float
    size: float
    bold: bool
    symbol: bool
    colour: str
    turn: int = 0
    mark: int | None = None
    block: int | None = None


@dataclass(slots=True)
class Word:
    """Glyphs without a space between; `symbol` when all are of a font of symbols.

    mark: the number of the marked content they are part of, in a tagged PDF; block: which of its
    paragraphs, cells or list items that is.
    """

    text: str
    x0: float
    x1: float
    size: float
    bold: bool
    symbol: bool
    colour: str
    mark: int | None = None
    block: int | None = None


@dataclass(slots=True)
class TextLine:
    """Words on one baseline; where the text is turned, as if the page were turned upright."""

    words: list[Word]
    top: float
    bottom: float
    baseline: float
    page: int
    turn: int = 0

    @property
    def x0(self) -> float:
        return self.words[0].x0

    @property
    def x1(self) -> float:
        return self.words[-1].x1

    @property
    def size(self) -> float:
        return max(word.size for word in self.words)

    @property
    def bold(self) -> bool:
        return all(word.bold for word in self.words if not word.symbol)

    @property
    def text(self) -> str:
        return " ".join(word.text for word in self.words)

    def taking(self, words: list[Word]) -> TextLine:
        """The same line with these of its words."""
        return TextLine(words, self.top, self.bottom, self.baseline, self.page, self.turn)

    @property
    def box(self) -> Box:
        """Where it stands on the page itself."""
        if self.turn == 90:
            return Box(self.top, -self.x1, self.bottom, -self.x0)
        if self.turn == 270:
            return Box(-self.bottom, self.x0, -self.top, self.x1)
        if self.turn == 180:
            return Box(-self.x1, -self.bottom, -self.x0, -self.top)
        return Box(self.x0, self.top, self.x1, self.bottom)


@dataclass(slots=True)
class Page:
    """What a page shows. Horizontal rules have top == bottom, vertical ones x0 == x1.

    shown: the part of it that is displayed.
    """

    number: int
    width: float
    height: float
    shown: Box
    glyphs: list[Glyph] = field(default_factory=list)
    rules: list[Box] = field(default_factory=list)
    fills: list[Box] = field(default_factory=list)
    pictures: int = 0


@dataclass(slots=True)
class Para:
    """Lines that make one paragraph or list item; x of its bullet, if any, and of its text.

    right: the x at which its column ends.
    """

    lines: list[TextLine]
    right: float
    bullet: float | None = None

    @property
    def page(self) -> int:
        return self.lines[0].page

    @property
    def last(self) -> TextLine:
        return self.lines[-1]


@dataclass(slots=True)
class GridCell:
    """A cell of a table on a page: what it holds and how many rows and columns it spans."""

    box: Box
    paras: list[Para] = field(default_factory=list)
    rows: int = 1
    columns: int = 1


@dataclass(slots=True)
class Grid:
    """A table on a page; `cells` by (row, column) of their top left corner.

    xs: the x of its columns' edges; ruled: whether lines divide it; gaps: where not, the white
    between its columns.
    """

    xs: list[float]
    height: int
    cells: dict[tuple[int, int], GridCell]
    top: float
    bottom: float
    page: int
    ruled: bool = True
    gaps: list[tuple[float, float]] = field(default_factory=list)

    @property
    def width(self) -> int:
        return len(self.xs) - 1


Item = Para | Grid
