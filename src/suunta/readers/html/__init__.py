"""Web pages (.html) -> blocks: headings, lists and tables of the page's own content."""

from __future__ import annotations

import re

from lxml import etree, html

from suunta.core.errors import Fault, InputError
from suunta.readers.blocks import Document, Heading
from suunta.readers.colours import without_usual_colour
from suunta.readers.html.decoding import decoded
from suunta.readers.html.flow import Flow
from suunta.readers.html.looks import Element, Looks

LARGEST_BYTES = 20 * 1024 * 1024
XML_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
CONTENT = ("table", "h1", "h2", "h3", "ul", "ol")


def read_document(name: str, data: bytes) -> Document:
    """The blocks of a web page. Nothing that it links to is fetched. Raises: InputError."""
    if len(data) > LARGEST_BYTES:
        what = f"The page has {len(data) // 1024 // 1024} MB; at most 20 MB are read."
        raise InputError.single(what, name, "Give the strategy alone, without pictures in it.")
    root = _root(name, decoded(name, data))
    try:
        blocks = Flow(Looks(root)).blocks(_content(root))
    except InputError as error:
        raise InputError(
            Fault(fault.what, f"{name}, {fault.place}", fault.remedy) for fault in error.faults
        ) from None
    title = root.findtext(".//title")
    language = (root.get("lang") or "")[:2].lower()
    heading = next((one.text for one in blocks if isinstance(one, Heading)), None)
    said = " ".join(title.split()) if title else heading
    return Document(tuple(without_usual_colour(blocks)), said or None, language or None)


def _root(name: str, text: str) -> Element:
    text = XML_DECLARATION.sub("", text).replace("\0", "")
    parser = html.HTMLParser(remove_comments=True, remove_pis=True, no_network=True)
    try:
        root = html.document_fromstring(text, parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        what = "The page is empty or no HTML."
        raise InputError.single(what, name, "Give the page as the browser saves it.") from None
    if any(entry.type_name == "ERR_RESOURCE_LIMIT" for entry in parser.error_log):
        what = "The page nests lists or tables more than 250 deep."
        raise InputError.single(what, name, "Give the strategy alone.")
    return root


def _content(root: Element) -> Element:
    """The part of a page that is its content, where it marks one; else its body."""
    articles = list(root.iter("article"))
    marked = [*root.iter("main"), *root.iterfind(".//*[@role='main']")]
    for element in [*marked, *(articles if len(articles) == 1 else [])]:
        if any(element.find(f".//{tag}") is not None for tag in CONTENT):
            return element
    body = root.find("body")
    return root if body is None else body
