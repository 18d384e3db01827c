"""Sectors of a municipality's organisation."""

from __future__ import annotations

from django.db import models

from suunta.store.models.municipality import Municipality


class Sector(models.Model):
    """A sector, with the colour that it is told apart by."""

    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="sectors")
    code = models.CharField(max_length=60)
    name = models.TextField()
    colour = models.CharField(max_length=40, blank=True, default="")
    position = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["municipality", "code"], name="sector_code_once"),
        ]

    def __str__(self) -> str:
        return self.code
