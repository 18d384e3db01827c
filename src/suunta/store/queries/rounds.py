"""Rounds as they are shown: who was asked, who told what, which letters left."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from suunta.core.texts import Text
from suunta.store.models import (
    Approval,
    Assignment,
    MailLink,
    Observation,
    OutgoingMail,
    Ownership,
    Post,
    Round,
    Snapshot,
    Task,
    UpdateEntry,
)
from suunta.store.queries.row import Row
from suunta.store.queries.texts import text_columns, written_text


@dataclass(frozen=True)
class RoundView:
    """A round."""

    id: int
    on: date
    opens: date
    closes: date
    state: str  # open | closed | frozen
    reopened_because: str
    snapshot: str = ""  # the hash of its newest snapshot, while it is frozen
    snapshot_as_of: date | None = None


@dataclass(frozen=True)
class PostView:
    """A post with those who answer for it."""

    id: int
    name: Text
    sector: str | None  # code
    heads_sector: bool
    holder: int | None
    holder_name: str
    deputy: int | None
    deputy_name: str


def rounds_of(town: int) -> tuple[RoundView, ...]:
    """The rounds of a municipality, the newest date first."""
    newest = Snapshot.objects.filter(round__municipality=town).order_by("pk")
    taken = {row.round_id: row for row in newest.defer("content")}
    rows = Round.objects.filter(municipality=town).order_by("-on")
    return tuple(round_view(row, taken.get(row.pk)) for row in rows)


def round_view(row: Round, snapshot: Snapshot | None = None) -> RoundView:
    """A round as shown."""
    frozen = snapshot if row.state == "frozen" else None
    return RoundView(
        id=row.pk,
        on=row.on,
        opens=row.opens,
        closes=row.closes,
        state=row.state,
        reopened_because=row.reopened_because,
        snapshot=frozen.content_hash if frozen else "",
        snapshot_as_of=frozen.as_of if frozen else None,
    )


POST_COLUMNS = (
    *("pk", "sector__code", "heads_sector", "holder_id", "holder__first_name"),
    *("holder__last_name", "holder__username", "deputy_id", "deputy__first_name"),
    *("deputy__last_name", "deputy__username"),
)


def posts_of(town: int) -> dict[int, PostView]:
    """The posts of a municipality by id, in order of sectors."""
    rows = Post.objects.filter(municipality=town).order_by("sector__position", "code")
    found = rows.values(*POST_COLUMNS, *text_columns("name"))
    return {row["pk"]: post_view(row) for row in found}


def post_view(row: Row) -> PostView:
    """A post as shown."""
    return PostView(
        id=row["pk"],
        name=written_text(row, "name"),
        sector=row["sector__code"],
        heads_sector=row["heads_sector"],
        holder=row["holder_id"],
        holder_name=name_of(row, "holder__"),
        deputy=row["deputy_id"],
        deputy_name=name_of(row, "deputy__"),
    )


def name_of(row: Row, path: str) -> str:
    """The name of a person; "" where there is none."""
    full = f"{row[f'{path}first_name'] or ''} {row[f'{path}last_name'] or ''}".strip()
    return full or row[f"{path}username"] or ""


def owners(town: int) -> dict[int, list[int]]:
    """Posts by the promise that they answer for."""
    found: dict[int, list[int]] = {}
    rows = Ownership.objects.filter(post__municipality=town).order_by("post__code")
    for promise, post in rows.values_list("promise_id", "post_id"):
        found.setdefault(promise, []).append(post)
    return found


def assigned_sectors(town: int) -> dict[int, list[str]]:
    """Codes of sectors by the promise that they were assigned to."""
    found: dict[int, list[str]] = {}
    rows = Assignment.objects.filter(promise__municipality=town, sector__isnull=False)
    for promise, code in rows.values_list("promise_id", "sector__code"):
        found.setdefault(promise, []).append(code)
    return found


def fetched_indicators(town: int) -> frozenset[str]:
    """Keys of indicators whose figures a source brought."""
    rows = Observation.objects.filter(municipality=town, fetched_at__isnull=False)
    return frozenset(rows.values_list("indicator__key", flat=True).distinct())


def tasks_of(round_id: int, posts: list[int] | None = None) -> list[Row]:
    """The tasks of a round, of some posts or all."""
    rows = Task.objects.filter(round=round_id).order_by("pk")
    if posts is not None:
        rows = rows.filter(post__in=posts)
    return [dict(row) for row in rows.values("pk", "post_id", "promise_id", "state")]


def entries_of(round_id: int, posts: list[int] | None = None) -> dict[int, UpdateEntry]:
    """What holds of each task of a round: its newest entry, also where that is an undoing."""
    rows = UpdateEntry.objects.filter(task__round=round_id).order_by("number")
    if posts is not None:
        rows = rows.filter(task__post__in=posts)
    return {row.task_id: row for row in rows}


def approvals_of(round_id: int) -> dict[str, tuple[str, datetime]]:
    """Who approved each sector and when, by the sector's code; "" is that of no sector."""
    rows = Approval.objects.filter(round=round_id).values_list("sector__code", "who", "at")
    return {code or "": (who, at) for code, who, at in rows}


def letters_of(round_id: int) -> list[Row]:
    """The letters of a round, the newest first."""
    rows = OutgoingMail.objects.filter(round=round_id).order_by("-pk")
    columns = ("person_id", "person__username", "kind", "state", "tries", "error", "queued_at")
    return list(rows.values(*columns))


def link_of(token_hash: str) -> MailLink | None:
    """The link of a token, with its round and person."""
    rows = MailLink.objects.select_related("round__municipality__area", "person")
    return rows.filter(token_hash=token_hash).first()


def people_of(posts: dict[int, PostView], asked: Any) -> dict[int, list[int]]:
    """Those who answer for some posts: the holder, or the deputy where nobody holds it."""
    found: dict[int, list[int]] = {}
    for post in sorted(set(asked)):
        person = posts[post].holder or posts[post].deputy
        if person is not None:
            found.setdefault(person, []).append(post)
    return found
