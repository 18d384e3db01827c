"""Sectors beside actions and measures."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import cast

from suunta.core.scorecard import AssignedBy, SectorView
from suunta.core.texts import Text
from suunta.store.queries.row import Row
from suunta.store.queries.texts import written_text


@dataclass(frozen=True)
class Organisation:
    """The legend, and the sectors assigned to each promise, in its order."""

    legend: tuple[SectorView, ...]
    sectors: dict[int, tuple[SectorView, ...]]

    def sectors_of(self, promise: int) -> tuple[SectorView, ...]:
        """The sectors of a promise."""
        return self.sectors.get(promise, ())


def organisation_of(rows: Iterable[Row]) -> Organisation:
    """Rows of `sectors_and_assignments`."""
    legend: dict[str, SectorView] = {}
    sectors: dict[int, tuple[SectorView, ...]] = defaultdict(tuple)
    for row in rows:
        legend.setdefault(row["code"], sector_view(row, "document", Text()))
        promise = row["assignments__promise_id"]
        if promise is not None:
            assigned_by = cast("AssignedBy", row["assignments__assigned_by"])
            reason = written_text(row, "assignments__reason")
            sectors[promise] += (sector_view(row, assigned_by, reason),)
    return Organisation(tuple(legend.values()), dict(sectors))


def sector_view(row: Row, assigned_by: AssignedBy, reason: Text) -> SectorView:
    """A sector as shown."""
    return SectorView(row["code"], written_text(row, "name"), row["colour"], assigned_by, reason)
