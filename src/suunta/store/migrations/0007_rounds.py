"""Posts, rounds, what owners told in them, snapshots, links in mails and the mails themselves."""

from typing import Any

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from suunta.store.append_only import lock, unlock

NEW = ("store_snapshot", "store_updateentry")


def add_triggers(apps: Any, schema_editor: Any) -> None:
    lock(schema_editor.connection, NEW)


def drop_triggers(apps: Any, schema_editor: Any) -> None:
    unlock(schema_editor.connection, NEW)


class Migration(migrations.Migration):

    dependencies = [
        ('store', '0006_part_doubts'),
    ]

    operations = [
        migrations.AddField(
            model_name='user',
            name='language',
            field=models.CharField(default='fi', max_length=2),
        ),
        migrations.CreateModel(
            name='Post',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('code', models.CharField(max_length=60)),
                ('name', models.TextField()),
                ('name_fi', models.TextField(null=True)),
                ('name_sv', models.TextField(null=True)),
                ('name_en', models.TextField(null=True)),
                ('heads_sector', models.BooleanField(default=False)),
                ('deputy', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('holder', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('municipality', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='posts', to='store.municipality')),
                ('sector', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='posts', to='store.sector')),
            ],
        ),
        migrations.CreateModel(
            name='Ownership',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('promise', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='ownerships', to='store.promise')),
                ('post', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='ownerships', to='store.post')),
            ],
        ),
        migrations.CreateModel(
            name='Round',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('on', models.DateField()),
                ('opens', models.DateField()),
                ('closes', models.DateField()),
                ('state', models.CharField(default='open', max_length=20)),
                ('reopened_because', models.TextField(blank=True, default='')),
                ('municipality', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='rounds', to='store.municipality')),
            ],
        ),
        migrations.CreateModel(
            name='OutgoingMail',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(max_length=20)),
                ('posts', models.JSONField(default=list)),
                ('state', models.CharField(default='waiting', max_length=20)),
                ('tries', models.PositiveIntegerField(default=0)),
                ('error', models.TextField(blank=True, default='')),
                ('queued_at', models.DateTimeField(auto_now_add=True)),
                ('next_try_at', models.DateTimeField()),
                ('sent_at', models.DateTimeField(blank=True, null=True)),
                ('municipality', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='mails', to='store.municipality')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='mails', to=settings.AUTH_USER_MODEL)),
                ('round', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='mails', to='store.round')),
            ],
        ),
        migrations.CreateModel(
            name='MailLink',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('token_hash', models.CharField(max_length=64, unique=True)),
                ('posts', models.JSONField(default=list)),
                ('made_at', models.DateTimeField(auto_now_add=True)),
                ('expires', models.DateField()),
                ('used_at', models.DateTimeField(blank=True, null=True)),
                ('revoked_at', models.DateTimeField(blank=True, null=True)),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='mail_links', to=settings.AUTH_USER_MODEL)),
                ('round', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='links', to='store.round')),
            ],
        ),
        migrations.CreateModel(
            name='Approval',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('who', models.CharField(max_length=150)),
                ('at', models.DateTimeField(auto_now_add=True)),
                ('sector', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='store.sector')),
                ('user', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('round', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='approvals', to='store.round')),
            ],
        ),
        migrations.CreateModel(
            name='Snapshot',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('number', models.PositiveIntegerField()),
                ('as_of', models.DateField()),
                ('content_hash', models.CharField(max_length=64)),
                ('content', models.JSONField()),
                ('who', models.CharField(max_length=150)),
                ('at', models.DateTimeField(auto_now_add=True)),
                ('round', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='snapshots', to='store.round')),
                ('user', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
        ),
        migrations.CreateModel(
            name='Task',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('state', models.CharField(default='waiting', max_length=20)),
                ('post', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='tasks', to='store.post')),
                ('promise', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='tasks', to='store.promise')),
                ('round', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='tasks', to='store.round')),
            ],
        ),
        migrations.CreateModel(
            name='UpdateEntry',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('number', models.PositiveIntegerField()),
                ('withdrawn', models.BooleanField(default=False)),
                ('value', models.FloatField(blank=True, null=True)),
                ('period', models.CharField(blank=True, default='', max_length=40)),
                ('state', models.CharField(blank=True, max_length=20, null=True)),
                ('forecast', models.FloatField(blank=True, null=True)),
                ('comment', models.TextField(blank=True, default='')),
                ('corrective', models.TextField(blank=True, default='')),
                ('verdict', models.CharField(blank=True, max_length=20, null=True)),
                ('computed', models.CharField(blank=True, max_length=20, null=True)),
                ('reason', models.TextField(blank=True, default='')),
                ('language', models.CharField(max_length=2)),
                ('who', models.CharField(max_length=150)),
                ('late', models.BooleanField(default=False)),
                ('known_on', models.DateField()),
                ('at', models.DateTimeField(auto_now_add=True)),
                ('observation', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='store.observation')),
                ('post', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='store.post')),
                ('state_entry', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='store.stateentry')),
                ('task', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='entries', to='store.task')),
                ('user', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
        ),
        migrations.AddConstraint(
            model_name='post',
            constraint=models.UniqueConstraint(fields=('municipality', 'code'), name='post_code_once'),
        ),
        migrations.AddConstraint(
            model_name='ownership',
            constraint=models.UniqueConstraint(fields=('post', 'promise'), name='ownership_once'),
        ),
        migrations.AddConstraint(
            model_name='round',
            constraint=models.UniqueConstraint(fields=('municipality', 'on'), name='round_date_once'),
        ),
        migrations.AddConstraint(
            model_name='round',
            constraint=models.CheckConstraint(condition=models.Q(('closes__gte', models.F('opens'))), name='round_closes_after_opening'),
        ),
        migrations.AddConstraint(
            model_name='round',
            constraint=models.CheckConstraint(condition=models.Q(('state__in', ['open', 'closed', 'frozen'])), name='round_state'),
        ),
        migrations.AddIndex(
            model_name='outgoingmail',
            index=models.Index(fields=['state', 'next_try_at'], name='outgoing_mail_due'),
        ),
        migrations.AddConstraint(
            model_name='outgoingmail',
            constraint=models.CheckConstraint(condition=models.Q(('kind__in', ['opened', 'reminder', 'escalation'])), name='outgoing_mail_kind'),
        ),
        migrations.AddConstraint(
            model_name='outgoingmail',
            constraint=models.CheckConstraint(condition=models.Q(('state__in', ['waiting', 'sent', 'untold', 'refused', 'dropped'])), name='outgoing_mail_state'),
        ),
        migrations.AddConstraint(
            model_name='approval',
            constraint=models.UniqueConstraint(fields=('round', 'sector'), name='approval_once'),
        ),
        migrations.AddConstraint(
            model_name='approval',
            constraint=models.UniqueConstraint(condition=models.Q(('sector__isnull', True)), fields=('round',), name='approval_without_sector_once'),
        ),
        migrations.AddConstraint(
            model_name='snapshot',
            constraint=models.UniqueConstraint(fields=('round', 'number'), name='snapshot_number_once'),
        ),
        migrations.AddConstraint(
            model_name='task',
            constraint=models.UniqueConstraint(fields=('round', 'post', 'promise'), name='task_once'),
        ),
        migrations.AddConstraint(
            model_name='task',
            constraint=models.CheckConstraint(condition=models.Q(('state__in', ['waiting', 'reported', 'late'])), name='task_state'),
        ),
        migrations.AddConstraint(
            model_name='updateentry',
            constraint=models.UniqueConstraint(fields=('task', 'number'), name='update_entry_number_once'),
        ),
        migrations.AddConstraint(
            model_name='updateentry',
            constraint=models.CheckConstraint(condition=models.Q(('state__in', ['not_started', 'in_progress', 'done', 'late', 'suspended', 'cancelled', 'returned', 'not_reported'])), name='update_entry_state'),
        ),
        migrations.AddConstraint(
            model_name='updateentry',
            constraint=models.CheckConstraint(condition=models.Q(('verdict__in', ['reached', 'partly', 'not_reached', 'cannot_be_assessed', 'ongoing'])), name='update_entry_verdict'),
        ),
        migrations.AddConstraint(
            model_name='updateentry',
            constraint=models.CheckConstraint(condition=models.Q(('computed__in', ['met', 'on_track', 'at_risk', 'off_track', 'missed', 'awaiting', 'too_early', 'no_target', 'no_data', 'reached', 'partly', 'not_reached', 'cannot_be_assessed', 'ongoing'])), name='update_entry_computed'),
        ),
        migrations.AddConstraint(
            model_name='updateentry',
            constraint=models.CheckConstraint(condition=models.Q(('language__in', ['fi', 'sv', 'en'])), name='update_entry_language'),
        ),
        migrations.RunPython(add_triggers, drop_triggers),
    ]
