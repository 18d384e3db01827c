"""Breaks in series."""

from __future__ import annotations

from django.db import models

from suunta.store.models.indicator import Indicator


class SeriesBreak(models.Model):
    """The first period of a new way of counting: what is before takes no part in the trend."""

    indicator = models.ForeignKey(Indicator, on_delete=models.CASCADE, related_name="breaks")
    period = models.CharField(max_length=40)
    reason = models.TextField(blank=True, default="")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["indicator", "period"], name="series_break_once"),
        ]

    def __str__(self) -> str:
        return self.period
