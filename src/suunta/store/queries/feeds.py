"""Feeds as they are listed, and the way back from a figure to what it came by."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import OuterRef, Q, Subquery

from suunta.core.schedule import Schedule, every_of
from suunta.core.texts import Text
from suunta.store.models import Arrival, Fetch, Indicator, SourceFeed
from suunta.store.queries.texts import text_columns, written_text

# Units of figures that may be about few people.
PEOPLE = ("hlö", "%")


@dataclass(frozen=True)
class FetchRow:
    """One time that a source was asked."""

    id: int
    at: datetime
    outcome: str
    address: str
    status: int | None
    size: int
    hash: str
    answers: tuple[dict[str, Any], ...]
    rows: int
    added: int
    problems: tuple[str, ...]
    error: str
    permanent: bool


@dataclass(frozen=True)
class FeedRow:
    """A feed with the last time that it was asked, and the last that brought something new."""

    id: int
    key: str
    name: Text
    kind: str
    schedule: Schedule
    indicators: tuple[str, ...]
    source_title: str
    source_url: str
    licence: str
    public: bool
    state: str
    question: dict[str, Any] | None
    request: dict[str, Any]
    failures: int
    next_due: datetime
    last: FetchRow | None
    arrived_at: datetime | None


@dataclass(frozen=True)
class Origin:
    """How a figure came: when, from where, by which licence, and by which bytes."""

    feed: str
    name: Text
    fetch: int
    at: datetime
    address: str
    licence: str
    hash: str
    # Hashes of its raw answers, where everybody may have them.
    open: tuple[str, ...]


FEED_COLUMNS = (
    *("pk", "key", "kind", "every", "expected_month", "figures", "source_title", "source_url"),
    *("licence", "public", "state", "question", "request", "failures", "next_due"),
)
FETCH_COLUMNS = (
    *("pk", "at", "outcome", "address", "status", "size", "hash", "answers", "rows", "added"),
    *("problems", "error", "permanent"),
)


def feeds_of(municipality: int) -> tuple[FeedRow, ...]:
    """The feeds of a municipality, by key, in two queries."""
    mine = Fetch.objects.filter(feed=OuterRef("pk")).order_by("-at", "-pk")
    arrivals = mine.filter(outcome="arrived").values("at")[:1]
    rows = (
        SourceFeed.objects.filter(municipality=municipality)
        .order_by("key")
        .annotate(last=Subquery(mine.values("pk")[:1]), arrived_at=Subquery(arrivals))
        .values(*FEED_COLUMNS, *text_columns("name"), "last", "arrived_at")
    )
    listed = list(rows)
    wanted = [row["last"] for row in listed if row["last"]]
    fetches = {each["pk"]: fetch_row(each) for each in fetch_values().filter(pk__in=wanted)}
    return tuple(feed_row(row, fetches.get(row["last"])) for row in listed)


def feed_row(row: dict[str, Any], last: FetchRow | None) -> FeedRow:
    """A row as it is listed."""
    return FeedRow(
        id=row["pk"],
        key=row["key"],
        name=written_text(row, "name"),
        kind=row["kind"],
        schedule=Schedule(every_of(row["every"]), row["expected_month"]),
        indicators=tuple(dict.fromkeys(each["indicator"] for each in row["figures"])),
        source_title=row["source_title"],
        source_url=row["source_url"],
        licence=row["licence"],
        public=row["public"],
        state=row["state"],
        question=row["question"],
        request=row["request"],
        failures=row["failures"],
        next_due=row["next_due"],
        last=last,
        arrived_at=row["arrived_at"],
    )


def fetch_values() -> Any:
    """Fetches as plain values."""
    return Fetch.objects.values(*FETCH_COLUMNS)


def fetch_row(row: dict[str, Any]) -> FetchRow:
    """A row as it is shown."""
    values = {name: row[name] for name in FETCH_COLUMNS if name != "pk"}
    values["answers"] = tuple(values["answers"])
    values["problems"] = tuple(values["problems"])
    return FetchRow(id=row["pk"], **values)


def fetches_of(feed: int, most: int) -> tuple[FetchRow, ...]:
    """The last times that a feed was asked, the newest first."""
    rows = fetch_values().filter(feed=feed).order_by("-at", "-pk")[:most]
    return tuple(fetch_row(row) for row in rows)


def answer_hashes(
    municipality: int, *, public: bool = False, without: Collection[str] = ()
) -> set[str]:
    """Hashes of the raw answers that came for a municipality. public: of public feeds alone;
    without: and of none that feeds one of these indicators."""
    rows = Fetch.objects.filter(feed__municipality=municipality)
    if public:
        rows = rows.filter(feed__public=True)
    found, guarded = set(), set(without)
    for answers, figures in rows.values_list("answers", "feed__figures"):
        if guarded.isdisjoint(each["indicator"] for each in figures):
            found |= {answer["hash"] for answer in answers}
    return found


def guarded_indicators(municipality: int) -> set[str]:
    """Keys of indicators that may count people: a raw answer of theirs may hold small numbers,
    whatever is suppressed on the pages. A share may be of few people too."""
    people = Q(people=True) | Q(threshold__isnull=False) | Q(people__isnull=True, unit__in=PEOPLE)
    rows = Indicator.objects.filter(people, municipality=municipality)
    return set(rows.values_list("key", flat=True))


def origins(observations: Iterable[int]) -> dict[int, Origin]:
    """How figures came, by observation; only those that came by a feed. In two queries."""
    columns = (
        *("observation_id", "fetch_id", "fetch__at", "fetch__address", "fetch__hash"),
        *("fetch__answers", "fetch__feed__key", "fetch__feed__licence", "fetch__feed__public"),
        *("fetch__feed__figures", "fetch__feed__municipality_id"),
        *text_columns("fetch__feed__name"),
    )
    rows = list(Arrival.objects.filter(observation__in=list(observations)).values(*columns))
    towns = {row["fetch__feed__municipality_id"] for row in rows if row["fetch__feed__public"]}
    guarded = set().union(*(guarded_indicators(town) for town in towns))
    return {row["observation_id"]: origin(row, guarded) for row in rows}


def origin(row: dict[str, Any], guarded: set[str]) -> Origin:
    """How one figure came."""
    fed = {each["indicator"] for each in row["fetch__feed__figures"]}
    is_open = row["fetch__feed__public"] and guarded.isdisjoint(fed)
    return Origin(
        feed=row["fetch__feed__key"],
        name=written_text(row, "fetch__feed__name"),
        fetch=row["fetch_id"],
        at=row["fetch__at"],
        address=row["fetch__address"],
        licence=row["fetch__feed__licence"],
        hash=row["fetch__hash"],
        open=tuple(each["hash"] for each in row["fetch__answers"]) if is_open else (),
    )
