"""Styles of an OpenDocument sheet: the weight and colour of text, and tables that are hidden."""

from __future__ import annotations

import re
from dataclasses import dataclass

from lxml import etree

Element = etree._Element
NAMES = {
    "office": "urn:oasis:names:tc:opendocument:xmlns:office:1.0",
    "table": "urn:oasis:names:tc:opendocument:xmlns:table:1.0",
    "text": "urn:oasis:names:tc:opendocument:xmlns:text:1.0",
    "style": "urn:oasis:names:tc:opendocument:xmlns:style:1.0",
    "fo": "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0",
    "dc": "http://purl.org/dc/elements/1.1/",
}
LONGEST_CHAIN = 12


def o(name: str) -> str:
    """A name with its prefix ("table:table-row"), as lxml writes it."""
    prefix, _, local = name.partition(":")
    return f"{{{NAMES[prefix]}}}{local}"


@dataclass(frozen=True)
class Font:
    """How text looks; None where a style does not say."""

    colour: str | None = None
    bold: bool | None = None


class Styles:
    """The styles of a document's parts by family and name."""

    def __init__(self, *roots: Element | None) -> None:
        self._elements: dict[tuple[str, str], Element] = {}
        for root in roots:
            for style in [] if root is None else root.iter(o("style:style")):
                key = (style.get(o("style:family"), ""), style.get(o("style:name"), ""))
                self._elements[key] = style

    def font(self, family: str, name: str | None) -> Font:
        """How text in a style looks, with what the style inherits."""
        colour, bold = None, None
        for _ in range(LONGEST_CHAIN):
            style = self._elements.get((family, name or ""))
            if style is None:
                break
            properties = style.find(o("style:text-properties"))
            if properties is not None:
                colour = colour or _colour(properties)
                bold = _bold(properties) if bold is None else bold
            name = style.get(o("style:parent-style-name"))
        return Font(colour, bold)

    def is_hidden(self, name: str | None) -> bool:
        """Whether a table with this style is hidden."""
        style = self._elements.get(("table", name or ""))
        properties = None if style is None else style.find(o("style:table-properties"))
        return properties is not None and properties.get(o("table:display")) == "false"


def _colour(properties: Element) -> str | None:
    if properties.get(o("style:use-window-font-color")) == "true":
        return "#000000"
    shade = properties.get(o("fo:color"), "")
    return shade.lower() if re.fullmatch(r"#[0-9A-Fa-f]{6}", shade) else None


def _bold(properties: Element) -> bool | None:
    weight = properties.get(o("fo:font-weight"))
    return None if weight is None else weight == "bold" or weight in ("600", "700", "800", "900")
