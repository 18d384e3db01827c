"""Names and values of WordprocessingML."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

Element = etree._Element
MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
MATH = "http://schemas.openxmlformats.org/officeDocument/2006/math"
COMPATIBILITY = "http://schemas.openxmlformats.org/markup-compatibility/2006"
OFF = ("0", "false", "off", "none")


def w(name: str) -> str:
    """A name of Word's own namespace, as lxml writes it."""
    return f"{{{MAIN}}}{name}"


def value(element: Element | None, path: str, attribute: str = "val") -> str | None:
    """An attribute of a descendant given by its path ("pPr/numPr/ilvl")."""
    found = child(element, path)
    return None if found is None else found.get(w(attribute))


def child(element: Element | None, path: str) -> Element | None:
    """A descendant given by its path ("tcPr/gridSpan")."""
    for name in path.split("/"):
        if element is None:
            return None
        element = element.find(w(name))
    return element


def switch(properties: Element | None, name: str) -> bool | None:
    """A property that is on or off; None where it is not said."""
    found = child(properties, name)
    return None if found is None else found.get(w("val"), "1").lower() not in OFF


def number(text: str | None, least: int, most: int) -> int | None:
    """A whole number between bounds; None for what is no number."""
    try:
        return None if text is None else max(least, min(int(text), most))
    except ValueError:
        return None


WRAPPERS = {w(name) for name in ("smartTag", "customXml", "ins", "moveTo", "hyperlink")}
WRAPPERS |= {w("fldSimple"), w("dir"), w("bdo"), w("sdtContent")}


def unwrapped(element: Element) -> Iterator[Element]:
    """The children of an element, those inside content controls, links and insertions included.

    Deleted and moved-away content is left out, and the prompt of an empty content control.
    """
    for one in element:
        if one.tag in WRAPPERS:
            yield from unwrapped(one)
        elif one.tag == w("sdt"):
            content = child(one, "sdtContent")
            if content is not None and not _is_left_out(one):
                yield from unwrapped(content)
        elif one.tag == f"{{{COMPATIBILITY}}}AlternateContent":
            chosen = one.find(f"{{{COMPATIBILITY}}}Choice")
            if chosen is not None:
                yield from unwrapped(chosen)
        else:
            yield one


def _is_left_out(control: Element) -> bool:
    """Whether a content control shows its prompt alone, or holds the table of contents."""
    if switch(child(control, "sdtPr"), "showingPlcHdr"):
        return True
    gallery = value(control, "sdtPr/docPartObj/docPartGallery") or ""
    return gallery.lower() == "table of contents"
