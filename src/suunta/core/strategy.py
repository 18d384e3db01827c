"""The strategy a document holds: focus areas, goals, actions and measures, each with its place.

The shape is the one of `suunta read --json`. Every text is verbatim from the document, with page
breaks joined; a `Span` says where it came from.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

Kind = Literal["numeric", "milestone", "monitoring"]
Comparator = Literal[">=", "<=", ">", "<", "=", "increase", "decrease", "rank_top_fraction", "none"]
Basis = Literal[
    "absolute",
    "change_absolute",
    "change_percent",
    "percentage_points",
    "relative_to_baseline",
]
Direction = Literal["up", "down"]
Box = tuple[float, float, float, float]


@dataclass(frozen=True)
class Span:
    """Where a text stands: `lines` are 1-based lines of a text file; start and end are
    character offsets within the text that carries the span (end exclusive).

    box: left, top, right and bottom of the text on its `page`, as fractions of the page's width
    and height (0 to 1) from its top left corner; of a text over several pages, the part on the
    first one.
    """

    lines: tuple[int, ...] = ()
    page: int | None = None
    sheet: str | None = None
    cell: str | None = None
    start: int | None = None
    end: int | None = None
    box: Box | None = None

    def joined(self, other: Span) -> Span:
        """The place of two texts made one, this one first: the lines of both, and the box around
        both where they stand on one page."""
        if (self.page, self.sheet, self.cell) != (other.page, other.sheet, other.cell):
            return self
        lines = tuple(dict.fromkeys(self.lines + other.lines))
        return replace(self, lines=lines, box=_around(self.box, other.box))


def _around(first: Box | None, second: Box | None) -> Box | None:
    if first is None or second is None:
        return first or second
    left, top = min(first[0], second[0]), min(first[1], second[1])
    return left, top, max(first[2], second[2]), max(first[3], second[3])


@dataclass(frozen=True)
class Part:
    """A recognised part of a phrase: a `field` of the sub-measure, `text[start:end]` of it."""

    field: str
    start: int
    end: int
    text: str


@dataclass(frozen=True)
class Baseline:
    """A starting value. `period` as in the contract ("2019", "2019-01..2019-06") or None."""

    period: str | None
    value: float | None
    unit: str | None = None


@dataclass(frozen=True)
class Doubt:
    """What speaks against a field of a reading.

    field: of the sub-measure, or "sub_measures" where it may be one too many or too few;
    confidence: that the field is right all the same, 0 to 1; why: a short code, asked in plain
    language by `definitions/vocabulary/questions.yaml`; words: those of the phrase that it is
    about, verbatim, "" where no single words are.
    """

    field: str
    confidence: float
    why: str
    words: str = ""


@dataclass(frozen=True)
class SubMeasure:
    """One thing to follow. Field by field as the contract's "A sub-measure".

    confidence: the least of the doubts' confidences, 1 without doubts; doubts: one a field.
    """

    kind: Kind
    indicator: str
    unit: str | None = None
    comparator: Comparator = "none"
    target_value: float | None = None
    target_value_max: float | None = None
    target_basis: Basis | None = None
    target_period: str | None = None
    baseline: tuple[Baseline, ...] = ()
    source: str | None = None
    scale: str | None = None
    population: str | None = None
    placeholder: bool = False
    direction: Direction | None = None
    change_bound: Literal[">=", "<="] | None = None
    approximate: bool = False
    benchmark: str | None = None
    target_fraction: str | None = None
    confidence: float = 1.0
    parts: tuple[Part, ...] = ()
    doubts: tuple[Doubt, ...] = ()


@dataclass(frozen=True)
class Measure:
    """What the document says will be measured; `text` is the measure's words alone."""

    text: str
    sub_measures: tuple[SubMeasure, ...] = ()
    id: str = ""
    span: Span = Span()

    @property
    def kind(self) -> Kind:
        """The strongest kind among the parts (numeric > milestone > monitoring)."""
        kinds = {sub.kind for sub in self.sub_measures}
        order: tuple[Kind, ...] = ("numeric", "milestone")
        return next((kind for kind in order if kind in kinds), "monitoring")


@dataclass(frozen=True)
class Action:
    """What will be done; `responsible`: the document's codes, `sectors`: codes of the legend."""

    text: str
    year: int | None = None
    responsible: tuple[str, ...] = ()
    nested: tuple[str, ...] = ()
    sectors: tuple[str, ...] = ()
    id: str = ""
    span: Span = Span()


@dataclass(frozen=True)
class Goal:
    """A goal with its sub-points, actions and measures."""

    number: str
    title: str
    sub_bullets: tuple[str, ...] = ()
    actions: tuple[Action, ...] = ()
    measures: tuple[Measure, ...] = ()
    span: Span = Span()


@dataclass(frozen=True)
class FocusArea:
    """A focus area with its goals."""

    number: str
    name: str
    slogan: str | None = None
    goals: tuple[Goal, ...] = ()
    span: Span = Span()


@dataclass(frozen=True)
class SectorMark:
    """A sector of the legend and the colour that its texts have in the document."""

    code: str
    name: str
    colour: str | None = None


@dataclass(frozen=True)
class Term:
    """Council term, first and last year."""

    start: int | None = None
    end: int | None = None


@dataclass(frozen=True)
class Strategy:
    """A whole document."""

    title: str
    subtitle: str | None = None
    vision: str | None = None
    municipality: str | None = None
    language: str = "fi"
    term: Term = Term()
    action_year: int | None = None
    column_headers: tuple[tuple[str, str], ...] = ()
    sector_legend: tuple[SectorMark, ...] = ()
    focus_areas: tuple[FocusArea, ...] = ()

    def goals(self) -> tuple[Goal, ...]:
        """All goals in document order."""
        return tuple(goal for area in self.focus_areas for goal in area.goals)

    def measures(self) -> tuple[Measure, ...]:
        """All measures in document order."""
        return tuple(measure for goal in self.goals() for measure in goal.measures)

    def with_areas(self, focus_areas: tuple[FocusArea, ...]) -> Strategy:
        """The same strategy with other focus areas."""
        return replace(self, focus_areas=focus_areas)
