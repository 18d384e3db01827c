"""The report before the decision, as values and words; page, Word file and JSON lay it out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

from suunta.core.lint.finding import Finding, Severity
from suunta.core.lint.report.outlook import Reason

# What a finding leads to, worst first.
Consequence = Literal["goal", "measure", "clarity"]
# never: nothing in the goal can be judged; blocked: it can be missed, and never found reached.
DoubtKind = Literal["never", "blocked"]


QUOTED = 8  # places of one kind that a page quotes; the list of findings has all of them


@dataclass(frozen=True)
class Place:
    """Where a finding is. item: the measure or action, None for the goal itself, as goal is None
    for the whole document; text: the words there; detail: what is wrong with them, where the kind
    of the finding does not say it; proposal: words that would do, in the language of the document,
    None where only people can know."""

    goal: str | None
    item: str | None
    text: str
    detail: str | None
    proposal: str | None


@dataclass(frozen=True)
class Fix:
    """One kind of finding with one consequence: what is wrong, what to do, and where."""

    code: str
    severity: Severity
    consequence: Consequence
    what: str
    remedy: str
    places: tuple[Place, ...]

    @property
    def many(self) -> bool:
        """Whether the places are too many to quote each of them beside the others."""
        return len(self.places) > QUOTED


@dataclass(frozen=True)
class GoalDoubt:
    """A goal that cannot be assessed, or found reached: why, and what would make it so.

    measures: the identifiers of those that hinder it; proposals: measures in the words of the
    goal itself.
    """

    number: str
    title: str
    kind: DoubtKind
    reasons: tuple[Reason, ...]
    measures: tuple[str, ...]
    why: str
    remedy: str
    proposals: tuple[str, ...]


@dataclass(frozen=True)
class Load:
    """How many there are of something, beside the limit. basis: `product` or `judged`."""

    key: str
    label: str
    number: int
    limit: int
    basis: str

    @property
    def over(self) -> bool:
        """Whether there are more than the limit."""
        return self.number > self.limit


@dataclass(frozen=True)
class GoalLoad:
    """What one goal holds."""

    number: str
    title: str
    actions: int
    measures: int
    things: int
    over: bool


@dataclass(frozen=True)
class ResponsibleLoad:
    """What one responsible party has to see to. goals: their numbers."""

    name: str
    actions: int
    goals: tuple[str, ...]
    over: bool


@dataclass(frozen=True)
class Reporting:
    """The time that reporting takes: things x rounds a year x minutes each."""

    things: int
    rounds: int
    minutes: int

    @property
    def minutes_a_year(self) -> int:
        """All of it."""
        return self.things * self.rounds * self.minutes


@dataclass(frozen=True)
class Counts:
    """How much the document holds. judged = figure + step; judged + followed = measures."""

    focus_areas: int
    goals: int
    actions: int
    measures: int
    things: int
    judged: int
    figure: int
    step: int
    followed: int
    never: int
    blocked: int
    without_responsible: int
    complete_targets: int


@dataclass(frozen=True)
class Report:
    """The whole report.

    language: of its words; document_language: of the quoted ones; proposals: for each finding, in
    the same order; words: headings, notes and columns, as definitions/lint/report/ holds them.
    """

    title: str
    language: str
    document_language: str
    result: tuple[str, ...]
    counts: Counts
    fixes: tuple[Fix, ...]
    goals: tuple[GoalDoubt, ...]
    load: tuple[Load, ...]
    reporting: Reporting
    by_goal: tuple[GoalLoad, ...]
    by_responsible: tuple[ResponsibleLoad, ...]
    good: tuple[str, ...]
    findings: tuple[Finding, ...]
    proposals: tuple[str | None, ...]
    words: Mapping[str, Any]
