"""The audit log."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from suunta.store.models.append_only import AppendOnly
from suunta.store.models.municipality import Municipality


class LogEntry(AppendOnly):
    """Who changed what and when. Every action of the store leaves one."""

    municipality = models.ForeignKey(
        Municipality, on_delete=models.PROTECT, related_name="log", null=True, blank=True
    )
    # The person, and the name as it was then; a command has a name only.
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", null=True, blank=True
    )
    who = models.CharField(max_length=150)
    what = models.CharField(max_length=60)
    details = models.JSONField(default=dict)
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        indexes = [models.Index(fields=["municipality", "at"], name="log_municipality_at")]

    def __str__(self) -> str:
        return f"{self.at} {self.who}: {self.what}"
