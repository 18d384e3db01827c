"""The log tells who did what, in the order in which it became true."""

from __future__ import annotations

from typing import Any

from django.db import connection
from django.test.utils import CaptureQueriesContext

from suunta.store.actions.log import record
from suunta.store.models import LogEntry, Municipality
from suunta.store.queries.log import newest_line


def test_a_line_names_the_person_and_keeps_the_name(people: dict[str, Any]) -> None:
    record(by=people["owner"], what="test", municipality=None, rows=3)
    line = LogEntry.objects.latest("pk")
    assert (line.user, line.who, line.what, line.details) == (
        people["owner"],
        "owner",
        "test",
        {"rows": 3},
    )


def test_a_command_is_named_without_a_person(town: Municipality) -> None:
    record(by="command line", what="test", municipality=town)
    line = LogEntry.objects.latest("pk")
    assert (line.user, line.who) == (None, "command line")


def test_writers_take_turns_where_the_database_has_several(db: None) -> None:
    with CaptureQueriesContext(connection) as queries:
        record(by="test", what="test", municipality=None)
    locked = any("pg_advisory_xact_lock" in query["sql"] for query in queries)
    assert locked == (connection.vendor == "postgresql")


def test_every_line_is_newer_than_the_one_before(db: None) -> None:
    assert newest_line() is None
    record(by="test", what="first", municipality=None)
    first = newest_line()
    record(by="test", what="second", municipality=None)
    assert first != newest_line()
