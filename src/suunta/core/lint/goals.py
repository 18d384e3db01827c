"""Rules about goals: targets that no measure repeats, contradictions, measures told twice."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from suunta.core.lint.duplicates import duplicate_findings
from suunta.core.lint.finding import Draft
from suunta.core.lint.kinship import akin, content_words, words
from suunta.core.lint.measures import has_target
from suunta.core.phrases import parse_phrase
from suunta.core.strategy import Goal, Measure, Span, Strategy, SubMeasure

CHANGES = ("change_percent", "change_absolute", "percentage_points")
AT_MOST, AT_LEAST = ("<=", "<"), (">=", ">")


def goal_findings(strategy: Strategy) -> Iterator[Draft]:
    """What goals promise beside their measures, and measures under two goals."""
    measured = bool(strategy.measures())
    for goal in strategy.goals():
        # A goal of a document without any measures is no worse than the document.
        if measured and not goal.measures:
            span = Span(goal.span.lines)
            yield Draft("goal-without-measures", "error", goal.number, None, goal.title, span)
            continue
        for point in (goal.title, *goal.sub_bullets):
            yield from _promises(goal, point, strategy.language)
    yield from duplicate_findings(strategy)


def _promises(goal: Goal, point: str, language: str) -> Iterator[Draft]:
    promised = promised_targets(point, language)
    if not promised:
        return
    span = Span(goal.span.lines)
    for sub in promised:
        rival = _rival(sub, point, goal)
        if rival:
            fills = {"other": rival.text}
            yield Draft("contradiction", "error", goal.number, rival.id, point, span, fills)
            return
    if not any(_repeats(sub, point, measure) for sub in promised for measure in goal.measures):
        yield Draft("goal-target-not-measured", "warning", goal.number, None, point, span)


@lru_cache(maxsize=4096)
def promised_targets(text: str, language: str) -> tuple[SubMeasure, ...]:
    """The target figures that a goal's title or sub-point states. Kept: a document under review
    is looked at again after every correction, and its goals seldom change."""
    return tuple(sub for sub in parse_phrase(text, language) if _is_promise(sub))


def _is_promise(sub: SubMeasure) -> bool:
    """Whether a sub-point states a target: a figure or a change. A bare year is none, nor is a
    word that speaks of everybody ("jokaisella on harrastus")."""
    is_year = sub.unit is None and sub.target_value in range(1900, 2200)
    figures = (part.text for part in sub.parts if part.field == "target_value")
    told = sub.target_basis in CHANGES or any(re.search(r"\d", text) for text in figures)
    return has_target(sub) and told and not is_year


def _repeats(promise: SubMeasure, point: str, measure: Measure) -> bool:
    """Whether a measure has the same target of the same thing."""
    same = any(sub.target_value == promise.target_value for sub in measure.sub_measures)
    return same and _same_thing(point, measure.text)


def _rival(promise: SubMeasure, point: str, goal: Goal) -> Measure | None:
    """The measure that follows the same thing with a target that the promise excludes."""
    for measure in goal.measures:
        for sub in measure.sub_measures:
            if (
                has_target(sub)
                and _excludes(promise, sub)
                and _same_thing(_near(promise, point), _near(sub, measure.text))
            ):
                return measure
    return None


def _near(sub: SubMeasure, text: str) -> str:
    """The words about the sub-measure's figure: the clause of the text that it stands in."""
    part = next((part for part in sub.parts if part.field == "target_value"), None)
    if part is None:
        return sub.indicator
    start = max(text.rfind(",", 0, part.start), text.rfind(";", 0, part.start)) + 1
    ends = [at for sign in ",;" if (at := text.find(sign, part.end)) >= 0]
    return text[start : min(ends, default=len(text))]


def _same_thing(one: str, other: str) -> bool:
    if _speaks_of_new(one) != _speaks_of_new(other):
        return False  # no new debt, and a ceiling for all debt
    theirs = content_words(other)
    return any(akin(word, candidate) for word in content_words(one) for candidate in theirs)


def _speaks_of_new(text: str) -> bool:
    new = {word for listed in words()["new"].values() for word in listed}
    return not new.isdisjoint(re.findall(r"[^\W\d_]+", text.lower()))


def _excludes(one: SubMeasure, other: SubMeasure) -> bool:
    """Whether two level targets cannot both be meant: other figures of one unit, or none at all
    against some, which no unit reconciles."""
    if one.target_basis not in (None, "absolute") or other.target_basis not in (None, "absolute"):
        return False
    if one.target_value is None or other.target_value is None:
        return False
    if 0 in (one.target_value, other.target_value):
        return one.target_value != other.target_value and "<=" in _bounds(one, other)
    if one.unit != other.unit or one.target_period != other.target_period:
        return False
    return _apart(one, other)


def _bounds(one: SubMeasure, other: SubMeasure) -> set[str]:
    return {"<=" if sub.comparator in AT_MOST else sub.comparator for sub in (one, other)}


def _apart(one: SubMeasure, other: SubMeasure) -> bool:
    low, high = _interval(one)
    other_low, other_high = _interval(other)
    return low > other_high or other_low > high


def _interval(sub: SubMeasure) -> tuple[float, float]:
    value = sub.target_value or 0.0
    if sub.comparator in AT_MOST:
        return float("-inf"), value
    if sub.comparator in AT_LEAST:
        return value, float("inf")
    top = value if sub.target_value_max is None else sub.target_value_max
    return value, top
