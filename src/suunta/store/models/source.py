"""Where figures and events come from."""

from __future__ import annotations

from django.db import models

# The source of figures that Suunta computed; no address that a reader could follow.
COMPUTED = "suunta:computed"
COMPUTED_TITLE = "Suunta"


class Source(models.Model):
    """A publication or document with its address; shared by all municipalities."""

    title = models.TextField()
    url = models.TextField(blank=True, default="")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["title", "url"], name="source_once"),
        ]

    def __str__(self) -> str:
        return self.title
