"""Rules about what the document says twice: one measure, or one thing with two targets."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from suunta.core.lint.finding import Draft
from suunta.core.lint.kinship import content_words
from suunta.core.lint.measures import has_target, target_of
from suunta.core.strategy import Goal, Measure, Span, Strategy, SubMeasure

TELLING = 2  # words by which an indicator is known from others


def duplicate_findings(strategy: Strategy) -> Iterator[Draft]:
    """Measures under two goals, and one indicator with two targets for the same time."""
    yield from _repeated(strategy)
    yield from _rivals(strategy)


def _rivals(strategy: Strategy) -> Iterator[Draft]:
    """One indicator with different targets, told at the later place."""
    seen: dict[tuple[str | None, ...], tuple[str, SubMeasure]] = {}
    for goal in strategy.goals():
        for measure in goal.measures:
            for sub in measure.sub_measures:
                if not has_target(sub) or len(content_words(sub.indicator)) < TELLING:
                    continue
                first, other = seen.setdefault(_thing(sub), (measure.id, sub))
                if first != measure.id and _target(other) != _target(sub):
                    yield _rival_draft(goal, measure, sub, first, other)


def _thing(sub: SubMeasure) -> tuple[str | None, ...]:
    name = re.sub(r"[\W_]+", "", sub.indicator.lower())
    return (name, sub.unit, sub.target_basis, sub.population, sub.scale, sub.target_period)


def _target(sub: SubMeasure) -> tuple[float | None, float | None]:
    return sub.target_value, sub.target_value_max


def _rival_draft(
    goal: Goal, measure: Measure, sub: SubMeasure, first: str, other: SubMeasure
) -> Draft:
    fills = {"first": first, "target": target_of(sub), "other": target_of(other)}
    span, code = Span(measure.span.lines), "rival-targets"
    return Draft(code, "error", goal.number, measure.id, measure.text, span, fills)


def _repeated(strategy: Strategy) -> Iterator[Draft]:
    """Measures with the same words under several goals, told at the later ones."""
    places: dict[str, list[tuple[Goal, Measure]]] = defaultdict(list)
    for goal in strategy.goals():
        for measure in goal.measures:
            places[re.sub(r"[\W_]+", "", measure.text.lower())].append((goal, measure))
    for found in places.values():
        goals = list(dict.fromkeys(goal.number for goal, _ in found))
        if len(goals) > 1:
            goal, measure = found[-1]
            span = Span(measure.span.lines)
            fills = {"goals": ", ".join(goals)}
            yield Draft(
                "duplicate-measure", "warning", goal.number, measure.id, measure.text, span, fills
            )
