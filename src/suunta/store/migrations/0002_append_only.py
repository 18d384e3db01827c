"""The database itself refuses to change or delete observations, targets, states and the log."""

from typing import Any

from django.db import migrations

from suunta.store.append_only import lock, unlock


def add_triggers(apps: Any, schema_editor: Any) -> None:
    lock(schema_editor.connection)


def drop_triggers(apps: Any, schema_editor: Any) -> None:
    unlock(schema_editor.connection)


class Migration(migrations.Migration):
    dependencies = [("store", "0001_initial")]

    operations = [migrations.RunPython(add_triggers, drop_triggers)]
