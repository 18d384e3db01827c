"""What a figure said before it was revised."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from suunta.store.models import Observation


@dataclass(frozen=True)
class Revised:
    """One revision: the value before and after, and when the change became known."""

    period: str
    unit: str | None
    before: float | None
    after: float | None
    known_on: date


def revisions(observation_ids: Iterable[int], as_of: date) -> dict[int, tuple[Revised, ...]]:
    """The revisions that led to each of these observations, newest first; one query a revision."""
    found: dict[int, list[Revised]] = {}
    newest = {pk: pk for pk in observation_ids}  # row -> the observation asked for
    while newest:
        rows = Observation.objects.filter(
            pk__in=newest, supersedes__isnull=False, known_on__lte=as_of
        ).values_list(
            "pk", "period", "unit", "supersedes_id", "supersedes__value", "value", "known_on"
        )
        older: dict[int, int] = {}
        for pk, period, unit, before_id, before, after, known_on in rows:
            asked = newest[pk]
            older[before_id] = asked
            found.setdefault(asked, []).append(Revised(period, unit, before, after, known_on))
        newest = older
    return {pk: tuple(said) for pk, said in found.items()}
