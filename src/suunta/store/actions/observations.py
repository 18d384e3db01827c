"""Adding observations. A figure that changed is a revision: the old one stays."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from django.db import transaction

from suunta.core.breakdown import breakdown_text
from suunta.core.texts import Text
from suunta.store.actions.log import Actor, person, record
from suunta.store.actions.rows import columns
from suunta.store.actions.sources import sources_by_address
from suunta.store.models import Area, Indicator, Municipality, Observation

# What makes two rows the same publication of the same figure.
SAME = ("value", "status", "numerator", "denominator", "unit", "approximate", "known_on")
Key = tuple[int, int, str, str, str, int]


@dataclass(frozen=True)
class NewObservation:
    """One figure of one publication. `area` is a code; None is the municipality itself."""

    indicator: str
    period: str
    value: float | None
    unit: str | None
    known_on: date
    source_title: str
    source_url: str
    kind: str = "actual"
    status: str = "ok"
    numerator: float | None = None
    denominator: float | None = None
    approximate: bool = False
    confidence: str = ""
    breakdown: Mapping[str, str] = field(default_factory=dict)
    note: Text = field(default_factory=Text)
    area: str | None = None
    fetched_at: datetime | None = None


@transaction.atomic
def add_observations(
    *,
    by: Actor,
    municipality: Municipality,
    indicators: Mapping[str, Indicator],
    observations: Sequence[NewObservation],
) -> int:
    """Add the figures that are not there yet, by day of publication; how many were added.

    A figure that differs from the newest of the same indicator, area, period, breakdown, kind and
    source becomes its next revision.
    """
    rows = as_rows(by, municipality, indicators, sorted(observations, key=lambda new: new.known_on))
    stored = stored_revisions({row.indicator_id for row in rows})
    groups: dict[Key, list[Observation]] = defaultdict(list)
    for row in rows:
        groups[key_of(row)].append(row)
    waves = [missing_revisions(stored.get(key, []), group) for key, group in groups.items()]
    added = add_in_waves(waves)
    if added:
        record(by=by, what="observation.add", municipality=municipality, rows=added)
    return added


def add_in_waves(waves: Sequence[Sequence[Observation]]) -> int:
    """Add first revisions together, then second ones: a revision needs the id it supersedes."""
    longest = max((len(wave) for wave in waves), default=0)
    for turn in range(longest):
        batch = [wave[turn] for wave in waves if turn < len(wave)]
        Observation.objects.bulk_create(batch, batch_size=500)
    return sum(len(wave) for wave in waves)


def missing_revisions(
    stored: Sequence[Observation], wanted: Sequence[Observation]
) -> list[Observation]:
    """The rows of `wanted` that are to be added after `stored`, numbered and chained."""
    known = [content_of(row) for row in stored]
    missing = []
    for row in wanted:
        if content_of(row) not in known:
            missing.append(row)
            known.append(content_of(row))
    newest = content_of(wanted[-1])
    if known[-1] != newest:
        # Published again after something else was: the newest word holds.
        missing.append(wanted[-1])
    previous = stored[-1] if stored else None
    for row in missing:
        row.revision = previous.revision + 1 if previous else 1
        row.supersedes = previous
        previous = row
    return missing


def as_rows(
    by: Actor,
    municipality: Municipality,
    indicators: Mapping[str, Indicator],
    observations: Iterable[NewObservation],
) -> list[Observation]:
    """Unsaved rows."""
    listed = list(observations)
    sources = sources_by_address((new.source_title, new.source_url) for new in listed)
    areas = {area.code: area for area in Area.objects.all()}
    return [
        Observation(
            municipality=municipality if new.area is None else None,
            indicator=indicators[new.indicator],
            area=areas[new.area] if new.area else municipality.area,
            period=new.period,
            breakdown=breakdown_text(new.breakdown),
            kind=new.kind,
            status=new.status,
            value=new.value,
            numerator=new.numerator,
            denominator=new.denominator,
            unit=new.unit,
            approximate=new.approximate,
            confidence=new.confidence,
            source=sources[new.source_title, new.source_url],
            known_on=new.known_on,
            fetched_at=new.fetched_at,
            recorded_by=person(by),
            **columns("note", new.note),
        )
        for new in listed
    ]


def stored_revisions(indicators: Iterable[int]) -> dict[Key, list[Observation]]:
    """What is stored of these indicators, oldest revision first."""
    found: dict[Key, list[Observation]] = defaultdict(list)
    for row in Observation.objects.filter(indicator__in=set(indicators)).order_by("revision"):
        found[key_of(row)].append(row)
    return found


def key_of(row: Observation) -> Key:
    """What a figure is a figure of."""
    return (
        row.indicator_id,
        row.area_id,
        row.period,
        row.breakdown,
        row.kind,
        row.source_id,
    )


def content_of(row: Observation) -> tuple[Any, ...]:
    """What the publication says."""
    return tuple(getattr(row, name) for name in SAME)
