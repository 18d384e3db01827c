"""Links in mails: whose they are, and why one does not open."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from suunta.core.workdays import add_working_days
from suunta.jobs.rounds.running import town_today
from suunta.store.actions import mail as actions
from suunta.store.actions.log import Actor
from suunta.store.models import MailLink, Round, User
from suunta.store.queries.rounds import link_of

# A link outlives its round a little: who was late can still tell.
GRACE_WORKING_DAYS = 10


class LinkRefusedError(Exception):
    """The link does not open: unknown, revoked, expired or frozen."""

    def __init__(self, why: str, link: MailLink | None = None) -> None:
        self.why, self.link = why, link
        super().__init__(why)


@dataclass(frozen=True)
class OpenLink:
    """A link that opens."""

    row: MailLink
    today: date

    @property
    def round(self) -> Round:
        """The round that it answers in."""
        found: Round = self.row.round
        return found

    @property
    def person(self) -> User:
        """Whose it is."""
        found: User = self.row.person
        return found

    @property
    def slug(self) -> str:
        """The slug of the municipality."""
        return str(self.round.municipality.slug)

    @property
    def late(self) -> bool:
        """Whether what is told now is late."""
        return self.round.state == "closed" or self.today > self.round.closes


def open_link(token: str, today: date | None = None) -> OpenLink:
    """The link of a token; looking at it changes nothing. Raises: LinkRefusedError."""
    day = today or town_today()
    link = link_of(actions.hash_of(token))
    if link is None:
        raise LinkRefusedError("unknown")
    if link.revoked_at is not None or not link.person.is_active:
        raise LinkRefusedError("revoked", link)
    if link.round.state == "frozen":
        raise LinkRefusedError("frozen", link)
    if day > expiry(link.round, link.expires):
        raise LinkRefusedError("expired", link)
    return OpenLink(link, day)


def expiry(round_: Round, written: date) -> date:
    """The last day of a link: a round that was opened again for longer keeps its links alive."""
    return max(written, round_.closes)


def new_link(round_: Round, person: User, posts: Sequence[int], *, by: Actor) -> str:
    """A link for a person; its token."""
    expires = add_working_days(max(round_.closes, town_today()), GRACE_WORKING_DAYS)
    return actions.make_link(by=by, round_=round_, person=person, posts=posts, expires=expires)


def not_mine(link: OpenLink) -> None:
    """Somebody else opened it: it and its like are taken back."""
    actions.revoke_links(by=link.person, round_=link.round, person=link.person)
