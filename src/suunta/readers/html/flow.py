"""The body of a web page -> blocks in reading order."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from suunta.core.strategy import Span
from suunta.readers.blocks import Block, Heading, Line, Table
from suunta.readers.html.looks import Element, Look, Looks, is_mark, word_depth
from suunta.readers.html.tables import cells_of, rows_of, table_of

HEADINGS = {f"h{level}": level for level in range(1, 7)}
NAMING = ("summary", "dt")  # they head what opens or stands below them
LISTS = ("ul", "ol", "menu", "dir")
BLOCKS = {
    *("address", "article", "blockquote", "body", "caption", "center", "dd", "details", "div"),
    *("dl", "dt", "fieldset", "figcaption", "figure", "form", "header", "hgroup", "hr", "legend"),
    *("li", "main", "p", "pre", "section", "summary", "td", "th", "tr", "tbody", "thead", "tfoot"),
}
LEFT_OUT = {
    *("script", "style", "noscript", "noframes", "noembed", "template", "nav", "footer", "aside"),
    *("button", "select"),
    *("option", "textarea", "input", "svg", "math", "canvas", "object", "embed", "iframe", "audio"),
    *("video", "map", "del", "head", "title", "meta", "link", "rp", "rt", "dialog", "datalist"),
}
LEFT_OUT_ROLES = ("navigation", "contentinfo", "complementary", "search", "dialog", "banner")
NOTE_MARK = re.compile(r"[\[(]?[\d*†‡]{1,3}[\])]?")
NOT_TEXT = str.maketrans("", "", "\u00ad\u200b\ufeff\u2060")


@dataclass
class _Part:
    """A stretch of the page while it is read: a cell, or the page outside tables."""

    blocks: list[Block] = field(default_factory=list)
    pieces: list[tuple[str, Look]] = field(default_factory=list)
    cell: str | None = None


class Flow:
    """Reads the elements of a page once."""

    def __init__(self, looks: Looks) -> None:
        self._looks = looks
        self._tables = 0

    def blocks(self, root: Element) -> list[Block]:
        """The blocks of a page or a part of it."""
        part = _Part()
        self._read(root, Look(), None, part)
        self._end_line(part, None, root)
        return part.blocks

    def _read(self, element: Element, above: Look, depth: int | None, part: _Part) -> None:
        """Read an element's text and children. depth: that of the list item it stands in."""
        part.pieces.append((element.text or "", above))
        for one in element:
            if isinstance(one.tag, str):
                look = self._looks.look(one, above)
                if not look.hidden and not _is_left_out(one):
                    self._element(one, look, depth, part)
            part.pieces.append((one.tail or "", above))

    def _element(self, element: Element, look: Look, depth: int | None, part: _Part) -> None:
        tag = element.tag
        if tag == "br":
            part.pieces.append(("\0", look))
        elif tag in HEADINGS:
            self._heading(element, look, depth, part)
        elif tag == "table":
            self._end_line(part, depth, element)
            self._table(element, look, part)
        elif tag in NAMING and part.cell is None:
            self._end_line(part, depth, element)
            self._read(element, replace(look, bold=True), None, part)
            self._end_line(part, None, element)
        elif tag == "dd" and depth is None:
            self._end_line(part, depth, element)
            self._read(element, look, _listed(element), part)
            self._end_line(part, _listed(element), element)
        elif tag in LISTS:
            self._end_line(part, depth, element)
            self._read(element, look, _deeper(depth, part), part)
            self._end_line(part, None, element)
        elif tag in BLOCKS:
            self._end_line(part, depth, element)
            listed = word_depth(element)
            self._read(element, look, depth if listed is None else listed, part)
            self._end_line(part, depth if listed is None else listed, element)
        else:
            self._read(element, look, depth, part)

    def _heading(self, element: Element, look: Look, depth: int | None, part: _Part) -> None:
        self._end_line(part, depth, element)
        if part.cell is None:
            self._read(element, look, None, part)
            line = _line(part, None, element)
            part.pieces.clear()
            if line:
                text = " ".join(line.text.split())
                part.blocks.append(Heading(text, HEADINGS[str(element.tag)], line.span))
        else:
            self._read(element, replace(look, bold=True), depth, part)
            self._end_line(part, depth, element)

    def _end_line(self, part: _Part, depth: int | None, element: Element) -> None:
        """A paragraph or item ends here: add what has been read of it."""
        line = _line(part, depth, element)
        part.pieces.clear()
        if line:
            part.blocks.append(line)

    def _table(self, table: Element, look: Look, part: _Part) -> None:
        if part.cell is not None:
            part.blocks += self._nested(table, look, part.cell)
        elif _is_frame(table):
            for row, _ in rows_of(table):
                for cell in cells_of(row):
                    self._read(cell, self._looks.look(cell, look), None, part)
                    self._end_line(part, None, cell)
        else:
            self._tables += 1
            part.blocks.append(self._grid(table, look))

    def _grid(self, table: Element, look: Look) -> Table:
        def fill(cell: Element, name: str) -> tuple[Line, ...]:
            return tuple(self._cell(cell, look, name))

        def shows(row: Element) -> bool:
            section = row.getparent()
            inside = look if section is None else self._looks.look(section, look)
            return not self._looks.look(row, inside).hidden

        return table_of(table, self._tables, fill, shows)

    def _cell(self, cell: Element, above: Look, name: str) -> Iterator[Line]:
        look = self._looks.look(cell, above)
        if look.hidden:
            return
        part = _Part(cell=name)
        self._read(cell, look, None, part)
        self._end_line(part, None, cell)
        yield from (block for block in part.blocks if isinstance(block, Line))

    def _nested(self, table: Element, look: Look, name: str) -> Iterator[Line]:
        """A table in a cell: a line for each of its rows."""
        for row, _ in rows_of(table):
            lines = [line for cell in cells_of(row) for line in self._cell(cell, look, name)]
            if lines:
                yield replace(lines[0], text=" ".join(line.text for line in lines))


def _line(part: _Part, depth: int | None, element: Element) -> Line | None:
    """The line that the pieces make; None when they are white space."""
    text = "".join(re.sub(r"\s+", " ", said) for said, _ in part.pieces)
    text = unicodedata.normalize("NFC", text).translate(NOT_TEXT).replace("\0", "\n")
    text = "\n".join(" ".join(line.split()) for line in text.split("\n")).strip()
    if not text:
        return None
    said = [(words, look) for words, look in part.pieces if words.strip(" \t\r\n\f\0")]
    shades = Counter[str | None]()
    for words, look in said:
        shades[look.colour] += len(words.strip())
    bold = all(look.bold for _, look in said)
    place = element.sourceline
    span = Span(lines=(place,) if isinstance(place, int) else (), cell=part.cell)
    return Line(text, depth, shades.most_common(1)[0][0], bold, span)


def _deeper(depth: int | None, part: _Part) -> int:
    """The depth of a list's items; a list after an item that ends with a colon is nested in it."""
    if depth is not None:
        return depth + 1
    last = part.blocks[-1] if part.blocks else None
    if isinstance(last, Line) and last.depth is not None and last.text.endswith(":"):
        return last.depth + 1
    return 0


def _listed(element: Element) -> int | None:
    """The depth of a description's words: an item's, unless lists or paragraphs stand in it."""
    within = BLOCKS.union(LISTS) - {"dd", "dt"}  # those that are not closed
    return None if any(child.tag in within for child in element) else 0


def _is_left_out(element: Element) -> bool:
    words = "".join(map(str, element.itertext())) if element.tag in ("span", "sup") else ""
    if is_mark(element) and not any(sign.isdecimal() for sign in words):
        return True
    if element.tag in LEFT_OUT or element.get("role") in LEFT_OUT_ROLES:
        return True
    # The mark of a footnote is no part of the words before it.
    return (
        element.tag == "sup"
        and element.find(".//a") is not None
        and NOTE_MARK.fullmatch(words.strip()) is not None
    )


def _is_frame(table: Element) -> bool:
    """Whether a table only lays out others: it says so, or has one column or no own words."""
    if table.get("role") in ("presentation", "none"):
        return table.find(".//table") is not None or table.find(".//th") is None
    if table.find(".//table") is None:
        return False
    rows = [cells_of(row) for row, _ in rows_of(table)]
    if all(len(row) <= 1 for row in rows):
        return True
    own = (cell.text or "" for row in rows for cell in row)
    return not any(text.strip() for text in own) and all(
        child.tag == "table" for row in rows for cell in row for child in cell
    )
