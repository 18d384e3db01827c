"""How the text of a web page looks: weight, colour, and what does not show."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from lxml import etree

Element = etree._Element
RULE = re.compile(r"([^{}]+)\{([^{}]*)\}")
SELECTOR = re.compile(r"([a-z][a-z0-9]*)?(?:\.([\w-]+))?", re.I)
COMMENT = re.compile(r"/\*.*?\*/", re.S)
RGB = re.compile(r"rgba?\(\s*(\d{1,3})\s*[, ]\s*(\d{1,3})\s*[, ]\s*(\d{1,3})", re.I)
LARGEST_SHEET = 200_000
WORD_LEVEL = re.compile(r"mso-list:[^;]*\blevel([1-9])", re.I)
WORD_MARK = re.compile(r"mso-list:\s*ignore", re.I)
OPENERS = ("aria-controls", "data-target", "data-bs-target")
BOLD_TAGS = ("b", "strong", "th", "dt")
# The colours of CSS 2 and a few common ones more.
NAMED = {
    "black": "#000000",
    "blue": "#0000ff",
    "brown": "#a52a2a",
    "darkblue": "#00008b",
    "darkgreen": "#006400",
    "darkred": "#8b0000",
    "fuchsia": "#ff00ff",
    "gray": "#808080",
    "green": "#008000",
    "grey": "#808080",
    "lime": "#00ff00",
    "magenta": "#ff00ff",
    "maroon": "#800000",
    "navy": "#000080",
    "olive": "#808000",
    "orange": "#ffa500",
    "purple": "#800080",
    "red": "#ff0000",
    "silver": "#c0c0c0",
    "teal": "#008080",
    "turquoise": "#40e0d0",
    "white": "#ffffff",
    "yellow": "#ffff00",
}


@dataclass(frozen=True)
class Look:
    """The weight and colour of text, handed down from element to element."""

    colour: str | None = None
    bold: bool = False
    hidden: bool = False


class Looks:
    """The looks that a page's own style sheets and attributes give."""

    def __init__(self, root: Element) -> None:
        self._rules: dict[str, dict[str, str]] = {}
        self._opened = set(_opened(root))
        for sheet in root.iter("style"):
            text = COMMENT.sub("", (sheet.text or "")[:LARGEST_SHEET])
            for selectors, body in RULE.findall(text):
                for selector in selectors.split(","):
                    self._add(selector.strip(), declarations(body))

    def _add(self, selector: str, said: dict[str, str]) -> None:
        """Keep a rule for a tag, a class or both; others are left out."""
        if selector and SELECTOR.fullmatch(selector):
            self._rules.setdefault(selector.lower(), {}).update(said)

    def look(self, element: Element, above: Look) -> Look:
        """How the text of an element looks, inside what looks as above."""
        tag = str(element.tag)
        look = replace(above, bold=True) if tag in BOLD_TAGS else above
        if tag == "font" and (shade := colour(element.get("color", ""))):
            look = replace(look, colour=shade)
        names = [name.lower() for name in (element.get("class") or "").split()[:20]]
        selectors = [tag, *(f".{name}" for name in names), *(f"{tag}.{name}" for name in names)]
        said: dict[str, str] = {}
        for selector in selectors:
            said |= self._rules.get(selector, {})
        said |= declarations(element.get("style") or "")
        look = _styled(look, said)
        if element.get("hidden") is not None or element.get("aria-hidden") == "true":
            look = replace(look, hidden=True)
        if look.hidden and element.get("id") in self._opened:
            look = replace(look, hidden=False)  # a panel that a click opens
        return look


def _opened(root: Element) -> Iterator[str]:
    """The ids of the panels that buttons and tabs of the page open."""
    for name in OPENERS:
        for element in root.iterfind(f".//*[@{name}]"):
            yield from (part.lstrip("#") for part in (element.get(name) or "").split())


def declarations(text: str) -> dict[str, str]:
    """The declarations of a style: property -> value, both in lower case."""
    pairs = (part.partition(":") for part in text.split(";"))
    return {
        name.strip().lower(): value.replace("!important", "").strip().lower()
        for name, _, value in pairs
        if value.strip()
    }


def _styled(look: Look, said: dict[str, str]) -> Look:
    if shade := colour(said.get("color", "")):
        look = replace(look, colour=shade)
    weight = said.get("font-weight", "")
    if weight:
        heavy = weight in ("bold", "bolder") or (weight.isdecimal() and int(weight[:4]) >= 600)
        look = replace(look, bold=heavy)
    if said.get("display") == "none" or said.get("visibility") in ("hidden", "collapse"):
        look = replace(look, hidden=True)
    return look


def colour(text: str) -> str | None:
    """A colour of CSS as "#rrggbb"; None for what is none."""
    text = text.strip().lower()
    if re.fullmatch(r"#[0-9a-f]{6}", text):
        return text
    if re.fullmatch(r"#[0-9a-f]{3}", text):
        return "#" + "".join(2 * sign for sign in text[1:])
    if found := RGB.match(text):
        return "#" + "".join(f"{min(int(part), 255):02x}" for part in found.groups())
    return NAMED.get(text)


def word_depth(element: Element) -> int | None:
    """The list depth of a paragraph that Word saved as a bullet; None for others and numbers."""
    found = WORD_LEVEL.search(element.get("style") or "")
    if found is None:
        return None
    marks = "".join("".join(map(str, one.itertext())) for one in element.iter() if is_mark(one))
    return None if any(sign.isdecimal() for sign in marks) else int(found.group(1)) - 1


def is_mark(element: Element) -> bool:
    """Whether an element is the bullet or number that Word writes before an item's text."""
    return isinstance(element.tag, str) and bool(WORD_MARK.search(element.get("style") or ""))
