"""Building the scorecard."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from functools import lru_cache
from zoneinfo import ZoneInfo

from suunta.core.errors import InputError
from suunta.core.scorecard import Scorecard
from suunta.jobs.scorecard.stored import fetch
from suunta.jobs.scorecard.views import scorecard_of
from suunta.store.queries.log import Line, newest_line
from suunta.store.queries.municipalities import municipalities, municipality

HELSINKI = ZoneInfo("Europe/Helsinki")


class NothingToShowError(LookupError):
    """There is no such municipality, or nothing had been adopted by then."""


def build(
    municipality_slug: str,
    as_of: date | None = None,
    *,
    goal: str | None = None,
    area: str | None = None,
) -> Scorecard:
    """The scorecard as of a day: one query where nothing was written since it was built last,
    at most nine otherwise, whatever the number of measures.

    as_of: None stands for the municipality's opening date, or today; goal, area: a number of the
    document, to which the views are narrowed. Raises NothingToShowError.
    """
    day = as_of or opening_day(municipality_slug)
    card = whole(municipality_slug, day, newest_line())
    if card is None:
        raise NothingToShowError(f"{municipality_slug}: nothing had been adopted on {day}.")
    return narrowed(card, goal=goal, area=area)


@lru_cache(maxsize=32)
def whole(slug: str, day: date, written: Line | None) -> Scorecard | None:
    """All of it, kept as long as the newest line of the log is `written`."""
    stored = fetch(slug, day)
    return scorecard_of(stored) if stored else None


def narrowed(card: Scorecard, *, goal: str | None, area: str | None) -> Scorecard:
    """The scorecard of one goal or focus area."""
    areas = [each for each in card.areas if area in (None, each.number)]
    if goal is not None:
        only = (
            replace(each, goals=tuple(one for one in each.goals if one.number == goal))
            for each in areas
        )
        areas = [each for each in only if each.goals]
    return replace(card, areas=tuple(areas))


def opening_day(slug: str) -> date:
    """The day as of which the pages open when the address names none."""
    found = municipality(slug)
    if found is None:
        raise NothingToShowError(f"there is no municipality {slug}.")
    return found.opening_date or datetime.now(HELSINKI).date()


def only_municipality() -> str:
    """The slug of the one municipality that the store has. Raises InputError otherwise."""
    slugs = [each.slug for each in municipalities()]
    if len(slugs) == 1:
        return slugs[0]
    known = f"Write one of {', '.join(slugs)}." if slugs else "Write the slug of a new one."
    raise InputError.single(
        f"the store has {len(slugs) or 'no'} municipalities.", "--municipality", known
    )
