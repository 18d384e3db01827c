"""Focus areas of a version."""

from __future__ import annotations

from django.db import models

from suunta.store.models.strategy_version import StrategyVersion


class FocusArea(models.Model):
    """A focus area as one version of the document words it."""

    version = models.ForeignKey(StrategyVersion, on_delete=models.CASCADE, related_name="areas")
    number = models.CharField(max_length=20)
    position = models.PositiveIntegerField()
    name = models.TextField()
    slogan = models.TextField(blank=True, default="")
    # A sentence on where the area stands, shown from the day on which it was true.
    summary = models.TextField(blank=True, default="")
    summary_known_on = models.DateField(null=True, blank=True)
    span = models.JSONField(default=dict)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["version", "number"], name="focus_area_number_once"),
        ]

    def __str__(self) -> str:
        return self.number
