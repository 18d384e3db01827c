"""Groups of peers of a municipality, and the figures of their areas."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from suunta.core.texts import Text
from suunta.store.models import Observation, PeerGroup
from suunta.store.queries.protection import PROTECTION_COLUMNS, protected
from suunta.store.queries.row import Row
from suunta.store.queries.texts import text_columns, written_text


@dataclass(frozen=True)
class Peers:
    """A group of areas, chosen for a stated reason."""

    key: str
    name: Text
    basis: str
    reason: Text
    areas: tuple[str, ...]


def peer_groups(slug: str) -> tuple[Peers, ...]:
    """The groups of a municipality, in its own order."""
    rows = PeerGroup.objects.filter(municipality__slug=slug).order_by("position", "key")
    columns = ("key", "basis", "areas", *text_columns("name", "reason"))
    return tuple(
        Peers(
            row["key"],
            written_text(row, "name"),
            row["basis"],
            written_text(row, "reason"),
            tuple(row["areas"]),
        )
        for row in rows.values(*columns)
    )


def peer_figures(
    slug: str, indicators: Iterable[str], areas: Iterable[str], as_of: date
) -> list[Row]:
    """Figures of some areas known by a day, oldest publication first, small ones suppressed."""
    rows = Observation.objects.filter(
        indicator__municipality__slug=slug,
        indicator__key__in=list(indicators),
        municipality__isnull=True,
        area__code__in=list(areas),
    ).order_by("known_on", "pk")
    columns = (
        *PROTECTION_COLUMNS,
        *("indicator__key", "source__title", "source__url"),
        *text_columns("area__name"),
    )
    found = protected(rows.values(*columns))
    return [row for row in found if row["known_on"] <= as_of and not row["breakdown"]]
