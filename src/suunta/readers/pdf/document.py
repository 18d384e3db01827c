"""A PDF's bytes -> its Document."""

from __future__ import annotations

import logging
from collections.abc import Sequence

from pdfminer.pdfpage import PDFPage

from suunta.core.errors import InputError
from suunta.readers.blocks import Document
from suunta.readers.pdf.aligned import Gutters
from suunta.readers.pdf.drawing import drawn
from suunta.readers.pdf.flow import Sheet, items_of, sheet_of
from suunta.readers.pdf.joining import over_pages
from suunta.readers.pdf.lexicon import lexicon_of
from suunta.readers.pdf.margins import without_margins
from suunta.readers.pdf.opening import open_pdf, pages_of, readable
from suunta.readers.pdf.parts import Grid, Item, TextLine
from suunta.readers.pdf.rendering import Rendering, usual
from suunta.readers.pdf.structure import Blocks, blocks_of, headings_of
from suunta.readers.table.words import detect_language

log = logging.getLogger(__name__)


def read_document(name: str, data: bytes) -> Document:
    """The blocks of a PDF in reading order.

    Raises: InputError for a file that is no PDF, damaged, encrypted, without text or too large.
    """
    source = open_pdf(name, data)
    pages = pages_of(name, source)
    sheets = _sheets(name, pages, blocks_of(source, pages))
    _with_text(name, sheets)
    bodies = without_margins([sheet.lines for sheet in sheets], [sheet.height for sheet in sheets])
    for sheet, lines in zip(sheets, bodies, strict=True):
        sheet.lines = lines
    items = over_pages(_items(sheets))
    lines = [line for item in items for line in _lines(item)]
    language = detect_language("\n".join(line.text for line in lines))
    shown = {sheet.number: sheet.shown for sheet in sheets}
    tagged = headings_of(source, pages)
    rendering = Rendering(lexicon_of(lines, language), usual(lines), shown, tagged)
    return Document(rendering.blocks(items), language=language)


def _sheets(name: str, pages: Sequence[PDFPage], blocks: Blocks) -> list[Sheet]:
    interpreter, canvas = drawn()
    sheets = []
    for number, page in enumerate(pages, start=1):
        with readable(name, number):
            interpreter.process_page(page)
            for glyph in canvas.page.glyphs if blocks else ():
                glyph.block = None if glyph.mark is None else blocks.get((number, glyph.mark))
            sheets.append(sheet_of(canvas.page))
        page.contents = []
    return sheets


def _with_text(name: str, sheets: Sequence[Sheet]) -> None:
    """Raises: InputError where no page has text; says which pages have none."""
    blank = [sheet.number for sheet in sheets if not sheet.has_text and sheet.pictures]
    if not any(sheet.has_text for sheet in sheets):
        what = "The PDF holds no text" + (": its pages are pictures (a scan)." if blank else ".")
        remedy = "Recognise its text first (OCR), or give the original Word file or PDF."
        raise InputError.single(what, name, remedy)
    if blank:
        numbers = ", ".join(map(str, blank))
        log.warning("%s: no text on page %s, only pictures: not read.", name, numbers)


def _items(sheets: Sequence[Sheet]) -> list[list[Item]]:
    pages: list[list[Item]] = []
    last: Item | None = None
    for sheet in sheets:
        items = items_of(sheet, _gutters(last))
        pages.append(items)
        last = items[-1] if items else last
    return pages


def _gutters(last: Item | None) -> Gutters | None:
    """The columns of an unruled table that the page before ends with."""
    if not isinstance(last, Grid) or last.ruled:
        return None
    return Gutters(list(last.gaps), list(last.xs[:1]))


def _lines(item: Item) -> list[TextLine]:
    if isinstance(item, Grid):
        return [line for cell in item.cells.values() for para in cell.paras for line in para.lines]
    return item.lines
