"""Triggers that keep the database itself from changing rows that are only ever added."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from django.db.backends.base.base import BaseDatabaseWrapper

TABLES = (
    "store_observation",
    "store_observationinput",
    "store_target",
    "store_stateentry",
    "store_correction",
    "store_continuation",
    "store_logentry",
    "store_snapshot",
    "store_updateentry",
    "store_fetch",
    "store_arrival",
)
MESSAGE = "rows of this table are only ever added: record a new row that supersedes the old one"


def lock(connection: BaseDatabaseWrapper, tables: Iterable[str] = TABLES) -> None:
    """Refuse UPDATE and DELETE on the tables that only grow; those of later migrations are passed
    over."""
    there = there_of(connection, tables)
    with connection.cursor() as cursor:
        for statement in lock_statements(connection.vendor, there):
            cursor.execute(statement)


def there_of(connection: BaseDatabaseWrapper, tables: Iterable[str]) -> list[str]:
    """Those of the tables that the database has."""
    there = set(connection.introspection.table_names())
    return [table for table in tables if table in there]


def lock_statements(vendor: str, tables: Iterable[str] = TABLES) -> Iterator[str]:
    """The statements of `lock`."""
    if vendor == "postgresql":
        yield (
            "CREATE OR REPLACE FUNCTION suunta_refuse() RETURNS trigger LANGUAGE plpgsql AS "
            f"$$ BEGIN RAISE EXCEPTION '{MESSAGE}'; END $$"
        )
    for table in tables:
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


def unlock(connection: BaseDatabaseWrapper, tables: Iterable[str] = TABLES) -> None:
    """Allow UPDATE and DELETE again: for a restore, which replaces everything."""
    there = there_of(connection, tables)
    on = {"postgresql": " ON {table}"}.get(connection.vendor, "")
    with connection.cursor() as cursor:
        for table in there:
            for event in ("update", "delete"):
                name = f"{table}_no_{event}"
                cursor.execute(f"DROP TRIGGER IF EXISTS {name}{on.format(table=table)}")


@contextmanager
def unlocked(connection: BaseDatabaseWrapper) -> Iterator[None]:
    """The tables without their triggers; inside a transaction, so that a failure locks again."""
    unlock(connection)
    yield
    lock(connection)
