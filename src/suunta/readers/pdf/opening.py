"""Bytes -> a PDF that may be read: not damaged, encrypted, endless or a bomb."""

from __future__ import annotations

import io
import zlib
from collections.abc import Iterator
from contextlib import contextmanager

from pdfminer.pdfdocument import PDFDocument, PDFPasswordIncorrect
from pdfminer.pdfexceptions import PDFException
from pdfminer.pdfpage import PDFPage
from pdfminer.pdfparser import PDFParser
from pdfminer.pdftypes import PDFStream
from pdfminer.psexceptions import PSException

from suunta.core.errors import InputError

MOST_PAGES = 1000
LARGEST_STREAM_BYTES = 60 * 1024 * 1024
STEP_BYTES = 1024 * 1024
ANEW = "Save or export the document as PDF anew, or give the Word file."
# What pdfminer raises on files that break the format's rules, besides its own exceptions.
BROKEN = (
    PDFException,
    PSException,
    ArithmeticError,
    AssertionError,
    AttributeError,
    LookupError,
    NotImplementedError,
    RecursionError,
    TypeError,
    ValueError,
    OSError,
    zlib.error,
)


class BombError(Exception):
    """A stream unpacks to more than is read."""


class BoundedDocument(PDFDocument):
    """A PDF whose streams are measured before anything unpacks them."""

    def getobj(self, objid: int) -> object:
        known = objid in self._cached_objs
        found = super().getobj(objid)
        if isinstance(found, PDFStream) and not known:
            _measure(found)
        return found


def _measure(stream: PDFStream) -> None:
    """Raises: BombError, where deflate unpacks a stream to more than is read."""
    raw = stream.rawdata
    if not raw or not any(
        "Flate" in str(name) or str(name) == "Fl" for name, _ in _filters(stream)
    ):
        return
    unpack, size = zlib.decompressobj(), 0
    try:
        while raw and not unpack.eof:
            size += len(unpack.decompress(raw, STEP_BYTES))
            raw = unpack.unconsumed_tail
            if size > LARGEST_STREAM_BYTES:
                raise BombError
    except zlib.error:
        return


def _filters(stream: PDFStream) -> list[tuple[object, object]]:
    try:
        return list(stream.get_filters())
    except BROKEN:
        return []


def open_pdf(name: str, data: bytes) -> BoundedDocument:
    """The document. Raises: InputError that says what is wrong with the file."""
    if b"%PDF-" not in data[:1024]:
        what = "This is not a PDF, whatever the file's name says."
        raise InputError.single(what, name, "Give the document itself, under its right extension.")
    try:
        return BoundedDocument(PDFParser(io.BytesIO(data)))
    except PDFPasswordIncorrect:
        what = "The PDF is encrypted: it opens with a password only."
        raise InputError.single(what, name, "Save a copy without the password.") from None
    except BROKEN as error:
        raise damaged(name, error) from None


def pages_of(name: str, document: PDFDocument) -> list[PDFPage]:
    """Its pages. Raises: InputError where there are none, or more than are read."""
    pages: list[PDFPage] = []
    with readable(name):
        for page in PDFPage.create_pages(document):
            if len(pages) == MOST_PAGES:
                what = f"The PDF has more than {MOST_PAGES} pages."
                raise InputError.single(what, name, "Give the pages of the strategy alone.")
            pages.append(page)
    if not pages:
        raise InputError.single("The PDF has no pages that can be read.", name, ANEW)
    return pages


@contextmanager
def readable(name: str, page: int | None = None) -> Iterator[None]:
    """Turns what a bad file makes the PDF library raise into an InputError."""
    place = f"{name}, page {page}" if page else name
    try:
        yield
    except BombError:
        limit = LARGEST_STREAM_BYTES // STEP_BYTES
        what = f"A part of the PDF unpacks to more than {limit} MB."
        raise InputError.single(what, place, ANEW) from None
    except BROKEN as error:
        raise damaged(place, error) from None


def damaged(place: str, error: BaseException) -> InputError:
    """What to say of a file that breaks the format's rules."""
    reason = f" ({type(error).__name__})"
    return InputError.single(f"The PDF is damaged and cannot be read{reason}.", place, ANEW)
