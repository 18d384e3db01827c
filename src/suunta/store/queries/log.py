"""The newest line of the log: by it one sees whether anything was written."""

from __future__ import annotations

from suunta.store.models import LogEntry

Line = tuple[int, str]


def newest_line() -> Line | None:
    """Id and moment of the newest line; None in an empty store.

    Every action leaves a line in its own transaction, so what was computed from the store holds
    as long as this stays the same.
    """
    row = LogEntry.objects.order_by("-pk").values_list("pk", "at").first()
    return (row[0], row[1].isoformat()) if row else None
