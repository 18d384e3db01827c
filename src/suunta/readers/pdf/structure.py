"""The headings that a tagged PDF marks in its structure tree (ISO 32000-1, 14.7)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from pdfminer.pdfdocument import PDFDocument
from pdfminer.pdfpage import PDFPage
from pdfminer.pdftypes import PDFObjRef, resolve1
from pdfminer.psparser import PSLiteral

from suunta.readers.pdf.opening import BROKEN

HEADING = re.compile(r"H([1-6])?|Title")
# What holds no headings of the document's outline; not looked into, for speed.
LEAVES = frozenset({"P", "L", "Table", "Figure", "Formula", "Form", "Note", "TOC", "Span", "Link"})
MOST_ELEMENTS = 20_000
DEEPEST = 40
Headings = Mapping[tuple[int, int], int]
Blocks = Mapping[tuple[int, int], int]
# What holds one text: a paragraph, an item, a cell. Of several within each other, the innermost.
TEXTS = re.compile(r"H[1-6]?|Title|P|LBody|TH|TD|Caption|BlockQuote|Note")


def headings_of(document: PDFDocument, pages: Sequence[PDFPage]) -> Headings:
    """(page number, mark) -> level of the text marked as a heading; 0 is a title.

    Empty where the document is not tagged, or its structure is not sound.
    """
    tree = _walked(document, pages)
    return tree.found if tree else {}


def blocks_of(document: PDFDocument, pages: Sequence[PDFPage]) -> Blocks:
    """(page number, mark) -> number of the paragraph, list item or cell that the marked text is
    part of. Empty where the document is not tagged, or its structure is not sound."""
    tree = _walked(document, pages, everywhere=True)
    return tree.blocks if tree else {}


def _walked(
    document: PDFDocument, pages: Sequence[PDFPage], everywhere: bool = False
) -> Tree | None:
    """The structure tree read; everywhere: also where no headings are. None without a sound one."""
    try:
        root = resolve1(document.catalog.get("StructTreeRoot"))
        if not isinstance(root, dict):
            return None
        numbers = {page.pageid: number for number, page in enumerate(pages, start=1)}
        tree = Tree(numbers, _role_map(root), everywhere)
        tree.walk(root.get("K"), None, 0)
    except BROKEN:
        return None
    return tree


def _role_map(root: Mapping[str, object]) -> dict[str, str]:
    names = resolve1(root.get("RoleMap"))
    if not isinstance(names, dict):
        return {}
    return {str(name): _name(standard) for name, standard in names.items()}


def _name(value: object) -> str:
    found = resolve1(value)
    name = found.name if isinstance(found, PSLiteral) else ""
    return name if isinstance(name, str) else name.decode("latin-1")


@dataclass
class Tree:
    """A walk through the structure tree."""

    pages: Mapping[object, int]
    roles: Mapping[str, str]
    everywhere: bool = False
    blocks: dict[tuple[int, int], int] = field(default_factory=dict)
    found: dict[tuple[int, int], int] = field(default_factory=dict)
    seen: set[int] = field(default_factory=set)
    last: int = 0

    def walk(self, kids: object, page: int | None, depth: int) -> None:
        """Notes the headings among some elements and what is in them."""
        for element in self._elements(kids, depth):
            role = _name(element.get("S"))
            role = self.roles.get(role, role)
            own = self._page(element, page)
            level = HEADING.fullmatch(role)
            if self.everywhere:
                self._put(element, own, role)
                self.walk(element.get("K"), own, depth + 1)
            elif level:
                self._mark(element.get("K"), own, int(level[1] or 0), depth + 1)
            elif role not in LEAVES:
                self.walk(element.get("K"), own, depth + 1)

    def _put(self, element: Mapping[str, object], page: int | None, role: str) -> None:
        """Notes the marks of an element's own text as one block; a Span is part of the one it is
        in, which was noted last."""
        if TEXTS.fullmatch(role):
            self.last += 1
        number = self.last
        for kid in _listed(element.get("K")):
            content = resolve1(kid)
            own = page
            if isinstance(content, dict) and isinstance(content.get("MCID"), int):
                own, content = self._page(content, page), content["MCID"]
            if isinstance(content, int) and own is not None:
                self.blocks[own, content] = number

    def _mark(self, kids: object, page: int | None, level: int, depth: int) -> None:
        """Notes the marks of a heading's text, also those in elements within it."""
        for kid in _listed(kids):
            content = resolve1(kid)
            if isinstance(content, int) and page is not None:
                self.found[page, content] = level
        for element in self._elements(kids, depth):
            own = self._page(element, page)
            number = element.get("MCID")
            if isinstance(number, int) and own is not None:
                self.found[own, number] = level
            self._mark(element.get("K"), own, level, depth + 1)

    def _elements(self, kids: object, depth: int) -> Iterator[Mapping[str, object]]:
        if depth > DEEPEST:
            return
        for kid in _listed(kids):
            if isinstance(kid, PDFObjRef):
                if kid.objid in self.seen or len(self.seen) > MOST_ELEMENTS:
                    continue
                self.seen.add(kid.objid)
            element = resolve1(kid)
            if isinstance(element, dict):
                yield element

    def _page(self, element: Mapping[str, object], page: int | None) -> int | None:
        reference = element.get("Pg")
        return self.pages.get(reference.objid) if isinstance(reference, PDFObjRef) else page


def _listed(kids: object) -> list[object]:
    found = resolve1(kids)
    if isinstance(found, list):
        return found
    return [] if kids is None else [kids]
