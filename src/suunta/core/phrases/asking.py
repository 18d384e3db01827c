"""The plain-language questions behind the codes of doubts."""

from __future__ import annotations

from suunta.core.phrases.vocabulary import words_of


def question_text(why: str, lang: str, words: str = "") -> str:
    """What to ask a person about a doubt.

    why: the doubt's code; lang: fi, sv or en; words: the doubt's words, for the questions that
    have a place for them.

    Returns: one sentence or two. Raises: KeyError for an unknown code or language.
    """
    said: str = words_of("questions")[why][lang]
    return said.replace("{words}", words)
