"""Signs that a value, its unit, bound, period or starting value is not the right one."""

from __future__ import annotations

from suunta.core.phrases.attributes import implied_unit, opens_or_ends
from suunta.core.phrases.changes import change_token
from suunta.core.phrases.denominations import TIME_UNITS
from suunta.core.phrases.history import told_after
from suunta.core.phrases.listed import headed
from suunta.core.phrases.signs import Hit, Sign, unread_quantities
from suunta.core.phrases.statements import Statement, Value
from suunta.core.phrases.tokens import Token, at
from suunta.core.strategy import SubMeasure

_YEARS = range(1900, 2101)
_WHOLE = 100  # per cent


def _nameless(sub: SubMeasure, statement: Statement, value: Value | None) -> Hit:
    return not sub.indicator


def _blank(sub: SubMeasure, statement: Statement, value: Value | None) -> Hit:
    return sub.placeholder


def _unread_number(sub: SubMeasure, statement: Statement, value: Value | None) -> Hit:
    """A number that is neither target, starting value nor part of a name."""
    loose = [t for t in statement.tokens if t.kind == "number"]
    loose += [t for t in unread_quantities(statement) if not _is_time(t)]
    return next(iter(loose), None)


def _is_time(token: Token) -> bool:
    return token.tag("unit") in TIME_UNITS or token.has("within")


def _unread_bound(sub: SubMeasure, statement: Statement, value: Value | None) -> Hit:
    """A bounded time beside a number in words: "no child waits longer than 18 weeks"."""
    worded = value is not None and value.token.has("word")
    bounded = (t for t in unread_quantities(statement) if _is_time(t) and t.has("comparator"))
    return next(bounded, None) if worded else None


def _number_word(sub: SubMeasure, statement: Statement, value: Value | None) -> Hit:
    """ "One", "en", "ei": a word that may be a number."""
    words = (t for t in statement.tokens if t.kind == "word" and t.has("number"))
    return next(words, None) if sub.target_value is None else None


def _several_targets(sub: SubMeasure, statement: Statement, value: Value | None) -> Hit:
    """Several targets in one clause that no sign parts."""
    clauses = [id(one.clause) for one in statement.targets]
    return len(set(clauses)) < len(clauses)


def _looks_like_year(sub: SubMeasure, statement: Statement, value: Value | None) -> Hit:
    token = value.token if value else None
    if token is None or token.has("unit", "comparator") or " " in token.low:
        return None
    return token if (token.value or 0) in _YEARS else None


def _implausible(sub: SubMeasure, statement: Statement, value: Value | None) -> Hit:
    """A range that ends where it begins or a level above the whole."""
    if value is None or sub.target_value is None:
        return None
    empty = sub.target_value_max is not None and sub.target_value_max <= sub.target_value
    above = sub.unit == "%" and sub.target_basis == "absolute" and sub.target_value > _WHOLE
    return value.token if empty or above else None


def _before_change(sub: SubMeasure, statement: Statement, value: Value | None) -> Hit:
    """ "Frånvaro 7,8 % ska minska": the value may be how things are."""
    change = change_token(statement, value) if value else None
    before = value is not None and change is not None and value.token.start < change.start
    return value.token if value and before and not value.token.has("comparator") else None


def _without_unit(sub: SubMeasure, statement: Statement, value: Value | None) -> Hit:
    bare = sub.target_value is not None and not sub.unit
    return value.token if value and bare else None


def _borrowed_unit(sub: SubMeasure, statement: Statement, value: Value | None) -> Hit:
    """A unit from a word in the middle of the name or from the part before it."""
    if sub.kind != "numeric" or not sub.unit or (value and value.token.has("unit", "counted")):
        return None
    inherited = implied_unit(statement, value) is None and statement.parent is not None
    return inherited or not opens_or_ends(statement)


def _counted_thing(sub: SubMeasure, statement: Statement, value: Value | None) -> Hit:
    """A number before a word is taken for a number of what the word names."""
    token = value.token if value else None
    counted = token is not None and token.has("counted") and not token.has("unit")
    return token if counted and sub.unit in ("kpl", "hlö") else None


def _odd_count(sub: SubMeasure, statement: Statement, value: Value | None) -> Hit:
    """A part of a thing is seldom counted, and years are no things: "viiden vuoden tarve"."""
    token = value.token if value else None
    if value is None or token is None or token.has("unit") or sub.unit not in ("kpl", "hlö"):
        return None
    after = at(value.clause.tokens, value.clause.tokens.index(token) + 1)
    in_part = token.value is not None and token.value != int(token.value)
    return token if in_part or after.has("time_unit", "year_unit", "year") else None


def _far_bound(sub: SubMeasure, statement: Statement, value: Value | None) -> Hit:
    """A bound that stands apart from its value."""
    apart = value is not None and value.comparator and not value.token.has("comparator")
    return value.token if value and apart else None


def _unmarked_start(sub: SubMeasure, statement: Statement, value: Value | None) -> Hit:
    """A value taken for how things are, though neither a year, a word nor a bracket says so."""
    if not statement.targets or any(clause.opened == "→" for clause in statement.clauses):
        return None
    return next((v.token for v in statement.baselines if _is_unmarked(v)), None)


def _is_unmarked(value: Value) -> bool:
    told = value.period is not None or value.clause.role == "baseline" or value.clause.depth
    return not told and value.token.relation != "from" and told_after(value) is None


def _valueless_start(sub: SubMeasure, statement: Statement, value: Value | None) -> Hit:
    """A starting year without a value, though there are more values."""
    empty = any(one.value is None for one in sub.baseline)
    more = sum(t.kind == "quantity" for t in statement.tokens) > 1
    return next((t for t in statement.tokens if t.kind == "period" and empty and more), None)


def _how_often(sub: SubMeasure, statement: Statement, value: Value | None) -> Hit:
    """ "At least once a year": how often it happens, or how often it is measured?"""
    found = (t for t in statement.tokens if t.kind == "frequency")
    token = next(found, None) if sub.kind == "numeric" else None
    return token if token and (value is None or token.has("comparator")) else None


def _backwards(sub: SubMeasure, statement: Statement, value: Value | None) -> Hit:
    """A starting value from the target's year or later."""
    due = (sub.target_period or "")[:4]
    years = [one.period[:4] for one in sub.baseline if one.period and one.period[:4].isdigit()]
    return due.isdigit() and any(year >= due for year in years)


def _loose_years(sub: SubMeasure, statement: Statement, value: Value | None) -> Hit:
    """ "21, 14 and 7 days (2025, 2026, 2027)": years in a list of their own."""
    values = [*statement.targets, *statement.baselines]
    bare = [t for t in statement.tokens if t.period is not None and t.period.role == "at"]
    own = [v.period for v in values if v.period]
    listed = len(values) > 1 and len(bare) > 1 and len(own) < len(values) and len(bare) > len(own)
    return bare[-1] if value and listed and sub.target_basis == "absolute" else None


def _earlier_year(sub: SubMeasure, statement: Statement, value: Value | None) -> Hit:
    """ "2022: 128, 2030: 40": two targets, or how it was and how it shall be?"""
    start = statement.baselines[0] if len(statement.baselines) == 1 else None
    if value is None or start is None or not headed(value) or not headed(start):
        return None
    return None if start.clause.depth or start.token.relation else start.token


VALUE_SIGNS = (
    Sign("nameless", "indicator", 0.7, _nameless),
    Sign("blank", "target_value", 0.9, _blank),
    Sign("unread_number", "target_value", 0.85, _unread_number),
    Sign("unread_bound", "target_value", 0.6, _unread_bound),
    Sign("number_word", "target_value", 0.55, _number_word),
    Sign("several_targets", "target_value", 0.7, _several_targets),
    Sign("looks_like_year", "target_value", 0.4, _looks_like_year),
    Sign("implausible", "target_value", 0.5, _implausible),
    Sign("before_change", "target_value", 0.65, _before_change),
    Sign("without_unit", "unit", 0.7, _without_unit),
    Sign("borrowed_unit", "unit", 0.65, _borrowed_unit),
    Sign("counted_thing", "unit", 0.85, _counted_thing),
    Sign("odd_count", "unit", 0.5, _odd_count),
    Sign("far_bound", "comparator", 0.7, _far_bound),
    Sign("unmarked_start", "baseline", 0.7, _unmarked_start),
    Sign("earlier_year", "baseline", 0.75, _earlier_year),
    Sign("valueless_start", "baseline", 0.75, _valueless_start),
    Sign("how_often", "target_period", 0.75, _how_often),
    Sign("loose_years", "target_period", 0.6, _loose_years),
    Sign("backwards", "target_period", 0.6, _backwards),
)
