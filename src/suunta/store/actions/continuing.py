"""What continues what: people's word on it, and the promises of a version that is not adopted."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.db import transaction

from suunta.core.errors import InputError
from suunta.store.actions.log import Actor, person, record
from suunta.store.models import (
    Action,
    Continuation,
    Goal,
    Measure,
    Municipality,
    Part,
    Promise,
    StrategyVersion,
    User,
)

# The rows that hold a promise: table, the path to the version, the column of their id.
HOLDERS: dict[str, tuple[Any, str, str]] = {
    "goal": (Goal, "version", "number"),
    "action": (Action, "goal__version", "code"),
    "measure": (Measure, "goal__version", "code"),
    "part": (Part, "measure__goal__version", "code"),
}
OPEN = ("draft", "proposed")
# Kind -> id in the version -> the promise that it holds from now on; None: one of its own.
Promises = Mapping[str, Mapping[str, int | None]]


@transaction.atomic
def say_same(
    *,
    by: Actor,
    municipality: Municipality,
    kind: str,
    old_words: str,
    new_words: str,
    same: bool,
) -> None:
    """Keep a person's word on whether two texts are the same promise."""
    Continuation.objects.create(
        municipality=municipality,
        kind=kind,
        old_words=old_words,
        new_words=new_words,
        same=same,
        user=person(by),
        who=by.get_username() if isinstance(by, User) else by,
    )
    record(
        by=by,
        what="continuation.say",
        municipality=municipality,
        kind=kind,
        old=old_words[:200],
        new=new_words[:200],
        same=same,
    )


@transaction.atomic
def hold_promises(
    *, by: Actor, municipality: Municipality, version: StrategyVersion, promises: Promises
) -> int:
    """Let rows of a version hold other promises than they did; how many changed. Raises:
    InputError where the version is adopted: what it continues is on record."""
    version.refresh_from_db()
    if version.status not in OPEN:
        raise InputError.single(
            f"version {version.number} is {version.status}: what it continues is on record.",
            "version",
            "Say it of the next draft.",
        )
    changed = sum(
        hold(municipality, version, kind, code, promise)
        for kind, wanted in promises.items()
        for code, promise in wanted.items()
    )
    if changed:
        record(
            by=by,
            what="version.continue",
            municipality=municipality,
            version=version.pk,
            rows=changed,
        )
    return changed


def hold(
    municipality: Municipality, version: StrategyVersion, kind: str, code: str, promise: int | None
) -> bool:
    """Let one row hold a promise; another row of the version that held it gets one of its own."""
    model, path, named = HOLDERS[kind]
    rows = model.objects.filter(**{path: version})
    row = rows.get(**{named: code})
    if promise == row.promise_id:
        return False
    for other in rows.filter(promise=promise) if promise else ():
        give(other, new_promise(municipality, kind))
    give(row, promise or new_promise(municipality, kind))
    return True


def new_promise(municipality: Municipality, kind: str) -> int:
    """A promise that nothing was said of yet."""
    return Promise.objects.create(municipality=municipality, kind=kind).pk


def give(row: Any, promise: int) -> None:
    """Change what a row holds."""
    row.promise_id = promise
    row.save(update_fields=["promise"])
