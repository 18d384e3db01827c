"""What a figure said before it was revised."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from itertools import pairwise

from suunta.store.models import Observation
from suunta.store.queries.protection import PROTECTION_COLUMNS, protected
from suunta.store.queries.row import Row

# What makes two publications say the same figure; a later one revises the earlier.
FIGURE = ("indicator_id", "area__code", "period", "breakdown", "kind")


@dataclass(frozen=True)
class Revised:
    """One revision: the value before and after, when it became known and who published it."""

    period: str
    unit: str | None
    before: float | None
    after: float | None
    known_on: date
    recorded_at: datetime
    source_title: str
    source_url: str


def revisions(observation_ids: Iterable[int], as_of: date) -> dict[int, tuple[Revised, ...]]:
    """The revisions that led to each of these observations, newest first; two queries. What is
    suppressed today is not told as it was before."""
    asked = {
        tuple(row[name] for name in FIGURE): row["pk"]
        for row in Observation.objects.filter(pk__in=list(observation_ids)).values("pk", *FIGURE)
    }
    rows = (
        Observation.objects.filter(
            indicator__in={key[0] for key in asked},
            period__in={key[2] for key in asked},
        )
        .order_by("known_on", "pk")
        .values(*PROTECTION_COLUMNS, "unit", "recorded_at", "source__title", "source__url")
    )
    published: dict[int, list[Row]] = defaultdict(list)
    for row in protected(rows):
        key = tuple(row[name] for name in FIGURE)
        if key in asked and row["known_on"] <= as_of:
            published[asked[key]].append(row)
    return {
        pk: tuple(revised(before, after) for before, after in reversed(list(pairwise(said))))
        for pk, said in published.items()
        if len(said) > 1
    }


def revised(before: Row, after: Row) -> Revised:
    """The later of two publications of a figure, beside what the earlier one said."""
    return Revised(
        period=after["period"],
        unit=after["unit"],
        before=before["value"],
        after=after["value"],
        known_on=after["known_on"],
        recorded_at=after["recorded_at"],
        source_title=after["source__title"],
        source_url=after["source__url"],
    )
