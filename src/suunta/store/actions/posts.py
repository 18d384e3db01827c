"""Posts, their holders, and what they answer for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.db import transaction

from suunta.core.texts import Text
from suunta.store.actions.log import Actor, record
from suunta.store.actions.rows import columns, put
from suunta.store.models import Municipality, Ownership, Post, Sector, User


@dataclass(frozen=True)
class NewPost:
    """A post as it is described; promises: ids of what it answers for."""

    code: str
    name: Text
    sector: str | None = None
    heads_sector: bool = False
    holder: User | None = None
    deputy: User | None = None
    promises: tuple[int, ...] = ()


@transaction.atomic
def save_contact(
    *, by: Actor, username: str, first_name: str, last_name: str, email: str, language: str
) -> User:
    """Make or change a person who is written to and needs no password."""
    values = {
        "first_name": first_name,
        "last_name": last_name,
        "email": email,
        "language": language,
    }
    user, changed = put(User, {"username": username}, values)
    if not user.password:
        user.set_unusable_password()
        user.save(update_fields=["password"])
    if changed:
        record(by=by, what="person.save", municipality=None, username=username)
    return user


@transaction.atomic
def save_posts(*, by: Actor, municipality: Municipality, posts: Sequence[NewPost]) -> None:
    """Make or change posts; a post answers for what is named, and for nothing else."""
    sectors = {row.code: row for row in Sector.objects.filter(municipality=municipality)}
    changed = [new.code for new in posts if save_post(municipality, sectors, new)]
    if changed:
        record(by=by, what="post.save", municipality=municipality, codes=changed)


def save_post(municipality: Municipality, sectors: dict[str, Sector], new: NewPost) -> bool:
    """Make or change one; whether anything changed."""
    post, changed = put(
        Post,
        {"municipality": municipality, "code": new.code},
        {
            **columns("name", new.name),
            "sector": sectors[new.sector] if new.sector else None,
            "heads_sector": new.heads_sector,
            "holder": new.holder,
            "deputy": new.deputy,
        },
    )
    there = set(post.ownerships.values_list("promise_id", flat=True))
    gone, fresh = there - set(new.promises), set(new.promises) - there
    post.ownerships.filter(promise__in=gone).delete()
    Ownership.objects.bulk_create(
        Ownership(post=post, promise_id=promise) for promise in sorted(fresh)
    )
    return changed or bool(gone or fresh)
