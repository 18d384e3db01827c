"""The words within a paragraph of a Word file: looks, links, shapes, languages."""

from __future__ import annotations

import re
from typing import Any

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement
from docx.shared import RGBColor
from docx.text.paragraph import Paragraph as Written

from suunta.reports.blocks import Cell, Number, Run
from suunta.reports.signs import SIGNS
from suunta.reports.word.look import DEL, EMPHASIS, INS, LINK, LOCALES, STRONG, style_id

# Characters that XML cannot hold; a document that was read may bring them.
UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
ADDRESS = re.compile(r"(https?://|mailto:)", re.I)


def writable(text: str) -> str:
    """The text without the characters that a Word file cannot hold."""
    return UNWRITABLE.sub("", text)


def fill(paragraph: Written, content: Cell) -> None:
    """The words of a paragraph, run by run."""
    if isinstance(content, Number):
        content = content.text
    for run in [Run(content)] if isinstance(content, str) else content:
        if run.sign:
            _add_sign(paragraph, run.sign)
        if run.link:
            _add_link(paragraph, run.text, run.link)
        else:
            _add_run(paragraph, run)


def set_language(written: Any, language: str | None) -> None:
    """Names the language of words that are not in the document's."""
    if language:
        mark = OxmlElement("w:lang")
        mark.set(qn("w:val"), LOCALES[language])
        written._r.get_or_add_rPr().append(mark)


def _add_sign(paragraph: Written, key: str) -> None:
    """The shape before a status, in its colour; it stays beside the word."""
    sign = SIGNS[key]
    written = paragraph.add_run(f"{sign.mark}\u00a0")
    written.font.color.rgb = RGBColor.from_string(sign.colour.lstrip("#"))


def _add_run(paragraph: Written, run: Run) -> None:
    """One run; a run has one character style, so that what is strong beside it is set directly."""
    style = {"ins": INS, "del": DEL, None: None}[run.mark]
    if style is None:
        style = STRONG if run.strong else EMPHASIS if run.emphasis else None
    written = paragraph.add_run(writable(run.text))
    if style:
        written._r.style = style_id(style)
    if run.strong and style != STRONG:
        written.bold = True
    if run.emphasis and style != EMPHASIS:
        written.italic = True
    set_language(written, run.language)


def _add_link(paragraph: Written, text: str, address: str) -> None:
    if not ADDRESS.match(address):
        raise ValueError(f"link: {address!r} is no address of the web or of mail")
    key = paragraph.part.relate_to(address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
    link = OxmlElement("w:hyperlink")
    link.set(qn("r:id"), key)
    words = paragraph.add_run(writable(text))._r
    words.style = style_id(LINK)
    link.append(words)
    paragraph._p.append(link)
