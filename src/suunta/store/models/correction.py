"""What people said of what was read."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from suunta.store.models.append_only import AppendOnly
from suunta.store.models.choices import CORRECTION_ENTITIES, CORRECTION_KINDS, one_of
from suunta.store.models.municipality import Municipality
from suunta.store.models.upload import Upload


class Correction(AppendOnly):
    """One correction, kept by the words of the document (`core.review`), or the undoing of one.

    It belongs to the municipality: it applies to every document that holds those words.
    """

    municipality = models.ForeignKey(
        Municipality, on_delete=models.PROTECT, related_name="corrections"
    )
    # The upload in whose review it was made.
    upload = models.ForeignKey(Upload, on_delete=models.PROTECT, related_name="corrections")
    # Those made at once have one number, and are undone at once.
    batch = models.PositiveIntegerField()
    kind = models.CharField(max_length=20)
    entity = models.CharField(max_length=20, blank=True, default="")
    goal = models.TextField(blank=True, default="")
    words = models.JSONField(default=list)
    # Which of several equal texts of the goal each of the words is, 0 the first.
    places = models.JSONField(default=list)
    becomes = models.CharField(max_length=20, blank=True, default="")
    results = models.JSONField(default=list)
    undoes = models.OneToOneField(
        "self", on_delete=models.PROTECT, related_name="undone_by", null=True, blank=True
    )
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", null=True, blank=True
    )
    who = models.CharField(max_length=150)
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = [
            one_of("kind", CORRECTION_KINDS, "correction_kind"),
            one_of("entity", ("", *CORRECTION_ENTITIES), "correction_entity"),
            models.CheckConstraint(
                condition=models.Q(kind="undo", undoes__isnull=False)
                | (~models.Q(kind="undo") & models.Q(undoes__isnull=True)),
                name="correction_undo_names_one",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.who}: {self.kind} {' + '.join(self.words)}"
