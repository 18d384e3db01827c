"""Finding goals, actions and measures by plain words, in every language that they have."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

from suunta.core.scorecard import GoalView, MeasureView, Scorecard
from suunta.core.texts import Text

MOST_WORDS = 8
SHORTEST = 2


@dataclass(frozen=True)
class Hit:
    """Something found: what kind of thing, its goal, and the measure where it is one."""

    kind: str  # goal | action | measure
    text: Text
    goal: GoalView
    measure: MeasureView | None = None


def plain(text: str) -> str:
    """Lower case without soft hyphens; å, ä and ö stay letters of their own."""
    return unicodedata.normalize("NFC", text).replace("\u00ad", "").casefold()


def asked_words(question: str) -> list[str]:
    """The words of a question that are worth looking for."""
    found = plain(question).replace("?", " ").replace(",", " ").split()
    return [word for word in found if len(word) >= SHORTEST][:MOST_WORDS]


def holds(text: Text, words: list[str], extra: str = "") -> bool:
    """Whether one language of the text holds every word; an id such as 3.3-M1 counts."""
    return any(
        all(word in plain(f"{extra} {said}") for word in words) for said in text.words.values()
    )


def find(scorecard: Scorecard, question: str) -> list[Hit]:
    """Goals first, then measures, then actions, each in document order."""
    words = asked_words(question)
    if not words:
        return []
    hits: list[Hit] = []
    for goal in scorecard.goals:
        if holds(goal.title, words, goal.number) or any(holds(p, words) for p in goal.sub_points):
            hits.append(Hit("goal", goal.title, goal))
        hits += [
            Hit("measure", measure.text, goal, measure)
            for measure in goal.measures
            if holds(measure.text, words, measure.id)
            or any(holds(part.name, words) for part in measure.parts)
        ]
        hits += [
            Hit("action", action.text, goal)
            for action in goal.actions
            if holds(action.text, words, action.id) or any(holds(n, words) for n in action.nested)
        ]
    return sorted(hits, key=lambda hit: ("goal", "measure", "action").index(hit.kind))
