"""Numeric sub-measures: levels, changes, ranks, benchmarks, directions and frequencies."""

from __future__ import annotations

from typing import Literal, cast, get_args

from suunta.core.phrases import attributes
from suunta.core.phrases.changes import Change, change_of, change_token, limits
from suunta.core.phrases.numerals import share
from suunta.core.phrases.statements import FLIPPED, Statement, Value
from suunta.core.phrases.tokens import Token
from suunta.core.strategy import Basis, Comparator, SubMeasure

_COMPARATORS = frozenset(get_args(Comparator))
_BOUND: dict[str, Literal[">=", "<="]] = {">=": ">=", ">": ">=", "<=": "<=", "<": "<="}
_CHANGE_BASIS: dict[str | None, Basis] = {"%": "change_percent", "%-yks": "percentage_points"}


def with_value(statement: Statement, value: Value) -> SubMeasure:
    """A target with a value: a rank, the size of a change, or a level to reach."""
    if statement.has("best"):
        return _rank(statement, value)
    change = change_of(statement, value)
    if change and not _is_level(statement, value) and not _passes(statement, value, change):
        return _by(statement, value, change)
    return _level(statement, value, change)


def _is_level(statement: Statement, value: Value) -> bool:
    """Whether a value beside a verb of change is where it goes to: "nousee 40 %:iin".

    A fraction is that of the starting value ("vähenee kolmannekseen"), unless one is given.
    """
    change = change_token(statement, value)
    if change is not None and limits(value, change):
        return False
    started = any(start.token.relation == "from" for start in statement.baselines)
    return value.token.relation == "to" and (started or not value.token.has("fraction"))


def _passes(statement: Statement, value: Value, change: Change) -> bool:
    """ "laskee alle 8 %:n": a fall below or a rise above a value is a level.

    A rise by more than 5 % is not, so the measure must be one that the unit fits.
    """
    comparator = value.token.tag("comparator")
    if change == "decrease":
        return comparator == "<"
    fits = attributes.implied_unit(statement) == value.token.tag("unit")
    return comparator == ">" and fits and value.token.relation != "by"


def _level(statement: Statement, value: Value, change: Change | None) -> SubMeasure:
    token = value.token
    comparator = value.comparator
    if comparator is None and change:
        comparator = ">=" if change == "increase" else "<="
    elif comparator is None and token.has("within"):
        comparator = "<="
    blank = token.has("blank")
    unit = attributes.unit_of(statement, value)
    if unit == "sija":
        # "plats 15 eller bättre": a better place is a smaller number.
        comparator = {">=": "<=", ">": "<"}.get(comparator or "", comparator)
    return SubMeasure(
        kind="numeric",
        indicator="",
        unit=unit,
        comparator=_comparator(comparator or ("none" if blank else "=")),
        target_value=token.value,
        target_value_max=token.high,
        target_basis="absolute",
        placeholder=blank,
        approximate=token.has("approximate"),
        target_fraction=token.tag("fraction"),
    )


def _by(statement: Statement, value: Value, change: Change) -> SubMeasure:
    token = value.token
    unit = attributes.unit_of(statement, value)
    size = None if token.value is None else abs(token.value)
    if size is not None and token.has("fraction") and token.relation == "to":
        # "vähenee kolmannekseen": what remains is a third, so the change is two thirds.
        size = round(100 - size, 2)
    return SubMeasure(
        kind="numeric",
        indicator="",
        unit=unit,
        comparator=change,
        target_value=size,
        target_value_max=token.high,
        target_basis=_CHANGE_BASIS.get(unit, "change_absolute"),
        placeholder=token.has("blank"),
        change_bound=_BOUND.get(value.comparator or ""),
        approximate=token.has("approximate"),
        target_fraction=token.tag("fraction"),
    )


def _rank(statement: Statement, value: Value) -> SubMeasure:
    """ "10 parhaan joukossa" is a place; "parhaan neljänneksen joukossa" a fraction of all."""
    token = value.token
    fraction = token.tag("fraction")
    if fraction is None and token.tag("unit") != "%":
        return SubMeasure(
            kind="numeric", indicator="", unit="sija", comparator="<=",
            target_value=token.value, target_basis="absolute",
        )  # fmt: skip
    part = share(fraction) if fraction else (token.value or 0.0) / 100
    return SubMeasure(
        kind="numeric",
        indicator="",
        unit=next(iter(attributes.units_apart(statement)), attributes.implied_unit(statement)),
        comparator="rank_top_fraction",
        target_value=round(part, 4),
        target_basis="absolute",
        target_fraction=fraction,
    )


def multiplied(statement: Statement, token: Token) -> SubMeasure:
    """A verb that holds its own size: halved, doubled, "1,5-kertaistuu"."""
    way, _, size = token.tags["multiply"].partition(" ")
    times = token.low.split("-")[0].replace(",", ".")
    value = float(size) if size else (float(times) - 1) * 100
    return SubMeasure(
        kind="numeric",
        indicator="",
        unit="%",
        comparator="increase" if way == "up" else "decrease",
        target_value=round(value, 2),
        target_basis="change_percent",
    )


def direction_only(statement: Statement, comparator: str) -> SubMeasure:
    """A direction or a benchmark without a value."""
    return SubMeasure(
        kind="numeric",
        indicator="",
        unit=attributes.unit_of(statement),
        comparator=_comparator(comparator),
        target_basis="relative_to_baseline",
    )


def frequent(token: Token) -> SubMeasure:
    """A required frequency: "vähintään kerran vuodessa"."""
    return SubMeasure(
        kind="numeric",
        indicator="",
        unit="kpl",
        comparator=_comparator(token.tag("comparator") or "="),
        target_value=token.value,
        target_basis="absolute",
        target_period=token.period.code if token.period else None,
    )


def everyone(statement: Statement) -> SubMeasure | None:
    """ "Alla skolor har en plan": all of them, where nothing else is said about a number."""
    first = next((t for t in statement.tokens if not t.has("target", "modal")), None)
    if first is None or not first.has("all_share"):
        return None
    return SubMeasure(
        "numeric", "", unit="%", comparator="=", target_value=100, target_basis="absolute"
    )


def blank(statement: Statement) -> SubMeasure:
    """A target that is still to be set."""
    unit = attributes.unit_of(statement)
    return SubMeasure("numeric", "", unit=unit, target_basis="absolute", placeholder=True)


def benchmark_comparator(statement: Statement) -> str | None:
    """How a measure shall compare with its benchmark; None when it is only compared."""
    compared = next(
        (t for t in statement.tokens if t.low.endswith((" kuin", " än", " than"))), None
    )
    if not statement.has("benchmark") and compared is None:
        # "ei ylitä vuoden 2023 tasoa": the level of a year is a benchmark too.
        if attributes.base_period(statement) is None:
            return None
        bound = statement.first("comparator") or statement.first("better")
        if bound is None:
            return "=" if _near_benchmark(statement) else None
        code = bound.tag("comparator") or bound.tags["better"]
        return code if bound.kind == "word" else None
    token = compared or statement.first("better") or statement.first("comparator")
    if token is None:
        equal = _near_benchmark(statement) or statement.has_change("same")
        return "=" if equal else None
    code = token.tag("better") or token.tags["comparator"]
    return FLIPPED.get(code, code) if statement.has("negation") and code in "<>" else code


def _near_benchmark(statement: Statement) -> bool:
    """Whether "according to" and its like stand beside the benchmark itself."""
    tokens = statement.tokens
    marks = [i for i, t in enumerate(tokens) if t.has("accordance")]
    return any(_compares(t) for i in marks for t in tokens[max(0, i - 2) : i + 4])


def _compares(token: Token) -> bool:
    return token.has("benchmark") or (token.period is not None and token.period.role == "base")


def above_zero(statement: Statement) -> SubMeasure | None:
    """ "Nettomuutto positiivinen", "budget in surplus": more than nothing."""
    token = statement.first("above_zero")
    if token is None:
        return None
    place = statement.tokens.index(token)
    rest = statement.tokens[place + 1 :]
    amount = bool(rest) and (rest[0].has("net_amount") or rest[0].tag("measure") == "€")
    if not amount and any(t.kind == "word" and not t.has("during", "change") for t in rest):
        # "positive feedback": a kind of thing and no sign of an amount.
        return None
    unit = attributes.unit_of(statement)
    return SubMeasure(
        "numeric", "", unit=unit, comparator=">", target_value=0, target_basis="absolute"
    )


def held(statement: Statement) -> str | None:
    """ "pysyy ennallaan", "maintain or improve": a level that shall be kept."""
    if not statement.has_change("same"):
        return None
    bound = statement.first("comparator")
    if bound:
        return bound.tags["comparator"]
    return ">=" if statement.has_change("up") else "<=" if statement.has_change("down") else "="


def _comparator(code: str) -> Comparator:
    """A comparator of the vocabulary as the contract's; anything else is none."""
    return cast(Comparator, code) if code in _COMPARATORS else "none"
