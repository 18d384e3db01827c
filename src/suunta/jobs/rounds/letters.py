"""Writing a letter: in the person's language, about what they are asked."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.conf import settings

from suunta.core.texts import LANGUAGES, Text
from suunta.jobs.rounds.items import promises_of
from suunta.jobs.rounds.running import scorecard_of, town_today
from suunta.jobs.rounds.words import words
from suunta.outbound.mail.letter import Letter, Link
from suunta.store.models import OutgoingMail
from suunta.store.queries.rounds import posts_of, tasks_of

MOST_LISTED = 12


def link_address(token: str, language: str) -> str:
    """The address of a link, in the language of its reader."""
    return f"{settings.SUUNTA_ADDRESS}/update/{token}/?lang={language}"


def write_letter(mail: OutgoingMail, token: str) -> Letter | None:
    """The letter; None where nothing is left to ask."""
    person, found = mail.person, mail.round
    language = person.language if person.language in LANGUAGES else LANGUAGES[0]
    posts = posts_of(found.municipality_id)
    asked = names_of(mail)
    if not asked:
        return None
    town = found.municipality
    slots = {
        "name": person.get_full_name() or person.get_username(),
        "town": getattr(town, f"name_{language}") or town.slug,
        "date": numeric(found.on),
        "closes": numeric(found.closes),
        "count": str(len(asked)),
        "posts": ", ".join(shown(posts[post].name, language) for post in mail.posts),
    }
    said = words()["letters"][mail.kind]
    listed = listing([shown(name, language) for name in asked], language)
    link = Link(link_address(token, language), words()["button"][language])
    blocks = [block(line, slots, listed, link) for line in said["body"][language]]
    return Letter(person.email, language, said["subject"][language].format(**slots), blocks)


def block(line: str, slots: dict[str, str], listed: list[str], link: Link) -> Any:
    """A line of the letter's words."""
    return {"{items}": listed, "{link}": link}.get(line) or line.format(**slots)


def names_of(mail: OutgoingMail) -> list[Text]:
    """What is asked; in reminders, what still waits."""
    found = promises_of(scorecard_of(mail.round.municipality.slug, town_today()))
    rows = tasks_of(mail.round_id, list(mail.posts))
    waiting = [row for row in rows if mail.kind == "opened" or row["state"] == "waiting"]
    return [found[row["promise_id"]].name for row in waiting if row["promise_id"] in found]


def listing(names: Sequence[str], language: str) -> list[str]:
    """The first names, and how many more there are."""
    more = len(names) - MOST_LISTED
    if more <= 0:
        return list(names)
    return [*names[:MOST_LISTED], words()["more_items"][language].format(count=more)]


def shown(text: Text, language: str) -> str:
    """A text in a language."""
    return text.shown(language).text


def numeric(day: date) -> str:
    """A date in figures, the same in all three languages."""
    return f"{day.day}.{day.month}.{day.year}"
