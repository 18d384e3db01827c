"""Taking files in: kept first, then read by the worker."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, fields
from datetime import datetime

from django.db import transaction

from suunta.core.errors import Fault, InputError
from suunta.jobs.review.queue import queue_reading
from suunta.readers import checked_format
from suunta.store.actions import uploads as actions
from suunta.store.actions.documents import Document
from suunta.store.actions.find import find_municipality
from suunta.store.actions.log import Actor
from suunta.store.queries import uploads as queries

LONGEST_NAME = 120


@dataclass(frozen=True)
class Counts:
    """How much was read."""

    areas: int = 0
    goals: int = 0
    actions: int = 0
    measures: int = 0
    sub_measures: int = 0
    questions: int = 0


@dataclass(frozen=True)
class UploadRow:
    """An upload in a list. status: waiting | reading | read | failed | drafted | withdrawn;
    stage: waiting | reading | understanding, "" when that is over; faults: why it failed; counts:
    None until it was read; version: the number of the draft made of it, where it still stands."""

    id: int
    name: str
    size: int
    status: str
    stage: str
    faults: tuple[Fault, ...]
    uploaded_at: datetime
    uploaded_by: str
    counts: Counts | None
    version: int | None


def uploads_of(slug: str) -> list[UploadRow]:
    """All uploads of a municipality, the newest first."""
    return [upload_row(stored) for stored in queries.uploads(find_municipality(slug))]


def upload_status(slug: str, upload: int) -> UploadRow:
    """How far one is. Raises: InputError where it is not there."""
    return upload_row(queries.upload_of(find_municipality(slug), upload))


def upload_row(stored: queries.StoredUpload) -> UploadRow:
    """An upload as it is listed."""
    known = {each.name for each in fields(Counts)}
    counts = {name: value for name, value in stored.counts.items() if name in known}
    return UploadRow(
        id=stored.id,
        name=stored.name,
        size=stored.size,
        status=stored.status,
        stage=stored.stage,
        faults=stored.faults,
        uploaded_at=stored.uploaded_at,
        uploaded_by=stored.who,
        counts=Counts(**counts) if counts else None,
        version=stored.version,
    )


def receive_upload(*, slug: str, name: str, data: bytes, by: Actor) -> int:
    """Keep a file and queue its reading; its id.

    name: as the browser gave it; only its last part is used. Raises: InputError, before anything
    is kept, for a file that is empty or too large or of a kind that nothing reads.
    """
    town = find_municipality(slug)
    document = Document(usable_name(name), data)
    checked_format(document.name, data)
    with transaction.atomic():
        upload = actions.add_upload(by=by, municipality=town, document=document)
        queue_reading(upload.pk)
    return upload.pk


def usable_name(given: str) -> str:
    """The last part of a file's name, without signs that no page should show; not too long."""
    last = re.split(r"[/\\]", unicodedata.normalize("NFC", given))[-1]
    # Control signs, marks that turn the direction of writing, half surrogates, line separators.
    plain = "".join(" " if unicodedata.category(sign)[0] in "CZ" else sign for sign in last)
    words = " ".join(plain.split()).strip(" .")
    stem, _, suffix = words.rpartition(".")
    if not stem:
        return words[:LONGEST_NAME] or "document"
    suffix = suffix[:10]
    return f"{stem[: LONGEST_NAME - len(suffix) - 1].rstrip(' .')}.{suffix}"


@transaction.atomic
def retry_upload(*, slug: str, upload: int, by: Actor) -> None:
    """Read an upload again that could not be read. Raises: InputError for any other."""
    town = find_municipality(slug)
    actions.find_upload(town, upload)
    if not actions.wait_again(by=by, municipality=town, upload=upload, status="failed"):
        what = "Only a file that could not be read is read again."
        raise InputError.single(what, "", "Load the page anew to see how far it is.")
    queue_reading(upload)


def withdraw_upload(*, slug: str, upload: int, by: Actor) -> None:
    """Put an upload aside. Raises: InputError where a draft was made of it."""
    actions.withdraw(by=by, municipality=find_municipality(slug), upload=upload)
