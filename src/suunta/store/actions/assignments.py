"""Who answers for what."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from django.db import transaction

from suunta.core.texts import LANGUAGES, Text
from suunta.store.actions.log import Actor, record
from suunta.store.actions.rows import columns
from suunta.store.models import Assignment, Body, Municipality, Sector


@dataclass(frozen=True)
class NewAssignment:
    """A sector or a body (one of them, by code) beside the promise of an action or measure."""

    promise: int
    assigned_by: str
    sector: str | None = None
    body: str | None = None
    reason: Text = field(default_factory=Text)


@transaction.atomic
def assign(*, by: Actor, municipality: Municipality, assignments: Sequence[NewAssignment]) -> None:
    """Assign sectors and bodies; an assignment of these promises that is not named is taken off."""
    sectors = {row.code: row for row in Sector.objects.filter(municipality=municipality)}
    bodies = {row.code: row for row in Body.objects.filter(municipality=municipality)}
    wanted = [
        Assignment(
            promise_id=new.promise,
            sector=sectors[new.sector] if new.sector else None,
            body=bodies[new.body] if new.body else None,
            assigned_by=new.assigned_by,
            **columns("reason", new.reason),
        )
        for new in assignments
    ]
    named = {new.promise for new in assignments}
    there = {said(row): row for row in Assignment.objects.filter(promise__in=named)}
    kept = {said(row) for row in wanted} & there.keys()
    gone = [row.pk for key, row in there.items() if key not in kept]
    Assignment.objects.filter(pk__in=gone).delete()
    fresh = [row for row in wanted if said(row) not in kept]
    Assignment.objects.bulk_create(fresh)
    if fresh or gone:
        record(
            by=by,
            what="assignment.save",
            municipality=municipality,
            assigned=len(fresh),
            taken_off=len(gone),
        )


def said(row: Assignment) -> tuple[object, ...]:
    """Everything that an assignment says."""
    reason = tuple(getattr(row, f"reason_{language}") for language in LANGUAGES)
    return (row.promise_id, row.sector_id, row.body_id, row.assigned_by, reason)
