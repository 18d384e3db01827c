"""Triggers that keep the database itself from changing rows that are only ever added."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from django.db.backends.base.base import BaseDatabaseWrapper

TABLES = ("store_observation", "store_target", "store_stateentry", "store_logentry")
MESSAGE = "rows of this table are only ever added: record a new row that supersedes the old one"


def lock(connection: BaseDatabaseWrapper) -> None:
    """Refuse UPDATE and DELETE on the tables that only grow."""
    with connection.cursor() as cursor:
        for statement in lock_statements(connection.vendor):
            cursor.execute(statement)


def lock_statements(vendor: str) -> Iterator[str]:
    """The statements of `lock`."""
    if vendor == "postgresql":
        yield (
            "CREATE OR REPLACE FUNCTION suunta_refuse() RETURNS trigger LANGUAGE plpgsql AS "
            f"$$ BEGIN RAISE EXCEPTION '{MESSAGE}'; END $$"
        )
    for table in TABLES:
        for event in ("UPDATE", "DELETE"):
            name = f"{table}_no_{event.lower()}"
            body = (
                "EXECUTE FUNCTION suunta_refuse()"
                if vendor == "postgresql"
                else f"BEGIN SELECT RAISE(ABORT, '{MESSAGE}'); END"
            )
            yield f"CREATE TRIGGER {name} BEFORE {event} ON {table} FOR EACH ROW {body}"


def missing_triggers(connection: BaseDatabaseWrapper) -> list[str]:
    """Names of triggers that should be there and are not."""
    query = {
        "postgresql": "SELECT tgname FROM pg_trigger WHERE NOT tgisinternal",
        "sqlite": "SELECT name FROM sqlite_master WHERE type = 'trigger'",
    }[connection.vendor]
    with connection.cursor() as cursor:
        cursor.execute(query)
        there = {row[0] for row in cursor.fetchall()}
    wanted = {f"{table}_no_{event}" for table in TABLES for event in ("update", "delete")}
    return sorted(wanted - there)


def unlock(connection: BaseDatabaseWrapper) -> None:
    """Allow UPDATE and DELETE again: for a restore, which replaces everything."""
    on = {"postgresql": " ON {table}"}.get(connection.vendor, "")
    with connection.cursor() as cursor:
        for table in TABLES:
            for event in ("update", "delete"):
                name = f"{table}_no_{event}"
                cursor.execute(f"DROP TRIGGER IF EXISTS {name}{on.format(table=table)}")


@contextmanager
def unlocked(connection: BaseDatabaseWrapper) -> Iterator[None]:
    """The tables without their triggers; inside a transaction, so that a failure locks again."""
    unlock(connection)
    yield
    lock(connection)
