"""Areas that figures are about."""

from __future__ import annotations

from django.db import models


class Area(models.Model):
    """A municipality, region or country that figures are about; shared by all municipalities."""

    code = models.CharField(max_length=40, unique=True)
    name = models.TextField(blank=True, default="")

    def __str__(self) -> str:
        return self.code
