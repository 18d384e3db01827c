"""How sure a reading is: the share that is left after each thing that speaks against it.

The factors are judgements, not frequencies: a certain reading has none of them, and a reading
below 0.7 is worth a person's look. A test holds their order.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from suunta.core.phrases.clauses import measured, stated
from suunta.core.phrases.denominations import TIME_UNITS
from suunta.core.phrases.statements import Statement
from suunta.core.strategy import SubMeasure

_ALIKE, _MIXED = 0.9, 0.7

Doubt = Callable[[SubMeasure, Statement], bool]


def confidence_of(sub: SubMeasure, statement: Statement) -> float:
    """The confidence of a sub-measure, 0 to 1."""
    left = 1.0
    for factor, doubt in _DOUBTS:
        if doubt(sub, statement):
            left *= factor
    return round(left, 2)


def doubted_together(subs: Sequence[SubMeasure]) -> tuple[SubMeasure, ...]:
    """The sub-measures of one phrase, less sure where it was cut into several.

    subs: in the order of the phrase. Parts of different kinds are more often cut wrongly than
    parts of one kind.
    """
    if len(subs) < 2:
        return tuple(subs)
    factor = _ALIKE if len({sub.kind for sub in subs}) == 1 else _MIXED
    return tuple(replace(sub, confidence=round(sub.confidence * factor, 2)) for sub in subs)


def _nameless(sub: SubMeasure, statement: Statement) -> bool:
    return not sub.indicator


def _unread_number(sub: SubMeasure, statement: Statement) -> bool:
    """A number that is neither target, starting value nor part of a name."""
    read = {id(v.token) for v in (*statement.targets, *statement.baselines)}
    return any(
        token.kind == "number"
        or (
            token.kind == "quantity"
            and id(token) not in read
            and token.tag("unit") not in TIME_UNITS
            and not token.has("within")
        )
        for token in statement.tokens
    )


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


def _loose_bound(sub: SubMeasure, statement: Statement) -> bool:
    """A bound or a target that no value took: "tila vähintään hyvä"."""
    return sub.kind == "monitoring" and statement.has("comparator", "target", "change")


_DOUBTS: tuple[tuple[float, Doubt], ...] = (
    (0.5, _nameless),
    (0.6, _unread_number),
    (0.6, _several_targets),
    (0.65, _loose_bound),
    (0.8, _only_a_noun),
    (0.85, _without_unit),
    (0.85, _promised_number),
    (0.9, _blank),
    (0.85, _long),
)
