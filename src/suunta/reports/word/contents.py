"""A table of contents of a Word file: a field that Word fills, with the headings as links until
then."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from docx.document import Document
from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement
from docx.text.paragraph import Paragraph as Written

from suunta.reports.blocks import Block, Heading
from suunta.reports.word.inline import writable
from suunta.reports.word.look import CONTENTS

DEEPEST = 2
FIELD = f' TOC \\o "1-{DEEPEST}" \\h \\z \\u '


def listed(blocks: Sequence[Block]) -> list[Heading]:
    """The headings that a table of contents holds."""
    return [each for each in blocks if isinstance(each, Heading) and each.level <= DEEPEST]


def add_bookmark(paragraph: Written, number: int) -> None:
    """A place that the table of contents leads to."""
    for tag, before in (("w:bookmarkStart", True), ("w:bookmarkEnd", False)):
        mark = OxmlElement(tag)
        mark.set(qn("w:id"), str(number))
        if before:
            mark.set(qn("w:name"), bookmark(number))
            paragraph._p.get_or_add_pPr().addnext(mark)
        else:
            paragraph._p.append(mark)


def bookmark(number: int) -> str:
    """The name of the place of a heading."""
    return f"_Toc{number:08d}"


def add_contents(document: Document, title: str, headings: Sequence[Heading]) -> None:
    """The title and a line for each heading."""
    document.add_paragraph(writable(title), style=CONTENTS)
    lines = [
        (document.add_paragraph(style=f"TOC {each.level}"), number, each)
        for number, each in enumerate(headings)
    ]
    if not lines:
        return
    first, last = lines[0][0], lines[-1][0]
    _add_mark(first, "begin")
    instruction: Any = OxmlElement("w:instrText")
    instruction.set(qn("xml:space"), "preserve")
    instruction.text = FIELD
    first.add_run()._r.append(instruction)
    _add_mark(first, "separate")
    for paragraph, number, heading in lines:
        _add_place(paragraph, heading.text, bookmark(number))
    _add_mark(last, "end")


def _add_mark(paragraph: Written, kind: str) -> None:
    mark = OxmlElement("w:fldChar")
    mark.set(qn("w:fldCharType"), kind)
    paragraph.add_run()._r.append(mark)


def _add_place(paragraph: Written, text: str, place: str) -> None:
    link = OxmlElement("w:hyperlink")
    link.set(qn("w:anchor"), place)
    link.append(paragraph.add_run(writable(text))._r)
    paragraph._p.append(link)
