"""Pages of uploaded PDFs as pictures, drawn once and kept by the document's hash."""

from __future__ import annotations

import os
import re
import tempfile
from pathlib import Path

from django.conf import settings

from suunta.core.errors import InputError
from suunta.jobs.review.reviewing import read_upload_of
from suunta.readers.sandbox import picture_apart
from suunta.store.actions.documents import documents_folder
from suunta.store.actions.find import find_municipality

HASH = re.compile(r"[0-9a-f]{64}")


def page_picture(slug: str, upload: int, page: int) -> bytes:
    """A page of a PDF that was uploaded for a municipality, as PNG. page: 1 the first.

    Raises: InputError where the upload is another's, no PDF that was read, or has no such page.
    """
    row = read_upload_of(find_municipality(slug), upload)
    pages = (row.source or {}).get("pages", 0)
    if not 1 <= page <= pages or not HASH.fullmatch(row.document_hash):
        raise InputError.single(f"{row.name} has no page {page} to show.", "page")
    kept = Path(settings.SUUNTA_DATA) / "pages" / row.document_hash / f"{page}.png"
    if kept.exists():
        return kept.read_bytes()
    data = (documents_folder() / row.document_hash).read_bytes()
    picture = picture_apart(row.name, data, page)
    keep(kept, picture)
    return picture


def keep(file: Path, picture: bytes) -> None:
    """Write a picture whole or not at all: two people may ask for one page at once."""
    file.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=file.parent, suffix=".part")
    with os.fdopen(handle, "wb") as output:
        output.write(picture)
    Path(name).replace(file)
