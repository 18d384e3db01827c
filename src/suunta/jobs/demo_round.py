"""An open round in the fictional town, so that the demo shows one. No letter is sent: the links
are handed out where the demo starts, new ones each time, as only their hashes are kept."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from suunta.core.workdays import add_working_days
from suunta.jobs.rounds.letters import link_address
from suunta.jobs.rounds.links import new_link
from suunta.jobs.rounds.running import OPEN_WORKING_DAYS, open_round, town_today
from suunta.store.actions.find import find_municipality
from suunta.store.models import Round, User
from suunta.store.queries.rounds import people_of, posts_of, tasks_of

BY = "demo"
MOST_LINKS = 3


@dataclass(frozen=True)
class DemoLink:
    """A link and whose it is."""

    name: str
    language: str
    address: str


def renew_demo_round(slug: str, today: date | None = None) -> tuple[DemoLink, ...]:
    """Open a round of the last month's end unless one is open; new links into it. Nothing where
    the town has no posts."""
    day = today or town_today()
    town = find_municipality(slug)
    posts = posts_of(town.pk)
    if not posts:
        return ()
    found = Round.objects.filter(municipality=town, state="open").order_by("-on").first()
    if found is None:
        on = day.replace(day=1) - timedelta(days=1)
        if Round.objects.filter(municipality=town, on=on).exists():
            return ()
        closes = add_working_days(day, OPEN_WORKING_DAYS)
        open_round(slug, on, by=BY, today=day, closes=closes, letters=False)
        found = Round.objects.get(municipality=town, on=on)
    people = people_of(posts, {row["post_id"] for row in tasks_of(found.pk)})
    chosen = sorted(people.items(), key=lambda pair: len(pair[1]))[:MOST_LINKS]
    return tuple(link_of(found, person, mine) for person, mine in chosen)


def link_of(found: Round, person: int, posts: list[int]) -> DemoLink:
    """A new link of a person."""
    user = User.objects.get(pk=person)
    token = new_link(found, user, posts, by=BY)
    return DemoLink(user.get_full_name(), user.language, link_address(token, user.language))
