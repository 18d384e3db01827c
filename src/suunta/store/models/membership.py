"""Roles of people in municipalities."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from suunta.store.models.choices import ROLES, one_of
from suunta.store.models.municipality import Municipality
from suunta.store.models.sector import Sector


class Membership(models.Model):
    """A person's role in a municipality, in one sector or in all of it."""

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="memberships"
    )
    municipality = models.ForeignKey(
        Municipality, on_delete=models.CASCADE, related_name="memberships"
    )
    role = models.CharField(max_length=20)
    sector = models.ForeignKey(
        Sector, on_delete=models.CASCADE, related_name="memberships", null=True, blank=True
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["user", "municipality", "role", "sector"], name="membership_sector_once"
            ),
            models.UniqueConstraint(
                fields=["user", "municipality", "role"],
                condition=models.Q(sector__isnull=True),
                name="membership_once",
            ),
            one_of("role", ROLES, "membership_role"),
        ]

    def __str__(self) -> str:
        return f"{self.user_id}: {self.role} in {self.municipality_id}"
