"""Files that people gave to be imported, and what was read from them."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from suunta.store.models.choices import UPLOAD_STAGES, UPLOAD_STATUSES, one_of
from suunta.store.models.municipality import Municipality
from suunta.store.models.strategy_version import StrategyVersion


class Upload(models.Model):
    """A file on its way to becoming a draft. Its bytes are kept with the documents, by hash."""

    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="uploads")
    name = models.CharField(max_length=255)
    document_hash = models.CharField(max_length=64)
    size = models.PositiveIntegerField()
    status = models.CharField(max_length=20, default="waiting")
    stage = models.CharField(max_length=20, default="waiting")
    # How many times somebody began to read it since it was given or tried again: a reader that
    # was overtaken writes nothing, and one that dies of it again and again is not sent again.
    attempt = models.PositiveIntegerField(default=0)
    faults = models.JSONField(default=list)
    # The strategy as it was read, in the shape of `suunta read --json`; None until then.
    reading = models.JSONField(null=True, blank=True)
    # What the review shows beside it: the document's own tables and lines, or its pages.
    source = models.JSONField(null=True, blank=True)
    counts = models.JSONField(default=dict)
    # The person, and the name as it was then.
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", null=True, blank=True
    )
    who = models.CharField(max_length=150)
    uploaded_at = models.DateTimeField(auto_now_add=True)
    # The draft made from it; a later draft that replaces that one takes it away.
    version = models.ForeignKey(
        StrategyVersion,
        on_delete=models.SET_NULL,
        related_name="uploads",
        null=True,
        blank=True,
    )

    class Meta:
        constraints = [
            one_of("status", UPLOAD_STATUSES, "upload_status"),
            one_of("stage", UPLOAD_STAGES, "upload_stage"),
        ]
        indexes = [models.Index(fields=["status"], name="upload_status_index")]

    def __str__(self) -> str:
        return f"{self.name} ({self.status})"
