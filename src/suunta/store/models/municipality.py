"""Municipalities of this installation."""

from __future__ import annotations

from django.db import models

from suunta.store.models.area import Area


class Municipality(models.Model):
    """A town whose strategy is followed here."""

    slug = models.SlugField(max_length=60, unique=True)
    name = models.TextField()
    official_languages = models.JSONField(default=list)
    fictional = models.BooleanField(default=False)
    # As of which the pages open when the address names no date; null: today.
    opening_date = models.DateField(null=True, blank=True)
    notice = models.TextField(blank=True, default="")
    area = models.ForeignKey(Area, on_delete=models.PROTECT, related_name="+")

    def __str__(self) -> str:
        return self.slug
