"""Observations: figures as they were published."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q

from suunta.store.models.append_only import AppendOnly
from suunta.store.models.area import Area
from suunta.store.models.choices import OBSERVATION_KINDS, OBSERVATION_STATUSES, one_of
from suunta.store.models.indicator import Indicator
from suunta.store.models.municipality import Municipality
from suunta.store.models.source import Source


class Observation(AppendOnly):
    """One figure of one publication. A revision is another row, which supersedes this one."""

    # Null for the figures of peers.
    municipality = models.ForeignKey(
        Municipality, on_delete=models.PROTECT, related_name="observations", null=True, blank=True
    )
    indicator = models.ForeignKey(Indicator, on_delete=models.PROTECT, related_name="observations")
    area = models.ForeignKey(Area, on_delete=models.PROTECT, related_name="observations")
    period = models.CharField(max_length=40)
    # "age=7-12;sex=f", keys in order; "" for the total.
    breakdown = models.CharField(max_length=200, blank=True, default="")
    kind = models.CharField(max_length=20)
    status = models.CharField(max_length=20, default="ok")
    value = models.FloatField(null=True, blank=True)
    numerator = models.FloatField(null=True, blank=True)
    denominator = models.FloatField(null=True, blank=True)
    unit = models.CharField(max_length=40, null=True, blank=True)
    approximate = models.BooleanField(default=False)
    confidence = models.CharField(max_length=20, blank=True, default="")
    note = models.TextField(blank=True, default="")
    source = models.ForeignKey(Source, on_delete=models.PROTECT, related_name="observations")
    revision = models.PositiveIntegerField(default=1)
    supersedes = models.OneToOneField(
        "self", on_delete=models.PROTECT, related_name="superseded_by", null=True, blank=True
    )
    known_on = models.DateField()
    recorded_at = models.DateTimeField(auto_now_add=True)
    fetched_at = models.DateTimeField(null=True, blank=True)
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", null=True, blank=True
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["indicator", "area", "period", "breakdown", "kind", "source", "revision"],
                name="observation_revision_once",
            ),
            models.CheckConstraint(
                condition=Q(status="ok", value__isnull=False)
                | (~Q(status="ok") & Q(value__isnull=True)),
                name="observation_missing_is_not_zero",
            ),
            one_of("kind", OBSERVATION_KINDS, "observation_kind"),
            one_of("status", OBSERVATION_STATUSES, "observation_status"),
        ]

    def __str__(self) -> str:
        return f"{self.indicator_id} {self.period}: {self.value}"
