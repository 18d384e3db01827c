"""How sure a reading is, field by field, and why not.

Every sign of a wrong reading has the share of readings that are right in spite of it. Signs against
one field add up; a sub-measure is as sure as the least sure of its fields.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from suunta.core.phrases.clauses import measured, stated
from suunta.core.phrases.denominations import TIME_UNITS
from suunta.core.phrases.statements import Statement
from suunta.core.phrases.tokens import Token
from suunta.core.strategy import Doubt, SubMeasure

# A field less sure than this is asked about instead of silently taken.
QUESTION_BELOW = 0.7

_Sign = Callable[[SubMeasure, Statement], Token | bool | None]


def doubted(sub: SubMeasure, statement: Statement, text: str) -> SubMeasure:
    """A sub-measure with what speaks against its reading.

    text: the phrase, which the words of a doubt are taken from.
    """
    found = [
        Doubt(field, confidence, why, _words(sign, text))
        for why, field, confidence, speaks in _SIGNS
        if (sign := speaks(sub, statement))
    ]
    return with_doubts(sub, found)


def _words(sign: Token | bool, text: str) -> str:
    return text[sign.start : sign.end] if isinstance(sign, Token) else ""


def with_doubts(sub: SubMeasure, more: Iterable[Doubt]) -> SubMeasure:
    """A sub-measure with more doubts: one a field, the strongest, as sure as all leave it."""
    doubts: dict[str, Doubt] = {}
    for doubt in (*sub.doubts, *more):
        known = doubts.get(doubt.field, doubt)
        left = doubt.confidence if known is doubt else known.confidence * doubt.confidence
        worse = min(known, doubt, key=lambda one: one.confidence)
        doubts[doubt.field] = replace(worse, confidence=round(left, 2))
    kept = tuple(sorted(doubts.values(), key=lambda doubt: doubt.confidence))
    return replace(sub, doubts=kept, confidence=min((d.confidence for d in kept), default=1.0))


def doubted_together(subs: Sequence[SubMeasure]) -> tuple[SubMeasure, ...]:
    """The sub-measures of one phrase, less sure where it was cut into several.

    subs: in the order of the phrase. Parts of different kinds are more often cut wrongly than
    parts of one kind.
    """
    if len(subs) < 2:
        return tuple(subs)
    alike = len({sub.kind for sub in subs}) == 1
    doubt = Doubt("sub_measures", 0.9 if alike else 0.65, "alike_parts" if alike else "mixed_parts")
    return tuple(with_doubts(sub, [doubt]) for sub in subs)


def _nameless(sub: SubMeasure, statement: Statement) -> bool:
    return not sub.indicator


def _unread_number(sub: SubMeasure, statement: Statement) -> Token | None:
    """A number that is neither target, starting value nor part of a name."""
    read = {id(v.token) for v in (*statement.targets, *statement.baselines)}
    return next((t for t in statement.tokens if _is_loose_number(t) and id(t) not in read), None)


def _is_loose_number(token: Token) -> bool:
    if token.kind == "quantity":
        return token.tag("unit") not in TIME_UNITS and not token.has("within")
    return token.kind == "number"


def _several_targets(sub: SubMeasure, statement: Statement) -> bool:
    """Several targets in one clause that no sign parts."""
    clauses = [id(value.clause) for value in statement.targets]
    return len(set(clauses)) < len(clauses)


def _only_a_noun(sub: SubMeasure, statement: Statement) -> bool:
    """Nothing says that it is measured: neither a verb nor a noun with an amount."""
    return sub.kind == "monitoring" and not any(
        stated(clause) or measured(clause) or clause.has("unit", "source")
        for clause in statement.clauses
    )


def _without_unit(sub: SubMeasure, statement: Statement) -> bool:
    return sub.kind == "numeric" and sub.target_value is not None and not sub.unit


def _blank(sub: SubMeasure, statement: Statement) -> bool:
    return sub.placeholder


def _long(sub: SubMeasure, statement: Statement) -> bool:
    return len(statement.tokens) > 20


def _promised_number(sub: SubMeasure, statement: Statement) -> bool:
    """A milestone's verb beside a numeric reading without a value."""
    return sub.kind == "milestone" and statement.has("measure", "benchmark")


def _loose_bound(sub: SubMeasure, statement: Statement) -> Token | None:
    """A bound or a target that no value took: "tila vähintään hyvä"."""
    if sub.kind != "monitoring":
        return None
    found = (statement.first(category) for category in ("comparator", "target", "change"))
    return next((token for token in found if token), None)


# code of the question, field, share of right readings, sign
_SIGNS: tuple[tuple[str, str, float, _Sign], ...] = (
    ("nameless", "indicator", 0.5, _nameless),
    ("unread_number", "target_value", 0.6, _unread_number),
    ("several_targets", "target_value", 0.6, _several_targets),
    ("loose_bound", "kind", 0.65, _loose_bound),
    ("only_a_noun", "kind", 0.8, _only_a_noun),
    ("without_unit", "unit", 0.85, _without_unit),
    ("promised_number", "kind", 0.85, _promised_number),
    ("blank", "target_value", 0.9, _blank),
    ("long", "kind", 0.85, _long),
)
