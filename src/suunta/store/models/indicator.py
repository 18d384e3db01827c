"""Indicators: what has numbers."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from suunta.store.models.municipality import Municipality


class Indicator(models.Model):
    """A series that has numbers. One without a municipality is shared by all."""

    municipality = models.ForeignKey(
        Municipality, on_delete=models.PROTECT, related_name="indicators", null=True, blank=True
    )
    key = models.CharField(max_length=100)
    name = models.TextField()
    unit = models.CharField(max_length=40, null=True, blank=True)
    polarity = models.CharField(max_length=4, null=True, blank=True)
    lower_limit = models.FloatField(null=True, blank=True)
    upper_limit = models.FloatField(null=True, blank=True)
    decimals = models.PositiveIntegerField(null=True, blank=True)
    scale = models.CharField(max_length=40, null=True, blank=True)
    definition = models.TextField(blank=True, default="")
    source = models.TextField(null=True, blank=True)
    # How it is computed from other indicators (`core.derive`); null: it is published as it is.
    derivation = models.JSONField(null=True, blank=True)
    # Whether its figures count people, so that small ones are hidden; null: its unit tells.
    people = models.BooleanField(null=True, blank=True)
    # The smallest number of people that may be shown; null: the usual one.
    threshold = models.PositiveIntegerField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["municipality", "key"], name="indicator_key_once"),
            models.UniqueConstraint(
                fields=["key"],
                condition=Q(municipality__isnull=True),
                name="indicator_shared_key_once",
            ),
        ]

    def __str__(self) -> str:
        return self.key
