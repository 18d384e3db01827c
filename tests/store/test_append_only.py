"""Observations, targets, states and the log only grow."""

from __future__ import annotations

import pytest
from django.db import DatabaseError, connection, transaction

from suunta.store.models import LogEntry
from suunta.store.models.append_only import AppendOnlyError

pytestmark = pytest.mark.django_db


@pytest.fixture
def entry() -> LogEntry:
    return LogEntry.objects.create(who="Aino", what="test")


def test_a_saved_row_cannot_be_saved_again(entry: LogEntry) -> None:
    entry.who = "Somebody else"
    with pytest.raises(AppendOnlyError, match="only ever added"):
        entry.save()


def test_a_row_cannot_be_deleted(entry: LogEntry) -> None:
    with pytest.raises(AppendOnlyError):
        entry.delete()


def test_a_set_of_rows_cannot_be_updated_or_deleted(entry: LogEntry) -> None:
    with pytest.raises(AppendOnlyError):
        LogEntry.objects.filter(pk=entry.pk).update(who="Somebody else")
    with pytest.raises(AppendOnlyError):
        LogEntry.objects.all().delete()


@pytest.mark.parametrize("table", ["observation", "target", "stateentry", "logentry"])
def test_every_table_that_grows_has_both_triggers(table: str) -> None:
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("SELECT tgname FROM pg_trigger WHERE NOT tgisinternal")
        else:
            cursor.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'")
        names = {row[0] for row in cursor.fetchall()}
    assert {f"store_{table}_no_update", f"store_{table}_no_delete"} <= names


@pytest.mark.parametrize(
    "statement", ["UPDATE store_logentry SET who = 'x'", "DELETE FROM store_logentry"]
)
def test_the_database_itself_refuses_to_change_a_row(entry: LogEntry, statement: str) -> None:
    with (
        pytest.raises(DatabaseError, match="only ever added"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(statement)
    assert LogEntry.objects.get().who == "Aino"


@pytest.mark.django_db(transaction=True)
def test_a_test_that_commits_leaves_the_tables_empty_and_locked(entry: LogEntry) -> None:
    assert LogEntry.objects.count() == 1
