"""Links in mails, and mails on their way."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from suunta.store.models.choices import LETTER_KINDS, MAIL_STATES, one_of
from suunta.store.models.municipality import Municipality
from suunta.store.models.round import Round


class MailLink(models.Model):
    """A link that lets one person answer for some posts in one round, without a password.

    Only the SHA-256 of its token is kept: whoever reads the store cannot answer for anybody.
    """

    token_hash = models.CharField(max_length=64, unique=True)
    round = models.ForeignKey(Round, on_delete=models.PROTECT, related_name="links")
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="mail_links"
    )
    # Ids of the posts whose tasks it opens.
    posts = models.JSONField(default=list)
    made_at = models.DateTimeField(auto_now_add=True)
    expires = models.DateField()
    used_at = models.DateTimeField(null=True, blank=True)
    revoked_at = models.DateTimeField(null=True, blank=True)

    def __str__(self) -> str:
        return f"{self.round_id} {self.person_id}"


class OutgoingMail(models.Model):
    """A letter that waits, was sent or could not be. Its words are written when it is sent, with
    a new link: a queue that held them would hold the link too."""

    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="mails")
    round = models.ForeignKey(Round, on_delete=models.PROTECT, related_name="mails")
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="mails"
    )
    kind = models.CharField(max_length=20)
    # Ids of the posts that it is about.
    posts = models.JSONField(default=list)
    state = models.CharField(max_length=20, default="waiting")
    tries = models.PositiveIntegerField(default=0)
    error = models.TextField(blank=True, default="")
    queued_at = models.DateTimeField(auto_now_add=True)
    next_try_at = models.DateTimeField()
    sent_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            one_of("kind", LETTER_KINDS, "outgoing_mail_kind"),
            one_of("state", MAIL_STATES, "outgoing_mail_state"),
        ]
        indexes = [models.Index(fields=["state", "next_try_at"], name="outgoing_mail_due")]

    def __str__(self) -> str:
        return f"{self.kind} to {self.person_id}: {self.state}"
