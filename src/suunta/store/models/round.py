"""Rounds: at a reporting date, every owner tells where the promises stand."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from suunta.store.models.append_only import AppendOnly
from suunta.store.models.choices import ROUND_STATES, one_of
from suunta.store.models.municipality import Municipality
from suunta.store.models.sector import Sector


class Round(models.Model):
    """One reporting date of a municipality."""

    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="rounds")
    # The reporting date: what is told is the situation on this day.
    on = models.DateField()
    opens = models.DateField()
    closes = models.DateField()
    state = models.CharField(max_length=20, default="open")
    # Why it was opened again, the last time that it was.
    reopened_because = models.TextField(blank=True, default="")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["municipality", "on"], name="round_date_once"),
            models.CheckConstraint(
                condition=models.Q(closes__gte=models.F("opens")), name="round_closes_after_opening"
            ),
            one_of("state", ROUND_STATES, "round_state"),
        ]

    def __str__(self) -> str:
        return f"{self.on} ({self.state})"


class Approval(models.Model):
    """A sector's answers were approved. Reopening the round takes approvals away."""

    round = models.ForeignKey(Round, on_delete=models.CASCADE, related_name="approvals")
    # Null stands for the posts of no sector.
    sector = models.ForeignKey(
        Sector, on_delete=models.PROTECT, related_name="+", null=True, blank=True
    )
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", null=True, blank=True
    )
    who = models.CharField(max_length=150)
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["round", "sector"], name="approval_once"),
            models.UniqueConstraint(
                fields=["round"],
                condition=models.Q(sector__isnull=True),
                name="approval_without_sector_once",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.round_id}: {self.sector_id}"


class Snapshot(AppendOnly):
    """The scorecard as it was when a round was frozen; one frozen again has another snapshot."""

    round = models.ForeignKey(Round, on_delete=models.PROTECT, related_name="snapshots")
    number = models.PositiveIntegerField()
    # The scorecard is that of this day.
    as_of = models.DateField()
    # SHA-256 of the content as canonical JSON; its first twelve signs name the snapshot.
    content_hash = models.CharField(max_length=64)
    content = models.JSONField()
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", null=True, blank=True
    )
    who = models.CharField(max_length=150)
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["round", "number"], name="snapshot_number_once"),
        ]

    def __str__(self) -> str:
        return self.content_hash[:12]
