"""The audit log's own action."""

from __future__ import annotations

from typing import Any

from django.db import connection

from suunta.store.models import LogEntry, Municipality, User

# Any number, the same for every writer.
LOG_LOCK = 7_860_101
# A person who is signed in, or the name of a command.
Actor = User | str


def record(*, by: Actor, what: str, municipality: Municipality | None, **details: Any) -> None:
    """Add a line to the log; call it inside the transaction of what it is about."""
    take_turn()
    LogEntry.objects.create(
        municipality=municipality,
        user=person(by),
        who=by.get_username() if isinstance(by, User) else by,
        what=what,
        details=details,
    )


def take_turn() -> None:
    """Let lines become visible in the order of their ids, so that the newest one tells of all.

    PostgreSQL gives ids before it commits: without a lock held to the end of the transaction, an
    older line could appear after a newer one. SQLite has one writer at a time anyway.
    """
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [LOG_LOCK])


def person(by: Actor) -> User | None:
    """The person, where it is one."""
    return by if isinstance(by, User) else None
