"""Which of fi, sv and en a text is in."""

from __future__ import annotations

import re

from suunta.core.phrases.normalise import plain
from suunta.core.phrases.vocabulary import LANGUAGES, Language, lexicon

_WORD = re.compile(r"[^\W\d_]+")
_BENEFIT_OF_DOUBT = 2.5


def detect_language(text: str, likely: str | None = None) -> Language:
    """The language of a text, by the vocabulary's words, endings and letters.

    likely: the language of the document around it, preferred where the text says little.
    """
    words = _WORD.findall(plain(text))[:200]
    scores = {
        language: _score(words, language) + (_BENEFIT_OF_DOUBT if language == likely else 0.0)
        for language in LANGUAGES
    }
    return max(LANGUAGES, key=lambda language: scores[language])


def _score(words: list[str], language: Language) -> float:
    known = lexicon(language)
    return sum(
        3.0 * (word in known.function_words)
        + (1.0 if known.starting(word) else 0.0)
        + 1.0 * word.endswith(known.endings)
        + 0.5 * any(letter in known.letters for letter in word)
        for word in words
    )
