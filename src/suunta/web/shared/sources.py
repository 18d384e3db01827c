"""Where the pages get what they show: the jobs and queries below, in one place."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from suunta.core.scorecard import MunicipalityView, PartView, Scorecard


@dataclass(frozen=True)
class Revision:
    """A figure that was changed: the value before and after, and when the change was known."""

    period: str
    before: str
    after: str
    on: date


def municipality(slug: str) -> MunicipalityView | None:
    from suunta.jobs import scorecard as job

    return job.municipality(slug)


def municipalities() -> tuple[MunicipalityView, ...]:
    from suunta.jobs import scorecard as job

    return job.municipalities()


def scorecard(
    slug: str, as_of: date, goal: str | None = None, area: str | None = None
) -> Scorecard:
    from suunta.jobs import scorecard as job

    return job.build(slug, as_of, goal=goal, area=area)


def role_in(user: Any, slug: str) -> str | None:
    found = user.memberships.filter(municipality__slug=slug).values_list("role", flat=True).first()
    return found


def revisions(part: PartView, as_of: date) -> tuple[Revision, ...]:
    return ()
