"""The ids that other files may name: those that the reader gives to the document."""

from __future__ import annotations

from dataclasses import dataclass, field

from suunta.core.strategy import Strategy
from suunta.jobs.example.fields import Record


@dataclass(frozen=True)
class Ids:
    """Every id of a document, by what it stands for."""

    areas: dict[str, str] = field(default_factory=dict)
    goals: dict[str, int] = field(default_factory=dict)  # number of its sub-points
    actions: dict[str, int] = field(default_factory=dict)  # number of its nested items
    measures: dict[str, int] = field(default_factory=dict)  # number of its parts
    parts: set[str] = field(default_factory=set)

    def check(self, record: Record, name: str, value: str, *kinds: str) -> bool:
        """Whether the id is one of these kinds; otherwise a fault."""
        if any(value in getattr(self, kind) for kind in kinds):
            return True
        record.wrong(name, f"{value!r} is not among the {' or '.join(kinds)} of the document.")
        return False


def ids_of(strategy: Strategy | None) -> Ids:
    """All ids of a document."""
    if strategy is None:
        return Ids()
    measures = {each.id: len(each.sub_measures) for each in strategy.measures()}
    return Ids(
        areas={area.number: area.name for area in strategy.focus_areas},
        goals={goal.number: len(goal.sub_bullets) for goal in strategy.goals()},
        actions={
            action.id: len(action.nested) for goal in strategy.goals() for action in goal.actions
        },
        measures=measures,
        parts={
            f"{code}.{number}" for code, count in measures.items() for number in range(1, count + 1)
        },
    )
