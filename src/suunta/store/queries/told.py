"""What owners told in rounds, as pages show it."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db.models import QuerySet

from suunta.store.models import UpdateEntry
from suunta.store.queries.row import Row
from suunta.store.queries.texts import text_columns

COLUMNS = (
    "task_id",
    "task__promise_id",
    "task__round__on",
    "known_on",
    "verdict",
    "computed",
    "reason",
    "comment",
    "corrective",
    "forecast",
    "language",
    "late",
    "withdrawn",
)


def told_of(town: Any) -> QuerySet[UpdateEntry]:
    """Everything that owners of a municipality told."""
    return UpdateEntry.objects.filter(task__round__municipality=town)


def told_rows(town: int, as_of: date) -> list[Row]:
    """What was told by then, the newest of each promise last."""
    told = told_of(town).filter(known_on__lte=as_of).order_by("task__round__on", "pk")
    return list(told.values(*COLUMNS, *text_columns("post__name")))
