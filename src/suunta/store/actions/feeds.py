"""Sources that are asked by themselves: declared, asked, answered, failed, and asked about."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.db import transaction

from suunta.core.errors import InputError
from suunta.core.texts import Text
from suunta.store.actions.log import Actor, record
from suunta.store.actions.observations import (
    NewObservation,
    add_observations,
    as_rows,
    key_of,
    stored_revisions,
)
from suunta.store.actions.rows import columns
from suunta.store.models import Arrival, Fetch, Indicator, Municipality, Observation, SourceFeed

# What makes two publications say the same, whenever they were looked at.
SAID = ("value", "status", "numerator", "denominator", "unit", "approximate")
# What a declaration is; a change of it lets the source be asked anew.
DECLARED = (
    *("kind", "request", "figures", "every", "expected_month", "source_title", "source_url"),
    *("licence", "public"),
)


@dataclass(frozen=True)
class NewFeed:
    """A source as it is declared."""

    key: str
    name: Text
    kind: str
    request: Mapping[str, Any]
    figures: Sequence[Mapping[str, Any]]
    every: str
    source_title: str
    expected_month: int | None = None
    source_url: str = ""
    licence: str = ""
    public: bool = False


@dataclass(frozen=True)
class NewFetch:
    """One time that a source was asked. answers: address, status, size, hash of each, and what one
    must know to read it."""

    at: datetime
    took_s: float
    address: str = ""
    status: int | None = None
    size: int = 0
    hash: str = ""
    answers: Sequence[Mapping[str, Any]] = ()
    rows: int = 0
    problems: Sequence[str] = ()
    error: str = ""
    permanent: bool = False


@dataclass(frozen=True)
class After:
    """How a feed stands after an answer."""

    due_after_news: datetime
    due_without: datetime
    validators: Mapping[str, Any] = field(default_factory=dict)
    definition: Mapping[str, str] = field(default_factory=dict)


@transaction.atomic
def save_feeds(
    *, by: Actor, municipality: Municipality, feeds: Sequence[NewFeed], now: datetime
) -> list[str]:
    """Make or change feeds; keys of those that are new or different. They are due at once."""
    known = {row.key: row for row in SourceFeed.objects.filter(municipality=municipality)}
    changed = []
    for new in feeds:
        values = {**declared(new), **columns("name", new.name)}
        row = known.get(new.key)
        if row is None:
            row = SourceFeed(municipality=municipality, key=new.key)
        elif all(getattr(row, name) == value for name, value in values.items()):
            continue
        for name, value in values.items():
            setattr(row, name, value)
        row.state, row.question, row.accepted = "active", None, ""
        row.definition, row.validators, row.failures, row.next_due = {}, {}, 0, now
        row.save()
        changed.append(new.key)
    if changed:
        record(by=by, what="feed.save", municipality=municipality, feeds=changed)
    return changed


def declared(new: NewFeed) -> dict[str, Any]:
    """The columns of a declaration."""
    values = {name: getattr(new, name) for name in DECLARED}
    return values | {"request": dict(new.request), "figures": [dict(each) for each in new.figures]}


@transaction.atomic
def record_arrival(
    *,
    by: Actor,
    feed: SourceFeed,
    fetch: NewFetch,
    indicators: Mapping[str, Indicator],
    figures: Sequence[NewObservation],
    after: After,
) -> int:
    """Record what came, whole or not at all: new figures, revisions, how they came; how many were
    added. A figure that says what the newest one of this source says is not added again."""
    row = held(feed)
    town = row.municipality
    new = unsaid(by, town, indicators, figures)
    added = add_observations(by=by, municipality=town, indicators=indicators, observations=new)
    outcome = "arrived" if added else "unchanged"
    kept = add_fetch(row, fetch, outcome, added)
    came = Observation.objects.filter(
        fetched_at=fetch.at, indicator__in=indicators.values(), arrival__isnull=True
    )
    links = [Arrival(observation_id=pk, fetch=kept) for pk in came.values_list("pk", flat=True)]
    Arrival.objects.bulk_create(links, batch_size=500)
    row.validators, row.definition = dict(after.validators), dict(after.definition)
    row.failures, row.next_due = 0, after.due_after_news if added else after.due_without
    if row.state == "asks":
        # What it asked about is not there any more: the source has mended it.
        row.state, row.question = "active", None
    row.save()
    return added


def unsaid(
    by: Actor,
    town: Municipality,
    indicators: Mapping[str, Indicator],
    figures: Sequence[NewObservation],
) -> list[NewObservation]:
    """The figures that the newest publication does not say already. A missing one counts only
    where there was a figure, which is taken back by it."""
    rows = as_rows(by, town, indicators, figures)
    stored = stored_revisions({row.indicator_id for row in rows})
    found = []
    for figure, row in zip(figures, rows, strict=True):
        before = stored.get(key_of(row))
        if before is None and row.status == "missing":
            continue
        if before is None or said(before[-1]) != said(row):
            found.append(figure)
    return found


def said(row: Observation) -> tuple[Any, ...]:
    """What a publication says, whenever it became known."""
    return tuple(getattr(row, name) for name in SAID)


@transaction.atomic
def record_failure(*, by: Actor, feed: SourceFeed, fetch: NewFetch, next_due: datetime) -> None:
    """Record that nothing came and why; what is stored stays as it is."""
    row = held(feed)
    add_fetch(row, fetch, "failed", 0)
    row.failures, row.next_due = row.failures + 1, next_due
    row.save(update_fields=["failures", "next_due"])


@transaction.atomic
def record_question(
    *, by: Actor, feed: SourceFeed, fetch: NewFetch, question: Mapping[str, Any]
) -> None:
    """Record that a person must look before anything of this answer is taken; the feed stops."""
    row = held(feed)
    add_fetch(row, fetch, "asks", 0)
    row.state, row.question = "asks", dict(question)
    row.save(update_fields=["state", "question"])
    record(by=by, what="feed.ask", municipality=row.municipality, feed=row.key)


@transaction.atomic
def accept_question(*, by: Actor, municipality: Municipality, key: str, now: datetime) -> None:
    """A person says that what looks wrong is right: it is taken when it comes again, now.

    Raises: InputError where the feed asks nothing.
    """
    row = find_feed(municipality, key, lock=True)
    if row.state != "asks" or row.question is None:
        raise InputError.single(f"{key} asks nothing.", "", "See `suunta sources feeds`.")
    row.accepted = str(row.question["figures_hash"])
    row.definition = dict(row.question["definition"])
    row.state, row.question, row.validators, row.next_due = "active", None, {}, now
    row.save()
    record(by=by, what="feed.accept", municipality=municipality, feed=key)


@transaction.atomic
def pause_feed(*, by: Actor, municipality: Municipality, key: str, now: datetime) -> bool:
    """Stop a feed, or let a stopped one go on; whether it is active then."""
    row = find_feed(municipality, key, lock=True)
    row.state = "active" if row.state == "paused" else "paused"
    row.question, row.next_due = None, now
    row.save(update_fields=["state", "question", "next_due"])
    record(by=by, what=f"feed.{row.state}", municipality=municipality, feed=key)
    return row.state == "active"


@transaction.atomic
def make_due(*, by: Actor, municipality: Municipality, key: str, now: datetime) -> None:
    """Let a feed be asked now; one that asks or is paused stays as it is."""
    row = find_feed(municipality, key, lock=True)
    if row.state == "active" and row.next_due > now:
        row.next_due = now
        row.save(update_fields=["next_due"])
        record(by=by, what="feed.due", municipality=municipality, feed=key)


def find_feed(municipality: Municipality, key: str, *, lock: bool = False) -> SourceFeed:
    """A feed of a municipality. Raises: InputError naming those there are."""
    rows = SourceFeed.objects.select_for_update() if lock else SourceFeed.objects.all()
    found = rows.filter(municipality=municipality, key=key).first()
    if found is None:
        known = SourceFeed.objects.filter(municipality=municipality).order_by("key")
        listed = ", ".join(known.values_list("key", flat=True)) or "none"
        what = f"There is no source {key} in {municipality.slug}."
        raise InputError.single(what, "", f"Known: {listed}.")
    return found


def held(feed: SourceFeed) -> SourceFeed:
    """The feed as it is now; until the end of the transaction nobody else changes it."""
    rows = SourceFeed.objects.select_for_update(of=("self",)).select_related("municipality__area")
    return rows.get(pk=feed.pk)


def add_fetch(row: SourceFeed, new: NewFetch, outcome: str, added: int) -> Fetch:
    """The record of one question."""
    return Fetch.objects.create(
        feed=row,
        at=new.at,
        took_s=round(new.took_s, 3),
        outcome=outcome,
        address=new.address,
        status=new.status,
        size=new.size,
        hash=new.hash,
        answers=[dict(each) for each in new.answers],
        rows=new.rows,
        added=added,
        problems=list(new.problems),
        error=new.error,
        permanent=new.permanent,
    )
