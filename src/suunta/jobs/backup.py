"""Writing the whole store into one file that restores on either database.

The file is a zip: `manifest.json` (format, version, tables with their columns, counts and SHA-256),
`tables/<label>.jsonl` (a row a line) and `documents/<sha256>` (the imported documents).
"""

from __future__ import annotations

import hashlib
import json
import os
import tempfile
import zipfile
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from django.db import transaction

from suunta.core.errors import Fault, InputError, OutsideError
from suunta.store.actions.documents import documents_folder
from suunta.store.actions.log import take_turn
from suunta.store.tables import count_rows, fields_of, rows_of, tables

FORMAT = "suunta-backup"
VERSION = 1
MANIFEST = "manifest.json"
Progress = Callable[[int, int], None]


def write_backup(file: Path, report: Progress = lambda done, total: None) -> int:
    """Write the store into `file`, whole or not at all; how many rows it holds.

    report: called with (rows done, rows in all). Raises OutsideError where the file cannot be
    written, and InputError for a folder or a device, whose place a file must not take.
    """
    if file.exists() and not file.is_file():
        raise InputError.single("is no file.", str(file), "Name a file to write the backup to.")
    try:
        handle, aside = tempfile.mkstemp(dir=file.parent, prefix=f".{file.name}.")
        try:
            with (
                os.fdopen(handle, "wb") as out,
                zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive,
            ):
                rows = write_archive(archive, report)
            os.replace(aside, file)
        finally:
            Path(aside).unlink(missing_ok=True)
    except OSError as error:
        raise OutsideError(
            Fault(
                f"cannot be written: {error.strerror}.",
                str(file),
                "Name a file in a folder that this user may write, on a disk with room.",
            )
        ) from error
    return rows


@transaction.atomic
def write_archive(archive: zipfile.ZipFile, report: Progress) -> int:
    """Tables and documents as they are at one moment, then the manifest that seals them.

    Whoever writes takes a turn before it commits: as long as this holds the turn, nobody does.
    """
    take_turn()
    total, done = count_rows(), 0
    described: dict[str, Any] = {}
    for label, model in tables().items():
        digest, count = hashlib.sha256(), 0
        with archive.open(f"tables/{label}.jsonl", "w", force_zip64=True) as out:
            for row in rows_of(model):
                line = json.dumps(row, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"
                out.write(line)
                digest.update(line)
                count += 1
                report(done := done + 1, total)
        described[label] = {
            "columns": [field.attname for field in fields_of(model)],
            "rows": count,
            "sha256": digest.hexdigest(),
        }
    documents = list(write_documents(archive))
    manifest = {
        "format": FORMAT,
        "version": VERSION,
        "made_at": datetime.now(UTC).isoformat(timespec="seconds"),
        "tables": described,
        "documents": documents,
    }
    archive.writestr(MANIFEST, json.dumps(manifest, ensure_ascii=False, indent=1))
    return done


def write_documents(archive: zipfile.ZipFile) -> Iterator[str]:
    """The imported documents; their names are the hashes of their bytes."""
    folder = documents_folder()
    for path in sorted(folder.iterdir()) if folder.is_dir() else ():
        archive.write(path, f"documents/{path.name}")
        yield path.name
