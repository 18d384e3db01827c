"""What a reading is not sure of, asked instead of guessed."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from suunta.core.phrases.doubts import QUESTION_BELOW
from suunta.core.strategy import Measure, Strategy, SubMeasure

__all__ = ["QUESTION_BELOW", "Question", "questions"]


@dataclass(frozen=True)
class Question:
    """Something of a measure to look at.

    id: the measure; part: which of its sub-measures, 1 the first; field: the sub-measure's field,
    None for all of it; confidence: 0 to 1; why: a short code, worded by `question_text`; words:
    those of the measure that it is about, "" where no single words are.
    """

    id: str
    part: int
    field: str | None
    confidence: float
    why: str
    words: str = ""


def questions(strategy: Strategy, settled: Collection[str]) -> tuple[Question, ...]:
    """Every field of a sub-measure that is less sure than `QUESTION_BELOW` and that nobody
    settled, the least sure first, else in the document's order.

    settled: ids of the measures that people have settled.
    """
    found = [
        question
        for measure in strategy.measures()
        if measure.id not in settled
        for question in _of_measure(measure)
    ]
    return tuple(sorted(found, key=lambda question: question.confidence))


def _of_measure(measure: Measure) -> Iterator[Question]:
    if not measure.sub_measures:
        yield Question(measure.id, 1, None, 0.0, "not_understood")
    for part, sub in enumerate(measure.sub_measures, start=1):
        yield from _of_part(measure.id, part, sub)


def _of_part(code: str, part: int, sub: SubMeasure) -> Iterator[Question]:
    doubts = [doubt for doubt in sub.doubts if doubt.confidence < QUESTION_BELOW]
    for doubt in doubts:
        if part > 1 and doubt.field == "sub_measures":
            continue  # asked once: whether it is one thing or several
        yield Question(code, part, doubt.field, doubt.confidence, doubt.why, doubt.words)
    if not doubts and sub.confidence < QUESTION_BELOW:
        yield Question(code, part, None, sub.confidence, "unsure")
