"""Uploaded files: taken in, read once at a time, made into a draft or withdrawn."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db import transaction

from suunta.core.errors import Fault, InputError
from suunta.store.actions.documents import Document, keep_document
from suunta.store.actions.log import Actor, person, record
from suunta.store.models import Municipality, StrategyVersion, Upload, User
from suunta.store.queries.uploads import unknown_upload


@dataclass(frozen=True)
class Found:
    """What was read from a file: its strategy and what is shown beside it, as JSON."""

    reading: dict[str, Any]
    source: dict[str, Any]
    counts: Mapping[str, int]


@transaction.atomic
def add_upload(*, by: Actor, municipality: Municipality, document: Document) -> Upload:
    """Keep a file and note it as waiting to be read."""
    keep_document(document)
    upload = Upload.objects.create(
        municipality=municipality,
        name=document.name,
        document_hash=document.hash,
        size=len(document.data),
        user=person(by),
        who=by.get_username() if isinstance(by, User) else by,
    )
    record(by=by, what="upload.add", municipality=municipality, upload=upload.pk, name=upload.name)
    return upload


def find_upload(municipality: Municipality, upload: int, *, lock: bool = False) -> Upload:
    """An upload of a municipality. lock: until the end of the transaction nobody else changes it
    (SQLite has one writer at a time anyway). Raises: InputError where it is not there."""
    rows = Upload.objects.select_for_update() if lock else Upload.objects.all()
    found = rows.filter(municipality=municipality, pk=upload).first()
    if found is None:
        raise unknown_upload(municipality, upload)
    return found


@transaction.atomic
def begin_reading(upload: int) -> Upload | None:
    """Take an upload that waits; None where another worker has it or it waits no longer."""
    row = Upload.objects.select_for_update().filter(pk=upload, status="waiting").first()
    if row is None:
        return None
    row.status = row.stage = "reading"
    row.attempt += 1
    row.save(update_fields=["status", "stage", "attempt"])
    return row


def note_stage(upload: Upload, stage: str) -> None:
    """Say what goes on while it is read."""
    mine(upload).update(stage=stage)


@transaction.atomic
def end_reading(upload: Upload, found: Found) -> bool:
    """Write what was read, whole; False where it was withdrawn or taken over meanwhile."""
    written = mine(upload).update(
        status="read",
        stage="",
        faults=[],
        reading=found.reading,
        source=found.source,
        counts=dict(found.counts),
    )
    return noted(upload, "upload.read", bool(written))


@transaction.atomic
def fail_reading(upload: Upload, faults: Sequence[Fault]) -> bool:
    """Note why it could not be read; the file stays for another try."""
    told = [[fault.what, fault.place, fault.remedy] for fault in faults]
    written = mine(upload).update(status="failed", stage="", faults=told)
    return noted(upload, "upload.fail", bool(written))


def mine(upload: Upload) -> Any:
    """The row as long as this attempt at reading it is the newest."""
    return Upload.objects.filter(pk=upload.pk, status="reading", attempt=upload.attempt)


def noted(upload: Upload, what: str, written: bool) -> bool:
    """Leave a line in the log of what was written."""
    if written:
        town = upload.municipality
        record(by="worker", what=what, municipality=town, upload=upload.pk, name=upload.name)
    return written


@transaction.atomic
def wait_again(*, by: Actor, municipality: Municipality, upload: int, status: str) -> bool:
    """Let an upload in this status be read anew; whether it was in it."""
    rows = Upload.objects.filter(municipality=municipality, pk=upload, status=status)
    attempts = {"attempt": 0} if status == "failed" else {}
    written = rows.update(status="waiting", stage="waiting", faults=[], **attempts)
    if written:
        record(by=by, what="upload.retry", municipality=municipality, upload=upload)
    return bool(written)


@transaction.atomic
def withdraw(*, by: Actor, municipality: Municipality, upload: int) -> None:
    """Put an upload aside; its file and the corrections stay. Raises: InputError."""
    row = find_upload(municipality, upload, lock=True)
    if row.status == "withdrawn":
        return
    if row.status == "drafted":
        raise InputError.single("A draft was made from it already.", "", "See the versions.")
    row.status, row.stage = "withdrawn", ""
    row.save(update_fields=["status", "stage"])
    record(by=by, what="upload.withdraw", municipality=municipality, upload=row.pk)


@transaction.atomic
def note_draft(*, by: Actor, upload: Upload, version: StrategyVersion | None) -> None:
    """Note the draft that was made from an upload."""
    upload.status, upload.version = "drafted", version
    upload.save(update_fields=["status", "version"])
    town = upload.municipality
    record(by=by, what="upload.draft", municipality=town, upload=upload.pk)
