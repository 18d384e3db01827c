"""How sure a reading is, field by field, and why not.

Every sign of a wrong reading has the share of unseen phrases that are read right in spite of it.
Signs against one field add up; a sub-measure is as sure as the least sure of its fields.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace

from suunta.core.phrases.kind_signs import KIND_SIGNS
from suunta.core.phrases.statements import Statement, Value
from suunta.core.phrases.tokens import Token
from suunta.core.phrases.value_signs import VALUE_SIGNS
from suunta.core.strategy import Doubt, SubMeasure

# A field less sure than this is asked about instead of silently taken. Of unseen phrases, more than
# half of the wrong readings and a ninth of the right ones lie below.
QUESTION_BELOW = 0.8

SIGNS = (*KIND_SIGNS, *VALUE_SIGNS)


def doubted(sub: SubMeasure, statement: Statement, value: Value | None, text: str) -> SubMeasure:
    """A sub-measure with what speaks against its reading.

    value: where its target stands, if it has one; text: the phrase, which the words of a doubt
    are taken from.
    """
    found = [
        Doubt(sign.field, sign.confidence, sign.why, _words(hit, text))
        for sign in SIGNS
        if (hit := sign.speaks(sub, statement, value))
    ]
    return with_doubts(sub, found)


def doubted_together(subs: Sequence[SubMeasure], text: str) -> tuple[SubMeasure, ...]:
    """The sub-measures of one phrase, less sure where it was cut into several.

    subs: in the order of the phrase. Parts of different kinds, values without units of their own
    and brackets are more often cut wrongly than others.
    """
    if len(subs) < 2:
        return tuple(subs)
    if len({sub.kind for sub in subs}) > 1:
        doubt = Doubt("sub_measures", 0.5, "mixed_parts")
    elif any(_is_bare(sub) for sub in subs):
        doubt = Doubt("sub_measures", 0.65, "bare_parts")
    elif "(" in text:
        doubt = Doubt("sub_measures", 0.75, "bracketed_parts")
    else:
        doubt = Doubt("sub_measures", 0.85, "alike_parts")
    return tuple(with_doubts(sub, [doubt]) for sub in subs)


def with_doubts(sub: SubMeasure, more: Iterable[Doubt]) -> SubMeasure:
    """A sub-measure with more doubts: one a field, the strongest, as sure as all leave it."""
    doubts: dict[str, Doubt] = {}
    for doubt in (*sub.doubts, *more):
        known = doubts.get(doubt.field)
        if known is None:
            doubts[doubt.field] = doubt
            continue
        worse = min(known, doubt, key=lambda one: one.confidence)
        left = round(known.confidence * doubt.confidence, 2)
        doubts[doubt.field] = replace(worse, confidence=left)
    kept = tuple(sorted(doubts.values(), key=lambda doubt: doubt.confidence))
    return replace(sub, doubts=kept, confidence=_least(kept))


def without_doubts(sub: SubMeasure, fields: Collection[str]) -> SubMeasure:
    """A sub-measure with these fields settled by something else than its words."""
    kept = tuple(doubt for doubt in sub.doubts if doubt.field not in fields)
    return replace(sub, doubts=kept, confidence=_least(kept))


def _least(doubts: Sequence[Doubt]) -> float:
    return min((doubt.confidence for doubt in doubts), default=1.0)


def _is_bare(sub: SubMeasure) -> bool:
    """Whether it has a value that no unit stands beside."""
    return sub.target_value is not None and not any(part.field == "unit" for part in sub.parts)


def _words(hit: Token | bool, text: str) -> str:
    return text[hit.start : hit.end] if isinstance(hit, Token) else ""
