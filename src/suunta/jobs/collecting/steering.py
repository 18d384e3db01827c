"""What people do with feeds: load them, collect now, say that what looks wrong is right."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from django.utils import timezone

from suunta.core.errors import InputError
from suunta.jobs.collecting.asking import asked_of, web_of
from suunta.jobs.collecting.collect import Collected, collect_feed
from suunta.jobs.collecting.declaring import read_feeds
from suunta.jobs.collecting.queue import is_due
from suunta.jobs.example.fields import Faults
from suunta.sources import Parsed
from suunta.sources.clients import client_of
from suunta.sources.fetching import parsed
from suunta.store.actions.feeds import (
    accept_question,
    find_feed,
    make_due,
    pause_feed,
    save_feeds,
)
from suunta.store.actions.find import find_municipality
from suunta.store.actions.log import Actor
from suunta.store.models import Area, Indicator, Municipality, SourceFeed


def load_feeds(*, by: Actor, slug: str, file: Path) -> list[str]:
    """Take in a sources.yaml; keys of the feeds that are new or changed. Raises InputError with
    every fault of the file."""
    town = find_municipality(slug)
    faults = Faults()
    keys = set(Indicator.objects.filter(municipality=town).values_list("key", flat=True))
    areas = set(Area.objects.values_list("code", flat=True))
    found = read_feeds(file.parent, keys, areas, faults, name=file.name, needed=True)
    if not faults.found:
        faults.add_unasked()
    if faults.found:
        raise InputError(faults.found)
    return save_feeds(by=by, municipality=town, feeds=found, now=datetime.now(UTC))


def collect(
    *,
    by: Actor,
    slug: str | None,
    key: str | None = None,
    since: date | None = None,
    report: Callable[[int, int], None] = lambda done, total: None,
) -> list[tuple[str, Collected]]:
    """Ask the feed of this key, or all that are due, of one municipality or of all; slug and what
    came. One that fails stops no other. Raises InputError for a feed that is not there."""
    chosen = chosen_feeds(slug, key)
    found = []
    report(0, len(chosen))
    for done, feed in enumerate(chosen, start=1):
        found.append((feed.municipality.slug, collect_feed(feed, by=by, since=since)))
        report(done, len(chosen))
    return found


def chosen_feeds(slug: str | None, key: str | None) -> list[SourceFeed]:
    """The feeds to ask, the longest due first."""
    town: Municipality | None = find_municipality(slug) if slug else None
    rows = SourceFeed.objects.select_related("municipality__area").order_by("next_due", "pk")
    if town:
        rows = rows.filter(municipality=town)
    if key is None:
        now = datetime.now(UTC)
        return [feed for feed in rows if is_due(feed, now)]
    found = list(rows.filter(key=key))
    if town and not found:
        find_feed(town, key)
    if len(found) != 1:
        towns = ", ".join(feed.municipality.slug for feed in found) or "no municipality"
        what = f"the source {key} is one of {towns}."
        raise InputError.single(what, "--municipality", "Name the municipality and the source.")
    return found


def accept(*, by: Actor, slug: str, key: str) -> None:
    """Say that what a feed asks about is right. Raises InputError."""
    town = find_municipality(slug)
    accept_question(by=by, municipality=town, key=key, now=datetime.now(UTC))


def pause(*, by: Actor, slug: str, key: str) -> bool:
    """Stop a feed or let it go on; whether it is active then. Raises InputError."""
    town = find_municipality(slug)
    return pause_feed(by=by, municipality=town, key=key, now=datetime.now(UTC))


def ask_soon(*, by: Actor, slug: str, key: str) -> None:
    """Let the worker ask a feed at its next look. Raises InputError."""
    town = find_municipality(slug)
    make_due(by=by, municipality=town, key=key, now=datetime.now(UTC))


def try_kind(kind: str, changes: Mapping[str, Any]) -> tuple[Sequence[str], Parsed]:
    """Ask a source of a kind by its small example request, changed as given; the addresses asked
    and what was read. Nothing is stored. Raises InputError and OutsideError."""
    client = client_of(kind)
    asked = asked_of({**client.example, **changes}, timezone.localdate())
    fetched = client.fetch(web_of({}), asked)
    addresses = [page.answer.address for page in fetched.pages]
    return addresses, parsed(client, fetched, asked)


def search_source(kind: str, words: str, changes: Mapping[str, Any]) -> list[tuple[str, str]]:
    """What a source has of that name: (id, title). Raises InputError and OutsideError."""
    client = client_of(kind)
    if client.search is None:
        raise InputError.single(
            f"A source of the kind {kind} cannot be searched.", "kind", "Look at its own page."
        )
    asked = asked_of(changes, timezone.localdate())
    return client.search(web_of({}), words, asked)
