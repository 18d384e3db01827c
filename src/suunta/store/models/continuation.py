"""What people said of whether a promise goes on."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from suunta.store.models.append_only import AppendOnly
from suunta.store.models.choices import PROMISE_KINDS, one_of
from suunta.store.models.municipality import Municipality


class Continuation(AppendOnly):
    """A person's word on two texts: the same promise, or not. The newest word of a pair holds.

    It is kept by the words, so that the next import of them follows it too.
    """

    municipality = models.ForeignKey(
        Municipality, on_delete=models.PROTECT, related_name="continuations"
    )
    kind = models.CharField(max_length=20)
    old_words = models.TextField()
    new_words = models.TextField()
    same = models.BooleanField()
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", null=True, blank=True
    )
    who = models.CharField(max_length=150)
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = [one_of("kind", PROMISE_KINDS, "continuation_kind")]

    def __str__(self) -> str:
        return f"{self.who}: {self.kind} {'same' if self.same else 'other'}"
