"""The review of an import: a reading (what was read), and in order what people said of it.

The reviewed strategy is computed anew from both every time, by a pure function.
"""

from suunta.core.review.apply import Reviewed, apply_corrections
from suunta.core.review.correction import Becomes, Correction, Entity, Kind, Result
from suunta.core.review.items import Item, items_of
from suunta.core.review.questions import QUESTION_BELOW, Question, questions
from suunta.core.review.wire import correction_from_json, correction_json

__all__ = [
    "QUESTION_BELOW",
    "Becomes",
    "Correction",
    "Entity",
    "Item",
    "Kind",
    "Question",
    "Result",
    "Reviewed",
    "apply_corrections",
    "correction_from_json",
    "correction_json",
    "items_of",
    "questions",
]
