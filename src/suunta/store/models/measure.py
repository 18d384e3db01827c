"""Measures of a version."""

from __future__ import annotations

from django.db import models

from suunta.store.models.goal import Goal
from suunta.store.models.promise import Promise


class Measure(models.Model):
    """What the document says will be measured, as one version words it."""

    goal = models.ForeignKey(Goal, on_delete=models.CASCADE, related_name="measures")
    promise = models.ForeignKey(Promise, on_delete=models.PROTECT, related_name="measures")
    code = models.CharField(max_length=40)
    position = models.PositiveIntegerField()
    text = models.TextField()
    span = models.JSONField(default=dict)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["goal", "code"], name="measure_code_once"),
        ]

    def __str__(self) -> str:
        return self.code
