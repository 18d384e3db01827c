"""Uploads and corrections as they are shown and applied."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from suunta.core.errors import Fault, InputError
from suunta.core.review import Correction, correction_from_json
from suunta.core.strategy import Strategy
from suunta.core.strategy_json import strategy_from_json
from suunta.store.models import Correction as Row
from suunta.store.models import Municipality, Upload

LISTED = (
    *("id", "name", "size", "status", "stage", "faults", "counts"),
    *("who", "uploaded_at", "version__number"),
)


@dataclass(frozen=True)
class StoredUpload:
    """An upload without what was read from it."""

    id: int
    name: str
    size: int
    status: str
    stage: str
    faults: tuple[Fault, ...]
    counts: dict[str, int]
    who: str
    uploaded_at: datetime
    version: int | None


@dataclass(frozen=True)
class StoredCorrection:
    """A row of corrections; `correction` is None for an undoing, whose `undoes` names one."""

    id: int
    upload: int
    batch: int
    who: str
    at: datetime
    correction: Correction | None
    undoes: int | None


def uploads(municipality: Municipality) -> tuple[StoredUpload, ...]:
    """Those of a municipality, the newest first."""
    rows = Upload.objects.filter(municipality=municipality).order_by("-pk").values(*LISTED)
    return tuple(stored(row) for row in rows)


def upload_of(municipality: Municipality, upload: int) -> StoredUpload:
    """One of a municipality's. Raises: InputError where it is not there."""
    row = Upload.objects.filter(municipality=municipality, pk=upload).values(*LISTED).first()
    if row is None:
        raise unknown_upload(municipality, upload)
    return stored(row)


def unknown_upload(municipality: Municipality, upload: int) -> InputError:
    """Say that there is no such upload."""
    what = f"There is no upload {upload} in {municipality.slug}."
    return InputError.single(what, "", "Choose one of the list of imports.")


def stored(row: dict[str, Any]) -> StoredUpload:
    """A row as it is shown."""
    faults = tuple(Fault(*fault) for fault in row.pop("faults"))
    return StoredUpload(faults=faults, version=row.pop("version__number"), **row)


def reading_of(upload: Upload) -> Strategy:
    """The strategy as it was read."""
    return strategy_from_json(upload.reading)


def corrections_of(municipality: Municipality) -> tuple[StoredCorrection, ...]:
    """All of a municipality's rows, in the order in which they were made."""
    rows = Row.objects.filter(municipality=municipality).order_by("pk").values()
    return tuple(
        StoredCorrection(
            id=row["id"],
            upload=row["upload_id"],
            batch=row["batch"],
            who=row["who"],
            at=row["at"],
            correction=None if row["kind"] == "undo" else correction_from_json(dict(row)),
            undoes=row["undoes_id"],
        )
        for row in rows
    )


def standing_rows(rows: Sequence[StoredCorrection]) -> tuple[StoredCorrection, ...]:
    """The rows of corrections that nobody undid."""
    undone = {row.undoes for row in rows}
    return tuple(row for row in rows if row.correction and row.id not in undone)


def standing(rows: Sequence[StoredCorrection]) -> tuple[Correction, ...]:
    """The corrections that nobody undid."""
    return tuple(row.correction for row in standing_rows(rows) if row.correction)
