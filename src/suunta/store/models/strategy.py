"""Strategies: one document of a municipality through its versions."""

from __future__ import annotations

from django.db import models

from suunta.store.models.municipality import Municipality


class Strategy(models.Model):
    """A strategy of a council term; its words are in its versions."""

    municipality = models.ForeignKey(
        Municipality, on_delete=models.PROTECT, related_name="strategies"
    )
    # The term as the document says it, "2018-2022"; "" where it names none.
    term = models.CharField(max_length=20, blank=True, default="")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["municipality", "term"], name="strategy_term_once"),
        ]

    def __str__(self) -> str:
        return f"{self.municipality_id} {self.term}"
