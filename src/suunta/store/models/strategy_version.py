"""Versions of a strategy: drafts, proposals and what was adopted."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from suunta.store.models.choices import PUBLIC_STATUSES, ROLLUP_RULES, VERSION_STATUSES, one_of
from suunta.store.models.strategy import Strategy


class StrategyVersion(models.Model):
    """What the document said at one time. Once adopted, it is never overwritten."""

    strategy = models.ForeignKey(Strategy, on_delete=models.PROTECT, related_name="versions")
    number = models.PositiveIntegerField()
    status = models.CharField(max_length=20, default="draft")
    title = models.TextField()
    subtitle = models.TextField(blank=True, default="")
    vision = models.TextField(blank=True, default="")
    language = models.CharField(max_length=2, default="fi")
    municipality_name = models.TextField(blank=True, default="")
    term_start = models.PositiveIntegerField(null=True, blank=True)
    term_end = models.PositiveIntegerField(null=True, blank=True)
    action_year = models.PositiveIntegerField(null=True, blank=True)
    column_headers = models.JSONField(default=list)
    sector_legend = models.JSONField(default=list)
    # The document's bytes are kept under SUUNTA_DATA/documents, by this SHA-256.
    document_name = models.CharField(max_length=255, blank=True, default="")
    document_hash = models.CharField(max_length=64, blank=True, default="")
    document_title = models.TextField(blank=True, default="")
    document_url = models.TextField(blank=True, default="")
    adopted_body = models.TextField(blank=True, default="")
    adopted_on = models.DateField(null=True, blank=True)
    adopted_section = models.CharField(max_length=60, blank=True, default="")
    adopted_url = models.TextField(blank=True, default="")
    # Who put it before the council, and who declared it ended.
    proposed_body = models.TextField(blank=True, default="")
    proposed_on = models.DateField(null=True, blank=True)
    proposed_section = models.CharField(max_length=60, blank=True, default="")
    proposed_url = models.TextField(blank=True, default="")
    ended_body = models.TextField(blank=True, default="")
    ended_on = models.DateField(null=True, blank=True)
    ended_section = models.CharField(max_length=60, blank=True, default="")
    ended_url = models.TextField(blank=True, default="")
    # From when on pages show it: the day of adoption, or the term's first day where that day is
    # not known.
    known_on = models.DateField(null=True, blank=True)
    recorded_at = models.DateTimeField(auto_now_add=True)
    rollup_rule = models.CharField(max_length=20, default="all")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["strategy", "number"], name="version_number_once"),
            models.UniqueConstraint(
                fields=["strategy"], condition=Q(status="draft"), name="version_one_draft"
            ),
            models.CheckConstraint(
                condition=~Q(status__in=PUBLIC_STATUSES) | Q(known_on__isnull=False),
                name="version_public_is_known",
            ),
            one_of("status", VERSION_STATUSES, "version_status"),
            one_of("rollup_rule", ROLLUP_RULES, "version_rollup_rule"),
        ]

    def __str__(self) -> str:
        return f"{self.strategy_id} version {self.number} ({self.status})"
