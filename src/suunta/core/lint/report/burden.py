"""How much there is to carry, beside what a town can."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from suunta.core.lint.report.model import Counts, GoalLoad, Load, Reporting, ResponsibleLoad
from suunta.core.lint.report.settings import limits, wording
from suunta.core.strategy import Goal, Strategy


def loads(
    counts: Counts, goals: Iterable[GoalLoad], parties: Iterable[ResponsibleLoad], lang: str
) -> tuple[Load, ...]:
    """Every number that has a limit, in the order of definitions/lint/report/limits.yaml."""
    goals, parties = list(goals), list(parties)
    numbers = {
        "focus_areas": counts.focus_areas,
        "goals": counts.goals,
        "actions": counts.actions,
        "measures": counts.measures,
        "things": counts.things,
        "measures_of_goal": max((goal.measures for goal in goals), default=0),
        "actions_of_goal": max((goal.actions for goal in goals), default=0),
        "actions_of_responsible": max((party.actions for party in parties), default=0),
    }
    labels = wording(lang)["counted"]
    return tuple(
        Load(key, labels[key], number, limits()[key]["limit"], limits()[key]["basis"])
        for key, number in numbers.items()
    )


def goal_loads(strategy: Strategy) -> tuple[GoalLoad, ...]:
    """What each goal holds, in document order."""
    most = limits()["measures_of_goal"]["limit"], limits()["actions_of_goal"]["limit"]
    return tuple(
        GoalLoad(
            number=goal.number,
            title=goal.title,
            actions=len(goal.actions),
            measures=len(goal.measures),
            things=things_of(goal),
            over=len(goal.measures) > most[0] or len(goal.actions) > most[1],
        )
        for goal in strategy.goals()
    )


def things_of(goal: Goal) -> int:
    """How many things the measures of a goal have to be followed."""
    return sum(max(1, len(measure.sub_measures)) for measure in goal.measures)


def responsible_loads(strategy: Strategy) -> tuple[ResponsibleLoad, ...]:
    """What each responsible party has to see to, the most first; letter case does not matter."""
    names: dict[str, str] = {}
    goals: dict[str, list[str]] = defaultdict(list)
    for goal in strategy.goals():
        for action in goal.actions:
            for name in dict.fromkeys(name.strip() for name in action.responsible):
                goals[names.setdefault(name.lower(), name)].append(goal.number)
    most = limits()["actions_of_responsible"]["limit"]
    found = [
        ResponsibleLoad(name, len(listed), tuple(dict.fromkeys(listed)), len(listed) > most)
        for name, listed in goals.items()
    ]
    return tuple(sorted(found, key=lambda party: (-party.actions, party.name.lower())))


def reporting_load(things: int) -> Reporting:
    """What reporting on so many things takes."""
    return Reporting(things, limits()["rounds"], limits()["minutes"])
