"""A document as a list of the things that it says, each to be found again in another version."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, fields
from typing import Any

from suunta.core.strategy import Action, FocusArea, Goal, Measure, Strategy, SubMeasure

# Where a part was recognised, and how surely, is not what the document says.
NOT_SAID = ("confidence", "parts", "doubts")
KINDS = ("strategy", "area", "goal", "sub_point", "action", "measure", "part")
PARENT_KIND = {
    "goal": "area",
    "sub_point": "goal",
    "action": "goal",
    "measure": "goal",
    "part": "measure",
}
_NUMBER = re.compile(r"\d+(?:[.,]\d+)?")
_YEAR = re.compile(r"(?:19|20)\d\d")


@dataclass(frozen=True)
class About:
    """What is known of an item beside its words.

    units: those of its parts; population: whom it is about; numbers: those that belong to what is
    measured ("alle 18-vuotiaat") and not to the target; figures: the targets, to check a match by
    numbering; content: the words of everything below it; periods: those of the targets.
    """

    units: frozenset[str] = frozenset()
    population: str = ""
    numbers: frozenset[str] = frozenset()
    figures: tuple[float, ...] = ()
    content: str = ""
    periods: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Item:
    """One thing that a document says: `kind` is one of KINDS; `said` is what is compared, field by
    field; `about` is what helps to recognise it."""

    kind: str
    id: str
    parent: str
    text: str
    said: Mapping[str, Any]
    about: About = field(default=About(), compare=False)


def items(strategy: Strategy) -> Iterator[Item]:
    """Everything a document says, parents before children."""
    yield _strategy_item(strategy)
    for area in strategy.focus_areas:
        yield _area_item(area)
        for goal in area.goals:
            yield from _goal_items(goal, area.number)


def _strategy_item(strategy: Strategy) -> Item:
    said = {
        "title": strategy.title,
        "subtitle": strategy.subtitle,
        "vision": strategy.vision,
        "language": strategy.language,
        "term": [strategy.term.start, strategy.term.end],
        "action_year": strategy.action_year,
        "sectors": [mark.code for mark in strategy.sector_legend],
    }
    return Item("strategy", "strategy", "", strategy.title, said)


def _area_item(area: FocusArea) -> Item:
    said = {"name": area.name, "slogan": area.slogan}
    content = " ".join([goal.title for goal in area.goals] + [_content(g) for g in area.goals])
    return Item("area", area.number, "", area.name, said, About(content=content))


def _goal_items(goal: Goal, area: str) -> Iterator[Item]:
    about = About(content=_content(goal))
    yield Item("goal", goal.number, area, goal.title, {"title": goal.title}, about)
    for position, bullet in enumerate(goal.sub_bullets, start=1):
        code = f"{goal.number}-S{position}"
        yield Item("sub_point", code, goal.number, bullet, {"text": bullet})
    for action in goal.actions:
        yield _action_item(action, goal.number)
    for measure in goal.measures:
        said = {"text": measure.text}
        yield Item("measure", measure.id, goal.number, measure.text, said, _about(measure))
        yield from _part_items(measure)


def _content(goal: Goal) -> str:
    texts = [*goal.sub_bullets, *(a.text for a in goal.actions), *(m.text for m in goal.measures)]
    return " ".join(texts)


def _action_item(action: Action, goal: str) -> Item:
    said = {
        "text": action.text,
        "year": action.year,
        "responsible": list(action.responsible),
        "nested": list(action.nested),
        "sectors": list(action.sectors),
    }
    return Item("action", action.id, goal, action.text, said)


def _part_items(measure: Measure) -> Iterator[Item]:
    names = [each.name for each in fields(SubMeasure) if each.name not in NOT_SAID]
    for number, sub in enumerate(measure.sub_measures, start=1):
        said = {name: getattr(sub, name) for name in names}
        said["baseline"] = [[each.period, each.value, each.unit] for each in sub.baseline]
        about = _about(Measure(sub.indicator, (sub,)))
        yield Item("part", f"{measure.id}.{number}", measure.id, sub.indicator, said, about)


def _about(measure: Measure) -> About:
    subs = measure.sub_measures
    figures = {value for sub in subs for value in _figures(sub)}
    named = " ".join(f"{sub.indicator} {sub.population or ''}" for sub in subs)
    return About(
        units=frozenset(sub.unit for sub in subs if sub.unit),
        population=" ".join(sub.population for sub in subs if sub.population),
        numbers=frozenset(
            number
            for number in _NUMBER.findall(named)
            if not _YEAR.fullmatch(number) and float(number.replace(",", ".")) not in figures
        ),
        figures=tuple(sub.target_value for sub in subs if sub.target_value is not None),
        periods=frozenset(sub.target_period for sub in subs if sub.target_period),
    )


def _figures(sub: SubMeasure) -> Iterator[float]:
    """Every number that is a target or a starting value."""
    for value in (sub.target_value, sub.target_value_max, *(b.value for b in sub.baseline)):
        if value is not None:
            yield abs(value)
