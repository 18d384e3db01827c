"""Indicators, their breaks, and which part they say something about."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.db import transaction

from suunta.core.derive import Derivation
from suunta.core.texts import Text
from suunta.store.actions.log import Actor, record
from suunta.store.actions.rows import columns, put
from suunta.store.models import (
    Indicator,
    IndicatorLink,
    Municipality,
    NearMiss,
    PeerGroup,
    SeriesBreak,
)


@dataclass(frozen=True)
class NewIndicator:
    """An indicator as it is described."""

    key: str
    name: Text
    unit: str | None
    polarity: str | None = None
    limits: tuple[float | None, float | None] = (None, None)
    decimals: int | None = None
    scale: str | None = None
    definition: Text = field(default_factory=Text)
    source: str | None = None
    breaks: tuple[tuple[str, Text], ...] = ()
    derivation: Derivation | None = None
    people: bool | None = None
    threshold: int | None = None


@dataclass(frozen=True)
class NewLink:
    """A part (by its promise), the series that measures the same, and how one knows."""

    promise: int
    indicator: str
    why: Text
    of_number: float | None = None
    of_promise: int | None = None
    peers: bool = False
    peer_group: PeerGroup | None = None
    per: str | None = None
    window_years: int | None = None
    path: tuple[Mapping[str, Any], ...] = ()


@dataclass(frozen=True)
class NewNearMiss:
    """A part (by its promise) and a series that is not the same; None where no series is meant."""

    promise: int
    indicator: str | None
    why: Text


@transaction.atomic
def save_indicators(
    *, by: Actor, municipality: Municipality | None, indicators: Sequence[NewIndicator]
) -> dict[str, Indicator]:
    """Make or change indicators; those without a municipality are shared. By key."""
    saved: dict[str, Indicator] = {}
    changed = []
    for new in indicators:
        row, different = put(
            Indicator, {"municipality": municipality, "key": new.key}, indicator_values(new)
        )
        breaks = [
            put(SeriesBreak, {"indicator": row, "period": period}, columns("reason", reason))[1]
            for period, reason in new.breaks
        ]
        saved[new.key] = row
        if different or any(breaks):
            changed.append(new.key)
    if changed:
        record(by=by, what="indicator.save", municipality=municipality, keys=changed)
    return saved


def indicator_values(new: NewIndicator) -> dict[str, Any]:
    """The columns of an indicator."""
    return {
        **columns("name", new.name),
        **columns("definition", new.definition),
        "unit": new.unit,
        "polarity": new.polarity,
        "lower_limit": new.limits[0],
        "upper_limit": new.limits[1],
        "decimals": new.decimals,
        "scale": new.scale,
        "source": new.source,
        "derivation": new.derivation.declared if new.derivation else None,
        "people": new.people,
        "threshold": new.threshold,
    }


@transaction.atomic
def save_links(
    *,
    by: Actor,
    municipality: Municipality,
    indicators: Mapping[str, Indicator],
    links: Sequence[NewLink],
    near_misses: Sequence[NewNearMiss] = (),
) -> None:
    """Link parts to series, and keep the near misses with their reasons."""
    changed = [
        put(
            IndicatorLink,
            {"promise_id": link.promise},
            {
                **columns("why", link.why),
                "indicator": indicators[link.indicator],
                "of_number": link.of_number,
                "of_promise_id": link.of_promise,
                "peers": link.peers,
                "peer_group": link.peer_group,
                "per": link.per,
                "window_years": link.window_years,
                "path": [dict(point) for point in link.path],
            },
        )[1]
        for link in links
    ]
    changed += [
        put(
            NearMiss,
            {
                "promise_id": miss.promise,
                "indicator": indicators[miss.indicator] if miss.indicator else None,
            },
            columns("why", miss.why),
        )[1]
        for miss in near_misses
    ]
    if any(changed):
        record(by=by, what="indicator.link", municipality=municipality, links=sum(changed))
