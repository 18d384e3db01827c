"""Rules about one measure: its target, starting level, deadline and source."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from suunta.core.lint.finding import Draft, Quantity, Severity
from suunta.core.period import is_valid, parse_period
from suunta.core.strategy import Goal, Measure, Span, Strategy, SubMeasure, Term


def measure_findings(strategy: Strategy) -> Iterator[Draft]:
    """What the measures leave open. Each kind of finding is told once a measure."""
    for goal in strategy.goals():
        for measure in goal.measures:
            yield from _open_questions(goal, measure, strategy.term)


def _open_questions(goal: Goal, measure: Measure, term: Term) -> Iterator[Draft]:
    subs = measure.sub_measures
    with_target = [sub for sub in subs if has_target(sub)]
    if subs and measure.kind == "monitoring" and not any(sub.placeholder for sub in subs):
        yield _draft("no-target", "warning", goal, measure)
    for sub in _first(sub for sub in subs if sub.placeholder):
        yield _placeholder(goal, measure, sub)
    for sub in _first(sub for sub in with_target if not baseline_values(sub)):
        yield _about_target("target-without-baseline", "warning", goal, measure, sub)
    for sub in _first(sub for sub in with_target if sub.target_period is None):
        draft = _about_target("target-without-deadline", "notice", goal, measure, sub)
        yield replace(draft, fills={**draft.fills, "term": term_text(term)})
    for sub in _first(sub for sub in with_target if _is_after(sub, term)):
        yield replace(
            _about_target("deadline-after-term", "notice", goal, measure, sub),
            fills={"target": target_of(sub), "term": term_text(term)},
        )
    for sub in _first(sub for sub in with_target if sub.source is None):
        yield _about_target("target-without-source", "notice", goal, measure, sub)
    for _ in _first(sub for sub in subs if _is_direction_only(sub)):
        yield _draft("direction-without-value", "warning", goal, measure)
    yield from _lonely_baseline(goal, measure)


def _first(subs: Iterator[SubMeasure]) -> Iterator[SubMeasure]:
    found = next(subs, None)
    if found is not None:
        yield found


def has_target(sub: SubMeasure) -> bool:
    """Whether a sub-measure states a figure to be reached."""
    return sub.kind == "numeric" and sub.target_value is not None and not sub.placeholder


def baseline_values(sub: SubMeasure) -> list[float]:
    """The starting levels that are given."""
    return [base.value for base in sub.baseline if base.value is not None]


def _is_after(sub: SubMeasure, term: Term) -> bool:
    """Whether the target's deadline comes when the council that sets it is gone."""
    if term.end is None or not is_valid(sub.target_period):
        return False
    return parse_period(sub.target_period or "").last > date(term.end, 12, 31)


def _is_direction_only(sub: SubMeasure) -> bool:
    """Whether it is to grow or shrink, no matter how much; "does not grow" says how much."""
    directional = sub.comparator in ("increase", "decrease")
    unsaid = sub.target_value is None and sub.target_value_max is None
    return sub.kind == "numeric" and directional and unsaid and not sub.placeholder


def _placeholder(goal: Goal, measure: Measure, sub: SubMeasure) -> Draft:
    part = next((part for part in sub.parts if part.field == "target_value"), None)
    draft = _draft("placeholder", "error", goal, measure)
    mark = part.text if part else "xx"
    if part:
        draft = replace(draft, span=replace(measure.span, start=part.start, end=part.end))
    return replace(draft, fills={"mark": mark})


def _lonely_baseline(goal: Goal, measure: Measure) -> Iterator[Draft]:
    for sub in measure.sub_measures:
        values = baseline_values(sub)
        if sub.kind == "monitoring" and values:
            fills = {"baseline": Quantity(values[0], unit=sub.baseline[0].unit)}
            yield replace(_draft("baseline-without-target", "warning", goal, measure), fills=fills)
            return


def _about_target(
    code: str, severity: Severity, goal: Goal, measure: Measure, sub: SubMeasure
) -> Draft:
    part = next((part for part in sub.parts if part.field == "target_value"), None)
    span = replace(measure.span, start=part.start, end=part.end) if part else measure.span
    return Draft(
        code, severity, goal.number, measure.id, measure.text, span, {"target": target_of(sub)}
    )


def _draft(code: str, severity: Severity, goal: Goal, measure: Measure) -> Draft:
    return Draft(code, severity, goal.number, measure.id, measure.text, Span(measure.span.lines))


def target_of(sub: SubMeasure) -> str | Quantity:
    """The target in figures; a fraction as the document writes it."""
    if sub.target_fraction or sub.target_value is None:
        return sub.target_fraction or ""
    return Quantity(sub.target_value, sub.target_value_max, sub.unit)


def term_text(term: Term) -> str:
    """The council term, "2018–2022", or a question mark."""
    return f"{term.start or '?'}–{term.end}" if term.end else "?"
