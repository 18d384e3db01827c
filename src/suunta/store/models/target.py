"""Targets as they were decided."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from suunta.store.models.append_only import AppendOnly
from suunta.store.models.promise import Promise
from suunta.store.models.strategy_version import StrategyVersion

# What was promised: targets that agree in these are the same target.
TARGET_TERMS = (
    "comparator",
    "value",
    "value_max",
    "basis",
    "unit",
    "period",
    "baseline",
    "direction",
    "approximate",
    "placeholder",
    "benchmark",
    "fraction",
    "change_bound",
    "per",
    "window_years",
    "path",
)


class Target(AppendOnly):
    """A target of a part by a decision. A changed target is another row; the old one stays."""

    promise = models.ForeignKey(Promise, on_delete=models.PROTECT, related_name="targets")
    version = models.ForeignKey(
        StrategyVersion, on_delete=models.PROTECT, related_name="targets", null=True, blank=True
    )
    comparator = models.CharField(max_length=20)
    value = models.FloatField(null=True, blank=True)
    value_max = models.FloatField(null=True, blank=True)
    basis = models.CharField(max_length=30, null=True, blank=True)
    unit = models.CharField(max_length=40, null=True, blank=True)
    period = models.CharField(max_length=40, null=True, blank=True)
    baseline = models.JSONField(default=list)
    direction = models.CharField(max_length=4, null=True, blank=True)
    approximate = models.BooleanField(default=False)
    placeholder = models.BooleanField(default=False)
    benchmark = models.TextField(null=True, blank=True)
    fraction = models.TextField(null=True, blank=True)
    change_bound = models.CharField(max_length=2, null=True, blank=True)
    per = models.CharField(max_length=20, null=True, blank=True)
    window_years = models.PositiveIntegerField(null=True, blank=True)
    path = models.JSONField(default=list)
    # Why this is the target of the part, where the words stand elsewhere in the document.
    why = models.TextField(blank=True, default="")
    decision = models.TextField(null=True, blank=True)
    known_on = models.DateField()
    recorded_at = models.DateTimeField(auto_now_add=True)
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", null=True, blank=True
    )

    class Meta:
        indexes = [models.Index(fields=["promise", "known_on"], name="target_promise_known")]

    def __str__(self) -> str:
        return f"{self.comparator} {self.value}"
