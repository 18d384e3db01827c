"""The audit log's own action."""

from __future__ import annotations

from typing import Any

from suunta.store.models import LogEntry, Municipality, User

# A person who is signed in, or the name of a command.
Actor = User | str


def record(*, by: Actor, what: str, municipality: Municipality | None, **details: Any) -> None:
    """Add a line to the log."""
    LogEntry.objects.create(
        municipality=municipality,
        user=person(by),
        who=by.get_username() if isinstance(by, User) else by,
        what=what,
        details=details,
    )


def person(by: Actor) -> User | None:
    """The person, where it is one."""
    return by if isinstance(by, User) else None
