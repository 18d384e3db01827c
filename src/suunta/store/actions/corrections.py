"""What people said of readings: added in order, undone by a row of its own."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.db import transaction

from suunta.core.review import Correction, correction_json
from suunta.store.actions.log import Actor, person, record
from suunta.store.models import Correction as Row
from suunta.store.models import Upload, User


@transaction.atomic
def add_corrections(
    *, by: Actor, upload: Upload, batch: int, corrections: Sequence[Correction]
) -> None:
    """Add corrections made at once in the review of an upload, in order.

    batch: a number that those made at once have in common.
    """
    Row.objects.bulk_create(
        [Row(**of_upload(by, upload, batch), **correction_json(each)) for each in corrections],
        batch_size=500,
    )
    record(
        by=by,
        what="upload.correct",
        municipality=upload.municipality,
        upload=upload.pk,
        kinds=sorted({correction.kind for correction in corrections}),
        count=len(corrections),
    )


@transaction.atomic
def undo_corrections(*, by: Actor, upload: Upload, batch: int, rows: Sequence[int]) -> None:
    """Undo corrections by their ids; they stay on record."""
    undoing = {"kind": "undo", **of_upload(by, upload, batch)}
    Row.objects.bulk_create([Row(**undoing, undoes_id=row) for row in rows], batch_size=500)
    town = upload.municipality
    record(by=by, what="upload.undo", municipality=town, upload=upload.pk, corrections=list(rows))


def of_upload(by: Actor, upload: Upload, batch: int) -> dict[str, Any]:
    """Whose and what a row is about."""
    return {
        "municipality_id": upload.municipality_id,
        "upload": upload,
        "batch": batch,
        "user": person(by),
        "who": by.get_username() if isinstance(by, User) else by,
    }
