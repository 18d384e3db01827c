"""Restoring a backup, whole or not at all. A damaged, foreign or newer file is refused."""

from __future__ import annotations

import hashlib
import json
import zipfile
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any

from django.core.exceptions import ValidationError
from django.db import DataError, IntegrityError, transaction

from suunta.core.errors import Fault, InputError
from suunta.jobs.backup import FORMAT, MANIFEST, VERSION
from suunta.store.actions.documents import Document, keep_document
from suunta.store.tables import BATCH, fields_of, replace_rows, tables

Progress = Callable[[int, int], None]
# A manifest is a few kilobytes; a larger one is no manifest, or a bomb.
MANIFEST_LIMIT = 10_000_000
REMEDY = "Use another backup."


@dataclass(frozen=True)
class Backup:
    """A backup that was read through and found whole."""

    file: Path
    tables: dict[str, int]  # label -> rows
    documents: tuple[str, ...]

    @property
    def rows(self) -> int:
        """How many rows it holds."""
        return sum(self.tables.values())


def store_is_empty() -> bool:
    """Whether nothing would be lost: no municipality and no person is there."""
    found = tables()
    return not any(
        found[label]._base_manager.exists() for label in ("store.Municipality", "store.User")
    )


def read_backup(file: Path) -> Backup:
    """Read a backup through. Raises InputError with everything that is wrong with it."""
    try:
        with zipfile.ZipFile(file) as archive:
            manifest = read_manifest(file, archive)
            faults = list(table_faults(file, archive, manifest))
            faults += document_faults(file, archive, manifest)
    except OSError as error:
        raise InputError.single(
            f"cannot be read: {error.strerror}.", str(file), "Name a backup."
        ) from error
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError) as error:
        raise InputError.single(f"is damaged or no backup: {error}.", str(file), REMEDY) from error
    if faults:
        raise InputError(faults)
    described = {label: table["rows"] for label, table in manifest["tables"].items()}
    return Backup(file, described, tuple(manifest["documents"]))


def read_manifest(file: Path, archive: zipfile.ZipFile) -> dict[str, Any]:
    """The manifest of a backup that this version understands."""
    try:
        if archive.getinfo(MANIFEST).file_size > MANIFEST_LIMIT:
            raise ValueError
        manifest = json.loads(archive.read(MANIFEST))
        known = manifest["format"] == FORMAT and isinstance(manifest["version"], int)
        shaped = isinstance(manifest["tables"], dict) and isinstance(manifest["documents"], list)
    except (KeyError, TypeError, ValueError):
        known = shaped = False
    if not known:
        raise InputError.single("is not a backup of Suunta.", str(file), "Name another file.")
    if manifest["version"] > VERSION:
        raise InputError.single(
            f"was made by a newer Suunta (version {manifest['version']} of the format).",
            str(file),
            "Upgrade this installation first.",
        )
    if not shaped:
        raise InputError.single("has a damaged manifest.", str(file), REMEDY)
    return dict(manifest)


def table_faults(file: Path, archive: zipfile.ZipFile, manifest: dict[str, Any]) -> Iterator[Fault]:
    """Every table that is missing, unknown, of another shape or damaged."""
    known = tables()
    for label in sorted(known.keys() - manifest["tables"].keys()):
        yield Fault(f"lacks the table {label}.", str(file), REMEDY)
    for label, described in manifest["tables"].items():
        place = f"{file}, {label}"
        if label not in known:
            yield Fault("is a table that is not known here.", place, "Upgrade first.")
            continue
        columns = [field.attname for field in fields_of(known[label])]
        if described.get("columns") != columns:
            different = set(columns) ^ set(described.get("columns") or ())
            yield Fault(
                f"has other columns: {', '.join(sorted(different))}.",
                place,
                "Restore it with the version of Suunta that made it, then upgrade.",
            )
            continue
        yield from content_faults(archive, label, described, place, len(columns))


def content_faults(
    archive: zipfile.ZipFile, label: str, described: dict[str, Any], place: str, width: int
) -> Iterator[Fault]:
    """A table whose rows are not those that were written."""
    digest, count = hashlib.sha256(), 0
    try:
        with archive.open(f"tables/{label}.jsonl") as lines:
            for line in lines:
                digest.update(line)
                count += 1
                if len(json.loads(line)) != width:
                    raise ValueError(f"row {count} has another number of values")
    except (KeyError, ValueError, zipfile.BadZipFile, zlib.error, EOFError) as error:
        yield Fault(f"is damaged: {error}.", place, REMEDY)
        return
    if digest.hexdigest() != described.get("sha256") or count != described.get("rows"):
        yield Fault("is damaged: its rows are not those that were written.", place, REMEDY)


def document_faults(
    file: Path, archive: zipfile.ZipFile, manifest: dict[str, Any]
) -> Iterator[Fault]:
    """Documents that are missing or not what their name says."""
    for name in manifest["documents"]:
        try:
            found = hashlib.sha256(archive.read(f"documents/{name}")).hexdigest()
        except (KeyError, zipfile.BadZipFile, zlib.error, EOFError):
            found = ""
        if found != name:
            yield Fault(f"the document {name} is missing or damaged.", str(file), REMEDY)


def restore_backup(backup: Backup, report: Progress = lambda done, total: None) -> int:
    """Replace the store by a backup, in one transaction; how many rows were restored.

    report: called with (rows done, rows in all).
    """
    done = 0

    def counted(batches: Iterator[list[list[Any]]]) -> Iterator[list[list[Any]]]:
        nonlocal done
        for batch in batches:
            yield batch
            done += len(batch)
            report(done, backup.rows)

    with zipfile.ZipFile(backup.file) as archive:
        for name in backup.documents:
            keep_document(Document(name, archive.read(f"documents/{name}")))
        try:
            with transaction.atomic():
                return replace_rows(
                    (label, counted(batches_of(archive, label))) for label in backup.tables
                )
        except (IntegrityError, DataError, ValidationError) as error:
            raise InputError.single(
                f"its rows do not fit together: {error}.", str(backup.file), REMEDY
            ) from error


def batches_of(archive: zipfile.ZipFile, label: str) -> Iterator[list[list[Any]]]:
    """The rows of a table, some hundreds at a time."""
    with archive.open(f"tables/{label}.jsonl") as lines:
        while batch := [json.loads(line) for line in islice(lines, BATCH)]:
            yield batch
