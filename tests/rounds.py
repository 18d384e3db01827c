"""Mallila with posts and their holders, for the tests of rounds."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from suunta.core.texts import Text
from suunta.jobs.rounds import Item, OpenLink, items_of, open_link, open_round
from suunta.jobs.rounds.links import new_link
from suunta.store.actions.posts import NewPost, save_contact, save_posts
from suunta.store.models import Municipality, Post, Round, User
from towns import BY, import_mallila, observe, observed, promise, satisfaction

ON = date(2022, 8, 31)
TODAY = date(2022, 9, 1)  # a Thursday
CLOSES = date(2022, 9, 15)


@dataclass
class Cast:
    """Who answers in Mallila."""

    town: Municipality
    aino: User  # holds the post of education
    bo: User  # its deputy
    cia: User  # heads the sector of care


def contact(name: str, language: str) -> User:
    return save_contact(
        by=BY,
        username=name.lower(),
        first_name=name,
        last_name="Esimerkki",
        email=f"{name.lower()}@example.org",
        language=language,
    )


def make_cast(town: Municipality) -> Cast:
    """An adopted strategy, two posts and three people; satisfaction has had two figures."""
    import_mallila()
    observe(
        town,
        observed("2020", 70.0, date(2021, 2, 1)),
        observed("2021", 72.0, date(2022, 2, 1)),
    )
    from suunta.store.actions.indicators import NewLink, save_links

    save_links(
        by=BY,
        municipality=town,
        indicators=satisfaction(town),
        links=[NewLink(promise("1.1-M1.1"), "satisfied", Text({"fi": "Sama luku"}))],
    )
    cast = Cast(town, contact("Aino", "fi"), contact("Bo", "sv"), contact("Cia", "en"))
    save_posts(
        by=BY,
        municipality=town,
        posts=[
            NewPost(
                "director",
                Text({"fi": "Sivistysjohtaja", "sv": "Bildningsdirektör", "en": "Director"}),
                "sivistys",
                heads_sector=True,
                holder=cast.aino,
                deputy=cast.bo,
                promises=(promise("1.1-M1"), promise("1.1-M2"), promise("1.1-A1")),
            ),
            NewPost(
                "librarian",
                Text({"fi": "Kirjastonjohtaja", "sv": "Bibliotekschef", "en": "Librarian"}),
                "sivistys",
                holder=cast.cia,
                promises=(promise("1.2-M1"),),
            ),
        ],
    )
    return cast


def opened(town: Municipality, **changes: Any) -> Round:
    """The round of ON, open."""
    given = {"by": BY, "today": TODAY, "closes": CLOSES} | changes
    open_round(town.slug, ON, **given)
    return Round.objects.get(municipality=town, on=ON)


def link_for(found: Round, person: User, today: date = TODAY) -> OpenLink:
    """A link of a person, opened on a day."""
    return open_link(token_for(found, person), today)


def token_for(found: Round, person: User) -> str:
    """The token of a new link of a person."""
    from django.db.models import Q

    mine = Post.objects.filter(Q(holder=person) | Q(deputy=person))
    return new_link(found, person, list(mine.values_list("pk", flat=True)), by=BY)


def item(link: OpenLink, code: str) -> Item:
    """The item with a code."""
    return next(each for each in items_of(link) if each.code == code)
