"""Building the scorecard."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import lru_cache
from zoneinfo import ZoneInfo

from suunta.core.assess.explain import Steps, explain
from suunta.core.assess.measure import MeasureInput
from suunta.core.errors import InputError
from suunta.core.scorecard import Scorecard
from suunta.jobs.scorecard.parts import inputs_of
from suunta.jobs.scorecard.stored import Stored, fetch
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
    built = whole_of(municipality_slug, as_of)
    return narrowed(built.card, goal=goal, area=area)


def explanations(
    municipality_slug: str, as_of: date | None, part_ids: Iterable[str]
) -> dict[str, Steps]:
    """How the parts with these ids were judged, number by number; parts that nothing was
    calculated for are left out. One query where nothing was written since the scorecard was built.

    Raises NothingToShowError.
    """
    judged = whole_of(municipality_slug, as_of).inputs
    found = {}
    for part_id in part_ids:
        if part_id in judged and (steps := steps_of(judged[part_id], judged)):
            found[part_id] = steps
    return found


def steps_of(measure: MeasureInput, judged: dict[str, MeasureInput]) -> Steps | None:
    """The steps of one part; None where it cannot be judged, which its status says already."""
    of = measure.target.of if measure.target else None
    batch = [judged[of]] if isinstance(of, str) and of in judged else []
    try:
        return explain(measure, batch)
    except ValueError:
        return None


@dataclass(frozen=True)
class Built:
    """A scorecard and, by the id of its part, what the kernel was given."""

    card: Scorecard
    inputs: dict[str, MeasureInput]


def whole_of(slug: str, as_of: date | None) -> Built:
    """The whole scorecard. Raises NothingToShowError."""
    day = as_of or opening_day(slug)
    built = whole(slug, day, newest_line())
    if built is None:
        raise NothingToShowError(f"{slug}: nothing had been adopted on {day}.")
    return built


@lru_cache(maxsize=32)
def whole(slug: str, day: date, written: Line | None) -> Built | None:
    """All of it, kept as long as the newest line of the log is `written`."""
    stored = fetch(slug, day)
    return built_of(stored) if stored else None


def built_of(stored: Stored) -> Built:
    """Everything that is stored, judged and laid out."""
    inputs = inputs_of(stored)
    return Built(scorecard_of(stored, inputs), {each.id: each for each in inputs.values()})


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
