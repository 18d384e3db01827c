"""Links that answer for a person, and letters on their way."""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Sequence
from datetime import date, datetime, timedelta

from django.db import transaction
from django.utils import timezone

from suunta.store.actions.log import Actor, record
from suunta.store.models import MailLink, OutgoingMail, Round, User

TOKEN_BYTES = 32
# After each failure it waits longer, a day at most; after the last it gives up.
WAITS_MINUTES = (1, 5, 15, 60, 240, 1440, 1440)


def hash_of(token: str) -> str:
    """What is kept of a token."""
    return hashlib.sha256(token.encode("utf-8", "replace")).hexdigest()


@transaction.atomic
def make_link(
    *, by: Actor, round_: Round, person: User, posts: Sequence[int], expires: date
) -> str:
    """Make a link; its token, which is shown this once."""
    token = secrets.token_urlsafe(TOKEN_BYTES)
    MailLink.objects.create(
        token_hash=hash_of(token),
        round=round_,
        person=person,
        posts=sorted(posts),
        expires=expires,
    )
    record(
        by=by,
        what="link.make",
        municipality=round_.municipality,
        person=person.get_username(),
        on=round_.on.isoformat(),
    )
    return token


def forget_link(token: str) -> None:
    """Take away a link whose letter never left."""
    MailLink.objects.filter(token_hash=hash_of(token), used_at=None).delete()


@transaction.atomic
def revoke_links(*, by: Actor, round_: Round, person: User) -> int:
    """Take back every link of a person in a round; how many there were."""
    links = MailLink.objects.filter(round=round_, person=person, revoked_at=None)
    taken = links.update(revoked_at=timezone.now())
    if taken:
        record(
            by=by,
            what="link.revoke",
            municipality=round_.municipality,
            person=person.get_username(),
            on=round_.on.isoformat(),
            links=taken,
        )
    return taken


def note_used(link: MailLink) -> None:
    """Note when a link was first used to say something."""
    MailLink.objects.filter(pk=link.pk, used_at=None).update(used_at=timezone.now())


@transaction.atomic
def queue_letters(
    *, by: Actor, round_: Round, kind: str, people: Sequence[tuple[int, Sequence[int]]]
) -> int:
    """Let letters wait to be sent. people: pairs of person and posts that the letter is about."""
    now = timezone.now()
    letters = [
        OutgoingMail(
            municipality=round_.municipality,
            round=round_,
            person_id=person,
            posts=sorted(posts),
            kind=kind,
            next_try_at=now,
        )
        for person, posts in people
    ]
    OutgoingMail.objects.bulk_create(letters, batch_size=500)
    if letters:
        record(
            by=by,
            what="mail.queue",
            municipality=round_.municipality,
            on=round_.on.isoformat(),
            kind=kind,
            letters=len(letters),
        )
    return len(letters)


@transaction.atomic
def take_letter(now: datetime) -> OutgoingMail | None:
    """The next letter that is due; nobody else takes it for a while."""
    due = OutgoingMail.objects.filter(state="waiting", next_try_at__lte=now).order_by("pk")
    letter = (
        due.select_for_update(skip_locked=True, of=("self",))
        .select_related("round__municipality", "person")
        .first()
    )
    if letter is None:
        return None
    wait = WAITS_MINUTES[min(letter.tries, len(WAITS_MINUTES) - 1)]
    letter.tries += 1
    letter.next_try_at = now + timedelta(minutes=wait)
    letter.save(update_fields=["tries", "next_try_at"])
    return letter


@transaction.atomic
def note_letter(letter: OutgoingMail, state: str, error: str = "") -> None:
    """Note what came of sending a letter; one that failed too often is dropped."""
    gives_up = state == "waiting" and letter.tries >= len(WAITS_MINUTES)
    letter.state = "dropped" if gives_up else state
    letter.error = error[:500]
    letter.sent_at = timezone.now() if state == "sent" else None
    letter.save(update_fields=["state", "error", "sent_at"])
    if letter.state != "waiting":
        record(
            by="worker",
            what=f"mail.{letter.state}",
            municipality=letter.municipality,
            person=letter.person.get_username(),
            kind=letter.kind,
        )


@transaction.atomic
def send_again(*, by: Actor, round_: Round) -> int:
    """Let the letters of a round that were refused or dropped be tried once more."""
    rows = OutgoingMail.objects.filter(round=round_, state__in=("refused", "dropped"))
    count = rows.update(state="waiting", tries=0, error="", next_try_at=timezone.now())
    if count:
        record(by=by, what="mail.retry", municipality=round_.municipality, letters=count)
    return count
