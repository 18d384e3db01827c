"""From statements to sub-measures: what is promised, followed or to be done."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from suunta.core.phrases.naming import indicator
from suunta.core.phrases.statements import Statement, Value, kind_of
from suunta.core.phrases.tokens import Period, Token
from suunta.core.strategy import Baseline, SubMeasure

_BOUND = {">=": ">=", ">": ">=", "<=": "<=", "<": "<="}
_UP = {">=", ">", "increase"}
_DOWN = {"<=", "<", "decrease"}


def build(statements: Sequence[Statement], text: str) -> tuple[SubMeasure, ...]:
    """The sub-measures of a phrase's statements in order."""
    built: list[SubMeasure] = []
    for statement in statements:
        built += _sub_measures(statement, text)
    return tuple(built)


def _sub_measures(statement: Statement, text: str) -> Iterator[SubMeasure]:
    if statement.targets:
        for value in statement.targets:
            yield _numeric(statement, value, text)
        return
    direction = _direction(statement)
    if direction or statement.has("multiply"):
        yield _without_value(statement, direction, text)
        return
    if _benchmark(statement):
        yield _against_benchmark(statement, text)
        return
    kind = kind_of(statement)
    frequency = next((t for t in statement.tokens if t.kind == "frequency"), None)
    if frequency is not None and frequency.has("comparator"):
        yield _frequency(statement, frequency, text)
        return
    if kind in ("done", "state", "promise", "action") or _dated_deliverable(statement):
        yield SubMeasure("milestone", indicator(statement, text), target_period=_period(statement))
        return
    yield _monitoring(statement, text)


def _numeric(statement: Statement, value: Value, text: str) -> SubMeasure:
    token = value.token
    change = _change(statement)
    unit = token.tag("unit") or _unit(statement, token)
    comparator, basis, bound = value.comparator or "=", "absolute", None
    target = token.value
    if change and token.relation != "to" and not (value.comparator and _is_level(value)):
        comparator = change
        basis = {"%": "change_percent", "%-yks": "percentage_points"}.get(
            unit or "", "change_absolute"
        )
        bound = _BOUND.get(value.comparator or "")
        target = abs(target) if target is not None else None
    elif change and not value.comparator:
        comparator = ">=" if change == "increase" else "<="
    placeholder = token.has("blank")
    if placeholder and comparator == "=":
        comparator = "none"
    return SubMeasure(
        "numeric",
        indicator(statement, text),
        unit=unit,
        comparator=comparator,
        target_value=target,
        target_value_max=token.high,
        target_basis=basis,
        target_period=_period(statement, value),
        baseline=_baselines(statement),
        placeholder=placeholder,
        change_bound=bound,
        approximate=token.has("approximate"),
        target_fraction=token.tag("fraction"),
    )


def _is_level(value: Value) -> bool:
    return False


def _change(statement: Statement) -> str | None:
    token = next(
        (t for t in statement.tokens if t.has("change") and not t.has("follow_noun")), None
    )
    if token is None or token.tags["change"] == "same":
        return None
    return "increase" if token.tags["change"] == "up" else "decrease"


def _direction(statement: Statement) -> str | None:
    return _change(statement)


def _without_value(statement: Statement, direction: str | None, text: str) -> SubMeasure:
    multiply = statement.first("multiply")
    if multiply:
        way, _, size = multiply.tags["multiply"].partition(" ")
        return SubMeasure(
            "numeric",
            indicator(statement, text),
            unit="%",
            comparator="increase" if way == "up" else "decrease",
            target_value=float(size),
            target_basis="change_percent",
            target_period=_period(statement),
            baseline=_baselines(statement),
        )
    return SubMeasure(
        "numeric",
        indicator(statement, text),
        unit=_unit(statement, None),
        comparator=direction,
        target_basis="relative_to_baseline",
        target_period=_period(statement),
        baseline=_baselines(statement),
    )


def _benchmark(statement: Statement) -> bool:
    return statement.has("benchmark") and statement.has("better", "comparator", "accordance")


def _against_benchmark(statement: Statement, text: str) -> SubMeasure:
    token = statement.first("better") or statement.first("comparator")
    comparator = "="
    if token:
        comparator = token.tag("better") or token.tags["comparator"]
    return SubMeasure(
        "numeric",
        indicator(statement, text),
        unit=_unit(statement, None),
        comparator=comparator,
        target_basis="relative_to_baseline",
        target_period=_period(statement),
        baseline=_baselines(statement),
    )


def _frequency(statement: Statement, token: Token, text: str) -> SubMeasure:
    return SubMeasure(
        "numeric",
        indicator(statement, text),
        unit="kpl",
        comparator=token.tags["comparator"],
        target_value=token.value,
        target_basis="absolute",
        target_period=token.period.code if token.period else None,
    )


def _dated_deliverable(statement: Statement) -> bool:
    return bool(statement.loose_periods) and not statement.has("measure", "follow_noun")


def _monitoring(statement: Statement, text: str) -> SubMeasure:
    return SubMeasure(
        "monitoring",
        indicator(statement, text),
        unit=_unit(statement, None),
        baseline=_baselines(statement),
        placeholder=any(t.kind == "blank" for t in statement.tokens),
    )


def _unit(statement: Statement, token: Token | None) -> str | None:
    plain = next((t for t in statement.tokens if t.kind != "quantity" and t.has("unit")), None)
    if plain:
        return plain.tags["unit"]
    measure = next((t for t in reversed(statement.head) if t.tag("measure")), None)
    if measure:
        code = measure.tags["measure"]
        if code != "count":
            return code
        return "hlö" if any(t.has("people") for t in statement.head) else "kpl"
    if token is not None:
        for value in (*statement.targets, *statement.baselines):
            if value.token.has("unit"):
                return value.token.tags["unit"]
        return token.tag("counted")
    return None


def _period(statement: Statement, value: Value | None = None) -> str | None:
    periods = [value.period] if value and value.period else []
    periods += [p for p in statement.loose_periods if p.role in ("at", "by", "rate")]
    return periods[0].code if periods else None


def _baselines(statement: Statement) -> tuple[Baseline, ...]:
    found = [
        Baseline(
            value.period.code if value.period else _base_period(statement),
            value.token.value,
            value.token.tag("unit"),
        )
        for value in statement.baselines
    ]
    if not found and (code := _base_period(statement)):
        found = [Baseline(code, None)]
    return tuple(found)


def _base_period(statement: Statement) -> str | None:
    base = [p.code for p in statement.loose_periods if p.role == "base"]
    return base[0] if base else None
