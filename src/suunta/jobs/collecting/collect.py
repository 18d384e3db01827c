"""Collecting: ask a source, read, map, look for what cannot be right, record, compute.

Everything of one answer is recorded in one transaction: a worker that is killed before has changed
nothing, and the feed is still due.
"""

from __future__ import annotations

import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from typing import Literal

from django.db import transaction
from django.utils import timezone

from suunta.core.errors import Fault, InputError, OutsideError
from suunta.core.schedule import Schedule, after_failure, every_of, next_due
from suunta.core.texts import Text
from suunta.jobs.collecting.asking import Came, asked_of, keep, missing_names, shown, web_of
from suunta.jobs.collecting.guard import question
from suunta.jobs.collecting.mapping import Figure, Mapped, mapped
from suunta.jobs.collecting.rules import Rule, rule_of
from suunta.jobs.derive import derive_indicators
from suunta.jobs.locks import held_alone
from suunta.sources.clients import client_of
from suunta.sources.fetching import parsed
from suunta.store.actions.feeds import (
    After,
    NewFetch,
    record_arrival,
    record_failure,
    record_question,
)
from suunta.store.actions.log import Actor
from suunta.store.actions.observations import NewObservation
from suunta.store.models import Indicator, SourceFeed

LOCKS = "collecting"
MOST_PROBLEMS = 20
Outcome = Literal["arrived", "unchanged", "failed", "asks", "unset", "busy"]


@dataclass(frozen=True)
class Collected:
    """What came of asking one feed. outside: it failed outside and may pass by itself."""

    feed: str
    outcome: Outcome
    added: int = 0
    rows: int = 0
    words: str = ""
    problems: tuple[str, ...] = ()


@dataclass(frozen=True)
class Asking:
    """One asking of one feed."""

    feed: SourceFeed
    by: Actor
    now: datetime
    since: date | None
    begun: float

    @property
    def today(self) -> date:
        """The day, as the town's clocks have it."""
        return timezone.localtime(self.now).date()

    @property
    def schedule(self) -> Schedule:
        """The feed's rhythm."""
        return Schedule(every_of(self.feed.every), self.feed.expected_month)

    @property
    def rules(self) -> list[Rule]:
        """What of the answer feeds which indicator."""
        return [rule_of(each) for each in self.feed.figures]

    def fetch(self, came: Came | None = None) -> NewFetch:
        """The record of it."""
        taken = NewFetch(at=self.now, took_s=time.monotonic() - self.begun)
        if came is None:
            return taken
        return replace(
            taken,
            address=came.address,
            status=came.status,
            size=came.size,
            hash=came.hash,
            answers=came.answers,
        )


def collect_feed(
    feed: SourceFeed, *, by: Actor, now: datetime | None = None, since: date | None = None
) -> Collected:
    """Ask one feed now and record what came. Never raises for what the source does."""
    lacking = missing_names(feed.request)
    if lacking:
        return Collected(feed.key, "unset", words=f"needs {', '.join(lacking)} in the environment")
    with held_alone(LOCKS, feed.pk) as free:
        if not free:
            return Collected(feed.key, "busy", words="is being asked by another process")
        feed.refresh_from_db()
        asking = Asking(feed, by, now or datetime.now(UTC), since, time.monotonic())
        try:
            return taken(asking)
        except (InputError, OutsideError) as error:
            return failed(asking, error)


def taken(asking: Asking) -> Collected:
    """Ask, read and record. Raises InputError and OutsideError."""
    feed = asking.feed
    client, asked = client_of(feed.kind), asked_of(feed.request, asking.today)
    fetched = client.fetch(web_of(feed.validators), asked)
    came = keep(fetched, feed.request)
    whole = came.validators["hash"] == feed.validators.get("hash") and asking.since is None
    if whole and all(each["status"] == 304 for each in came.answers):
        return unchanged(asking, came)
    found = parsed(client, fetched, asked)
    read = mapped(found.observations, asking.rules, asking.today, asking.since)
    problems = [f"{each.place}: {each.reason}" for each in found.problems] + list(read.problems)
    if not read.met:
        raise nothing_found(len(found.observations), problems)
    units = {"units": "; ".join(read.units)} if read.units else {}
    return recorded(asking, came, read, {**fetched.definition, **units}, problems)


def nothing_found(rows: int, problems: Sequence[str]) -> InputError:
    """The answer holds nothing that the feed is after."""
    faults = [Fault(problem) for problem in problems[:MOST_PROBLEMS]]
    what = f"None of the {rows} observations of the answer is one that the feed takes."
    remedy = "Compare `figures` in sources.yaml with `suunta sources parse`."
    return InputError([Fault(what, "", remedy), *faults])


def unchanged(asking: Asking, came: Came) -> Collected:
    """Record that the source says that nothing is new."""
    after = after_answer(asking, came, asking.feed.definition)
    record_arrival(
        by=asking.by,
        feed=asking.feed,
        fetch=asking.fetch(came),
        indicators={},
        figures=[],
        after=after,
    )
    return Collected(asking.feed.key, "unchanged")


def recorded(
    asking: Asking, came: Came, read: Mapped, definition: Mapping[str, str], problems: list[str]
) -> Collected:
    """Record the figures, or the question that they raise."""
    feed, rows = asking.feed, len(read.figures)
    town = feed.municipality
    keys = {rule.indicator for rule in asking.rules}
    indicators = {row.key: row for row in Indicator.objects.filter(municipality=town, key__in=keys)}
    refuse_unknown(keys - indicators.keys())
    fetch = replace(asking.fetch(came), rows=rows, problems=problems[:MOST_PROBLEMS])
    doubt = question(
        confirmed=feed.definition,
        definition=definition,
        accepted=feed.accepted,
        figures=read.figures,
        rules=asking.rules,
        town=town,
        indicators=indicators,
    )
    if doubt:
        record_question(by=asking.by, feed=feed, fetch=fetch, question=doubt)
        return Collected(feed.key, "asks", 0, rows, said_of(doubt), tuple(fetch.problems))
    figures = [observation(asking, each, indicators) for each in read.figures]
    with transaction.atomic():
        added = record_arrival(
            by=asking.by,
            feed=feed,
            fetch=fetch,
            indicators=indicators,
            figures=figures,
            after=after_answer(asking, came, definition),
        )
        faults = computed(asking, keys) if added else ()
    outcome: Outcome = "arrived" if added else "unchanged"
    return Collected(feed.key, outcome, added, rows, "", (*faults, *fetch.problems))


def computed(asking: Asking, keys: set[str]) -> tuple[str, ...]:
    """Compute what follows from new figures; a faulty declaration does not lose the figures."""
    try:
        derive_indicators(asking.feed.municipality, by=asking.by, touched=keys)
    except InputError as error:
        return tuple(str(fault) for fault in error.faults)
    return ()


def after_answer(asking: Asking, came: Came, definition: Mapping[str, str]) -> After:
    """How the feed stands after an answer."""
    return After(
        next_due(asking.schedule, asking.now, arrived=True),
        next_due(asking.schedule, asking.now, arrived=False),
        came.validators,
        definition,
    )


def refuse_unknown(keys: set[str]) -> None:
    """Raises InputError for indicators that are not there any more."""
    if keys:
        what = f"There is no indicator {', '.join(sorted(keys))} here."
        raise InputError.single(what, "", "Correct `figures` in sources.yaml and load it again.")


def observation(
    asking: Asking, figure: Figure, indicators: Mapping[str, Indicator]
) -> NewObservation:
    """A figure as the store takes it: known since today, from this source."""
    return NewObservation(
        indicator=figure.indicator,
        period=figure.period,
        value=figure.value,
        unit=indicators[figure.indicator].unit,
        known_on=asking.today,
        source_title=asking.feed.source_title,
        source_url=asking.feed.source_url,
        kind=figure.kind,
        status=figure.status,
        numerator=figure.numerator,
        denominator=figure.denominator,
        breakdown=figure.breakdown,
        note=Text(),
        area=figure.area,
        fetched_at=asking.now,
    )


def failed(asking: Asking, error: InputError | OutsideError) -> Collected:
    """Record that nothing came, in words without secrets."""
    permanent = isinstance(error, InputError)
    words = shown(str(error), asking.feed.request)
    fetch = replace(asking.fetch(), error=words, permanent=permanent)
    due = after_failure(asking.now, asking.feed.failures + 1)
    record_failure(by=asking.by, feed=asking.feed, fetch=fetch, next_due=due)
    return Collected(asking.feed.key, "failed", words=words)


def said_of(doubt: Mapping[str, list[dict[str, object]]]) -> str:
    """A question in one line, for the command line and the log."""
    parts = [f"{e['name']}: {e['before']!r} is now {e['now']!r}" for e in doubt["renamed"]]
    for each in doubt["doubts"]:
        said = f"{each['indicator']} {each['period']}: {each['value']:g}"
        if each["code"] == "limit":
            parts.append(f"{said} is outside its limits")
        else:
            parts.append(f"{said} after {each['before']:g}, usual change {each['usual']:g}")
    return "; ".join(parts)
