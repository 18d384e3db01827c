"""A town begins: the municipality itself, and the first people who sign in."""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import transaction

from suunta.core.errors import Fault, InputError
from suunta.core.texts import LANGUAGES, Text
from suunta.jobs.import_strategy import refuse_unusable
from suunta.store.actions.find import find_municipality, known_municipality
from suunta.store.actions.log import Actor
from suunta.store.actions.municipalities import save_municipality
from suunta.store.actions.people import give_role, save_person
from suunta.store.models import User
from suunta.store.models.choices import ROLES


@dataclass(frozen=True)
class Newcomer:
    """A person with a role. password: the first one, None where the person had one before."""

    username: str
    role: str
    password: str | None


@transaction.atomic
def add_municipality(*, by: Actor, slug: str, name: Text, languages: Sequence[str]) -> bool:
    """Make a municipality; False where it is there already and is the same. Raises: InputError."""
    refuse_unusable(slug)
    faults = []
    if not languages or set(languages) - set(LANGUAGES):
        what = f"cannot be the official languages: {', '.join(languages) or 'none'}."
        faults.append(Fault(what, "--languages", f"Name some of {', '.join(LANGUAGES)}."))
    for language in languages:
        if language in LANGUAGES and not name.words.get(language):
            remedy = f"Add --name {language}=NAME."
            faults.append(Fault(f"has no name in {language}.", "--name", remedy))
    if faults:
        raise InputError(faults)
    known = known_municipality(slug)
    if known is None:
        save_municipality(by=by, slug=slug, name=name, official_languages=languages)
        return True
    names = {language: getattr(known, f"name_{language}") for language in name.words}
    if names != dict(name.words) or known.official_languages != list(languages):
        what = f"there is a municipality {slug} already, with other names or languages."
        raise InputError.single(what, "SLUG", "Choose another slug, or leave it as it is.")
    return False


@transaction.atomic
def add_person(
    *, by: Actor, username: str, slug: str, role: str, email: str = "", password: str | None = None
) -> Newcomer:
    """Give a person a role in a municipality, and a first password to one who is new.

    password: None makes one up. Raises: InputError.
    """
    town = find_municipality(slug)
    refuse_unusable_person(username, role, email)
    user = User.objects.filter(username=username).first()
    given = None
    if user is None:
        given = password or secrets.token_urlsafe(12)
        user = save_person(
            by=by, username=username, password=given, first_name="", last_name="", email=email
        )
    give_role(by=by, user=user, municipality=town, role=role)
    return Newcomer(username, role, given)


def refuse_unusable_person(username: str, role: str, email: str) -> None:
    """Refuse everything that cannot be kept, at once. Raises: InputError."""
    faults = []
    if role not in ROLES:
        remedy = f"Name one of {', '.join(ROLES)}."
        faults.append(Fault(f"there is no role {role}.", "--role", remedy))
    try:
        User._meta.get_field("username").run_validators(username)
    except ValidationError:
        remedy = "Use letters, digits and @ . + - _, 150 at most."
        faults.append(Fault(f"cannot be a username: {username!r}.", "USERNAME", remedy))
    try:
        if email:
            validate_email(email)
    except ValidationError:
        faults.append(Fault(f"is no mail address: {email}.", "--email", "Correct it."))
    if faults:
        raise InputError(faults)
