"""Blocks -> a Word file."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, time
from itertools import zip_longest
from typing import Any

from docx import Document
from docx.document import Document as DocumentType
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement
from docx.text.paragraph import Paragraph as Written

from suunta.reports.blocks import Block, Bullets, Grid, Heading, Outline, PageBreak, Paragraph
from suunta.reports.blocks import Picture as Drawn
from suunta.reports.pdf.raster import rasters
from suunta.reports.word.contents import DEEPEST as CONTENTS_DEEPEST
from suunta.reports.word.contents import add_bookmark, add_contents, listed
from suunta.reports.word.inline import fill, set_language, writable
from suunta.reports.word.look import BIG, FOOT, LEAD, NOTE, set_look, style_id
from suunta.reports.word.package import undated
from suunta.reports.word.pictures import add_picture
from suunta.reports.word.tables import add_grid

TONES = {"body": "Normal", "lead": LEAD, "note": NOTE, "big": BIG}
DEEPEST = 4


def render_word(
    blocks: Sequence[Block],
    *,
    title: str,
    language: str,
    landscape: bool = False,
    slides: bool = False,
    foot: str = "",
    made_on: date | None = None,
) -> bytes:
    """A .docx file: the title, then the blocks, with the page number below every page.

    language: fi, sv or en, of all texts that name no other; landscape: for wide tables; slides: in
    large type; foot: stands before the page number; made_on: the day that the file's properties
    name. The same content gives the same bytes. Raises: ValueError for an impossible heading level
    or address, or a table whose rows are not as wide as its header.
    """
    document = Document()
    set_look(document, language, landscape=landscape, slides=slides)
    _describe(document, title, language, made_on)
    document.add_paragraph(writable(title), style="Title")
    Writing(document, blocks).write()
    _add_page_numbers(document, foot)
    written = io.BytesIO()
    document.save(written)
    return undated(written.getvalue())


class Writing:
    """Blocks on their way into a document."""

    def __init__(self, document: DocumentType, blocks: Sequence[Block]) -> None:
        self.document, self.blocks = document, blocks
        self.rasters: Iterator[bytes] = iter(
            rasters([block.svg for block in blocks if isinstance(block, Drawn)])
        )
        self.outlined = any(isinstance(block, Outline) for block in blocks)
        self.places = 0  # headings that the table of contents leads to, so far
        self.breaks = False  # the next paragraph begins a page

    def write(self) -> None:
        """All of them."""
        for block, following in zip_longest(self.blocks, self.blocks[1:]):
            self.add(block)
            if isinstance(block, Paragraph) and isinstance(following, Grid):
                # What introduces a table stays on its page.
                self.document.paragraphs[-1].paragraph_format.keep_with_next = True

    def add(self, block: Block) -> None:
        """One block."""
        if isinstance(block, Heading):
            self.add_heading(block)
        elif isinstance(block, Paragraph):
            fill(self.paragraph(TONES[block.tone]), block.content)
        elif isinstance(block, Bullets):
            for item in block.items:
                fill(self.paragraph("List Bullet"), item)
        elif isinstance(block, Grid):
            add_grid(self.document, block, fill)
        elif isinstance(block, Drawn):
            add_picture(self.document, block, next(self.rasters))
        elif isinstance(block, Outline):
            add_contents(self.document, block.title, listed(self.blocks))
        else:
            self.breaks = isinstance(block, PageBreak)

    def paragraph(self, style: str) -> Written:
        """An empty paragraph, on a new page where one was asked for."""
        written = self.document.add_paragraph()
        written._p.style = style_id(style)
        if self.breaks:
            written.paragraph_format.page_break_before = True
            self.breaks = False
        return written

    def add_heading(self, block: Heading) -> None:
        """A heading, which the table of contents leads to."""
        if not 1 <= block.level <= DEEPEST:
            raise ValueError(f"level: {block.level} is not 1 to {DEEPEST}")
        written = self.paragraph(f"Heading {block.level}")
        set_language(written.add_run(writable(block.text)), block.language)
        if self.outlined and block.level <= CONTENTS_DEEPEST:
            add_bookmark(written, self.places)
            self.places += 1


def _describe(document: DocumentType, title: str, language: str, made_on: date | None) -> None:
    """The file's own title and language; nothing of the template's author, remarks or dates."""
    properties = document.core_properties
    for element in list(properties._element):
        properties._element.remove(element)
    properties.title, properties.language = writable(title)[:255], language
    properties.author = "Suunta"
    if made_on:
        moment = datetime.combine(made_on, time(), UTC)
        properties.created = properties.modified = moment


def _add_page_numbers(document: DocumentType, said: str) -> None:
    """ "2 / 7" at the foot of every page."""
    foot = document.sections[0].footer.paragraphs[0]
    foot.style = document.styles[FOOT]
    foot.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    if said:
        foot.add_run(f"{writable(said)} · ")
    _add_field(foot, "PAGE")
    foot.add_run(" / ")
    _add_field(foot, "NUMPAGES")


def _add_field(paragraph: Written, name: str) -> None:
    field: Any = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), name)
    field.append(paragraph.add_run("1")._r)
    paragraph._p.append(field)
