"""Steps in the life of actions, milestones and goals."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from django.db import transaction

from suunta.core.texts import LANGUAGES, Text
from suunta.store.actions.log import Actor, person, record
from suunta.store.actions.rows import columns
from suunta.store.actions.sources import sources_by_address
from suunta.store.models import Municipality, StateEntry


@dataclass(frozen=True)
class NewState:
    """A dated step of a promise; without a state it is a remark."""

    promise: int
    state: str | None
    on: date
    note: Text = field(default_factory=Text)
    precision: str = "day"
    section: str | None = None
    source_title: str = ""
    source_url: str = ""
    known_on: date | None = None


@transaction.atomic
def add_states(
    *, by: Actor, municipality: Municipality, states: Sequence[NewState], anew: bool = False
) -> int:
    """Add the steps that are not there yet, in order; how many were added.

    anew: also those that are there: something stood between, so the step was taken again.
    """
    sources = sources_by_address(
        (new.source_title, new.source_url) for new in states if new.source_title
    )
    rows = [
        StateEntry(
            promise_id=new.promise,
            state=new.state,
            on=new.on,
            precision=new.precision,
            section=new.section,
            source=sources.get((new.source_title, new.source_url)),
            known_on=new.known_on or new.on,
            recorded_by=person(by),
            **columns("note", new.note),
        )
        for new in states
    ]
    known = (
        set()
        if anew
        else {
            identity(row)
            for row in StateEntry.objects.filter(promise__in={row.promise_id for row in rows})
        }
    )
    fresh = [row for row in rows if identity(row) not in known]
    StateEntry.objects.bulk_create(fresh)
    if fresh:
        record(by=by, what="state.add", municipality=municipality, rows=len(fresh))
    return len(fresh)


def identity(row: StateEntry) -> tuple[object, ...]:
    """What makes two steps the same one.

    A step into a state is known by state, day and source; a remark, which has no state, by its
    words in the first language too. A better translation is no other step.
    """
    words = (getattr(row, f"note_{language}") for language in LANGUAGES)
    remark = next(filter(None, words), None) if row.state is None else None
    return (row.promise_id, row.state, row.on, row.section, row.source_id, row.known_on, remark)
