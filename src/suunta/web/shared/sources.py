"""Where the pages get what they show: the jobs and queries below, in one place."""

from __future__ import annotations

from datetime import date
from typing import Any

from suunta.core.scorecard import MunicipalityView, Scorecard


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
