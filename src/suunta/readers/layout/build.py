"""Drafts -> the core's focus areas, with identifiers, responsible bodies and sectors."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from suunta.core.phrases import PhraseContext
from suunta.core.strategy import Action, FocusArea, Goal, Measure
from suunta.readers.layout.drafts import ActionDraft, AreaDraft, GoalDraft, MeasureDraft, all_goals
from suunta.readers.layout.front import Legend
from suunta.readers.layout.measures import sub_measures
from suunta.readers.table.headers import YEAR
from suunta.readers.table.responsible import Codes, bodies_of, codes_of, responsible_in, sectors_of

LETTERED = re.compile(r"([A-Z])\s+(?=\S)")


def built(
    areas: Sequence[AreaDraft], legend: Legend, language: str, year: int | None
) -> tuple[FocusArea, ...]:
    """The focus areas of a document; year: that of the actions' column."""
    kept = [_lettered(area) for area in areas if area.goals]
    texts = [action.text for goal in all_goals(kept) for action in goal.actions]
    codes = codes_of(legend.marks, texts)
    numbers = _numbers(kept)
    return tuple(
        FocusArea(
            number=area.number or str(order),
            name=area.name,
            slogan=area.slogan,
            goals=tuple(
                _goal(goal, numbers[order, place], codes, legend, language, year)
                for place, goal in enumerate(area.goals, start=1)
            ),
            span=area.span,
        )
        for order, area in enumerate(kept, start=1)
    )


def _lettered(area: AreaDraft) -> AreaDraft:
    """An area "B Osaava kunta" whose goals are B1, B2 takes its letter for its number."""
    match = LETTERED.match(area.name)
    if area.number or not match:
        return area
    numbers = [goal.number for goal in area.goals]
    if not all(number.startswith(match.group(1)) and len(number) > 1 for number in numbers):
        return area
    return replace(area, number=match.group(1), name=area.name[match.end() :])


def _numbers(areas: Sequence[AreaDraft]) -> dict[tuple[int, int], str]:
    """(order of the area, order of the goal) -> the goal's number, unlike any other's."""
    counts = Counter(goal.number for goal in all_goals(list(areas)))
    return {
        (order, place): goal.number
        if goal.number and counts[goal.number] == 1
        else f"{area.number or order}.{goal.number or place}"
        for order, area in enumerate(areas, start=1)
        for place, goal in enumerate(area.goals, start=1)
    }


def _goal(
    draft: GoalDraft, number: str, codes: Codes, legend: Legend, language: str, year: int | None
) -> Goal:
    return Goal(
        number=number,
        title=draft.title,
        sub_bullets=tuple(draft.points),
        actions=tuple(
            _action(action, f"{number}-A{order}", codes, legend, year)
            for order, action in enumerate(draft.actions, start=1)
        ),
        measures=_measures(draft, number, language),
        span=draft.span,
    )


def _action(
    draft: ActionDraft, identifier: str, codes: Codes, legend: Legend, year: int | None
) -> Action:
    named = [code for text in draft.responsible for code in bodies_of(text)]
    for text in (draft.text, *draft.nested):
        named += responsible_in(text, codes)
    responsible = tuple(dict.fromkeys(named))
    coloured = legend.sector(draft.colour) if legend.marks else None
    sectors = (coloured,) if coloured else sectors_of(responsible, legend.marks)
    years = [int(year) for text in draft.schedule for year in YEAR.findall(text)]
    return Action(
        text=draft.text,
        year=max(years, default=draft.year or year),
        responsible=responsible,
        nested=tuple(draft.nested),
        sectors=sectors,
        id=identifier,
        span=draft.span,
    )


def _measures(goal: GoalDraft, number: str, language: str) -> tuple[Measure, ...]:
    actions = tuple(action.text for action in goal.actions)
    found = []
    previous = ""
    for order, draft in enumerate(goal.measures, start=1):
        context = PhraseContext(goal.title, actions, previous)
        found.append(_measure(draft, f"{number}-M{order}", language, context))
        previous = draft.text
    return tuple(found)


def _measure(
    draft: MeasureDraft, identifier: str, language: str, context: PhraseContext
) -> Measure:
    subs = sub_measures(draft, language, context)
    return Measure(draft.text, subs, identifier, draft.span)
