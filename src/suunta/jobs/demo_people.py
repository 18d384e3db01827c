"""People to try the desk with. They carry the name of their role, never an invented person's:
one of the towns is real."""

from __future__ import annotations

import secrets
from dataclasses import dataclass

from django.db import transaction

from suunta.store.actions.people import give_role, save_person
from suunta.store.models import Municipality

BY = "demo"
ROLES = ("strategy_manager", "sector_head", "councillor")
PASSWORD_BYTES = 9  # twelve signs of 64


@dataclass(frozen=True)
class DemoPerson:
    """Who can sign in, and with what."""

    username: str
    password: str
    role: str


@transaction.atomic
def renew_demo_people() -> list[DemoPerson]:
    """One person for each role, in every municipality, with a new random password.

    The password is new at every start because the store keeps only its hash: what was printed
    last time cannot be printed again.
    """
    return [renew_person(role) for role in ROLES]


def renew_person(role: str) -> DemoPerson:
    """The person of one role."""
    username, password = f"demo-{role.replace('_', '-')}", secrets.token_urlsafe(PASSWORD_BYTES)
    user = save_person(
        by=BY,
        username=username,
        password=password,
        first_name="Demo",
        last_name=role.replace("_", " "),
    )
    for municipality in Municipality.objects.all():
        give_role(by=BY, user=user, municipality=municipality, role=role)
    return DemoPerson(username, password, role.replace("_", " "))
