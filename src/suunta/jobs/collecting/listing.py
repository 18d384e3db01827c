"""Feeds as they are shown: state, age, what is stale, and the raw answers for those who may."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Literal

from suunta.core.schedule import is_stale
from suunta.core.texts import Text
from suunta.jobs.collecting.asking import missing_names
from suunta.store.actions.answers import kept_answer
from suunta.store.actions.find import find_municipality
from suunta.store.models import Indicator
from suunta.store.queries import feeds as queries
from suunta.store.queries.feeds import FeedRow, FetchRow, Origin
from suunta.store.queries.texts import text_columns, written_text

State = Literal["asks", "failing", "stale", "unset", "paused", "waiting", "fresh"]
# What a person should see first.
ORDER: tuple[State, ...] = ("asks", "failing", "stale", "unset", "waiting", "fresh", "paused")


@dataclass(frozen=True)
class Feed:
    """A feed as it stands. missing: names of the environment that it needs and does not have."""

    row: FeedRow
    state: State
    missing: tuple[str, ...]
    stale: bool
    history: tuple[FetchRow, ...] = ()


def feeds(slug: str, now: datetime | None = None) -> tuple[Feed, ...]:
    """The feeds of a municipality, what needs a person first. Raises InputError."""
    moment = now or datetime.now(UTC)
    rows = queries.feeds_of(find_municipality(slug).pk)
    found = [feed_as_shown(row, moment) for row in rows]
    return tuple(sorted(found, key=lambda each: (ORDER.index(each.state), each.row.key)))


def feed_of(slug: str, key: str, most: int = 20) -> Feed | None:
    """One feed with the last times that it was asked; None where there is none."""
    for each in feeds(slug):
        if each.row.key == key:
            history = queries.fetches_of(each.row.id, most)
            return Feed(each.row, each.state, each.missing, each.stale, history)
    return None


def feed_as_shown(row: FeedRow, now: datetime) -> Feed:
    """A feed as it stands."""
    missing = tuple(missing_names(row.request))
    stale = is_stale(row.schedule, now, row.arrived_at)
    return Feed(row, state_of(row, missing, stale), missing, stale)


def state_of(row: FeedRow, missing: tuple[str, ...], stale: bool) -> State:
    """The one word for how a feed stands."""
    if row.state == "asks":
        return "asks"
    if row.state == "paused":
        return "paused"
    if missing:
        return "unset"
    if row.failures:
        return "failing"
    if stale:
        return "stale"
    return "fresh" if row.last else "waiting"


def answer_of(slug: str, digest: str, *, public: bool = False) -> bytes | None:
    """A raw answer that came for a municipality; None where there is none or it is gone.

    public: for everybody: only of feeds that are declared public and count no people, so that
    nothing small can stand in it.
    """
    town = find_municipality(slug)
    if public and digest not in open_hashes(town.pk):
        return None
    if not public and digest not in queries.answer_hashes(town.pk):
        return None
    return kept_answer(digest)


def open_hashes(town: int) -> set[str]:
    """Hashes of the raw answers that everybody may see."""
    guarded = queries.guarded_indicators(town)
    return queries.answer_hashes(town, public=True, without=guarded)


def indicator_names(slug: str, keys: Iterable[str]) -> dict[str, Text]:
    """The names of a municipality's indicators, by key."""
    town = find_municipality(slug)
    rows = Indicator.objects.filter(municipality=town, key__in=list(keys))
    columns = ("key", *text_columns("name"))
    return {row["key"]: written_text(row, "name") for row in rows.values(*columns)}


def origins(observations: Iterable[int]) -> dict[int, Origin]:
    """How figures came, by observation; only those that came by a feed."""
    wanted = list(observations)
    return queries.origins(wanted) if wanted else {}
