"""Ids of actions and measures, each standing for one thing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace

from suunta.core.errors import Fault, InputError
from suunta.core.strategy import Goal, Measure, Strategy, SubMeasure


def with_ids(content: Strategy) -> Strategy:
    """The strategy with an id on every action and measure. Raises InputError on doubled numbers."""
    content = with_measures(
        content,
        lambda goal, place, measure: replace(
            measure,
            id=measure.id or f"{goal.number}-M{place}",
            sub_measures=measure.sub_measures or (followed(measure),),
        ),
    )
    faults = [*doubled(content), *unaddressable(content), *impossible_years(content)]
    if not content.goals():
        faults.append(Fault("no goal was found in the document.", "", "See `suunta read FILE`."))
    if faults:
        raise InputError(faults)
    return content


def with_measures(content: Strategy, change: Callable[[Goal, int, Measure], Measure]) -> Strategy:
    """The strategy with every measure changed, and an id on every action. `change` gets the goal
    and the measure's place in it, from 1."""
    return content.with_areas(
        tuple(
            replace(area, goals=tuple(with_goal_measures(goal, change) for goal in area.goals))
            for area in content.focus_areas
        )
    )


def with_goal_measures(goal: Goal, change: Callable[[Goal, int, Measure], Measure]) -> Goal:
    """One goal with its measures changed."""
    return replace(
        goal,
        actions=tuple(
            action if action.id else replace(action, id=f"{goal.number}-A{place}")
            for place, action in enumerate(goal.actions, start=1)
        ),
        measures=tuple(
            change(goal, place, measure) for place, measure in enumerate(goal.measures, start=1)
        ),
    )


def followed(measure: Measure) -> SubMeasure:
    """The one part of a measure in which nothing was understood: it is only followed."""
    return SubMeasure(kind="monitoring", indicator=measure.text, confidence=0.0)


def unaddressable(content: Strategy) -> Iterator[Fault]:
    """Numbers and ids that cannot stand in the address of their page."""
    listed = {
        "focus area": [area.number for area in content.focus_areas],
        "goal": [goal.number for goal in content.goals()],
        "measure": [measure.id or "" for measure in content.measures()],
    }
    for kind, codes in listed.items():
        for code in codes:
            if "/" in code or code in (".", ".."):
                yield Fault(f"{code!r} cannot stand in an address.", kind, "Number it without /.")


def impossible_years(content: Strategy) -> Iterator[Fault]:
    """Years of the term and of the action plan that no calendar has, and a term run backwards."""
    start, end = content.term.start, content.term.end
    named = {"term.start": start, "term.end": end, "action_year": content.action_year}
    wrong = {
        name: year for name, year in named.items() if year is not None and not 1 <= year <= 9999
    }
    for name, year in wrong.items():
        yield Fault(f"{year} is no year.", name, "Write it with four digits.")
    if not wrong and start and end and end < start:
        yield Fault(f"The term ends in {end}, before it begins.", "term", "Correct the years.")


def doubled(content: Strategy) -> Iterator[Fault]:
    """Numbers and ids that stand for two things."""
    listed = {
        "focus area": [area.number for area in content.focus_areas],
        "goal": [goal.number for goal in content.goals()],
        "action": [action.id for goal in content.goals() for action in goal.actions],
        "measure": [measure.id for measure in content.measures()],
    }
    for kind, codes in listed.items():
        for code, times in Counter(codes).items():
            if times > 1:
                yield Fault(
                    f"{times} of them are numbered {code}.",
                    kind,
                    "Give each its own number in the document.",
                )
