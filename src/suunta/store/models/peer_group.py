"""Groups of other areas that a municipality is compared with."""

from __future__ import annotations

from django.db import models

from suunta.store.models.choices import PEER_BASES, one_of
from suunta.store.models.municipality import Municipality


class PeerGroup(models.Model):
    """Areas, chosen for a stated reason; the municipality itself is not among them."""

    municipality = models.ForeignKey(
        Municipality, on_delete=models.PROTECT, related_name="peer_groups"
    )
    key = models.CharField(max_length=100)
    name = models.TextField()
    basis = models.CharField(max_length=20)
    reason = models.TextField()
    position = models.PositiveIntegerField(default=0)
    areas = models.JSONField(default=list)  # codes

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["municipality", "key"], name="peer_group_key_once"),
            one_of("basis", PEER_BASES, "peer_group_basis"),
        ]

    def __str__(self) -> str:
        return self.key
