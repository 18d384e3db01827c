"""People to try the desk with, in the example towns, with a new password at every start.

They carry the name of their role and no invented person's: one of the towns is real. The password
is new each time because the store keeps only its hash.
"""

from __future__ import annotations

import secrets
from collections.abc import Iterable
from dataclasses import dataclass

from django.db import transaction

from suunta.store.actions.find import find_municipality
from suunta.store.actions.people import give_role, save_person

BY = "demo"
ROLES = ("strategy_manager", "sector_head", "reader")


@dataclass(frozen=True)
class DemoPerson:
    """Who one may sign in as."""

    username: str
    password: str
    role: str


@transaction.atomic
def renew_demo_people(slugs: Iterable[str]) -> tuple[DemoPerson, ...]:
    """Make the people or give them new passwords; each has a role in the towns of `slugs` alone:
    a store that holds other towns as well does not open them."""
    towns = [find_municipality(slug) for slug in slugs]
    people = []
    for role in ROLES:
        username, password = f"demo-{role.replace('_', '-')}", secrets.token_urlsafe(12)
        user = save_person(
            by=BY,
            username=username,
            password=password,
            first_name="Demo",
            last_name=role.replace("_", " "),
        )
        for town in towns:
            give_role(by=BY, user=user, municipality=town, role=role)
        people.append(DemoPerson(username, password, role))
    return tuple(people)
