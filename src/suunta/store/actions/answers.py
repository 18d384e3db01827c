"""Keeping the raw answers of sources, by the hash of their bytes, for replay."""

from __future__ import annotations

import hashlib
import os
import re
import tempfile
from pathlib import Path

from django.conf import settings

HASH = re.compile(r"[0-9a-f]{64}")


def answers_folder() -> Path:
    """Where answers are kept."""
    return Path(settings.SUUNTA_DATA) / "answers"


def keep_answer(data: bytes) -> str:
    """Keep bytes; their SHA-256. Written aside and moved, so that no half file stays."""
    digest = hashlib.sha256(data).hexdigest()
    folder = answers_folder()
    folder.mkdir(exist_ok=True)
    place = folder / digest
    if not place.exists():
        handle, aside = tempfile.mkstemp(dir=folder)
        with os.fdopen(handle, "wb") as out:
            out.write(data)
        os.replace(aside, place)
    return digest


def kept_answer(digest: str) -> bytes | None:
    """The bytes of a hash; None where they are not there."""
    place = answers_folder() / digest
    if not HASH.fullmatch(digest) or not place.is_file():
        return None
    return place.read_bytes()
