"""The package that a Word file is, written so that the same content gives the same bytes."""

from __future__ import annotations

import io
import zipfile

# The first moment that a zip file can name; the file's own dates stand in its properties.
EPOCH = (1980, 1, 1, 0, 0, 0)


def undated(package: bytes) -> bytes:
    """The package with no moment of writing in it."""
    written = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(package)) as source,
        zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as target,
    ):
        for name in source.namelist():
            entry = zipfile.ZipInfo(name, EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            target.writestr(entry, source.read(name))
    return written.getvalue()
