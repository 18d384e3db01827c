"""Who proposed, adopted and ended a version, with links, and what people said of continuations."""

from typing import Any

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from suunta.store.append_only import lock, unlock

NEW = ("store_continuation",)


def add_triggers(apps: Any, schema_editor: Any) -> None:
    lock(schema_editor.connection, NEW)


def drop_triggers(apps: Any, schema_editor: Any) -> None:
    unlock(schema_editor.connection, NEW)


class Migration(migrations.Migration):

    dependencies = [
        ('store', '0004_uploads'),
    ]

    operations = [
        migrations.AddField(
            model_name='strategyversion',
            name='adopted_url',
            field=models.TextField(blank=True, default=''),
        ),
        migrations.AddField(
            model_name='strategyversion',
            name='ended_body',
            field=models.TextField(blank=True, default=''),
        ),
        migrations.AddField(
            model_name='strategyversion',
            name='ended_body_en',
            field=models.TextField(blank=True, default='', null=True),
        ),
        migrations.AddField(
            model_name='strategyversion',
            name='ended_body_fi',
            field=models.TextField(blank=True, default='', null=True),
        ),
        migrations.AddField(
            model_name='strategyversion',
            name='ended_body_sv',
            field=models.TextField(blank=True, default='', null=True),
        ),
        migrations.AddField(
            model_name='strategyversion',
            name='ended_on',
            field=models.DateField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name='strategyversion',
            name='ended_section',
            field=models.CharField(blank=True, default='', max_length=60),
        ),
        migrations.AddField(
            model_name='strategyversion',
            name='ended_url',
            field=models.TextField(blank=True, default=''),
        ),
        migrations.AddField(
            model_name='strategyversion',
            name='proposed_body',
            field=models.TextField(blank=True, default=''),
        ),
        migrations.AddField(
            model_name='strategyversion',
            name='proposed_body_en',
            field=models.TextField(blank=True, default='', null=True),
        ),
        migrations.AddField(
            model_name='strategyversion',
            name='proposed_body_fi',
            field=models.TextField(blank=True, default='', null=True),
        ),
        migrations.AddField(
            model_name='strategyversion',
            name='proposed_body_sv',
            field=models.TextField(blank=True, default='', null=True),
        ),
        migrations.AddField(
            model_name='strategyversion',
            name='proposed_on',
            field=models.DateField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name='strategyversion',
            name='proposed_section',
            field=models.CharField(blank=True, default='', max_length=60),
        ),
        migrations.AddField(
            model_name='strategyversion',
            name='proposed_url',
            field=models.TextField(blank=True, default=''),
        ),
        migrations.CreateModel(
            name='Continuation',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(max_length=20)),
                ('old_words', models.TextField()),
                ('new_words', models.TextField()),
                ('same', models.BooleanField()),
                ('who', models.CharField(max_length=150)),
                ('at', models.DateTimeField(auto_now_add=True)),
                ('municipality', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='continuations', to='store.municipality')),
                ('user', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('kind__in', ['goal', 'action', 'measure', 'part'])), name='continuation_kind')],
            },
        ),
        migrations.RunPython(add_triggers, drop_triggers),
    ]
