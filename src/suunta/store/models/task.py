"""What each post is asked in a round, and what it told."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from suunta.store.models.append_only import AppendOnly
from suunta.store.models.choices import (
    LANGUAGES,
    MEASURE_STATUSES,
    STATES,
    TASK_STATES,
    VERDICTS,
    one_of,
)
from suunta.store.models.observation import Observation
from suunta.store.models.post import Post
from suunta.store.models.promise import Promise
from suunta.store.models.round import Round
from suunta.store.models.state_entry import StateEntry


class Task(models.Model):
    """One promise that one post is asked about. `late` was told after the round had closed."""

    round = models.ForeignKey(Round, on_delete=models.PROTECT, related_name="tasks")
    post = models.ForeignKey(Post, on_delete=models.PROTECT, related_name="tasks")
    promise = models.ForeignKey(Promise, on_delete=models.PROTECT, related_name="tasks")
    state = models.CharField(max_length=20, default="waiting")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["round", "post", "promise"], name="task_once"),
            one_of("state", TASK_STATES, "task_state"),
        ]

    def __str__(self) -> str:
        return f"{self.round_id} {self.post_id} {self.promise_id}: {self.state}"


class UpdateEntry(AppendOnly):
    """What was told of a task; the newest one holds. An undoing is another row, which says what
    held before, or nothing."""

    task = models.ForeignKey(Task, on_delete=models.PROTECT, related_name="entries")
    number = models.PositiveIntegerField()
    # Nothing is told any more: the only entry was undone.
    withdrawn = models.BooleanField(default=False)
    value = models.FloatField(null=True, blank=True)
    period = models.CharField(max_length=40, blank=True, default="")
    state = models.CharField(max_length=20, null=True, blank=True)
    forecast = models.FloatField(null=True, blank=True)
    comment = models.TextField(blank=True, default="")
    corrective = models.TextField(blank=True, default="")
    # The owner's own verdict, the status computed when it was given, and why they differ.
    verdict = models.CharField(max_length=20, null=True, blank=True)
    computed = models.CharField(max_length=20, null=True, blank=True)
    reason = models.TextField(blank=True, default="")
    # The language that the texts are written in.
    language = models.CharField(max_length=2)
    # What pages show of it.
    observation = models.ForeignKey(
        Observation, on_delete=models.PROTECT, related_name="+", null=True, blank=True
    )
    state_entry = models.ForeignKey(
        StateEntry, on_delete=models.PROTECT, related_name="+", null=True, blank=True
    )
    post = models.ForeignKey(Post, on_delete=models.PROTECT, related_name="+")
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", null=True, blank=True
    )
    who = models.CharField(max_length=150)
    late = models.BooleanField(default=False)
    known_on = models.DateField()
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["task", "number"], name="update_entry_number_once"),
            one_of("state", STATES, "update_entry_state"),
            one_of("verdict", VERDICTS, "update_entry_verdict"),
            one_of("computed", (*MEASURE_STATUSES, *VERDICTS), "update_entry_computed"),
            one_of("language", LANGUAGES, "update_entry_language"),
        ]

    def __str__(self) -> str:
        return f"{self.task_id} {self.number}: {self.who}"
