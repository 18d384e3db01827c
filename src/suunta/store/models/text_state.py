"""How far a text is in each language."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from suunta.store.models.choices import LANGUAGES, TEXT_STATES, one_of
from suunta.store.models.municipality import Municipality
from suunta.store.models.strategy_version import StrategyVersion


class TextState(models.Model):
    """Whether a text is the original, a draft made from it, or reviewed by the town."""

    municipality = models.ForeignKey(
        Municipality, on_delete=models.CASCADE, related_name="text_states"
    )
    # Set for texts of a document, so that a version's states are fetched at once.
    version = models.ForeignKey(
        StrategyVersion,
        on_delete=models.CASCADE,
        related_name="text_states",
        null=True,
        blank=True,
    )
    entity = models.CharField(max_length=40)
    entity_id = models.BigIntegerField()
    field = models.CharField(max_length=40)
    language = models.CharField(max_length=2)
    state = models.CharField(max_length=20)
    # SHA-256 of the original that the text was made from.
    original_hash = models.CharField(max_length=64, blank=True, default="")
    author = models.TextField(blank=True, default="")
    author_user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", null=True, blank=True
    )
    changed_at = models.DateTimeField(auto_now=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["entity", "entity_id", "field", "language"], name="text_state_once"
            ),
            one_of("state", TEXT_STATES, "text_state_state"),
            one_of("language", LANGUAGES, "text_state_language"),
        ]

    def __str__(self) -> str:
        return f"{self.entity} {self.entity_id} {self.field} {self.language}: {self.state}"
