"""The steps of a round: opened, approved, closed, frozen, opened again."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction

from suunta.core.errors import InputError
from suunta.core.scorecard import Scorecard
from suunta.core.workdays import add_working_days
from suunta.jobs.rounds.asking import asking_of
from suunta.jobs.rounds.snapshots import content_of, hash_of
from suunta.jobs.scorecard.build import HELSINKI, NothingToShowError, build
from suunta.store.actions import rounds as actions
from suunta.store.actions.find import find_municipality
from suunta.store.actions.log import Actor
from suunta.store.actions.mail import queue_letters
from suunta.store.models import Round, Sector
from suunta.store.queries.rounds import people_of, posts_of

# How long a round is open unless somebody says otherwise.
OPEN_WORKING_DAYS = 10


@dataclass(frozen=True)
class Opened:
    """What came of opening a round."""

    closes: date
    tasks: int
    letters: int
    unowned: tuple[str, ...]  # codes of what nobody answers for
    silent: int  # posts that nobody holds


def town_today() -> date:
    """Today in the town."""
    return datetime.now(HELSINKI).date()


def scorecard_of(slug: str, day: date) -> Scorecard:
    """The scorecard as of a day. Raises: InputError where nothing was adopted by then."""
    try:
        return build(slug, day)
    except NothingToShowError as error:
        raise InputError.single(
            f"{slug} has adopted nothing by {day}.", "--municipality", "Adopt its document first."
        ) from error


@transaction.atomic
def open_round(
    slug: str,
    on: date,
    *,
    by: Actor,
    closes: date | None = None,
    today: date | None = None,
    letters: bool = True,
) -> Opened:
    """Ask every owner, and let the letters wait to be sent.

    closes: ten working days from today unless given. Raises: InputError.
    """
    today = today or town_today()
    town = find_municipality(slug)
    asking = asking_of(town.pk, scorecard_of(slug, today))
    closes = closes or add_working_days(today, OPEN_WORKING_DAYS)
    made = actions.open_round(
        by=by, municipality=town, on=on, opens=today, closes=closes, asked=asking.pairs
    )
    posts = posts_of(town.pk)
    asked = {post for post, _ in asking.pairs}
    people = people_of(posts, asked)
    queued = 0
    if letters:
        queued = queue_letters(by=by, round_=made, kind="opened", people=list(people.items()))
    silent = len(asked) - len({post for found in people.values() for post in found})
    return Opened(closes, len(asking.pairs), queued, asking.unowned, silent)


def close_round(slug: str, on: date, *, by: Actor) -> Round:
    """Close a round: what is told after that is kept as late. Raises: InputError."""
    return actions.close_round(by=by, municipality=find_municipality(slug), on=on)


@transaction.atomic
def freeze_round(slug: str, on: date, *, by: Actor, today: date | None = None) -> str:
    """Freeze a closed round with the scorecard of today; the hash. Raises: InputError."""
    day = today or town_today()
    content = content_of(scorecard_of(slug, day))
    snapshot = actions.freeze_round(
        by=by,
        municipality=find_municipality(slug),
        on=on,
        as_of=day,
        content_hash=hash_of(content),
        content=content,
    )
    return snapshot.content_hash


def reopen_round(
    slug: str, on: date, *, reason: str, by: Actor, closes: date | None = None
) -> Round:
    """Open a closed or frozen round again. Raises: InputError."""
    town = find_municipality(slug)
    return actions.reopen_round(by=by, municipality=town, on=on, reason=reason, closes=closes)


def approve(slug: str, on: date, *, sector: str, by: Actor) -> None:
    """Approve the answers of a sector; "" is that of posts without one. Raises: InputError."""
    town = find_municipality(slug)
    row = Sector.objects.filter(municipality=town, code=sector).first() if sector else None
    if sector and row is None:
        raise InputError.single(f"there is no sector {sector}.", "--sector", "")
    actions.approve_sector(by=by, municipality=town, on=on, sector=row)
