"""Goals of a version."""

from __future__ import annotations

from django.db import models

from suunta.store.models.focus_area import FocusArea
from suunta.store.models.promise import Promise
from suunta.store.models.strategy_version import StrategyVersion


class Goal(models.Model):
    """A goal as one version of the document words it."""

    version = models.ForeignKey(StrategyVersion, on_delete=models.CASCADE, related_name="goals")
    area = models.ForeignKey(FocusArea, on_delete=models.CASCADE, related_name="goals")
    promise = models.ForeignKey(Promise, on_delete=models.PROTECT, related_name="goals")
    number = models.CharField(max_length=20)
    position = models.PositiveIntegerField()
    title = models.TextField()
    span = models.JSONField(default=dict)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["version", "number"], name="goal_number_once"),
        ]

    def __str__(self) -> str:
        return self.number
