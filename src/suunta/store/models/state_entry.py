"""States of actions, milestones and goals, step by step."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from suunta.store.models.append_only import AppendOnly
from suunta.store.models.choices import STATES, one_of
from suunta.store.models.promise import Promise
from suunta.store.models.source import Source


class StateEntry(AppendOnly):
    """A dated step. Stages may go backwards; a step without a state is a remark in the log."""

    promise = models.ForeignKey(Promise, on_delete=models.PROTECT, related_name="states")
    state = models.CharField(max_length=20, null=True, blank=True)
    on = models.DateField()
    precision = models.CharField(max_length=10, default="day")
    note = models.TextField(blank=True, default="")
    section = models.CharField(max_length=60, null=True, blank=True)
    source = models.ForeignKey(
        Source, on_delete=models.PROTECT, related_name="states", null=True, blank=True
    )
    known_on = models.DateField()
    recorded_at = models.DateTimeField(auto_now_add=True)
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", null=True, blank=True
    )

    class Meta:
        constraints = [
            one_of("state", STATES, "state_entry_state"),
            one_of("precision", ("day", "month", "year"), "state_entry_precision"),
        ]

    def __str__(self) -> str:
        return f"{self.on} {self.state}"
