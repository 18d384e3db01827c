"""People to try the desk with, in the example towns, with a new password at every start."""

from __future__ import annotations

import secrets
from dataclasses import dataclass

from django.db import transaction

from suunta.store.actions.find import find_municipality
from suunta.store.actions.people import give_role, save_person
from suunta.store.queries.municipalities import municipalities

BY = "demo"
CAST = (
    ("strategy_manager", "Stina", "Strategi"),
    ("sector_head", "Kalle", "Toimiala"),
    ("reader", "Lea", "Lukija"),
)


@dataclass(frozen=True)
class DemoPerson:
    """Who one may sign in as."""

    username: str
    password: str
    role: str


@transaction.atomic
def renew_demo_people() -> tuple[DemoPerson, ...]:
    """Make the people or give them new passwords; each has a role in every town of the demo."""
    towns = [find_municipality(town.slug) for town in municipalities()]
    people = []
    for role, first_name, last_name in CAST:
        username = f"{first_name}.{last_name}".lower()
        password = secrets.token_urlsafe(12)
        user = save_person(
            by=BY,
            username=username,
            password=password,
            first_name=first_name,
            last_name=last_name,
        )
        for town in towns:
            give_role(by=BY, user=user, municipality=town, role=role)
        people.append(DemoPerson(username, password, role))
    return tuple(people)
