"""What the rules of assessment can ever say of a strategy, asked of those rules themselves.

Every measure is given figures that could not be better and figures that could not be worse. One
of which the rules still say nothing is one that nobody will be able to judge; a goal on which
nothing is known even then ends as "cannot be assessed".
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from suunta.core.assess.batch import assess_measures
from suunta.core.assess.model import Assessment, MeasureInput, Peer, Target
from suunta.core.assess.rollup import Rule, status_of_parts, verdict
from suunta.core.period import Period, is_valid, parse_period
from suunta.core.series import Point
from suunta.core.strategy import Goal, Measure, Strategy, SubMeasure, Term

# Why nothing can be said: only followed; an unfilled gap; a change from an unknown level; a
# deadline before the starting level; no measure at all; something else that the rules refuse.
Reason = Literal[
    "followed", "placeholder", "no-baseline", "deadline-before-baseline", "no-measure", "unclear"
]
FAR = 1e6  # beyond every target, either way
ARRIVING = 100.0  # any level that a change can be measured from
YEARS = 4  # values enough for every rule
ANY_YEAR = 2020  # where the document names no year


@dataclass(frozen=True)
class Outlook:
    """What can be said of one measure when every figure arrives.

    status: `met` where the rules can judge it, `no_target`, or `no_data` where they refuse; by:
    whether a figure or a step done decides, None where nothing does; reasons: of its parts that
    cannot be judged.
    """

    measure: Measure
    status: str
    by: Literal["figure", "step"] | None
    reasons: tuple[Reason, ...]

    @property
    def judged(self) -> bool:
        """Whether somebody can say one day whether it was reached."""
        return self.status == "met"


@dataclass(frozen=True)
class GoalOutlook:
    """What can be said of a goal when every figure arrives and every target is met.

    verdict: `reached`, or `cannot_be_assessed`, where nothing in it can be judged or a measure
    that cannot be judged keeps it from ever being found reached.
    """

    goal: Goal
    measures: tuple[Outlook, ...]
    verdict: str

    @property
    def assessable(self) -> bool:
        """Whether anything in it can be judged."""
        return any(each.judged for each in self.measures)

    @property
    def hindering(self) -> tuple[Outlook, ...]:
        """The measures for which it cannot be found reached."""
        if self.verdict != "cannot_be_assessed":
            return ()
        if not self.assessable:
            return self.measures
        return tuple(each for each in self.measures if each.status == "no_data")

    @property
    def reasons(self) -> tuple[Reason, ...]:
        """Why it cannot be assessed or found reached, each reason once."""
        if not self.measures:
            return ("no-measure",)
        found = [reason for each in self.hindering for reason in each.reasons]
        return tuple(dict.fromkeys(found))


def outlooks(strategy: Strategy, rule: Rule = "all") -> tuple[GoalOutlook, ...]:
    """The outlook of every goal, in document order.

    strategy: with sub-measures; rule: by which the council lets a goal's measures decide (not
    `judged`, where a person does). Source: docs/reference/statistics.md, core/assess/rollup.py.
    """
    subs = [sub for measure in strategy.measures() for sub in measure.sub_measures]
    judged = iter(_reasons(subs, strategy))
    found = []
    for goal in strategy.goals():
        measures = tuple(
            _outlook(measure, [next(judged) for _ in measure.sub_measures])
            for measure in goal.measures
        )
        end = _last_day(strategy.term, strategy.action_year)
        said = verdict([each.status for each in measures], rule, date.max, end)
        found.append(GoalOutlook(goal, measures, said))
    return tuple(found)


def _outlook(measure: Measure, reasons: Sequence[Reason | None]) -> Outlook:
    pairs = list(zip(measure.sub_measures, reasons, strict=True))
    status = status_of_parts(_status(reason) for reason in reasons)
    kinds = {sub.kind for sub, reason in pairs if reason is None}
    by: Literal["figure", "step"] | None = "figure" if "numeric" in kinds else None
    by = by or ("step" if "milestone" in kinds else None)
    told = tuple(dict.fromkeys(reason for reason in reasons if reason))
    return Outlook(measure, status, by if status == "met" else None, told or _untold(measure))


def _untold(measure: Measure) -> tuple[Reason, ...]:
    return () if measure.sub_measures else ("followed",)


def _status(reason: Reason | None) -> str:
    if reason is None:
        return "met"
    return "no_target" if reason in ("followed", "placeholder") else "no_data"


def _reasons(subs: Sequence[SubMeasure], strategy: Strategy) -> list[Reason | None]:
    """Why each thing to follow cannot be judged; None where it can."""
    best = assess_measures([_input(sub, strategy, FAR) for sub in subs])
    worst = assess_measures([_input(sub, strategy, -FAR) for sub in subs])
    return [_reason(*each) for each in zip(subs, best, worst, strict=True)]


def _reason(sub: SubMeasure, high: Assessment, low: Assessment) -> Reason | None:
    if sub.kind == "milestone" and not sub.placeholder:
        return None  # it is done or it is not
    if {high.status, low.status} & {"met", "missed"}:
        return None
    if sub.placeholder:
        return "placeholder"
    if high.status == "no_target":
        return "followed"
    note = high.note or ""
    if note.startswith("baseline.value: needed"):
        return "no-baseline"
    return "deadline-before-baseline" if note.startswith("target.deadline") else "unclear"


def _input(sub: SubMeasure, strategy: Strategy, value: float) -> MeasureInput:
    """The thing to follow with a value for every year up to its deadline, judged on its day."""
    deadline = _deadline(sub.target_period, strategy)
    end = deadline.last if deadline else date(ANY_YEAR, 12, 31)
    periods = [_year(end.year - back) for back in range(YEARS, 0, -1) if end.year > back]
    periods.append(str(deadline) if deadline else _year(end.year))
    target = _target(sub, deadline)
    ranked = target is not None and target.comparator == "rank_top_fraction"
    return MeasureInput(
        id="",
        points=tuple(Point(period, value) for period in periods),
        target=target,
        direction=sub.direction or ("up" if ranked else None),
        baseline=_baseline(sub, strategy),
        today=end if deadline else None,
    )


def _target(sub: SubMeasure, deadline: Period | None) -> Target | None:
    if sub.kind == "monitoring" and sub.comparator == "none":
        return None
    plain = Target(
        comparator=sub.comparator,
        value=None if sub.placeholder else sub.target_value,
        value_max=sub.target_value_max,
        basis=sub.target_basis,
        deadline=str(deadline) if deadline else None,
        peers=(Peer("1", 0.0), Peer("2", 1.0), Peer("3", 2.0)),
    )
    return replace(plain, per="year") if sub.target_period == "per year" else plain


def _deadline(period: str | None, strategy: Strategy) -> Period | None:
    """The target's period; without one that names its days, the end of the term or action year
    (docs/decisions/0002-undated-targets.md)."""
    if period and is_valid(period):
        return parse_period(period)
    last = _last_day(strategy.term, strategy.action_year)
    return parse_period(_year(last.year)) if last else None


def _last_day(term: Term, action_year: int | None) -> date | None:
    year = term.end or action_year
    return date(year, 12, 31) if year else None


def _baseline(sub: SubMeasure, strategy: Strategy) -> Point | None:
    """The newest starting level; one without a period was known before the action year. Where the
    document names its year alone, or every year is measured from the one before, its figure will
    arrive as the others do."""
    named = next((base.period for base in sub.baseline if is_valid(base.period)), None)
    known = [base for base in sub.baseline if base.value is not None]
    dated = [base for base in known if base.period and is_valid(base.period)]
    if dated:
        return Point(dated[-1].period or "", dated[-1].value)
    if not known and named:
        return Point(named, ARRIVING)
    if not known and sub.target_period == "per year":
        return Point(str(ANY_YEAR - YEARS), ARRIVING)
    year = strategy.action_year or strategy.term.end
    return Point(_year(year - 1), known[-1].value) if known and year and year > 1 else None


def _year(year: int) -> str:
    return f"{year:04d}"
