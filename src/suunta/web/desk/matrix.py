"""The scorecard as a table: measures by focus area, narrowed by sector, area and status."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import HttpRequest

from suunta.core.scorecard import (
    MEASURE_STATUSES,
    AreaView,
    GoalView,
    MeasureView,
    PartView,
    Scorecard,
)

WITHOUT = "none"  # measures that no sector owns


@dataclass(frozen=True)
class Filters:
    """What the reader chose; an unknown choice counts as none."""

    sector: str
    area: str
    status: str

    @property
    def any(self) -> bool:
        """Whether anything is narrowed."""
        return bool(self.sector or self.area or self.status)


@dataclass(frozen=True)
class Row:
    """One part of a measure; the table puts it into words."""

    measure: MeasureView
    part: PartView
    several: bool


@dataclass(frozen=True)
class Group:
    """The rows of a focus area."""

    area: AreaView
    rows: tuple[Row, ...]


def filters_of(request: HttpRequest, scorecard: Scorecard) -> Filters:
    """The choices of the address."""
    sectors = {sector.code for sector in scorecard.sectors} | {WITHOUT}
    areas = {area.number for area in scorecard.areas}
    return Filters(
        chosen(request, "sector", sectors),
        chosen(request, "area", areas),
        chosen(request, "status", set(MEASURE_STATUSES)),
    )


def chosen(request: HttpRequest, key: str, known: set[str]) -> str:
    """One choice, empty where it is none of the known ones."""
    value = request.GET.get(key, "")
    return value if value in known else ""


def groups(scorecard: Scorecard, filters: Filters) -> list[Group]:
    """Focus areas with the rows that fit the filters; empty areas are left out."""
    found = []
    for area in scorecard.areas:
        if filters.area in ("", area.number):
            rows = tuple(row for goal in area.goals for row in rows_of(goal, filters))
            found.append(Group(area, rows))
    return [group for group in found if group.rows]


def rows_of(goal: GoalView, filters: Filters) -> list[Row]:
    """The parts of a goal's measures that fit."""
    return [
        Row(measure, part, len(measure.parts) > 1)
        for measure in goal.measures
        if fits(measure, filters)
        for part in measure.parts
    ]


def fits(measure: MeasureView, filters: Filters) -> bool:
    """Whether a measure has the sector and the status asked for."""
    if filters.status and measure.status != filters.status:
        return False
    codes = {sector.code for sector in measure.sectors}
    if filters.sector == WITHOUT:
        return not codes
    return not filters.sector or filters.sector in codes
