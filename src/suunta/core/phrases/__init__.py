"""Measures' phrases understood: a grammar over a vocabulary of Finnish, Swedish and English."""

from suunta.core.phrases.asking import question_text
from suunta.core.phrases.doubts import QUESTION_BELOW, without_doubts
from suunta.core.phrases.language import detect_language
from suunta.core.phrases.parse import PhraseContext, parse_phrase
from suunta.core.phrases.understand import understand
from suunta.core.phrases.wire import parse_phrase_input, phrases_json, sub_measure_json

__all__ = [
    "QUESTION_BELOW",
    "PhraseContext",
    "detect_language",
    "parse_phrase",
    "parse_phrase_input",
    "phrases_json",
    "question_text",
    "sub_measure_json",
    "understand",
    "without_doubts",
]
