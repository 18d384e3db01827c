"""Units after a value and units by themselves, with their denominators: "€/asukas", "per elev"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from suunta.core.phrases.tokens import Relation, Rewritten, Token, at, joined
from suunta.core.phrases.vocabulary import units

TIME_UNITS = frozenset({"s", "min", "h", "pv", "vko", "kk", "v"})
# "10 % per capita" is a percentage all the same.
_DIVISIBLE = frozenset(
    {"€", "t€", "M€", "kr", "tkr", "mnkr", "$", "£", "kg", "kWh", "MWh", "t", "tCO2e", "pv"}
)
_WITHOUT_DENOMINATOR = frozenset({"%", "%-yks"})


@dataclass(frozen=True, slots=True)
class Unit:
    """Where a unit's tokens end, its canonical code, and its case: "prosenttiin" is "to"."""

    end: int
    code: str | None
    relation: Relation | None = None


def unit_at(tokens: Sequence[Token], index: int) -> Unit:
    """The unit that begins at an index; code None and end == index when there is none."""
    token = at(tokens, index)
    below = _denominator(tokens, index + 1)
    if not token.has("unit") or token.kind not in ("word", "unit"):
        return _of_things(token, below) if below and token.kind == "word" else Unit(index, None)
    code = token.tags["unit"]
    if below is None or code in _WITHOUT_DENOMINATOR:
        return Unit(index + 1, code, token.relation)
    return Unit(below[0], f"{code}/{below[1]}", token.relation)


def compound_unit(tokens: Sequence[Token], index: int) -> Rewritten:
    """A unit with a denominator that stands without a value: "g/portion", "(€/invånare)"."""
    unit = unit_at(tokens, index)
    if unit.code is None or unit.end == index + 1 or not at(tokens, index).has("unit"):
        return None
    whole = replace(joined(tokens[index : unit.end], "unit"), tags={"unit": unit.code})
    return whole, unit.end - index


def _of_things(token: Token, below: tuple[int, str, bool]) -> Unit:
    """Counted things by a denominator: "5 lasta/laite", "15 lainaan asukasta kohden"."""
    end, code, with_sign = below
    if with_sign:
        return Unit(end, f"{token.low}/{code}")
    return Unit(end, f"kpl/{code}", None if token.relation == "from" else token.relation)


def _denominator(tokens: Sequence[Token], index: int) -> tuple[int, str, bool] | None:
    """The end and code of what a unit is divided by, and whether a sign says so."""
    first, second = at(tokens, index), at(tokens, index + 1)
    if first.is_mark("/") or first.has("per"):
        end = index + 1 + int(_describes(second, at(tokens, index + 2)))
        code = units().divisor(at(tokens, end).low)
        return (end + 1, code, first.is_mark("/")) if code else None
    if first.kind == "word" and second.has("per_after"):
        code = units().divisor(first.low)
        return (index + 2, code, False) if code else None
    return None


def _describes(word: Token, noun: Token) -> bool:
    """ "kr/inskrivet barn": a participle or an adjective before what is divided by."""
    plain = word.kind == "word" and not word.tags and units().divisor(word.low) is None
    return plain and noun.kind == "word" and noun.has("people")


def divided(code: str, tokens: Sequence[Token]) -> str:
    """The unit of a value whose name says what it is divided by: "debt per resident" in €."""
    if code not in _DIVISIBLE:
        return code
    found = (_denominator(tokens, index) for index in range(1, len(tokens)))
    below = next((one for one in found if one), None)
    return f"{code}/{below[1]}" if below else code
