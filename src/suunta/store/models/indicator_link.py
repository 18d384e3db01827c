"""Which indicator says where a part stands."""

from __future__ import annotations

from django.db import models

from suunta.store.models.indicator import Indicator
from suunta.store.models.peer_group import PeerGroup
from suunta.store.models.promise import Promise


class IndicatorLink(models.Model):
    """A part and the series that measures the same thing, with how one knows."""

    promise = models.OneToOneField(Promise, on_delete=models.CASCADE, related_name="link")
    indicator = models.ForeignKey(Indicator, on_delete=models.PROTECT, related_name="links")
    why = models.TextField()
    # What the words of the measure leave to data: M of "N of M", or the part that a share is of.
    of_number = models.FloatField(null=True, blank=True)
    of_promise = models.ForeignKey(
        Promise, on_delete=models.PROTECT, related_name="+", null=True, blank=True
    )
    peers = models.BooleanField(default=False)
    # The peers that a rank is judged among; null: all that have figures.
    peer_group = models.ForeignKey(
        PeerGroup, on_delete=models.PROTECT, related_name="+", null=True, blank=True
    )
    per = models.CharField(max_length=20, null=True, blank=True)
    window_years = models.PositiveIntegerField(null=True, blank=True)
    path = models.JSONField(default=list)

    def __str__(self) -> str:
        return f"{self.promise_id} -> {self.indicator_id}"


class NearMiss(models.Model):
    """A series that looks like a part and is not the same, with the reason."""

    promise = models.ForeignKey(Promise, on_delete=models.CASCADE, related_name="near_misses")
    indicator = models.ForeignKey(
        Indicator, on_delete=models.PROTECT, related_name="near_misses", null=True, blank=True
    )
    why = models.TextField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["promise", "indicator"], name="near_miss_once"),
        ]

    def __str__(self) -> str:
        return f"{self.promise_id} is not {self.indicator_id}"
