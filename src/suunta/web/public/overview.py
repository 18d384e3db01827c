"""What the first screen says: promised, known, how sure, from where; and what changed lately."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from suunta.core.scorecard import Figure, MeasureView, PartView, Scorecard, StateEntry
from suunta.reports.wording.chances import has_chance
from suunta.reports.wording.charting import is_outcome

# Statuses that answer whether the target was reached.
ANSWERED = ("met", "missed")


@dataclass(frozen=True)
class Overview:
    """Counts for the four questions of a reader."""

    goals: int
    actions: int
    measures: int
    met: int
    missed: int
    under_way: int  # judged by pace: on track, at risk, off track
    known: int  # measures with at least one figure or step
    chances: int  # measures for which a chance can be given
    sources: int
    newest: date | None

    @property
    def answered(self) -> int:
        """Measures of which it is known whether the target was reached."""
        return self.met + self.missed

    @property
    def partly(self) -> int:
        """Measures with a figure or a step that are neither answered nor judged by pace."""
        return max(self.known - self.answered - self.under_way, 0)

    @property
    def unknown(self) -> int:
        """Measures without any figure or step."""
        return self.measures - self.known


@dataclass(frozen=True)
class Change:
    """Something that became known: a figure or a step."""

    on: date
    measure: MeasureView
    part: PartView
    figure: Figure | None
    step: StateEntry | None


def overview(scorecard: Scorecard) -> Overview:
    """Counts over the whole scorecard."""
    measures = scorecard.measures
    counts = scorecard.counts
    figures = [figure for part in parts_of(measures) for figure in part.figures]
    return Overview(
        goals=len(scorecard.goals),
        actions=sum(len(goal.actions) for goal in scorecard.goals),
        measures=len(measures),
        met=counts["met"],
        missed=counts["missed"],
        under_way=counts["on_track"] + counts["at_risk"] + counts["off_track"],
        known=sum(has_news(measure) for measure in measures),
        chances=sum(
            any(has_chance(part.assessment) for part in measure.parts) for measure in measures
        ),
        sources=len(sources_of(measures)),
        newest=max((figure.known_on for figure in figures), default=None),
    )


def parts_of(measures: Iterable[MeasureView]) -> list[PartView]:
    """All parts of some measures."""
    return [part for measure in measures for part in measure.parts]


def sources_of(measures: Iterable[MeasureView]) -> set[str]:
    """The titles of everything that figures and steps were taken from."""
    found = set()
    for part in parts_of(measures):
        found |= {figure.source_title for figure in part.figures}
        found |= {step.source_title for step in part.states if step.source_title}
    return found


def forecast_of(measure: MeasureView) -> bool:
    """Whether a chance to reach the target can be told of some part."""
    return any(has_chance(part.assessment) for part in measure.parts)


def has_news(measure: MeasureView) -> bool:
    """Whether anything is known about a measure beside its baseline."""
    return any(part.states or any(map(is_outcome, part.figures)) for part in measure.parts)


def latest_changes(scorecard: Scorecard, most: int) -> list[Change]:
    """The newest figures and steps, newest first; one figure a series, not its whole past."""
    found: list[Change] = []
    for measure in scorecard.measures:
        for part in measure.parts:
            outcomes = [figure for figure in part.figures if is_outcome(figure)]
            if outcomes:
                newest = max(outcomes, key=lambda figure: (figure.known_on, figure.period))
                found.append(Change(newest.known_on, measure, part, newest, None))
            found += [Change(step.on, measure, part, None, step) for step in part.states]
    found.sort(key=lambda change: (change.on, change.part.id), reverse=True)
    return found[:most]
