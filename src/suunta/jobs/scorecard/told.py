"""The newest word of the owner of each promise."""

from __future__ import annotations

from collections.abc import Iterable

from suunta.core.scorecard import ToldView
from suunta.core.texts import Text
from suunta.store.queries.row import Row
from suunta.store.queries.texts import written_text


def told_by_promise(rows: Iterable[Row]) -> dict[int, ToldView]:
    """Rows of `told_rows`: of each task the newest entry holds, of each promise the newest task
    of the newest round that was not withdrawn."""
    newest: dict[int, Row] = {}
    for row in rows:
        newest.pop(row["task_id"], None)
        newest[row["task_id"]] = row
    return {
        row["task__promise_id"]: told_view(row) for row in newest.values() if not row["withdrawn"]
    }


def told_view(row: Row) -> ToldView:
    """One entry as shown."""
    return ToldView(
        on=row["task__round__on"],
        known_on=row["known_on"],
        post=written_text(row, "post__name"),
        verdict=row["verdict"],
        computed=row["computed"],
        reason=typed(row, "reason"),
        comment=typed(row, "comment"),
        corrective=typed(row, "corrective"),
        forecast=row["forecast"],
        late=row["late"],
    )


def typed(row: Row, field: str) -> Text:
    """A text in the one language that its writer wrote it in."""
    language = row["language"]
    return Text({language: row[field]}, {language: "original"}) if row[field] else Text()
