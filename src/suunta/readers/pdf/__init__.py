"""PDF (.pdf) -> blocks: text by where it stands on the page, or by the document's own structure."""

from __future__ import annotations

from suunta.readers.pdf.document import read_document

__all__ = ["read_document"]
