"""Parts of measures: the sub-measures of the contract."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from suunta.store.models.choices import PART_KINDS, one_of
from suunta.store.models.goal import Goal
from suunta.store.models.measure import Measure
from suunta.store.models.promise import Promise
from suunta.store.models.strategy_version import StrategyVersion


class Part(models.Model):
    """One thing to follow, as one version of the document states it.

    It stands in a measure; a target that stands in the words of a goal has the goal instead.
    """

    version = models.ForeignKey(StrategyVersion, on_delete=models.CASCADE, related_name="parts")
    measure = models.ForeignKey(
        Measure, on_delete=models.CASCADE, related_name="parts", null=True, blank=True
    )
    goal = models.ForeignKey(
        Goal, on_delete=models.CASCADE, related_name="targets", null=True, blank=True
    )
    promise = models.ForeignKey(Promise, on_delete=models.PROTECT, related_name="parts")
    code = models.CharField(max_length=40)
    position = models.PositiveIntegerField()
    kind = models.CharField(max_length=20)
    # What is measured, as understood from the words, and its name as the title of a page.
    indicator = models.TextField()
    name = models.TextField(blank=True, default="")
    unit = models.CharField(max_length=40, null=True, blank=True)
    comparator = models.CharField(max_length=20, default="none")
    target_value = models.FloatField(null=True, blank=True)
    target_value_max = models.FloatField(null=True, blank=True)
    target_basis = models.CharField(max_length=30, null=True, blank=True)
    target_period = models.CharField(max_length=40, null=True, blank=True)
    baseline = models.JSONField(default=list)
    source = models.TextField(null=True, blank=True)
    scale = models.CharField(max_length=40, null=True, blank=True)
    population = models.TextField(null=True, blank=True)
    placeholder = models.BooleanField(default=False)
    direction = models.CharField(max_length=4, null=True, blank=True)
    change_bound = models.CharField(max_length=2, null=True, blank=True)
    approximate = models.BooleanField(default=False)
    benchmark = models.TextField(null=True, blank=True)
    target_fraction = models.TextField(null=True, blank=True)
    confidence = models.FloatField(default=1.0)
    # Where in the words each field was recognised: [{field, start, end, text}].
    recognised = models.JSONField(default=list)
    # What spoke against the reading when it was read: [{field, confidence, why, words}].
    doubts = models.JSONField(default=list)
    # Which sub-point (from 1) or action the words of a goal's target stand in.
    sub_point = models.PositiveIntegerField(null=True, blank=True)
    action_code = models.CharField(max_length=40, blank=True, default="")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["measure", "code"], name="part_code_once"),
            models.UniqueConstraint(fields=["goal", "code"], name="goal_target_code_once"),
            models.CheckConstraint(
                condition=Q(measure__isnull=True) ^ Q(goal__isnull=True), name="part_one_parent"
            ),
            one_of("kind", PART_KINDS, "part_kind"),
        ]

    def __str__(self) -> str:
        return self.code
