"""Finding goals, actions and measures by plain words, in every language that they have.

No dictionary: a word is looked for at the beginning of words, then inside them (a compound is found
by any of its parts), then without its last letters, because Finnish and Swedish inflect at the end.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

from suunta.core.scorecard import GoalView, MeasureView, Scorecard
from suunta.core.texts import Text

MOST_WORDS = 8
SHORTEST = 2
SHORTEST_STEM = 4
# How much of a word is kept without its ending; the shorter stem only where nothing was found.
KEPT = (0.72, 0.45)
AT_START, INSIDE, STEM = 4, 3, 1
KINDS = ("goal", "measure", "action")


@dataclass(frozen=True)
class Hit:
    """Something found: what kind of thing, its goal, and the measure where it is one."""

    kind: str  # one of KINDS
    text: Text
    goal: GoalView
    score: int
    pieces: tuple[str, ...]  # what to mark in the text
    found_in: Text | None  # the words that hold it, where the text itself does not
    measure: MeasureView | None = None


@dataclass(frozen=True)
class Thing:
    """Something that may be found, with all the texts that it is found by."""

    kind: str
    text: Text
    goal: GoalView
    texts: tuple[Text, ...]
    name: str  # a number or id, found too
    measure: MeasureView | None = None


def plain(text: str) -> str:
    """Lower case without soft hyphens; å, ä and ö stay letters of their own."""
    return unicodedata.normalize("NFC", text).replace("\u00ad", "").casefold()


def asked_words(question: str) -> list[str]:
    """The words of a question that are worth looking for."""
    found = re.split(r"[\s?!,;:\"”“()]+", plain(question))
    return [word for word in found if len(word) >= SHORTEST][:MOST_WORDS]


def stem(word: str, kept: float) -> str:
    """The word without its ending; short words and those with digits stay whole."""
    length = max(SHORTEST_STEM, int(kept * len(word)))
    return word[:length] if word.isalpha() else word


def find(scorecard: Scorecard, question: str) -> list[Hit]:
    """The best first, then goals before measures before actions, each in document order."""
    words = asked_words(question)
    if not words:
        return []
    everything = list(things(scorecard))
    for kept in KEPT:
        hits = [hit for thing in everything if (hit := match(thing, words, kept))]
        if hits:
            return sorted(hits, key=lambda hit: (-hit.score, KINDS.index(hit.kind)))
    return []


def things(scorecard: Scorecard) -> Iterable[Thing]:
    """Everything that may be found, in document order."""
    for goal in scorecard.goals:
        aims = (part.name for part in goal.targets)
        texts = (goal.title, *goal.sub_points, *aims)
        yield Thing("goal", goal.title, goal, texts, goal.number)
        for measure in goal.measures:
            texts = (measure.text, *(part.name for part in measure.parts))
            text = measure.parts[0].name if len(measure.parts) == 1 else measure.text
            yield Thing("measure", text, goal, texts, measure.id, measure)
        for action in goal.actions:
            yield Thing("action", action.text, goal, (action.text, *action.nested), action.id)


def match(thing: Thing, words: list[str], kept: float) -> Hit | None:
    """The hit, scored by its best language; None where no language holds every word."""
    languages = {code for text in thing.texts for code in text.words}
    best: tuple[int, tuple[str, ...]] = (0, ())
    for code in languages:
        said = plain(" ".join([thing.name, *(text.words.get(code, "") for text in thing.texts)]))
        found = [level(said, word, kept) for word in words]
        if all(score for score, _ in found):
            total = sum(score for score, _ in found)
            best = max(best, (total, tuple(piece for _, piece in found)))
    if not best[0]:
        return None
    where = next((text for text in (thing.text, *thing.texts) if holds(text, best[1])), thing.text)
    beside = None if where is thing.text else where
    return Hit(thing.kind, thing.text, thing.goal, best[0], best[1], beside, thing.measure)


def holds(text: Text, pieces: tuple[str, ...]) -> bool:
    """Whether one language of the text holds one of the pieces."""
    return any(piece in plain(said) for said in text.words.values() for piece in pieces)


def level(said: str, word: str, kept: float) -> tuple[int, str]:
    """How well a word fits a text, and the piece that does; 0 where it does not."""
    if word in said:
        return (AT_START if re.search(rf"\b{re.escape(word)}", said) else INSIDE), word
    piece = stem(word, kept)
    return (STEM, piece) if piece in said else (0, "")
