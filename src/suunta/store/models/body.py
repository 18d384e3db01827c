"""Bodies that decide or are responsible."""

from __future__ import annotations

from django.db import models

from suunta.store.models.choices import BODY_KINDS, one_of
from suunta.store.models.municipality import Municipality


class Body(models.Model):
    """An office, group or joint body that an action names as responsible."""

    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="bodies")
    code = models.CharField(max_length=60)
    kind = models.CharField(max_length=20, default="office")
    name = models.TextField()
    note = models.TextField(blank=True, default="")
    # How the document spells it in brackets, and the sectors that the spelling itself names.
    document_codes = models.JSONField(default=list)
    sector_codes = models.JSONField(default=list)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["municipality", "code"], name="body_code_once"),
            one_of("kind", BODY_KINDS, "body_kind"),
        ]

    def __str__(self) -> str:
        return self.code
