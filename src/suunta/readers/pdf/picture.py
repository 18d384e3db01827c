"""A page of a PDF as a picture, for the eye of a reviewer. Runs in the child of `sandbox`."""

from __future__ import annotations

import io
import math

import pypdfium2

from suunta.core.errors import InputError

# Wide enough to read a page beside a form on a large screen.
WIDTH_PX = 1400
MOST_PX = 4_000_000  # a page of unusual shape is drawn smaller
COLOURS = 64  # of the palette: text and tables need few, and the picture is a quarter of the size


def draw_page(data: bytes, page: int) -> bytes:
    """The PNG of a page. page: 1 the first. Raises: InputError."""
    try:
        with pypdfium2.PdfDocument(data) as document:
            if not 1 <= page <= len(document):
                raise InputError.single(f"The document has no page {page}.", f"page {page}")
            return _drawn(document[page - 1])
    except pypdfium2.PdfiumError:
        raise InputError.single("The page cannot be drawn.", f"page {page}") from None


def _drawn(page: pypdfium2.PdfPage) -> bytes:
    width, height = page.get_size()
    bitmap = page.render(scale=scale_of(width, height), may_draw_forms=False)
    picture = bitmap.to_pil().convert("RGB").quantize(COLOURS)
    output = io.BytesIO()
    picture.save(output, "PNG", optimize=True)
    return output.getvalue()


def scale_of(width: float, height: float) -> float:
    """Pixels for a point of a page of this size in points."""
    if width <= 0 or height <= 0:
        return 1.0
    return min(WIDTH_PX / width, math.sqrt(MOST_PX / (width * height)))
