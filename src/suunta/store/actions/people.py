"""People who sign in and their roles."""

from __future__ import annotations

from django.db import transaction

from suunta.store.actions.log import Actor, record
from suunta.store.models import Membership, Municipality, Sector, User


@transaction.atomic
def save_person(
    *, by: Actor, username: str, password: str, first_name: str, last_name: str, email: str = ""
) -> User:
    """Make a person or give an existing one a new password."""
    user, _ = User.objects.update_or_create(
        username=username,
        defaults={"first_name": first_name, "last_name": last_name, "email": email},
    )
    user.set_password(password)
    user.save(update_fields=["password"])
    record(by=by, what="person.save", municipality=None, username=username)
    return user


@transaction.atomic
def give_role(
    *, by: Actor, user: User, municipality: Municipality, role: str, sector: Sector | None = None
) -> Membership:
    """Give a person a role in a municipality, in one sector or in all of it."""
    membership, made = Membership.objects.get_or_create(
        user=user, municipality=municipality, role=role, sector=sector
    )
    if made:
        record(
            by=by,
            what="membership.give",
            municipality=municipality,
            username=user.get_username(),
            role=role,
        )
    return membership
