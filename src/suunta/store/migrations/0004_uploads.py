"""Uploaded files on their way to a draft, and what people corrected in their readings."""

from typing import Any

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from suunta.store.append_only import lock, unlock

NEW = ("store_correction",)


def add_triggers(apps: Any, schema_editor: Any) -> None:
    lock(schema_editor.connection, NEW)


def drop_triggers(apps: Any, schema_editor: Any) -> None:
    unlock(schema_editor.connection, NEW)


class Migration(migrations.Migration):

    dependencies = [
        ('store', '0003_derived_and_peers'),
    ]

    operations = [
        migrations.CreateModel(
            name='Upload',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=255)),
                ('document_hash', models.CharField(max_length=64)),
                ('size', models.PositiveIntegerField()),
                ('status', models.CharField(default='waiting', max_length=20)),
                ('stage', models.CharField(default='waiting', max_length=20)),
                ('attempt', models.PositiveIntegerField(default=0)),
                ('faults', models.JSONField(default=list)),
                ('reading', models.JSONField(blank=True, null=True)),
                ('source', models.JSONField(blank=True, null=True)),
                ('counts', models.JSONField(default=dict)),
                ('who', models.CharField(max_length=150)),
                ('uploaded_at', models.DateTimeField(auto_now_add=True)),
                ('municipality', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='uploads', to='store.municipality')),
                ('user', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('version', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='uploads', to='store.strategyversion')),
            ],
        ),
        migrations.CreateModel(
            name='Correction',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('batch', models.PositiveIntegerField()),
                ('kind', models.CharField(max_length=20)),
                ('entity', models.CharField(blank=True, default='', max_length=20)),
                ('goal', models.TextField(blank=True, default='')),
                ('words', models.JSONField(default=list)),
                ('places', models.JSONField(default=list)),
                ('becomes', models.CharField(blank=True, default='', max_length=20)),
                ('results', models.JSONField(default=list)),
                ('who', models.CharField(max_length=150)),
                ('at', models.DateTimeField(auto_now_add=True)),
                ('municipality', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='corrections', to='store.municipality')),
                ('undoes', models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='undone_by', to='store.correction')),
                ('user', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('upload', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='corrections', to='store.upload')),
            ],
        ),
        migrations.AddIndex(
            model_name='upload',
            index=models.Index(fields=['status'], name='upload_status_index'),
        ),
        migrations.AddConstraint(
            model_name='upload',
            constraint=models.CheckConstraint(condition=models.Q(('status__in', ['waiting', 'reading', 'read', 'failed', 'drafted', 'withdrawn'])), name='upload_status'),
        ),
        migrations.AddConstraint(
            model_name='upload',
            constraint=models.CheckConstraint(condition=models.Q(('stage__in', ['waiting', 'reading', 'understanding', ''])), name='upload_stage'),
        ),
        migrations.AddConstraint(
            model_name='correction',
            constraint=models.CheckConstraint(condition=models.Q(('kind__in', ['accept', 'correct', 'split', 'merge', 'remove', 'undo'])), name='correction_kind'),
        ),
        migrations.AddConstraint(
            model_name='correction',
            constraint=models.CheckConstraint(condition=models.Q(('entity__in', ['', 'goal', 'sub_point', 'action', 'measure'])), name='correction_entity'),
        ),
        migrations.AddConstraint(
            model_name='correction',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('kind', 'undo'), ('undoes__isnull', False)), models.Q(models.Q(('kind', 'undo'), _negated=True), ('undoes__isnull', True)), _connector='OR'), name='correction_undo_names_one'),
        ),
        migrations.RunPython(add_triggers, drop_triggers),
    ]
