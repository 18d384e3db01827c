"""Focus areas, goals, actions and measures while a document is read."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from suunta.core.strategy import Span
from suunta.readers.blocks import Cell
from suunta.readers.layout.columns import Column

Value = tuple[Column, Cell]  # a cell that says something of the row's measure, and its column


@dataclass
class ActionDraft:
    """An action; `responsible` and `schedule` are texts of the row's other cells."""

    text: str
    span: Span = field(default_factory=Span)
    colour: str | None = None
    nested: list[str] = field(default_factory=list)
    responsible: list[str] = field(default_factory=list)
    schedule: list[str] = field(default_factory=list)
    year: int | None = None


@dataclass
class MeasureDraft:
    """A measure and the cells beside it; `inferred` where nothing names it as one."""

    text: str
    span: Span = field(default_factory=Span)
    values: list[Value] = field(default_factory=list)
    inferred: bool = False


@dataclass
class GoalDraft:
    """A goal: its number as written, "" when none, and `source`, the text it was read from."""

    number: str
    title: str
    source: str
    span: Span = field(default_factory=Span)
    points: list[str] = field(default_factory=list)
    actions: list[ActionDraft] = field(default_factory=list)
    measures: list[MeasureDraft] = field(default_factory=list)

    @property
    def is_empty(self) -> bool:
        """Whether nothing stands under the goal."""
        return not (self.points or self.actions or self.measures)


@dataclass
class AreaDraft:
    """A focus area; `source` is the text it was read from."""

    number: str
    name: str
    slogan: str | None
    source: str
    span: Span = field(default_factory=Span)
    goals: list[GoalDraft] = field(default_factory=list)


def all_goals(areas: list[AreaDraft]) -> Iterator[GoalDraft]:
    """The goals of all areas in order."""
    for area in areas:
        yield from area.goals
