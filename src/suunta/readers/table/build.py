"""Drafts -> the core's focus areas, with identifiers, responsible codes and sectors."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from suunta.core.strategy import Action, FocusArea, Goal, Measure, SectorMark, Span
from suunta.readers.table.cells import Item
from suunta.readers.table.drafts import AreaDraft, GoalDraft
from suunta.readers.table.figures import sub_measures_of
from suunta.readers.table.headers import YEAR
from suunta.readers.table.responsible import Codes, codes_of, parts_of, responsible_in, sectors_of


@dataclass(frozen=True)
class Setting:
    """What holds for the whole document: its codes, its actions' year, its language."""

    codes: Codes
    year: int | None
    language: str


Group = tuple[Item, list[Item]]  # an item and those nested under it


def built_areas(
    drafts: Sequence[AreaDraft],
    legend: tuple[SectorMark, ...],
    year: int | None,
    language: str,
) -> tuple[FocusArea, ...]:
    """The focus areas of a document; year: that of the actions' column;
    language: that of the document."""
    texts = [item.text for area in drafts for goal in area.goals for item in goal.actions]
    setting = Setting(codes_of(legend, texts), year, language)
    numbers = _numbers(drafts)
    return tuple(
        FocusArea(
            number=area.heading.number or str(order),
            name=area.heading.name,
            slogan=area.heading.slogan,
            goals=tuple(
                _goal(goal, numbers[order, place], setting)
                for place, goal in enumerate(area.goals, start=1)
            ),
            span=Span(lines=area.heading.lines),
        )
        for order, area in enumerate(drafts, start=1)
    )


def _numbers(drafts: Sequence[AreaDraft]) -> dict[tuple[int, int], str]:
    """(order of the area, order of the goal) -> the goal's number, unlike any other's."""
    counts = Counter(goal.number for area in drafts for goal in area.goals)
    return {
        (order, place): goal.number
        if goal.number and counts[goal.number] == 1
        else f"{area.heading.number or order}.{goal.number or place}"
        for order, area in enumerate(drafts, start=1)
        for place, goal in enumerate(area.goals, start=1)
    }


def _goal(draft: GoalDraft, number: str, setting: Setting) -> Goal:
    return Goal(
        number=number,
        title=" ".join(draft.title),
        sub_bullets=tuple(item.text for item in draft.points),
        actions=tuple(
            _action(group, f"{number}-A{order}", setting)
            for order, group in enumerate(_grouped(draft.actions), start=1)
        ),
        measures=tuple(
            _measure(group, f"{number}-M{order}", setting.language)
            for order, group in enumerate(_grouped(draft.measures), start=1)
        ),
        span=Span(lines=tuple(draft.lines)),
    )


def _grouped(items: Sequence[Item]) -> list[Group]:
    groups: list[Group] = []
    for item in items:
        if item.nested and groups:
            groups[-1][1].append(item)
        else:
            groups.append((item, []))
    return groups


def _action(group: Group, identifier: str, setting: Setting) -> Action:
    item, nested = group
    named = [code for told in item.beside.get("responsible", []) for code in parts_of(told.text)]
    for text in (item.text, *(under.text for under in nested)):
        named += responsible_in(text, setting.codes)
    responsible = tuple(dict.fromkeys(named))
    return Action(
        text=item.text,
        year=_own_year(item) or setting.year,
        responsible=responsible,
        nested=tuple(under.text for under in nested),
        sectors=sectors_of(responsible, setting.codes.legend),
        id=identifier,
        span=_span(item, nested),
    )


def _own_year(item: Item) -> int | None:
    """The last year that the schedule's column gives the action."""
    years = [year for told in item.beside.get("schedule", []) for year in YEAR.findall(told.text)]
    return int(max(years)) if years else None


def _measure(group: Group, identifier: str, language: str) -> Measure:
    item, nested = group
    text = " ".join([item.text, *(under.text for under in nested)])
    subs = sub_measures_of(text, item.beside, language) if item.beside else ()
    return Measure(text=text, sub_measures=subs, id=identifier, span=_span(item, nested))


def _span(item: Item, nested: Sequence[Item]) -> Span:
    lines = dict.fromkeys([*item.lines, *(line for under in nested for line in under.lines)])
    return Span(lines=tuple(lines))
