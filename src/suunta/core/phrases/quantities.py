"""Values with what binds them: comparator, relation to the verb, range, unit and denominator."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import cast

from suunta.core.phrases.counted import COUNTED_WITHIN, NOT_COUNTED, counted_at
from suunta.core.phrases.denominations import TIME_UNITS, Unit, compound_unit, unit_at
from suunta.core.phrases.figures import Figure, figure_at
from suunta.core.phrases.tokens import (
    NOTHING,
    Piece,
    Relation,
    Rewritten,
    Token,
    at,
    joined,
    rewrite,
)

_MILLIONS = {"€": "M€", "£": "M£", "$": "M$"}
_FLAGS = ("approximate", "within_before", "sign", "tolerance")
_BOUNDS = {"min.": ">=", "min": ">=", "max.": "<=", "max": "<="}
_LONGEST_PREFIX = 6
_NO_FIGURE, _NO_UNIT = Figure(0, None), Unit(0, None)


def find_quantities(tokens: Sequence[Token]) -> list[Token]:
    """The tokens with every value joined with its comparator, preposition and unit.

    A token of kind `quantity` has `value` and `high` (None for a blank) and, where they apply,
    the tags comparator, unit, fraction, blank, all, within, approximate, counted and paired.
    """
    return rewrite(tokens, _quantity, compound_unit)


@dataclass
class _Reading:
    """What has been read of one quantity, from its first word on."""

    tokens: Sequence[Token]
    start: int
    place: int
    figure: Figure = _NO_FIGURE
    unit: Unit = _NO_UNIT
    factor: float = 1.0
    relation: Relation | None = None
    tags: dict[str, str] = field(default_factory=dict)
    pieces: list[Piece] = field(default_factory=list)

    def note(self, name: str, start: int, end: int) -> None:
        """Remember which tokens said what."""
        if end > start:
            span = (name, self.tokens[start].start, self.tokens[end - 1].end)
            self.pieces.append(span)


def _quantity(tokens: Sequence[Token], index: int) -> Rewritten:
    reading = _Reading(tokens, index, index)
    _read_prefix(reading)
    figure = figure_at(tokens, reading.place)
    if figure is None:
        return None
    _read_figure(reading, figure)
    _read_unit(reading)
    _read_suffix(reading)
    _count(reading)
    if _is_only_a_word(reading):
        return None
    return _whole(reading), reading.place - index


def _read_prefix(reading: _Reading) -> None:
    """Comparators, prepositions, signs and currencies before a value."""
    while reading.place < reading.start + _LONGEST_PREFIX:
        token, after = at(reading.tokens, reading.place), at(reading.tokens, reading.place + 1)
        if token.has("comparator") and token.kind in ("word", "mark"):
            reading.tags.setdefault("comparator", token.tags["comparator"])
            reading.note("comparator", reading.place, reading.place + 1)
        elif flag := next((name for name in _FLAGS if token.has(name)), None):
            reading.tags["within" if flag == "within_before" else flag] = ""
        elif token.has("by", "to", "from") and token.kind == "word":
            name = next(name for name in ("by", "to", "from") if token.has(name))
            reading.relation = cast(Relation, name)
        elif token.kind == "unit" and token.tag("unit") in _MILLIONS:
            reading.tags["currency"] = token.tags["unit"]
        elif token.has("rank") and after.kind == "number":
            reading.tags["rank"] = ""
        elif token.has("between") and (after.kind == "number" or after.tag("unit") in _MILLIONS):
            # "between £3m and £5m": looked for again where the second value is read.
            pass
        elif not token.has("article") or (token.has("number") and _is_counting(reading)):
            return
        reading.place += 1


def _is_counting(reading: _Reading) -> bool:
    """Whether an article is the number one: "minst en dialog", "en ny park varje år"."""
    tokens, place = reading.tokens, reading.place
    if at(tokens, place + 1).has("unit") or at(tokens, place - 1).tag("comparator") == ">=":
        return True
    ahead = tokens[place + 1 : place + 1 + COUNTED_WITHIN]
    return place == 0 and any(t.period is not None and t.period.role == "rate" for t in ahead)


def _read_figure(reading: _Reading, figure: Figure) -> None:
    start = reading.place
    reading.figure, reading.place = figure, figure.end
    if figure.form in ("blank", "all", "fraction", "ratio", "word"):
        reading.tags[figure.form] = figure.fraction or ""
    reading.note("target_value", start, max(figure.end, start + 1))
    signs = [at(reading.tokens, reading.place + step) for step in range(3)]
    if signs[0].is_mark("(") and signs[1].value == figure.low and signs[2].is_mark(")"):
        # "at least two (2) events": the same number once more.
        reading.place += len(signs)


def _read_unit(reading: _Reading) -> None:
    tokens, currency = reading.tokens, reading.tags.pop("currency", None)
    if currency is None:
        reading.unit = unit_at(tokens, reading.place)
        if _is_millions(reading):
            reading.factor, reading.unit = 1e6, Unit(reading.unit.end, None)
        reading.note("unit", reading.place, reading.unit.end)
        reading.place = reading.unit.end
        _read_second_of_range(reading)
    if currency or (reading.unit.code is None and reading.factor == 1.0):
        _read_factor(reading)
    if currency:
        millions = reading.factor == 1e6
        reading.unit = Unit(reading.place, _MILLIONS[currency] if millions else currency)
        reading.factor = 1.0 if millions else reading.factor
        _read_second_amount(reading, currency)
    elif reading.factor != 1.0 and reading.unit.end <= reading.place:
        reading.unit = unit_at(tokens, reading.place)
        reading.place = reading.unit.end


def _is_millions(reading: _Reading) -> bool:
    """ "1.2m visitors": millions of what follows, and no metres."""
    sign, after = (at(reading.tokens, reading.place + step) for step in range(2))
    counted = after.kind == "word" and after.has("people", "plural")
    if sign.low != "m" or sign.spaced:
        return False
    # "Library visits: 1.2m by 2026"
    before = reading.tokens[: reading.start]
    named = any(t.has("people") or (t.has("measure") and t.has("plural")) for t in before)
    return named or (counted and not after.has(*NOT_COUNTED))


def _read_second_of_range(reading: _Reading) -> None:
    """ "60 % - 65 %", "mellan 60 och 65 %": the second value of a range."""
    tokens, place = reading.tokens, reading.place
    link, number = at(tokens, place), at(tokens, place + 1)
    between = any(token.has("between") for token in tokens[max(0, reading.start - 1) : place])
    below_zero = (reading.figure.low or 0.0) < 0.0
    if number.kind != "number" or not (
        link.is_mark("-")
        or (between and link.has("conjunction", "level", "to"))
        or (below_zero and link.has("to"))
    ):
        return
    unit = unit_at(tokens, place + 2)
    if reading.figure.high is None and reading.unit.code in (None, unit.code):
        reading.figure = replace(reading.figure, high=number.value)
        reading.unit, reading.place = unit, unit.end


def _read_second_amount(reading: _Reading, currency: str) -> None:
    """ "£3m-£5m", "between £3m and £5m": the second amount of a range, with its own sign."""
    tokens, place = reading.tokens, reading.place
    link, sign, number = (at(tokens, place + step) for step in range(3))
    between = any(token.has("between") for token in tokens[max(0, reading.start - 1) : place])
    linked = link.is_mark("-") or (between and link.has("conjunction", "to"))
    if not linked or sign.tag("unit") != currency or number.kind != "number":
        return
    scale = at(tokens, place + 3).tag("money_scale")
    if (float(scale) if scale else 1.0) == (1e6 if reading.unit.code in _MILLIONS.values() else 1):
        reading.figure = replace(reading.figure, high=number.value)
        reading.place += 3 + int(scale is not None)


def _read_factor(reading: _Reading) -> None:
    """ "2 miljoner", "1,2 miljoonaa": a power of ten in words."""
    token = at(reading.tokens, reading.place)
    if token.has("money_scale"):
        reading.factor = float(token.tags["money_scale"])
        reading.place += 1


def _read_suffix(reading: _Reading) -> None:
    """What may follow: "of 15", "or more", "kuluessa"."""
    tokens = reading.tokens
    if at(tokens, reading.place).has("of_total") and at(tokens, reading.place + 1).kind == "number":
        reading.place += 2
    if reading.unit.code == "min" and _counts_no_time(reading):
        # "Antal deltagare 200 min.": a minimum, and no minutes.
        reading.unit, reading.tags["comparator"] = _NO_UNIT, ">="
    if reading.unit.code and at(tokens, reading.place).low in _BOUNDS:
        reading.tags["comparator"] = _BOUNDS[at(tokens, reading.place).low]
        reading.place += 1
    if at(tokens, reading.place).is_mark("+") and not at(tokens, reading.place).spaced:
        reading.tags.setdefault("comparator", ">=")
        reading.place += 1
    if after := at(tokens, reading.place).tag("comparator_after"):
        reading.tags["comparator"] = after
        reading.note("comparator", reading.place, reading.place + 1)
        reading.place += 1
    if at(tokens, reading.place).has("within_after"):
        reading.tags["within"] = ""
        reading.place += 1
    # A Finnish time unit in the inessive says within what time: "3 minuutissa".
    words = tokens[reading.figure.end : reading.place]
    if reading.unit.code in TIME_UNITS and any(w.low.endswith(("ssa", "ssä")) for w in words):
        reading.tags["within"] = ""


def _counts_no_time(reading: _Reading) -> bool:
    last = at(reading.tokens, reading.place - 1)
    before = [t.tag("measure") for t in reading.tokens[: reading.start]]
    return last.low == "min." and any(tag in ("count", "%", "€", "pistettä") for tag in before)


def _count(reading: _Reading) -> None:
    """The unit's code, or what a number without a unit counts: people or things."""
    # "8:59" holds its unit itself.
    code = reading.unit.code or at(reading.tokens, reading.figure.end - 1).tag("unit")
    if reading.figure.form in ("fraction", "all"):
        code = "%"
    elif "rank" in reading.tags:
        code = "sija"
    elif reading.figure.form == "score":
        code = code or "pistettä"
    if code:
        reading.tags["unit"] = code
        return
    value = (reading.figure.low or 0.0) * reading.factor
    # "3,8 kaikissa yksiköissä" is no number of things.
    if value == int(value) and (counted := counted_at(reading.tokens, reading.place)):
        reading.tags["counted"] = counted
    beside = at(reading.tokens, reading.place).relation
    if beside != "from":
        reading.relation = reading.relation or reading.figure.relation or beside


def _is_only_a_word(reading: _Reading) -> bool:
    """A number word that neither counts nor compares is no value: "yksi tärkeä"."""
    bound = {"unit", "counted", "comparator"} & reading.tags.keys()
    after = at(reading.tokens, reading.place)
    ends = after is NOTHING or after.kind in ("mark", "period")
    bound |= {"by"} if reading.relation in ("by", "to") and ends else set()
    bound |= {"dated"} if at(reading.tokens, reading.place).kind == "period" else set()
    return reading.figure.form == "word" and not bound and not reading.figure.relation


def _relation(reading: _Reading) -> Relation | None:
    relation = reading.unit.relation or reading.relation or reading.figure.relation
    # "ratings from at least 62 %": a bounded value is nobody's starting point.
    return None if relation == "from" and "comparator" in reading.tags else relation


def _whole(reading: _Reading) -> Token:
    low, high = reading.figure.low, reading.figure.high
    tags = dict(reading.tags)
    if low is not None and ("sign" in tags or "tolerance" in tags):
        low, high = -low or 0.0, low or None if "tolerance" in tags else high
    if reading.start and reading.tokens[reading.start - 1].is_mark("/"):
        tags["paired"] = ""
    return replace(
        joined(reading.tokens[reading.start : reading.place], "quantity"),
        tags=tags,
        value=None if low is None else low * reading.factor,
        high=None if high is None else high * reading.factor,
        relation=_relation(reading),
        pieces=tuple(reading.pieces),
    )
