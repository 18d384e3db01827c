"""Charts in a Word file: a picture with its alternative text, its numbers below."""

from __future__ import annotations

import io

from docx.document import Document
from docx.oxml.ns import qn
from docx.shared import Cm

from suunta.reports.blocks import Picture
from suunta.reports.word.inline import writable
from suunta.reports.word.look import CAPTION, NOTE

WIDTH = Cm(12.5)


def add_picture(document: Document, picture: Picture, raster: bytes) -> None:
    """Name, picture and how to read it, kept on one page."""
    name = document.add_paragraph(writable(picture.figures.name), style=CAPTION)
    name.paragraph_format.keep_with_next = True
    drawn = document.add_paragraph()
    shape = drawn.add_run().add_picture(io.BytesIO(raster), width=WIDTH)
    shape._inline.docPr.set("descr", writable(picture.alt))
    shape._inline.docPr.set("name", writable(picture.figures.name)[:60])
    properties = next(shape._inline.iter(qn("pic:cNvPr")))
    properties.set("descr", writable(picture.alt))
    if picture.note:
        drawn.paragraph_format.keep_with_next = True
        document.add_paragraph(writable(picture.note), style=NOTE)
