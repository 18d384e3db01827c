"""Actions of a version."""

from __future__ import annotations

from django.db import models

from suunta.store.models.goal import Goal
from suunta.store.models.promise import Promise


class Action(models.Model):
    """What will be done, as one version of the document words it."""

    goal = models.ForeignKey(Goal, on_delete=models.CASCADE, related_name="actions")
    promise = models.ForeignKey(Promise, on_delete=models.PROTECT, related_name="actions")
    code = models.CharField(max_length=40)
    position = models.PositiveIntegerField()
    text = models.TextField()
    year = models.PositiveIntegerField(null=True, blank=True)
    # Codes as the document spells them.
    responsible = models.JSONField(default=list)
    sector_codes = models.JSONField(default=list)
    span = models.JSONField(default=dict)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["goal", "code"], name="action_code_once"),
        ]

    def __str__(self) -> str:
        return self.code


class ActionItem(models.Model):
    """An item nested under an action."""

    action = models.ForeignKey(Action, on_delete=models.CASCADE, related_name="items")
    position = models.PositiveIntegerField()
    text = models.TextField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["action", "position"], name="action_item_once"),
        ]

    def __str__(self) -> str:
        return f"item {self.position}"
