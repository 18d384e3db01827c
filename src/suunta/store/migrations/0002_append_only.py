"""The database itself refuses to change or delete observations, targets, states and the log."""

from django.db import migrations

from suunta.store.append_only import lock, unlock


def add_triggers(apps, schema_editor):
    lock(schema_editor.connection)


def drop_triggers(apps, schema_editor):
    unlock(schema_editor.connection)


class Migration(migrations.Migration):
    dependencies = [("store", "0001_initial")]

    operations = [migrations.RunPython(add_triggers, drop_triggers)]
