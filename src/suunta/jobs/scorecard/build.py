"""Building the scorecard."""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

from suunta.core.errors import InputError
from suunta.core.scorecard import Scorecard
from suunta.jobs.scorecard.stored import fetch
from suunta.jobs.scorecard.views import scorecard_of
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
    """The scorecard as of a day, in at most eight queries whatever the number of measures.

    as_of: None stands for the municipality's opening date, or today; goal, area: a number of the
    document, to which the views are narrowed. Raises NothingToShowError.
    """
    day = as_of or opening_day(municipality_slug)
    stored = fetch(municipality_slug, day)
    if stored is None:
        raise NothingToShowError(f"{municipality_slug}: nothing had been adopted on {day}.")
    return scorecard_of(stored, goal=goal, area=area)


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
