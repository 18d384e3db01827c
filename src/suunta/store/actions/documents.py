"""Keeping the bytes of imported documents."""

from __future__ import annotations

import hashlib
import os
import tempfile
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings


@dataclass(frozen=True)
class Document:
    """A source document: its name and bytes."""

    name: str
    data: bytes

    @property
    def hash(self) -> str:
        """SHA-256 of the bytes, by which they are kept."""
        return hashlib.sha256(self.data).hexdigest()


def documents_folder() -> Path:
    """Where documents are kept."""
    return Path(settings.SUUNTA_DATA) / "documents"


def keep_document(document: Document) -> None:
    """Keep the bytes under their hash. Written aside and moved, so that no half file stays."""
    folder = documents_folder()
    folder.mkdir(exist_ok=True)
    place = folder / document.hash
    if place.exists():
        return
    handle, aside = tempfile.mkstemp(dir=folder)
    with os.fdopen(handle, "wb") as out:
        out.write(document.data)
    os.replace(aside, place)
