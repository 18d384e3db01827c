"""Styles of a Word document: what a paragraph or run inherits from those it is based on."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from suunta.readers.docx.markup import Element, child, number, switch, value, w

LONGEST_CHAIN = 12
HEADING_NAME = re.compile(r"heading ([1-9])$", re.I)
LIST_NAME = re.compile(r"list (?:bullet|number)(?: ([2-5]))?$", re.I)
CONTENTS_NAME = re.compile(r"(toc( \d|heading)|table of figures)", re.I)


@dataclass(frozen=True)
class Style:
    """What a style gives.

    level: that of a heading, 0 for the document's title; list_step: how much deeper than its
    numbering says a style of the family "List Bullet 2" is; contents: of a table of contents.
    """

    level: int | None = None
    bold: bool | None = None
    colour: str | None = None
    hidden: bool | None = None
    numbering: tuple[str | None, str | None] = (None, None)
    list_step: int = 0
    contents: bool = False


class Styles:
    """The styles of a document by their ids."""

    def __init__(self, root: Element | None) -> None:
        found = [] if root is None else root.findall(w("style"))
        self._elements = {style.get(w("styleId"), ""): style for style in found}
        self._known: dict[str, Style] = {}
        self.defaults = _runs(child(root, "docDefaults/rPrDefault/rPr"), Style())
        usual = [s for s in found if s.get(w("default")) == "1" and s.get(w("type")) == "paragraph"]
        self._usual = usual[0].get(w("styleId"), "") if usual else ""
        language = value(usual[0], "rPr/lang") if usual else None
        self.language = language or value(root, "docDefaults/rPrDefault/rPr/lang")

    def paragraph(self, style_id: str | None) -> Style:
        """A paragraph style; the document's usual one where none is named."""
        return self.named(style_id or self._usual)

    def named(self, style_id: str | None) -> Style:
        """A style with all that it inherits."""
        return self._style(style_id or "", LONGEST_CHAIN)

    def _style(self, style_id: str, left: int) -> Style:
        element = self._elements.get(style_id)
        if element is None or not left:
            return Style()
        if style_id not in self._known:
            base = self._style(value(element, "basedOn") or "", left - 1)
            self._known[style_id] = _own(element, base)
        return self._known[style_id]


def _own(element: Element, base: Style) -> Style:
    name = value(element, "name") or ""
    style = _runs(child(element, "rPr"), base)
    properties = child(element, "pPr")
    step = LIST_NAME.match(name)
    listed = (value(properties, "numPr/numId"), value(properties, "numPr/ilvl"))
    return replace(
        style,
        level=_level(name, outline(properties), base.level),
        numbering=(listed[0] or base.numbering[0], listed[1] or base.numbering[1]),
        list_step=int(step.group(1) or 1) - 1 if step else base.list_step,
        contents=bool(CONTENTS_NAME.match(name)),
    )


def _level(name: str, outlined: int | None, inherited: int | None) -> int | None:
    if outlined is not None:
        return outlined if outlined < 10 else None
    if heading := HEADING_NAME.match(name):
        return int(heading.group(1))
    return 0 if name.lower() == "title" else inherited


def outline(properties: Element | None) -> int | None:
    """The outline level, 1 the highest and 10 for body text; None where it is not said."""
    level = number(value(properties, "outlineLvl"), 0, 9)
    return None if level is None else level + 1


def _runs(properties: Element | None, base: Style) -> Style:
    """A style with the run properties of an element put over it."""
    if properties is None:
        return base
    bold, hidden = switch(properties, "b"), switch(properties, "vanish")
    return replace(
        base,
        bold=base.bold if bold is None else bold,
        hidden=base.hidden if hidden is None else hidden,
        colour=colour(properties) or base.colour,
    )


def colour(properties: Element | None) -> str | None:
    """The colour that properties give, "#rrggbb" or "auto"; None where they give none."""
    shade = value(properties, "color")
    if shade is None:
        return None
    return f"#{shade.lower()}" if re.fullmatch(r"[0-9A-Fa-f]{6}", shade) else "auto"
