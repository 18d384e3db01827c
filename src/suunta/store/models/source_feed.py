"""Sources that are asked by themselves, as data of a town."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from suunta.store.models.append_only import AppendOnly
from suunta.store.models.choices import FEED_EVERY, FEED_STATES, FETCH_OUTCOMES, one_of
from suunta.store.models.municipality import Municipality
from suunta.store.models.observation import Observation


class SourceFeed(models.Model):
    """Which source is asked what, when, and which indicators its answer feeds."""

    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="feeds")
    key = models.SlugField(max_length=60)
    name = models.TextField()
    # A kind of `sources.clients`, and the request as declared: names of secrets, never secrets.
    kind = models.CharField(max_length=30)
    request = models.JSONField(default=dict)
    # What of the answer becomes a figure of which indicator: `jobs.collecting.rules`.
    figures = models.JSONField(default=list)
    every = models.CharField(max_length=10)
    # The month of the year in which a yearly source publishes.
    expected_month = models.PositiveSmallIntegerField(null=True, blank=True)
    source_title = models.TextField()
    source_url = models.TextField(blank=True, default="")
    licence = models.TextField(blank=True, default="")
    # Whether everybody may see the raw answers; else signed-in people alone.
    public = models.BooleanField(default=False)
    state = models.CharField(max_length=10, default="active")
    # Why it asks, as JSON; and the figures that a person said are right though they look wrong.
    question = models.JSONField(null=True, blank=True)
    accepted = models.CharField(max_length=64, blank=True, default="")
    # What the source called its figures when they were last taken.
    definition = models.JSONField(default=dict)
    # What to send along so that an unchanged answer is not sent again.
    validators = models.JSONField(default=dict)
    failures = models.PositiveIntegerField(default=0)
    next_due = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["municipality", "key"], name="feed_key_once"),
            one_of("state", FEED_STATES, "feed_state"),
            one_of("every", FEED_EVERY, "feed_every"),
            models.CheckConstraint(
                condition=Q(expected_month__isnull=True)
                | Q(expected_month__gte=1, expected_month__lte=12),
                name="feed_month",
            ),
        ]
        indexes = [models.Index(fields=["state", "next_due"], name="feed_due")]

    def __str__(self) -> str:
        return f"{self.municipality_id} {self.key}"


class Fetch(AppendOnly):
    """One time that a source was asked: what came, and what became of it."""

    feed = models.ForeignKey(SourceFeed, on_delete=models.PROTECT, related_name="fetches")
    at = models.DateTimeField()
    took_s = models.FloatField()
    outcome = models.CharField(max_length=12)
    address = models.TextField(blank=True, default="")
    status = models.PositiveSmallIntegerField(null=True, blank=True)
    size = models.PositiveBigIntegerField(default=0)
    # SHA-256 over all answers; each of them is kept by its own, told in `answers`.
    hash = models.CharField(max_length=64, blank=True, default="")
    answers = models.JSONField(default=list)
    rows = models.PositiveIntegerField(default=0)
    added = models.PositiveIntegerField(default=0)
    # Rows of the answer that could not be read, the first of them; and what failed as a whole.
    problems = models.JSONField(default=list)
    error = models.TextField(blank=True, default="")
    # Whether asking again is of no use before somebody mends something.
    permanent = models.BooleanField(default=False)

    class Meta:
        constraints = [one_of("outcome", FETCH_OUTCOMES, "fetch_outcome")]
        indexes = [models.Index(fields=["feed", "-at"], name="fetch_feed_at")]

    def __str__(self) -> str:
        return f"{self.feed_id} {self.at:%Y-%m-%d}: {self.outcome}"


class Arrival(AppendOnly):
    """The fetch that an observation came by."""

    observation = models.OneToOneField(
        Observation, on_delete=models.PROTECT, related_name="arrival"
    )
    fetch = models.ForeignKey(Fetch, on_delete=models.PROTECT, related_name="arrivals")

    def __str__(self) -> str:
        return f"{self.observation_id} <- {self.fetch_id}"
