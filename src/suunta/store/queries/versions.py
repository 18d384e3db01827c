"""A version of a strategy as the document that it was read from."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, fields
from typing import Any

from suunta.core import strategy as core
from suunta.store.models import (
    Action,
    ActionItem,
    FocusArea,
    Goal,
    Measure,
    Part,
    StrategyVersion,
    SubPoint,
)

Grouped = dict[int, list[Any]]
# Columns of a part that are fields of a sub-measure as they are.
PLAIN = tuple(
    each.name
    for each in fields(core.SubMeasure)
    if each.name not in ("baseline", "parts", "doubts")
)


@dataclass(frozen=True)
class StoredVersion:
    """What a version says, and the promise behind each id ("3.3", "3.3-A1", "3.3-M1.1")."""

    number: int
    status: str
    document_hash: str
    adoption: tuple[str, str, str]  # body, ISO day, section; each "" where not known
    content: core.Strategy
    promises: dict[str, int]


def read_version(version_id: int) -> StoredVersion:
    """The version with this id."""
    version = StrategyVersion.objects.get(pk=version_id)
    rows = VersionRows(version)
    return StoredVersion(
        number=version.number,
        status=version.status,
        document_hash=version.document_hash,
        adoption=(
            own(version, "adopted_body"),
            version.adopted_on.isoformat() if version.adopted_on else "",
            version.adopted_section,
        ),
        content=rows.strategy(),
        promises=rows.promises,
    )


def own(row: Any, field: str, language: str | None = None) -> str:
    """A text in the document's own language."""
    return getattr(row, f"{field}_{language or row.language}") or ""


class VersionRows:
    """All rows of a version, fetched at once."""

    def __init__(self, version: StrategyVersion) -> None:
        self.version = version
        self.language = version.language
        self.promises: dict[str, int] = {}
        self.goals = by_parent(Goal.objects.filter(version=version), "area_id")
        self.sub_points = by_parent(SubPoint.objects.filter(goal__version=version), "goal_id")
        self.actions = by_parent(Action.objects.filter(goal__version=version), "goal_id")
        self.items = by_parent(
            ActionItem.objects.filter(action__goal__version=version), "action_id"
        )
        self.measures = by_parent(Measure.objects.filter(goal__version=version), "goal_id")
        self.parts = by_parent(Part.objects.filter(measure__goal__version=version), "measure_id")
        targets = Part.objects.filter(goal__version=version)
        self.promises |= {part.code: part.promise_id for part in targets}

    def strategy(self) -> core.Strategy:
        """The document."""
        version = self.version
        return core.Strategy(
            title=own(version, "title"),
            subtitle=own(version, "subtitle") or None,
            vision=own(version, "vision") or None,
            municipality=version.municipality_name or None,
            language=version.language,
            term=core.Term(version.term_start, version.term_end),
            action_year=version.action_year,
            column_headers=tuple((key, value) for key, value in version.column_headers),
            sector_legend=tuple(core.SectorMark(*mark) for mark in version.sector_legend),
            focus_areas=tuple(
                self.area(row)
                for row in FocusArea.objects.filter(version=version).order_by("position")
            ),
        )

    def area(self, row: FocusArea) -> core.FocusArea:
        """A focus area."""
        return core.FocusArea(
            number=row.number,
            name=own(row, "name", self.language),
            slogan=own(row, "slogan", self.language) or None,
            goals=tuple(self.goal(goal) for goal in self.goals[row.pk]),
            span=span(row.span),
        )

    def goal(self, row: Goal) -> core.Goal:
        """A goal."""
        self.promises[row.number] = row.promise_id
        return core.Goal(
            number=row.number,
            title=own(row, "title", self.language),
            sub_bullets=tuple(own(p, "text", self.language) for p in self.sub_points[row.pk]),
            actions=tuple(self.action(action) for action in self.actions[row.pk]),
            measures=tuple(self.measure(measure) for measure in self.measures[row.pk]),
            span=span(row.span),
        )

    def action(self, row: Action) -> core.Action:
        """An action."""
        self.promises[row.code] = row.promise_id
        return core.Action(
            text=own(row, "text", self.language),
            year=row.year,
            responsible=tuple(row.responsible),
            nested=tuple(own(item, "text", self.language) for item in self.items[row.pk]),
            sectors=tuple(row.sector_codes),
            id=row.code,
            span=span(row.span),
        )

    def measure(self, row: Measure) -> core.Measure:
        """A measure."""
        self.promises[row.code] = row.promise_id
        parts = self.parts[row.pk]
        self.promises |= {part.code: part.promise_id for part in parts}
        return core.Measure(
            text=own(row, "text", self.language),
            sub_measures=tuple(sub_measure(part) for part in parts),
            id=row.code,
            span=span(row.span),
        )


def by_parent(rows: Any, parent: str) -> Grouped:
    """Rows in order of their position, under their parent's id."""
    grouped: Grouped = defaultdict(list)
    for row in rows.order_by("position"):
        grouped[getattr(row, parent)].append(row)
    return grouped


def span(value: dict[str, Any]) -> core.Span:
    """A place in the document."""
    lists: dict[str, Any] = {name: tuple(value[name]) for name in ("lines", "box") if name in value}
    return core.Span(**{**value, **lists})


def sub_measure(row: Part) -> core.SubMeasure:
    """A part as the contract's sub-measure."""
    values: dict[str, Any] = {name: getattr(row, name) for name in PLAIN}
    values["baseline"] = tuple(core.Baseline(**each) for each in row.baseline)
    values["parts"] = tuple(core.Part(**part) for part in row.recognised)
    values["doubts"] = tuple(core.Doubt(**doubt) for doubt in row.doubts)
    return core.SubMeasure(**values)


def row_ids(version_id: int) -> dict[tuple[str, str], int]:
    """(entity, id in the document) -> the row that holds its texts."""
    areas = FocusArea.objects.filter(version=version_id).values_list("number", "pk")
    goals = Goal.objects.filter(version=version_id).values_list("number", "pk")
    points = SubPoint.objects.filter(goal__version=version_id)
    actions = Action.objects.filter(goal__version=version_id).values_list("code", "pk")
    items = ActionItem.objects.filter(action__goal__version=version_id)
    measures = Measure.objects.filter(goal__version=version_id).values_list("code", "pk")
    parts = Part.objects.filter(version=version_id).values_list("code", "pk")
    found = {("version", ""): version_id}
    for entity, pairs in (
        ("area", areas),
        ("goal", goals),
        ("action", actions),
        ("measure", measures),
        ("part", parts),
    ):
        found |= {(entity, code): pk for code, pk in pairs}
    for number, position, pk in points.values_list("goal__number", "position", "pk"):
        found["sub_point", f"{number}-S{position}"] = pk
    for code, position, pk in items.values_list("action__code", "position", "pk"):
        found["action_item", f"{code}.{position}"] = pk
    return found
