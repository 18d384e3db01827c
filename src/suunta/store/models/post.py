"""Posts: who answers for a promise, whoever holds the post."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from suunta.store.models.municipality import Municipality
from suunta.store.models.promise import Promise
from suunta.store.models.sector import Sector


class Post(models.Model):
    """A post of the town, its holder and the holder's deputy. Promises hang on the post, so that
    a hand-over changes one row."""

    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="posts")
    code = models.CharField(max_length=60)
    name = models.TextField()
    sector = models.ForeignKey(
        Sector, on_delete=models.PROTECT, related_name="posts", null=True, blank=True
    )
    # Answers for what the sector was assigned and no post owns, and hears of what is late.
    heads_sector = models.BooleanField(default=False)
    holder = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", null=True, blank=True
    )
    deputy = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", null=True, blank=True
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["municipality", "code"], name="post_code_once"),
        ]

    def __str__(self) -> str:
        return self.code


class Ownership(models.Model):
    """A promise that a post answers for."""

    post = models.ForeignKey(Post, on_delete=models.CASCADE, related_name="ownerships")
    promise = models.ForeignKey(Promise, on_delete=models.CASCADE, related_name="ownerships")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["post", "promise"], name="ownership_once"),
        ]

    def __str__(self) -> str:
        return f"{self.post_id}: {self.promise_id}"
