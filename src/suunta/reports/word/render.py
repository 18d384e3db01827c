"""Blocks -> a Word file."""

from __future__ import annotations

import io
import re
from collections.abc import Sequence
from itertools import zip_longest
from typing import Any

from docx import Document
from docx.document import Document as DocumentType
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement
from docx.text.paragraph import Paragraph as Written

from suunta.reports.word.blocks import Block, Bullets, Content, Grid, Heading, Paragraph, Run
from suunta.reports.word.look import DEL, EMPHASIS, FOOT, INS, LEAD, LINK, NOTE, STRONG, set_look
from suunta.reports.word.tables import add_grid

TONES = {"body": "Normal", "lead": LEAD, "note": NOTE}
DEEPEST = 4
# Characters that XML cannot hold; a document that was read may bring them.
UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
ADDRESS = re.compile(r"(https?://|mailto:)", re.I)


def render_word(
    blocks: Sequence[Block], *, title: str, language: str, landscape: bool = False
) -> bytes:
    """A .docx file: the title, then the blocks, with the page number below every page.

    language: fi, sv or en, of all texts; landscape: for wide tables. Raises: ValueError for an
    impossible heading level or address, or a table whose rows are not as wide as its header.
    """
    document = Document()
    set_look(document, language, landscape=landscape)
    _describe(document, title, language)
    document.add_paragraph(writable(title), style="Title")
    for block, following in zip_longest(blocks, blocks[1:]):
        _add(document, block)
        if isinstance(block, Paragraph) and isinstance(following, Grid):
            # What introduces a table stays on its page.
            document.paragraphs[-1].paragraph_format.keep_with_next = True
    _add_page_numbers(document)
    written = io.BytesIO()
    document.save(written)
    return written.getvalue()


def _add(document: DocumentType, block: Block) -> None:
    if isinstance(block, Heading):
        if not 1 <= block.level <= DEEPEST:
            raise ValueError(f"level: {block.level} is not 1 to {DEEPEST}")
        document.add_paragraph(writable(block.text), style=f"Heading {block.level}")
    elif isinstance(block, Paragraph):
        fill(document.add_paragraph(style=TONES[block.tone]), block.content)
    elif isinstance(block, Bullets):
        for item in block.items:
            fill(document.add_paragraph(style="List Bullet"), item)
    else:
        add_grid(document, block, fill)


def fill(paragraph: Written, content: Content) -> None:
    """The words of a paragraph, run by run."""
    for run in [Run(content)] if isinstance(content, str) else content:
        if run.link:
            _add_link(paragraph, run.text, run.link)
        else:
            _add_run(paragraph, run)


def _add_run(paragraph: Written, run: Run) -> None:
    """One run; a run has one character style, so that what is strong beside it is set directly."""
    style = {"ins": INS, "del": DEL, None: None}[run.mark]
    if style is None:
        style = STRONG if run.strong else EMPHASIS if run.emphasis else None
    written = paragraph.add_run(writable(run.text), style=style)
    if run.strong and style != STRONG:
        written.bold = True
    if run.emphasis and style != EMPHASIS:
        written.italic = True


def _add_link(paragraph: Written, text: str, address: str) -> None:
    if not ADDRESS.match(address):
        raise ValueError(f"link: {address!r} is no address of the web or of mail")
    key = paragraph.part.relate_to(address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
    link = OxmlElement("w:hyperlink")
    link.set(qn("r:id"), key)
    link.append(paragraph.add_run(writable(text), style=LINK)._r)
    paragraph._p.append(link)


def writable(text: str) -> str:
    """The text without the characters that a Word file cannot hold."""
    return UNWRITABLE.sub("", text)


def _describe(document: DocumentType, title: str, language: str) -> None:
    """The file's own title and language; nothing of the template's author, remarks or dates."""
    properties = document.core_properties
    for element in list(properties._element):
        properties._element.remove(element)
    properties.title, properties.language = writable(title)[:255], language
    properties.author = "Suunta"


def _add_page_numbers(document: DocumentType) -> None:
    """ "2 / 7" at the foot of every page."""
    foot = document.sections[0].footer.paragraphs[0]
    foot.style = document.styles[FOOT]
    foot.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    _add_field(foot, "PAGE")
    foot.add_run(" / ")
    _add_field(foot, "NUMPAGES")


def _add_field(paragraph: Written, name: str) -> None:
    field: Any = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), name)
    field.append(paragraph.add_run("1")._r)
    paragraph._p.append(field)
