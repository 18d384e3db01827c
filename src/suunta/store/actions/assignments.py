"""Who answers for what."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from django.db import transaction

from suunta.core.texts import Text
from suunta.store.actions.log import Actor, record
from suunta.store.actions.rows import columns, put
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
    kept, changed = [], 0
    for new in assignments:
        key = {
            "promise_id": new.promise,
            "sector": sectors[new.sector] if new.sector else None,
            "body": bodies[new.body] if new.body else None,
        }
        values = {**columns("reason", new.reason), "assigned_by": new.assigned_by}
        row, different = put(Assignment, key, values)
        kept.append(row.pk)
        changed += different
    named = {new.promise for new in assignments}
    taken_off, _ = Assignment.objects.filter(promise__in=named).exclude(pk__in=kept).delete()
    if changed or taken_off:
        record(
            by=by,
            what="assignment.save",
            municipality=municipality,
            changed=changed,
            taken_off=taken_off,
        )
