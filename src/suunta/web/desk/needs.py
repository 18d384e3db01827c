"""What needs attention, worst first. Statuses come from the scorecard; here they are ordered."""

from __future__ import annotations

from dataclasses import dataclass

from suunta.core.scorecard import GoalView, MeasureView, PartView, Scorecard, SectorView
from suunta.reports.wording import origins

# Each measure that is behind is a row of its own; the quieter kinds are one row each.
SINGLE = ("missed", "off_track", "at_risk")
GROUPED = ("awaiting", "too_early", "no_target", "no_data")
MOST = 8


@dataclass(frozen=True)
class Need:
    """One row: a single measure, or all measures of one status."""

    status: str
    measures: tuple[MeasureView, ...]
    goal: GoalView | None = None
    part: PartView | None = None

    @property
    def measure(self) -> MeasureView:
        """The first measure; the only one of a single row."""
        return self.measures[0]

    @property
    def single(self) -> bool:
        """Whether the row is one measure."""
        return self.goal is not None

    @property
    def sectors(self) -> tuple[SectorView, ...]:
        """The sectors that the row waits for, each once."""
        found = {s.code: s for measure in self.measures for s in measure.sectors}
        return tuple(found.values())

    @property
    def next_steps(self) -> str:
        """What to do so that the parts without data get some."""
        parts = [part for measure in self.measures for part in measure.parts]
        return origins.next_steps(parts) if self.status in GROUPED else ""


def needs(scorecard: Scorecard) -> list[Need]:
    """All rows, worst first."""
    rows = [
        Need(status, (measure,), goal, worst_part(measure))
        for status in SINGLE
        for goal in scorecard.goals
        for measure in goal.measures
        if measure.status == status
    ]
    placeholders = tuple(m for m in scorecard.measures if has_placeholder(m))
    if placeholders:
        rows.append(Need("placeholder", placeholders))
    for status in GROUPED:
        waiting = tuple(m for m in scorecard.measures if m.status == status)
        if waiting:
            rows.append(Need(status, waiting))
    return rows


def worst_part(measure: MeasureView) -> PartView | None:
    """The part that gave the measure its status."""
    return next((part for part in measure.parts if part.status == measure.status), None)


def has_placeholder(measure: MeasureView) -> bool:
    """Whether a target's number was never written."""
    return any(part.target is not None and part.target.placeholder for part in measure.parts)
