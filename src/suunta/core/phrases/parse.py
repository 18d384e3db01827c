"""A measure's text to its sub-measures, step by step."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from suunta.core.phrases.build import build
from suunta.core.phrases.coordination import distribute
from suunta.core.phrases.doubts import doubted_together
from suunta.core.phrases.gathering import gather
from suunta.core.phrases.junctions import cut
from suunta.core.phrases.language import detect_language
from suunta.core.phrases.lexer import tokenise
from suunta.core.phrases.periods import find_periods
from suunta.core.phrases.quantities import find_quantities
from suunta.core.phrases.shield import shield
from suunta.core.phrases.tokens import Token
from suunta.core.phrases.vocabulary import LANGUAGES, Language, lexicon
from suunta.core.strategy import SubMeasure

# The longest measure of the documents that we know has 45 tokens.
_LONG_PASSAGE, _LONGEST_PASSAGE = 80, 120


@dataclass(frozen=True)
class PhraseContext:
    """What stands around a phrase, to name what it leaves unsaid; never for numbers."""

    goal_title: str = ""
    actions: tuple[str, ...] = ()
    previous: str = ""


def parse_phrase(
    text: str, lang: str | None = None, context: PhraseContext | None = None
) -> tuple[SubMeasure, ...]:
    """The sub-measures of a measure's text.

    text: the phrase as it stands in the document; offsets in the result are offsets of it.
    lang: fi, sv or en; detected when None. context: names what the phrase leaves unsaid.
    Returns at least one sub-measure, none when there is nothing but spaces.
    """
    language: Language = lang if lang in LANGUAGES else detect_language(text)
    tokens = find_quantities(find_periods(shield(tokenise(text, lexicon(language)))))
    subs = (
        sub
        for passage in _passages(tokens)
        for sub in build(distribute(gather(cut(passage))), text)
    )
    unsaid = _unsaid(context or PhraseContext())
    return doubted_together(
        [sub if sub.indicator else replace(sub, indicator=unsaid) for sub in subs], text
    )


def _unsaid(context: PhraseContext) -> str:
    """The name of a measure that gives only a value: what its goal or only action is about."""
    if len(context.actions) == 1:
        return context.actions[0]
    return context.goal_title or context.previous


def _passages(tokens: Sequence[Token]) -> Iterator[Sequence[Token]]:
    """The tokens in stretches that no measure outgrows, so that the time is linear in the text."""
    start = 0
    for place, token in enumerate(tokens):
        length = place + 1 - start
        if length >= _LONGEST_PASSAGE or (length >= _LONG_PASSAGE and token.is_mark(".;\n")):
            yield tokens[start : place + 1]
            start = place + 1
    if start < len(tokens):
        yield tokens[start:]
