"""Where the pages get what they show: the jobs and queries below, named in one place."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from django.contrib.auth.base_user import AbstractBaseUser
from django.contrib.auth.models import AnonymousUser

from suunta.core.assess.explain import Steps
from suunta.core.comparison import Comparison
from suunta.core.scorecard import Figure, MunicipalityView, PartView, Scorecard
from suunta.jobs import collecting, compare
from suunta.jobs import scorecard as scorecards
from suunta.jobs.scorecard.changes import replaced_targets
from suunta.store import access
from suunta.store.models import Membership
from suunta.store.queries import derivations
from suunta.store.queries import revisions as revision_queries
from suunta.store.queries.derivations import InputFigure
from suunta.store.queries.feeds import Origin
from suunta.store.queries.revisions import Revised

Visitor = AbstractBaseUser | AnonymousUser
NothingToShowError = scorecards.NothingToShowError


def municipality(slug: str) -> MunicipalityView | None:
    """The municipality of a slug."""
    return scorecards.municipality(slug)


def municipalities() -> tuple[MunicipalityView, ...]:
    """All municipalities of this installation."""
    return scorecards.municipalities()


def scorecard(
    slug: str, as_of: date, *, goal: str | None = None, area: str | None = None
) -> Scorecard:
    """The scorecard as of a day, or a part of it. Raises NothingToShowError."""
    return scorecards.build(slug, as_of, goal=goal, area=area)


def explanations(slug: str, as_of: date, parts: list[PartView]) -> dict[str, Steps]:
    """How the parts were judged, number by number, by the id of the part."""
    return scorecards.explanations(slug, as_of, [part.id for part in parts])


def revisions(parts: list[PartView], as_of: date) -> dict[int, tuple[Revised, ...]]:
    """What the revised figures of some parts said before, by the figure's observation."""
    revised = [figure for part in parts for figure in part.figures if figure.revision > 1]
    return revision_queries.revisions([figure.observation_id for figure in revised], as_of)


def earlier_targets(slug: str, as_of: date, parts: list[PartView]) -> dict[str, list[PartView]]:
    """Parts as they stood before a later decision changed their targets, the oldest first, by the
    part's id."""
    found: dict[str, list[PartView]] = {}
    for part, old, _new in replaced_targets(slug, as_of, parts):
        found.setdefault(part.id, []).append(replace(part, target=old))
    return found


def inputs(figures: list[Figure]) -> dict[int, tuple[InputFigure, ...]]:
    """What computed figures were made from, by the figure's observation."""
    wanted = [figure.observation_id for figure in figures]
    return derivations.inputs_of(wanted) if wanted else {}


def origins(parts: list[PartView]) -> dict[int, Origin]:
    """How figures of some parts came by themselves, by the figure's observation."""
    figures = [figure for part in parts for figure in part.figures]
    return collecting.origins([figure.observation_id for figure in figures])


def comparisons(
    town: MunicipalityView, parts: list[PartView], as_of: date
) -> dict[str, tuple[Comparison, ...]]:
    """Parts among the peers of the town, by the id of the part."""
    return compare.comparisons(town, parts, as_of)


def roles_in(user: Visitor, slug: str) -> frozenset[str]:
    """The roles of a person in a municipality."""
    return access.roles_in(user, slug)


def municipalities_of(user: Visitor) -> tuple[MunicipalityView, ...]:
    """The municipalities that a person works for."""
    mine = Membership.objects.filter(user__pk=user.pk or 0)
    slugs = set(mine.values_list("municipality__slug", flat=True))
    return tuple(town for town in municipalities() if town.slug in slugs)
