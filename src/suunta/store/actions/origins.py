"""Where the figures and the news of parts come from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from django.db import transaction

from suunta.core.texts import Text
from suunta.store.actions.log import Actor, record
from suunta.store.actions.rows import columns, put
from suunta.store.models import Municipality, PartOrigin


@dataclass(frozen=True)
class NewOrigin:
    """A part (by its promise) and what tells of it. month: 1 to 12; None where not known."""

    promise: int
    kind: str
    name: Text
    sure: str
    month: int | None = None
    why: Text = field(default_factory=Text)


@transaction.atomic
def save_origins(*, by: Actor, municipality: Municipality, origins: Sequence[NewOrigin]) -> None:
    """Make or change the origins of parts."""
    changed = [
        put(
            PartOrigin,
            {"promise_id": new.promise},
            {
                **columns("name", new.name),
                **columns("why", new.why),
                "kind": new.kind,
                "sure": new.sure,
                "month": new.month,
            },
        )[1]
        for new in origins
    ]
    if any(changed):
        record(by=by, what="origin.save", municipality=municipality, origins=sum(changed))
