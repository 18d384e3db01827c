"""The scorecard as values: what every page, report and download shows.

`jobs.scorecard` fills it from the store as of a date; the doors only lay it out. A page never
computes a status of its own.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Literal

from suunta.core.assess.model import Assessment
from suunta.core.breakdown import Breakdown
from suunta.core.derive.model import Derivation
from suunta.core.strategy import Baseline, Basis, Comparator, Direction, Kind
from suunta.core.texts import Text

# Order of bars and lists, fixed by the design language. `too_early` shares the shape of `awaiting`.
MEASURE_STATUSES = (
    "met",
    "on_track",
    "at_risk",
    "off_track",
    "missed",
    "awaiting",
    "too_early",
    "no_target",
    "no_data",
)
ACTION_STATES = (
    "not_started",
    "in_progress",
    "done",
    "late",
    "suspended",
    "cancelled",
    "returned",
    "not_reported",
)
VERDICTS = ("reached", "partly", "not_reached", "cannot_be_assessed", "ongoing")
# Whether a responsibility or sector was read in the document or assigned by somebody since.
AssignedBy = Literal["document", "assigned"]


@dataclass(frozen=True)
class Figure:
    """One observation as shown: the newest revision known on the scorecard's date."""

    observation_id: int
    period: str
    value: float | None
    unit: str | None
    kind: str  # actual | preliminary | forecast | budget
    status: str  # ok | missing | suppressed
    approximate: bool
    source_title: str
    source_url: str
    known_on: date
    recorded_at: datetime
    note: Text
    revision: int  # 1 = first published
    numerator: float | None = None
    denominator: float | None = None
    computed: bool = False  # by Suunta, from other observations


@dataclass(frozen=True)
class GroupView:
    """The figures of one group of people, such as girls; small ones are suppressed already."""

    breakdown: Breakdown
    figures: tuple[Figure, ...]  # oldest first


@dataclass(frozen=True)
class StateEntry:
    """One step in the life of an action or milestone; a later step may move backwards."""

    state: str
    on: date
    note: Text
    source_title: str
    source_url: str
    section: str | None = None
    precision: str = "day"  # day | month | year: how exactly the source dates it
    known_on: date | None = None


@dataclass(frozen=True)
class ToldView:
    """What the owner told in a round, beside what was computed then."""

    on: date  # the reporting date
    known_on: date
    post: Text
    verdict: str | None  # one of VERDICTS, the owner's own
    computed: str | None  # the status then: one of MEASURE_STATUSES, or of VERDICTS for a goal
    reason: Text  # why the two differ
    comment: Text
    corrective: Text
    forecast: float | None = None  # at the end of the year
    late: bool = False  # told after the round had closed


@dataclass(frozen=True)
class TargetView:
    """The adopted target of a part, in force on the scorecard's date."""

    comparator: Comparator
    value: float | None
    value_max: float | None
    basis: Basis | None
    unit: str | None
    period: str | None  # as the document says
    deadline: date | None  # the day it is judged at
    deadline_inferred: bool  # the document names none: the end of the action year or term
    approximate: bool
    placeholder: bool
    benchmark: Text
    fraction: str | None
    change_bound: str | None
    decision: str | None  # "Council 26.3.2018 § 12"; None where it is not known
    per: str | None = None
    window_years: int | None = None
    known_on: date | None = None
    why: Text = field(default_factory=Text)  # where the words of the target stand elsewhere


@dataclass(frozen=True)
class NearMiss:
    """A series that looks like a part and measures something else, with the reason."""

    indicator_name: Text  # empty where no series but an event or a count is meant
    why: Text


@dataclass(frozen=True)
class OriginView:
    """What tells of a part, also before there is a figure."""

    kind: str  # source | survey | register | owner
    name: Text
    sure: str  # document: it names it | words: they imply it | proposed: by somebody since
    month: int | None = None  # in which it usually becomes known
    why: Text = field(default_factory=Text)


@dataclass(frozen=True)
class PartView:
    """One sub-measure: what is followed, where it stands and why."""

    id: str  # "3.3-M1.1"
    name: Text
    kind: Kind
    unit: str | None
    direction: Direction | None
    target: TargetView | None
    baseline: tuple[Baseline, ...]
    source: str | None  # as the document names it
    scale: str | None
    population: str | None
    indicator: str | None  # key of the linked indicator
    indicator_name: Text
    link_note: Text  # why this series measures the same thing
    figures: tuple[Figure, ...]  # oldest first
    breaks: tuple[str, ...]
    assessment: Assessment | None  # numeric and monitoring parts
    states: tuple[StateEntry, ...]  # milestones, oldest first
    status: str  # one of MEASURE_STATUSES
    state: str | None  # one of ACTION_STATES for milestones
    definition: Text = field(default_factory=Text)  # how the linked indicator is counted
    decimals: int | None = None  # of the linked indicator
    limits: tuple[float | None, float | None] = (None, None)  # of the linked indicator
    sub_point: int | None = None  # of a goal's target: the sub-point, from 1, that states it
    action: str | None = None  # of a goal's target: the action that states it
    near_misses: tuple[NearMiss, ...] = ()
    groups: tuple[GroupView, ...] = ()
    derivation: Derivation | None = None  # how the linked indicator is computed
    promise: int = 0  # what it stays through all versions
    told: ToldView | None = None
    origin: OriginView | None = None


@dataclass(frozen=True)
class MeasureView:
    """A measure as the document lists it; counts once, by the rule `all` over its parts."""

    id: str  # "3.3-M1"
    goal_number: str
    area_number: str
    text: Text
    kind: Kind
    status: str
    certain: bool
    parts: tuple[PartView, ...]
    sectors: tuple[SectorView, ...]
    source_lines: tuple[int, ...]
    promise: int = 0


@dataclass(frozen=True)
class SectorView:
    """A sector beside an action or measure, and whether the document says so."""

    code: str
    name: Text
    colour: str
    assigned_by: AssignedBy
    reason: Text = field(default_factory=Text)  # why, where it was assigned


@dataclass(frozen=True)
class ActionView:
    """An action with its state, sectors and responsible bodies."""

    id: str
    goal_number: str
    text: Text
    nested: tuple[Text, ...]
    year: int | None
    responsible: tuple[Text, ...]
    sectors: tuple[SectorView, ...]
    state: str
    states: tuple[StateEntry, ...]
    source_lines: tuple[int, ...]
    promise: int = 0
    told: ToldView | None = None


@dataclass(frozen=True)
class GoalView:
    """A goal with its verdict by the rule that the council chose."""

    number: str
    area_number: str
    title: Text
    sub_points: tuple[Text, ...]
    actions: tuple[ActionView, ...]
    measures: tuple[MeasureView, ...]
    verdict: str
    targets: tuple[PartView, ...] = ()  # stated by the goal itself; not among the measures
    states: tuple[StateEntry, ...] = ()  # what happened, oldest first
    promise: int = 0
    told: ToldView | None = None

    @property
    def counts(self) -> Counter[str]:
        """Measures by status."""
        return count_statuses(self.measures)


@dataclass(frozen=True)
class AreaView:
    """A focus area."""

    number: str
    name: Text
    slogan: Text
    summary: Text  # one plain sentence, may be empty
    goals: tuple[GoalView, ...]

    @property
    def measures(self) -> tuple[MeasureView, ...]:
        """Its measures in document order."""
        return tuple(measure for goal in self.goals for measure in goal.measures)

    @property
    def counts(self) -> Counter[str]:
        """Measures by status."""
        return count_statuses(self.measures)


@dataclass(frozen=True)
class MunicipalityView:
    """Whose strategy this is."""

    slug: str
    name: Text
    official_languages: tuple[str, ...]
    fictional: bool
    opening_date: date | None  # as of which the pages open when the address names no date
    notice: Text  # what a reader must know first (fictional town, unofficial translation)


@dataclass(frozen=True)
class StrategyView:
    """The adopted version in force on the scorecard's date."""

    title: Text
    subtitle: Text
    vision: Text
    term_start: int | None
    term_end: int | None
    action_year: int | None
    version: int
    status: str
    adopted: str | None  # "Council 26.3.2018 § 12"; None where not known
    source_title: Text
    source_url: str
    rollup_rule: str  # all | majority | judged
    adopted_body: Text = field(default_factory=Text)
    adopted_on: date | None = None
    adopted_section: str | None = None
    language: str = "fi"  # of the document


@dataclass(frozen=True)
class Scorecard:
    """Everything that the strategy of one municipality says and shows as of a date."""

    municipality: MunicipalityView
    strategy: StrategyView
    as_of: date
    areas: tuple[AreaView, ...]
    sectors: tuple[SectorView, ...]

    @property
    def goals(self) -> tuple[GoalView, ...]:
        """All goals in document order."""
        return tuple(goal for area in self.areas for goal in area.goals)

    @property
    def measures(self) -> tuple[MeasureView, ...]:
        """All measures in document order."""
        return tuple(measure for area in self.areas for measure in area.measures)

    @property
    def counts(self) -> Counter[str]:
        """Measures by status."""
        return count_statuses(self.measures)


def count_statuses(measures: Iterable[MeasureView]) -> Counter[str]:
    """How many measures have each status, in the fixed order; statuses that none has are absent."""
    seen = Counter(measure.status for measure in measures)
    return Counter({status: seen[status] for status in MEASURE_STATUSES if seen[status]})
