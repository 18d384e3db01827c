"""Which of fi, sv and en a text is in.

Frequent words, endings and letters mostly tell at once. Where they do not, the vocabularies are
asked which of them knows the words; they are large and stay unread until then.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from suunta.core.phrases.normalise import plain
from suunta.core.phrases.vocabulary import LANGUAGES, Language, lexicon, words_of

_WORD = re.compile(r"[^\W\d_]+")
_LONGEST_TEXT = 200
_BENEFIT_OF_DOUBT = 2.5
_CLEAR_LEAD = 4.0


@dataclass(frozen=True)
class _Traits:
    """What tells a language: frequent words, letters for and against it, endings of words."""

    frequent: frozenset[str]
    letters: frozenset[str]
    foreign: frozenset[str]
    endings: tuple[str, ...]


def detect_language(text: str, likely: str | None = None) -> Language:
    """The language of a text, by its frequent words, endings, letters and, in doubt, all words.

    likely: the language of the document around it, preferred where the text says little.
    """
    words = _WORD.findall(plain(text))[:_LONGEST_TEXT]
    scores = {
        language: _score(words, _traits()[language])
        + (_BENEFIT_OF_DOUBT if language == likely else 0.0)
        for language in LANGUAGES
    }
    ranked = sorted(LANGUAGES, key=lambda language: scores[language], reverse=True)
    clear = _BENEFIT_OF_DOUBT if ranked[0] == likely else _CLEAR_LEAD
    rivals = [one for one in ranked if scores[ranked[0]] - scores[one] < clear]
    if len(rivals) > 1:
        for language in rivals:
            known = lexicon(language)
            scores[language] += sum(1.0 for word in words if known.starting(word))
    return max(LANGUAGES, key=lambda language: scores[language])


def _score(words: Sequence[str], traits: _Traits) -> float:
    return sum(
        3.0 * (word in traits.frequent)
        + 1.0 * word.endswith(traits.endings)
        + 0.5 * (not traits.letters.isdisjoint(word))
        - 0.5 * (not traits.foreign.isdisjoint(word))
        for word in words
    )


@cache
def _traits() -> Mapping[str, _Traits]:
    return {
        language: _Traits(
            frozenset(data["function_words"]),
            frozenset(data["letters"]),
            frozenset(data["foreign"]),
            tuple(data["endings"]),
        )
        for language, data in words_of("languages").items()
    }
