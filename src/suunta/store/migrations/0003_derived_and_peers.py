"""Computed indicators and what their figures are made from; groups of peers; who is protected."""

from typing import Any

import django.db.models.deletion
from django.db import migrations, models

from suunta.store.append_only import lock, unlock

NEW = ("store_observationinput",)


def add_triggers(apps: Any, schema_editor: Any) -> None:
    lock(schema_editor.connection, NEW)


def drop_triggers(apps: Any, schema_editor: Any) -> None:
    unlock(schema_editor.connection, NEW)


class Migration(migrations.Migration):

    dependencies = [
        ('store', '0002_append_only'),
    ]

    operations = [
        migrations.AddField(
            model_name='indicator',
            name='derivation',
            field=models.JSONField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name='indicator',
            name='people',
            field=models.BooleanField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name='indicator',
            name='threshold',
            field=models.PositiveIntegerField(blank=True, null=True),
        ),
        migrations.CreateModel(
            name='PeerGroup',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('key', models.CharField(max_length=100)),
                ('name', models.TextField()),
                ('name_fi', models.TextField(null=True)),
                ('name_sv', models.TextField(null=True)),
                ('name_en', models.TextField(null=True)),
                ('basis', models.CharField(max_length=20)),
                ('reason', models.TextField()),
                ('reason_fi', models.TextField(null=True)),
                ('reason_sv', models.TextField(null=True)),
                ('reason_en', models.TextField(null=True)),
                ('position', models.PositiveIntegerField(default=0)),
                ('areas', models.JSONField(default=list)),
                ('municipality', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='peer_groups', to='store.municipality')),
            ],
        ),
        migrations.AddField(
            model_name='indicatorlink',
            name='peer_group',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='store.peergroup'),
        ),
        migrations.CreateModel(
            name='ObservationInput',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('position', models.PositiveIntegerField()),
                ('input', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='results', to='store.observation')),
                ('result', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='inputs', to='store.observation')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('result', 'input'), name='observation_input_once')],
            },
        ),
        migrations.AddConstraint(
            model_name='peergroup',
            constraint=models.UniqueConstraint(fields=('municipality', 'key'), name='peer_group_key_once'),
        ),
        migrations.AddConstraint(
            model_name='peergroup',
            constraint=models.CheckConstraint(condition=models.Q(('basis__in', ['size', 'region', 'bilingual', 'own'])), name='peer_group_basis'),
        ),
        migrations.RunPython(add_triggers, drop_triggers),
    ]
