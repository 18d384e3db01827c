"""Sources that are asked by themselves, every time that they were, and what arrived by it."""

from typing import Any

import django.db.models.deletion
from django.db import migrations, models

from suunta.store.append_only import lock, unlock

NEW = ("store_fetch", "store_arrival")


def add_triggers(apps: Any, schema_editor: Any) -> None:
    lock(schema_editor.connection, NEW)


def drop_triggers(apps: Any, schema_editor: Any) -> None:
    unlock(schema_editor.connection, NEW)


class Migration(migrations.Migration):

    dependencies = [
        ('store', '0007_rounds'),
    ]

    operations = [
        migrations.CreateModel(
            name='Fetch',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('at', models.DateTimeField()),
                ('took_s', models.FloatField()),
                ('outcome', models.CharField(max_length=12)),
                ('address', models.TextField(blank=True, default='')),
                ('status', models.PositiveSmallIntegerField(blank=True, null=True)),
                ('size', models.PositiveBigIntegerField(default=0)),
                ('hash', models.CharField(blank=True, default='', max_length=64)),
                ('answers', models.JSONField(default=list)),
                ('rows', models.PositiveIntegerField(default=0)),
                ('added', models.PositiveIntegerField(default=0)),
                ('problems', models.JSONField(default=list)),
                ('error', models.TextField(blank=True, default='')),
                ('permanent', models.BooleanField(default=False)),
            ],
        ),
        migrations.CreateModel(
            name='Arrival',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('observation', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='arrival', to='store.observation')),
                ('fetch', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='arrivals', to='store.fetch')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='SourceFeed',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('key', models.SlugField(max_length=60)),
                ('name', models.TextField()),
                ('name_fi', models.TextField(null=True)),
                ('name_sv', models.TextField(null=True)),
                ('name_en', models.TextField(null=True)),
                ('kind', models.CharField(max_length=30)),
                ('request', models.JSONField(default=dict)),
                ('figures', models.JSONField(default=list)),
                ('every', models.CharField(max_length=10)),
                ('expected_month', models.PositiveSmallIntegerField(blank=True, null=True)),
                ('source_title', models.TextField()),
                ('source_url', models.TextField(blank=True, default='')),
                ('licence', models.TextField(blank=True, default='')),
                ('public', models.BooleanField(default=False)),
                ('state', models.CharField(default='active', max_length=10)),
                ('question', models.JSONField(blank=True, null=True)),
                ('accepted', models.CharField(blank=True, default='', max_length=64)),
                ('definition', models.JSONField(default=dict)),
                ('validators', models.JSONField(default=dict)),
                ('failures', models.PositiveIntegerField(default=0)),
                ('next_due', models.DateTimeField()),
                ('municipality', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='feeds', to='store.municipality')),
            ],
        ),
        migrations.AddField(
            model_name='fetch',
            name='feed',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='fetches', to='store.sourcefeed'),
        ),
        migrations.AddIndex(
            model_name='sourcefeed',
            index=models.Index(fields=['state', 'next_due'], name='feed_due'),
        ),
        migrations.AddConstraint(
            model_name='sourcefeed',
            constraint=models.UniqueConstraint(fields=('municipality', 'key'), name='feed_key_once'),
        ),
        migrations.AddConstraint(
            model_name='sourcefeed',
            constraint=models.CheckConstraint(condition=models.Q(('state__in', ['active', 'asks', 'paused'])), name='feed_state'),
        ),
        migrations.AddConstraint(
            model_name='sourcefeed',
            constraint=models.CheckConstraint(condition=models.Q(('every__in', ['day', 'week', 'month', 'year'])), name='feed_every'),
        ),
        migrations.AddConstraint(
            model_name='sourcefeed',
            constraint=models.CheckConstraint(condition=models.Q(('expected_month__isnull', True), models.Q(('expected_month__gte', 1), ('expected_month__lte', 12)), _connector='OR'), name='feed_month'),
        ),
        migrations.AddIndex(
            model_name='fetch',
            index=models.Index(fields=['feed', '-at'], name='fetch_feed_at'),
        ),
        migrations.AddConstraint(
            model_name='fetch',
            constraint=models.CheckConstraint(condition=models.Q(('outcome__in', ['arrived', 'unchanged', 'failed', 'asks'])), name='fetch_outcome'),
        ),
        migrations.RunPython(add_triggers, drop_triggers),
    ]
