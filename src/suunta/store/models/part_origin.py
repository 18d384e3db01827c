"""Where the figure or the news of a part comes from, also before there is one."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from suunta.store.models.choices import ORIGIN_KINDS, ORIGIN_SURE, one_of
from suunta.store.models.promise import Promise


class PartOrigin(models.Model):
    """A part and the source, survey, register or owner that tells of it."""

    promise = models.OneToOneField(Promise, on_delete=models.CASCADE, related_name="origin")
    kind = models.CharField(max_length=10)
    name = models.TextField()
    # The month in which it usually becomes known.
    month = models.PositiveSmallIntegerField(null=True, blank=True)
    # Whether the document names it, its words imply it, or somebody proposed it since.
    sure = models.CharField(max_length=10)
    why = models.TextField(blank=True, default="")

    class Meta:
        constraints = [
            one_of("kind", ORIGIN_KINDS, "origin_kind"),
            one_of("sure", ORIGIN_SURE, "origin_sure"),
            models.CheckConstraint(
                condition=Q(month__isnull=True) | Q(month__gte=1, month__lte=12),
                name="origin_month",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.promise_id} <- {self.kind}"
