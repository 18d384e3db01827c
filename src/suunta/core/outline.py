"""A strategy as a plain text outline, for `suunta read` without --json."""

from __future__ import annotations

from collections.abc import Iterator

from suunta.core.strategy import Action, Goal, Measure, Span, Strategy

COUNTED = ("focus areas", "goals", "actions", "measures")


def render_outline(strategy: Strategy) -> str:
    """The strategy as indented lines: areas, goals, sub-points (·), actions (>) and measures (=),
    each with the lines of the document that it stands on."""
    return "\n".join(_lines(strategy)) + "\n"


def _lines(strategy: Strategy) -> Iterator[str]:
    yield strategy.title
    for text in (strategy.subtitle, strategy.vision):
        if text:
            yield text
    yield _counts(strategy)
    for mark in strategy.sector_legend:
        yield f"  {mark.name}: {mark.colour or '-'}"
    for area in strategy.focus_areas:
        yield ""
        yield f"{area.number}  {area.name}" + (f" | {area.slogan}" if area.slogan else "")
        for goal in area.goals:
            yield from _goal_lines(goal)


def _counts(strategy: Strategy) -> str:
    goals = strategy.goals()
    numbers = (
        len(strategy.focus_areas),
        len(goals),
        sum(len(goal.actions) for goal in goals),
        len(strategy.measures()),
    )
    return ", ".join(f"{number} {name}" for number, name in zip(numbers, COUNTED, strict=True))


def _goal_lines(goal: Goal) -> Iterator[str]:
    yield f"  {goal.number}  {goal.title}{_place(goal.span)}"
    for point in goal.sub_bullets:
        yield f"    · {point}"
    for action in goal.actions:
        yield from _action_lines(action)
    for measure in goal.measures:
        yield from _measure_lines(measure)


def _action_lines(action: Action) -> Iterator[str]:
    who = f" [{', '.join(action.responsible)}]" if action.responsible else ""
    yield f"    > {action.text}{who}{_place(action.span)}"
    for text in action.nested:
        yield f"      - {text}"


def _measure_lines(measure: Measure) -> Iterator[str]:
    yield f"    = {measure.text}{_place(measure.span)}"
    for sub in measure.sub_measures:
        yield f"      {sub.kind}: {sub.indicator}"


def _place(span: Span) -> str:
    return f"  (l. {', '.join(map(str, span.lines))})" if span.lines else ""
