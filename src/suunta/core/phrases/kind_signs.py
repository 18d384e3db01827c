"""Signs that something is not what it was taken for: a target, a thing to do, a thing to follow."""

from __future__ import annotations

import re

from suunta.core.phrases.clauses import measured, stated
from suunta.core.phrases.signs import Hit, Sign
from suunta.core.phrases.statements import Statement, Value
from suunta.core.phrases.tokens import Token
from suunta.core.strategy import SubMeasure

_DIGITS = re.compile(r"\d")
_DONE = "milestone"
_FOLLOWED = "monitoring"


def _loose_bound(sub: SubMeasure, statement: Statement, value: Value | None) -> Hit:
    """A bound or a target that no value took: "tila vähintään hyvä"."""
    return _first(statement, "comparator", "target", "level") if sub.kind == _FOLLOWED else None


def _loose_comparison(sub: SubMeasure, statement: Statement, value: Value | None) -> Hit:
    """Others or earlier years, named beside what is only followed."""
    if sub.kind != _FOLLOWED:
        return None
    return _first(statement, "benchmark", "better", "comparison", "change")


def _number_in_name(sub: SubMeasure, statement: Statement, value: Value | None) -> Hit:
    """A number that was taken for a part of the name of what is followed."""
    if sub.kind != _FOLLOWED or sub.baseline:
        return None
    return next((t for t in statement.tokens if _holds_number(t)), None)


def _holds_number(token: Token) -> bool:
    return token.kind != "period" and _DIGITS.search(token.low) is not None


def _undated_now(sub: SubMeasure, statement: Statement, value: Value | None) -> Hit:
    """A value without a year, taken for how things are."""
    if sub.kind != _FOLLOWED:
        return None
    return next((v.token for v in statement.baselines if v.period is None), None)


def _only_a_noun(sub: SubMeasure, statement: Statement, value: Value | None) -> Hit:
    """Nothing says that it is measured: neither a verb nor a noun with an amount."""
    return sub.kind == _FOLLOWED and not any(
        stated(clause) or measured(clause) or clause.has("unit", "source")
        for clause in statement.clauses
    )


def _promised_level(sub: SubMeasure, statement: Statement, value: Value | None) -> Hit:
    """A milestone's verb beside a noun with an amount or a comparison."""
    return _first(statement, "measure", "benchmark") if sub.kind == _DONE else None


def _repeated(sub: SubMeasure, statement: Statement, value: Value | None) -> Hit:
    """A thing to be done again and again may be a number of things."""
    if sub.kind != _DONE:
        return None
    return next((t for t in statement.tokens if _is_rate(t)), None)


def _is_rate(token: Token) -> bool:
    return token.kind == "frequency" or (token.period is not None and token.period.role == "rate")


def _stretch_in_name(sub: SubMeasure, statement: Statement, value: Value | None) -> Hit:
    """ "Strategi 2015-2025 reviderad": years that may belong to the name."""
    if sub.kind != _DONE or ".." not in (sub.target_period or ""):
        return None
    return next((t for t in statement.tokens if t.kind == "period"), None)


def _first(statement: Statement, *categories: str) -> Token | None:
    found = (statement.first(category) for category in categories)
    return next((token for token in found if token), None)


KIND_SIGNS = (
    Sign("loose_bound", "kind", 0.6, _loose_bound),
    Sign("loose_comparison", "kind", 0.7, _loose_comparison),
    Sign("number_in_name", "kind", 0.65, _number_in_name),
    Sign("undated_now", "kind", 0.7, _undated_now),
    Sign("only_a_noun", "kind", 0.85, _only_a_noun),
    Sign("promised_level", "kind", 0.55, _promised_level),
    Sign("repeated", "kind", 0.75, _repeated),
    Sign("stretch_in_name", "target_period", 0.6, _stretch_in_name),
)
