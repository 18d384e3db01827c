"""Values with what binds them: comparator, relation to the verb, range, unit and denominator."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from suunta.core.phrases import numerals
from suunta.core.phrases.tokens import Relation, Rewritten, Token, at, joined, rewrite
from suunta.core.phrases.vocabulary import units

TIME_UNITS = frozenset({"s", "min", "h", "pv", "vko", "kk", "v"})
_CURRENCIES = frozenset({"€", "£", "$"})
_MILLIONS = {"€": "M€", "£": "M£", "$": "M$"}
_COUNTED_WITHIN = 4


@dataclass(frozen=True, slots=True)
class _Value:
    """A bare value: its tokens end at `end`; `low`, `high` of a range; what else it says."""

    end: int
    low: float | None
    high: float | None = None
    tags: tuple[tuple[str, str], ...] = ()
    relation: Relation | None = None


def find_quantities(tokens: Sequence[Token]) -> list[Token]:
    """The tokens with every value joined with its comparator, preposition and unit.

    A token of kind `quantity` has `value` and `high` (None for a blank) and the tags comparator,
    unit, fraction, blank, within, approximate, all, word where they apply.
    """
    return rewrite(tokens, _quantity, _compound_unit)


def _quantity(tokens: Sequence[Token], index: int) -> Rewritten:
    place, tags, relation = _prefix(tokens, index)
    value = _value(tokens, place)
    if value is None:
        return None
    tags.update(value.tags)
    end, unit, case = _unit(tokens, value.end)
    if value.high is None and (second := _second_of_range(tokens, end)):
        second_end, unit_after, second_case = _unit(tokens, second.end)
        if unit is None or unit_after == unit:
            value = replace(value, high=second.low)
            end, unit, case = second_end, unit_after, second_case
    if at(tokens, end).has("of_total") and at(tokens, end + 1).kind == "number":
        end += 2
    before = tags.pop("currency", None)
    if before:
        end, unit = value.end, before
    end, factor = _scaled(tokens, end) if unit is None or before else (end, 1.0)
    if before and factor == 1e6:
        unit, factor = _MILLIONS[before], 1.0
    if unit is None and factor != 1.0:
        end, unit, case = _unit(tokens, end)
    if after := at(tokens, end).tag("comparator_after"):
        tags["comparator"] = after
        end += 1
    if at(tokens, end).has("within_after") or _inessive(tokens, value.end, end, unit):
        tags["within"] = ""
        end += int(at(tokens, end).has("within_after"))
    if "fraction" in tags:
        unit = "%"
    if "rank" in tags:
        unit = "sija"
    if value.low is not None and ("negative" in tags or "tolerance" in tags):
        value = replace(
            value, low=-value.low, high=value.low if "tolerance" in tags else value.high
        )
    unit = unit or tags.get("unit")
    if unit:
        tags["unit"] = unit
    elif "word" in tags and "comparator" not in tags and not value.relation:
        if not _counted(tokens, end):
            return None
    if unit is None and (people := _counted(tokens, end)):
        tags["counted"] = people
    if index and tokens[index - 1].is_mark("/") and not value.tags:
        tags["paired"] = ""
    whole = replace(
        joined(tokens[index:end], "quantity"),
        tags=tags,
        value=None if value.low is None else value.low * factor,
        high=None if value.high is None else value.high * factor,
        relation=case or relation or value.relation or _counted_case(tokens, end, unit),
    )
    return whole, end - index


def _prefix(tokens: Sequence[Token], index: int) -> tuple[int, dict[str, str], Relation | None]:
    """Comparators, prepositions and currency signs before a value."""
    tags: dict[str, str] = {}
    relation: Relation | None = None
    place = index
    while place < index + 6:
        token = at(tokens, place)
        if token.has("comparator"):
            tags.setdefault("comparator", token.tags["comparator"])
        elif token.has("approximate"):
            tags["approximate"] = ""
        elif token.has("by", "to", "from") and token.kind == "word":
            relation = next(name for name in ("by", "to", "from") if token.has(name))  # type: ignore[assignment]
        elif token.has("within_before"):
            tags["within"] = ""
        elif token.kind == "unit" and token.tag("unit") in _CURRENCIES:
            tags["currency"] = token.tags["unit"]
        elif token.has("rank") and at(tokens, place + 1).kind == "number":
            tags["rank"] = ""
        elif token.has("sign"):
            tags["negative"] = ""
        elif token.has("tolerance"):
            tags["tolerance"] = ""
        elif not token.has("article") or (
            token.has("number") and at(tokens, place + 1).has("unit")
        ):
            break
        place += 1
    return place, tags, relation


def _value(tokens: Sequence[Token], index: int) -> _Value | None:
    token, after = at(tokens, index), at(tokens, index + 1)
    if token.kind == "blank":
        return _Value(index + 1, None, tags=(("blank", ""),))
    if token.kind == "number" and token.value is not None:
        if after.is_mark("/") and _is_fraction(token, at(tokens, index + 2)):
            fraction = f"{token.low}/{at(tokens, index + 2).low}"
            return _fraction(index + 3, fraction, None)
        if after.is_mark("-") and at(tokens, index + 2).kind == "number":
            return _Value(index + 3, token.value, at(tokens, index + 2).value)
        return _Value(index + 1, token.value, relation=token.relation)
    if token.kind == "word" and token.low[0].isdigit() and token.has("unit"):
        figures = token.low.split("-")[0].replace(",", ".")
        return _Value(index, float(figures), relation=token.relation)
    if token.has("fraction"):
        return _fraction(index + 1, token.tags["fraction"], token.relation)
    if token.has("all_share") and at(tokens, index + 1).has("people", "age_word"):
        return _Value(index + 1, 100.0, tags=(("all", ""), ("unit", "%")))
    if token.has("number") and (
        index == 0 or not token.has("ambiguous") or at(tokens, index + 1).has("unit")
    ):
        value = float(token.tags["number"])
        return _Value(index + 1, value, tags=(("word", ""),), relation=token.relation)
    return None


def _is_fraction(first: Token, second: Token) -> bool:
    return (
        second.kind == "number"
        and not second.spaced
        and first.value in (1, 2, 3, 4)
        and (second.value or 0) in (2, 3, 4, 5, 10)
        and (first.value or 0) < (second.value or 0)
    )


def _fraction(end: int, fraction: str, relation: Relation | None) -> _Value:
    percent = round(100 * numerals.share(fraction), 2)
    return _Value(end, percent, tags=(("fraction", fraction),), relation=relation)


def _second_of_range(tokens: Sequence[Token], index: int) -> _Value | None:
    """ "60 % - 65 %", "mellan 60 och 65 %": the second value of a range."""
    dash, number = at(tokens, index), at(tokens, index + 1)
    between = any(at(tokens, index - back).has("between") for back in range(1, 4))
    if number.kind != "number":
        return None
    if dash.is_mark("-") or (between and dash.has("conjunction")):
        return _Value(index + 2, number.value)
    return None


def _unit(tokens: Sequence[Token], index: int) -> tuple[int, str | None, Relation | None]:
    """Where a unit after a value ends, its canonical code and the case ending that it carries."""
    token, end, per = at(tokens, index), index + 1, units().per
    sign, below, tail = at(tokens, end), at(tokens, end + 1), at(tokens, end + 1)
    if not token.has("unit"):
        if token.kind == "word" and sign.is_mark("/") and below.low in per:
            return end + 2, f"{token.low}/{per[below.low]}", None
        if token.kind == "word" and sign.low in per and tail.has("per_after"):
            return (
                end + 2,
                f"kpl/{per[sign.low]}",
                None if token.relation == "from" else token.relation,
            )
        return index, None, None
    code = token.tags["unit"]
    if code in ("%", "%-yks"):
        return end, code, token.relation
    if (sign.is_mark("/") or sign.has("per")) and below.low in per:
        return end + 2, f"{code}/{per[below.low]}", token.relation
    if sign.kind == "word" and sign.low in per and tail.has("per_after"):
        return end + 2, f"{code}/{per[sign.low]}", token.relation
    return end, code, token.relation


def _counted_case(tokens: Sequence[Token], index: int, unit: str | None) -> Relation | None:
    """The case of what a bare number counts: "200 uudella kirjautuneella" is by 200."""
    relation = at(tokens, index).relation if unit is None else None
    return None if relation == "from" else relation


def _compound_unit(tokens: Sequence[Token], index: int) -> Rewritten:
    """A unit with a denominator that stands without a value: "g/portion", "(€/invånare)"."""
    end, code, _ = _unit(tokens, index)
    if code is None or end == index + 1 or not at(tokens, index).has("unit"):
        return None
    return replace(joined(tokens[index:end], "unit"), tags={"unit": code}), end - index


def _scaled(tokens: Sequence[Token], index: int) -> tuple[int, float]:
    token = at(tokens, index)
    if token.has("money_scale"):
        return index + 1, float(token.tags["money_scale"])
    return index, 1.0


def _inessive(tokens: Sequence[Token], start: int, end: int, unit: str | None) -> bool:
    """A Finnish time unit in the inessive says within what time: "3 minuutissa"."""
    return unit in TIME_UNITS and any(
        token.low.endswith(("ssa", "ssä")) for token in tokens[start:end]
    )


def _counted(tokens: Sequence[Token], index: int) -> str | None:
    """What a number without a unit counts by the words after it: people or things."""
    seen = False
    for token in tokens[index : index + _COUNTED_WITHIN]:
        if token.has("people"):
            return "hlö"
        if token.kind != "word" or token.has(
            "copula", "conjunction", "change", "comparator", "target", "modal", "predicate"
        ):
            break
        seen = True
    return "kpl" if seen else None
