"""A whole strategy understood: every measure without sub-measures gets them."""

from __future__ import annotations

from dataclasses import replace

from suunta.core.phrases.language import detect_language
from suunta.core.phrases.parse import PhraseContext, parse_phrase
from suunta.core.strategy import Goal, Measure, Strategy


def understand(strategy: Strategy) -> Strategy:
    """The strategy with `sub_measures` filled for every measure that has none."""
    areas = tuple(
        replace(area, goals=tuple(_goal(goal, strategy.language) for goal in area.goals))
        for area in strategy.focus_areas
    )
    return strategy.with_areas(areas)


def _goal(goal: Goal, language: str) -> Goal:
    measures: list[Measure] = []
    actions = tuple(action.text for action in goal.actions)
    for measure in goal.measures:
        previous = measures[-1].text if measures else ""
        context = PhraseContext(goal.title, actions, previous)
        measures.append(_measure(measure, language, context))
    return replace(goal, measures=tuple(measures))


def _measure(measure: Measure, language: str, context: PhraseContext) -> Measure:
    if measure.sub_measures or not measure.text.strip():
        return measure
    # A bilingual town's document mixes languages; short texts give too little to tell them apart.
    own = detect_language(measure.text, likely=language)
    return replace(measure, sub_measures=parse_phrase(measure.text, own, context))
