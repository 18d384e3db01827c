"""Who answers for what."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from suunta.store.models.body import Body
from suunta.store.models.choices import ASSIGNED_BY, one_of
from suunta.store.models.promise import Promise
from suunta.store.models.sector import Sector


class Assignment(models.Model):
    """A sector or body beside an action or measure, and whether the document says so."""

    promise = models.ForeignKey(Promise, on_delete=models.CASCADE, related_name="assignments")
    sector = models.ForeignKey(
        Sector, on_delete=models.PROTECT, related_name="assignments", null=True, blank=True
    )
    body = models.ForeignKey(
        Body, on_delete=models.PROTECT, related_name="assignments", null=True, blank=True
    )
    assigned_by = models.CharField(max_length=20)
    reason = models.TextField(blank=True, default="")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["promise", "sector"], name="assignment_sector_once"),
            models.UniqueConstraint(fields=["promise", "body"], name="assignment_body_once"),
            models.CheckConstraint(
                condition=Q(sector__isnull=True) ^ Q(body__isnull=True),
                name="assignment_sector_or_body",
            ),
            one_of("assigned_by", ASSIGNED_BY, "assignment_assigned_by"),
        ]

    def __str__(self) -> str:
        return f"{self.promise_id}: {self.sector_id or self.body_id}"
