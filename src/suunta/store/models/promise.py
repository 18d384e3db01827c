"""What stays the same through the versions of a strategy."""

from __future__ import annotations

from django.db import models

from suunta.store.models.choices import PROMISE_KINDS, one_of
from suunta.store.models.municipality import Municipality


class Promise(models.Model):
    """A goal, action, measure or part of a measure through all versions that hold it.

    Versions each have words of their own; figures, targets, states and owners hang on the
    promise, so that they outlive the version that they were recorded under.
    """

    municipality = models.ForeignKey(
        Municipality, on_delete=models.PROTECT, related_name="promises"
    )
    kind = models.CharField(max_length=20)

    class Meta:
        constraints = [one_of("kind", PROMISE_KINDS, "promise_kind")]

    def __str__(self) -> str:
        return f"{self.kind} {self.pk}"
