"""The life of a round: opened, approved by sectors, closed, frozen, opened again with a reason."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.db import transaction

from suunta.core.errors import InputError
from suunta.store.actions.log import Actor, person, record
from suunta.store.models import Approval, Municipality, Round, Sector, Snapshot, Task, User


def who(by: Actor) -> str:
    """The name of who acts, as it is now."""
    return by.get_username() if isinstance(by, User) else by


def find_round(municipality: Municipality, on: date, *, lock: bool = False) -> Round:
    """The round of a reporting date. Raises: InputError where there is none."""
    rows = Round.objects.select_for_update() if lock else Round.objects.all()
    found = rows.filter(municipality=municipality, on=on).first()
    if found is None:
        raise InputError.single(
            f"{municipality.slug} has no round of {on}.", "--date", "Open it first."
        )
    return found


@transaction.atomic
def open_round(
    *,
    by: Actor,
    municipality: Municipality,
    on: date,
    opens: date,
    closes: date,
    asked: Iterable[tuple[int, int]],
) -> Round:
    """Open a round. asked: pairs of post and promise. Raises: InputError where it is there."""
    if Round.objects.filter(municipality=municipality, on=on).exists():
        raise InputError.single(f"the round of {on} is there already.", "--date", "Remind instead.")
    if closes < opens:
        raise InputError.single("the round would close before it opens.", "--closes", "")
    made = Round.objects.create(municipality=municipality, on=on, opens=opens, closes=closes)
    tasks = [Task(round=made, post_id=post, promise_id=promise) for post, promise in asked]
    Task.objects.bulk_create(tasks, batch_size=500)
    record(
        by=by,
        what="round.open",
        municipality=municipality,
        on=on.isoformat(),
        closes=closes.isoformat(),
        tasks=len(tasks),
    )
    return made


@transaction.atomic
def close_round(*, by: Actor, municipality: Municipality, on: date) -> Round:
    """Close a round: what comes after is kept as late. Raises: InputError."""
    return step(by, municipality, on, before=("open",), after="closed", what="round.close")


@transaction.atomic
def reopen_round(
    *, by: Actor, municipality: Municipality, on: date, reason: str, closes: date | None = None
) -> Round:
    """Open a closed or frozen round again; approvals are given anew. Raises: InputError."""
    if not reason.strip():
        raise InputError.single("a round is opened again with a reason.", "--reason", "Give one.")
    found = step(
        by, municipality, on, ("closed", "frozen"), "open", "round.reopen", reason=reason.strip()
    )
    found.reopened_because = reason.strip()
    found.closes = closes or found.closes
    found.save(update_fields=["reopened_because", "closes"])
    found.approvals.all().delete()
    return found


@transaction.atomic
def freeze_round(
    *,
    by: Actor,
    municipality: Municipality,
    on: date,
    as_of: date,
    content_hash: str,
    content: dict[str, Any],
) -> Snapshot:
    """Freeze a closed round with the scorecard as it is. Raises: InputError."""
    found = step(
        by,
        municipality,
        on,
        before=("closed",),
        after="frozen",
        what="round.freeze",
        snapshot=content_hash,
    )
    return Snapshot.objects.create(
        round=found,
        number=found.snapshots.count() + 1,
        as_of=as_of,
        content_hash=content_hash,
        content=content,
        user=person(by),
        who=who(by),
    )


def step(
    by: Actor,
    municipality: Municipality,
    on: date,
    before: tuple[str, ...],
    after: str,
    what: str,
    **details: Any,
) -> Round:
    """Take a round from one state to the next."""
    found = find_round(municipality, on, lock=True)
    if found.state not in before:
        raise InputError.single(
            f"the round of {on} is {found.state}.", "--date", f"It must be {' or '.join(before)}."
        )
    found.state = after
    found.save(update_fields=["state"])
    record(by=by, what=what, municipality=municipality, on=on.isoformat(), **details)
    return found


@transaction.atomic
def approve_sector(
    *, by: Actor, municipality: Municipality, on: date, sector: Sector | None
) -> None:
    """Approve the answers of a sector (None: of posts without one). Raises: InputError."""
    found = find_round(municipality, on, lock=True)
    if found.state == "frozen":
        raise InputError.single(f"the round of {on} is frozen.", "--date", "Reopen it first.")
    if found.approvals.filter(sector=sector).exists():
        return
    Approval.objects.create(round=found, sector=sector, user=person(by), who=who(by))
    code = sector.code if sector else ""
    record(by=by, what="round.approve", municipality=municipality, on=on.isoformat(), sector=code)
