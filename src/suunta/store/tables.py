"""The whole store as plain rows, for backups: read in order, written back as they were."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from typing import Any

from django.apps import apps
from django.core.management.color import no_style
from django.db import connection, models

from suunta.store.append_only import unlocked

# What an installation would miss; sessions and caches make themselves again.
APPS = ("store", "account")
BATCH = 500


def tables() -> dict[str, type[models.Model]]:
    """Every table by its label, such as "store.Goal"."""
    found = [model for app in APPS for model in apps.get_app_config(app).get_models()]
    return {model._meta.label: model for model in found}


def fields_of(model: type[models.Model]) -> list[models.Field[Any, Any]]:
    """The columns of a table, in order of their names."""
    return sorted(model._meta.concrete_fields, key=lambda field: field.attname)


def rows_of(model: type[models.Model]) -> Iterator[list[Any]]:
    """The rows of a table as values that JSON knows, in order of their ids."""
    names = [field.attname for field in fields_of(model)]
    rows = model._base_manager.order_by("pk").values_list(*names)
    for row in rows.iterator(chunk_size=BATCH):
        yield [plain(value) for value in row]


def plain(value: Any) -> Any:
    """A value that JSON knows."""
    return value.isoformat() if isinstance(value, date | datetime) else value


def count_rows() -> int:
    """How many rows the store has."""
    return sum(model._base_manager.count() for model in tables().values())


def replace_rows(content: Iterable[tuple[str, Iterable[list[list[Any]]]]]) -> int:
    """Empty all tables and fill them; how many rows there are then.

    content: label and batches of rows of each table. Call it inside a transaction: foreign keys
    are checked at its end, so that the order of tables does not matter.
    """
    known = tables()
    filled = 0
    with unlocked(connection), connection.cursor() as cursor:
        for model in known.values():
            cursor.execute(f"DELETE FROM {quoted(model._meta.db_table)}")  # noqa: S608
        for label, batches in content:
            for batch in batches:
                cursor.executemany(insertion(known[label]), adapted(known[label], batch))
                filled += len(batch)
    connection.check_constraints()
    renew_sequences(known.values())
    return filled


def insertion(model: type[models.Model]) -> str:
    """The statement that adds one row, every column given."""
    names = ", ".join(quoted(field.column or "") for field in fields_of(model))
    marks = ", ".join(["%s"] * len(fields_of(model)))
    return f"INSERT INTO {quoted(model._meta.db_table)} ({names}) VALUES ({marks})"  # noqa: S608


def adapted(model: type[models.Model], rows: Iterable[list[Any]]) -> list[list[Any]]:
    """Rows as the database takes them; JSON columns as text."""
    fields = fields_of(model)
    return [[adapt(field, value) for field, value in zip(fields, row, strict=True)] for row in rows]


def adapt(field: models.Field[Any, Any], value: Any) -> Any:
    """One value as the database takes it."""
    if isinstance(field, models.JSONField):
        return None if value is None else json.dumps(value)
    return field.get_db_prep_save(field.to_python(value), connection)


def renew_sequences(models_: Iterable[type[models.Model]]) -> None:
    """Let the next id of each table be above those that are there."""
    statements = connection.ops.sequence_reset_sql(no_style(), list(models_))
    with connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)


def quoted(name: str) -> str:
    """A name as the database writes it."""
    return connection.ops.quote_name(name)
