"""What a sub-measure gets from its statement: name, period, direction, spans, confidence."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from suunta.core.phrases import attributes
from suunta.core.phrases.doubts import doubted
from suunta.core.phrases.naming import indicator, naming_tokens
from suunta.core.phrases.statements import Statement, Value
from suunta.core.phrases.tokens import Token
from suunta.core.strategy import Baseline, Direction, Part, SubMeasure

_UP = frozenset({">=", ">", "increase"})
_DOWN = frozenset({"<=", "<", "decrease"})
_CHANGES = frozenset({"change_percent", "percentage_points", "change_absolute"})


def complete(sub: SubMeasure, statement: Statement, value: Value | None, text: str) -> SubMeasure:
    """The sub-measure with everything that its statement says beside the target itself.

    sub: with kind, unit, comparator and value; value: where its target stands, if it has one.
    """
    whole = sub if sub.kind == "milestone" else _dated(sub, statement, value)
    benchmark = (
        statement.first("benchmark") if whole.target_basis == "relative_to_baseline" else None
    )
    whole = replace(
        whole,
        indicator=indicator(naming_tokens(statement), text),
        source=attributes.source_of(statement, text),
        scale=attributes.scale_of(statement),
        population=attributes.population_of(statement, text),
        benchmark=text[benchmark.start : benchmark.end] if benchmark else None,
        parts=tuple(sorted(_parts(statement, value, text), key=lambda part: part.start)),
    )
    whole = replace(whole, direction=_direction(whole, statement))
    return doubted(whole, statement, value, text)


def _dated(sub: SubMeasure, statement: Statement, value: Value | None) -> SubMeasure:
    """The sub-measure with its period and starting values."""
    period = attributes.period_of(statement, value)
    code = sub.target_period or (period.code if period else None)
    baselines = attributes.baselines_of(statement)
    if sub.kind == "monitoring":
        code = None
        if attributes.paired(statement):
            baselines = tuple(one for one in baselines if one.unit in (None, sub.unit))
    rate = next((p for p in statement.loose_periods if p.role == "rate"), None)
    if rate and code and ".." in code and sub.target_basis in _CHANGES:
        # "3 % a year 2024-2027": the yearly step is the target.
        code = rate.code
    if (
        sub.target_basis in _CHANGES
        and not baselines
        and (start := _bracketed_start(statement, value))
    ):
        return replace(sub, target_period=code, baseline=(Baseline(start, None),))
    years = _years(code) if sub.target_basis in _CHANGES and not baselines else None
    if years:
        return replace(sub, target_period=years[1], baseline=(Baseline(years[0], None),))
    return replace(sub, target_period=code, baseline=baselines)


def _years(code: str | None) -> tuple[str, str] | None:
    """A change over "2015-2025" starts from the first year and is due in the last."""
    first, _, last = (code or "").partition("..")
    if last and first.endswith("-01") and last.endswith("-12"):
        return first[:4], last[:4]
    return None


def _direction(sub: SubMeasure, statement: Statement) -> Direction | None:
    if sub.kind != "numeric" or sub.target_value_max is not None:
        return None
    if sub.comparator == "increase" and sub.change_bound == "<=":
        # "kasvavat enintään 1,5 %": a ceiling for growth wishes neither way.
        return None
    if sub.unit == "sija":
        return "down"
    if sub.comparator in _UP:
        return "up"
    if polarity := statement.first("polarity"):
        return "up" if polarity.tags["polarity"] == "up" else "down"
    if sub.target_value == 0:
        return "down"
    if sub.comparator in _DOWN:
        return "down"
    lower = statement.has("lower_is_better") and not statement.has("higher_is_better")
    start = next((one.value for one in reversed(sub.baseline) if one.value is not None), None)
    if sub.target_value is not None and start is not None and start != sub.target_value:
        return "up" if sub.target_value > start else "down"
    return "down" if lower else "up"


def _bracketed_start(statement: Statement, value: Value | None) -> str | None:
    """ "-30 % by 2030 (baseline 2018)": the year in brackets is the one that it is counted from."""
    periods = [*statement.loose_periods, *([value.period] if value and value.period else [])]
    due = any(period.role == "by" for period in periods)
    found = (p.code for p in statement.loose_periods if p.bracketed and p.role == "at")
    return next(found, None) if due else None


def _parts(statement: Statement, value: Value | None, text: str) -> Iterator[Part]:
    """The stretches of the text that gave each field."""
    for token in naming_tokens(statement):
        yield _part("indicator", token, text)
    if value:
        for name, start, end in value.token.pieces:
            yield Part(name, start, end, text[start:end])
    for other in statement.baselines:
        yield _part("baseline", other.token, text)
    for token in statement.tokens:
        if token.kind == "period" and token.period:
            yield _part("baseline" if token.period.role == "base" else "target_period", token, text)
        for name in ("source", "benchmark", "change", "multiply"):
            if token.has(name) and token.kind == "word":
                yield _part(
                    {"change": "comparator", "multiply": "target_value"}.get(name, name),
                    token,
                    text,
                )
        if token.kind in ("scale", "population", "frequency"):
            yield _part(token.kind, token, text)


def _part(field: str, token: Token, text: str) -> Part:
    return Part(field, token.start, token.end, text[token.start : token.end])
