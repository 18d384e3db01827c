"""What surrounds a value: unit, period, starting values, source, scale and population."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from suunta.core.phrases.denominations import divided
from suunta.core.phrases.statements import Statement, Value
from suunta.core.phrases.tokens import NOTHING, Period, Token, at
from suunta.core.strategy import Baseline

# "Number of working days", "poissaolopäivien määrä": the unit is what is counted.
_COUNTED_UNITS = frozenset({"pv", "h", "kk", "vko", "km", "ha", "m²"})


# "Antal nya deltagare": how far after the first word the people counted may stand.
_NEAR = 4
_WHOLE = 100  # per cent


def unit_of(statement: Statement, value: Value | None = None) -> str | None:
    """The unit that a value or its statement gives, or that the name of the measure implies."""
    if value and value.token.has("ratio"):
        return None
    own = value.token.tag("unit") if value else None
    found = own or _unit_beside(statement, value) or implied_unit(statement, value)
    if value and own is None and found == "%" and (value.token.value or 0) > _WHOLE:
        # "Besöksfrekvens: 1 500 besökare": no share is that large.
        found = value.token.tag("counted") or found
    if own is None and found in (None, "", "kpl") and scale_of(statement):
        return "pistettä"
    if not found and value and _counts(statement, value):
        return "hlö" if _people_named(statement) else "kpl"
    if found:
        return divided(found, statement.head_tokens)
    fresh = bool(statement.head) and statement.head[0].capital
    inherits = statement.parent is not None and not statement.has("measure") and not fresh
    return (unit_of(statement.parent) if inherits and statement.parent else None) or None


def _unit_beside(statement: Statement, value: Value | None) -> str | None:
    """A unit given apart from the value ("/ kpl", "(€)"), or by another value of the measure."""
    apart = units_apart(statement)
    if apart:
        return apart[0]
    if value and value.token.has("counted") and paired(statement):
        return value.token.tags["counted"]
    values = (*statement.targets, *statement.baselines)
    return next((v.token.tags["unit"] for v in values if v.token.has("unit")), None)


def _counts(statement: Statement, value: Value) -> bool:
    """Whether a bare whole number counts the things that are named: "latauspisteitä 60"."""
    number = value.token.value
    whole = number is not None and number == int(number)
    things = any(token.has("plural") and not token.has("predicate") for token in statement.head)
    rate = any(token.kind == "name" and token.has("per", "per_after") for token in statement.head)
    return (
        whole
        and things
        and not rate
        and not (_names_an_amount(statement.head) or statement.has("best", "source"))
    )


def _people_named(statement: Statement) -> bool:
    """Whether people are counted, and not their things: "Henkilöstön aloitteita 50"."""
    things = [t for t in _undivided(statement) if t.has("plural") and not t.has("predicate")]
    return any(token.has("people") for token in things)


def _names_an_amount(head: Sequence[Token]) -> bool:
    """ "Waste collected" is an amount; in "waste points" the last noun is what counts."""
    things = bool(head) and head[-1].has("plural") and not head[-1].has("measure", "follow_noun")
    compound = [] if not things else [token for token in head[-2:-1] if not token.tag("measure")]
    return any(token.has("measure") for token in head if token not in compound)


def paired(statement: Statement) -> bool:
    """Whether two values stand as a pair: "25 kpl / 200 ha"."""
    return any(v.token.has("paired") for v in (*statement.targets, *statement.baselines))


def units_apart(statement: Statement) -> list[str]:
    """The units that stand by themselves: "/ kpl", "(€, €/invånare)", "g/portion", "i procent"."""
    found: list[str] = []
    for clause in statement.clauses:
        alone = all(
            token.has("unit") or token.kind in ("mark", "period") for token in clause.tokens
        )
        for place, token in enumerate(clause.tokens):
            stands_apart = alone or token.kind == "unit" or _is_apart(clause.tokens, place)
            if token.has("unit") and token.kind in ("word", "unit") and stands_apart:
                found.append(token.tags["unit"])
    return list(dict.fromkeys(found))


def _is_apart(tokens: Sequence[Token], place: int) -> bool:
    """Whether a word is a unit of what stands before it: "i procent", "Arvioinnit, kpl/v"."""
    before, after = at(tokens, place - 1), at(tokens, place + 1)
    if before.has("during_before"):
        # "i antal dagar": the days are the unit.
        return not after.has("unit")
    if before.tag("unit") == "kpl" and at(tokens, place - 2).has("during_before"):
        return True
    return before.is_mark(",") and (after is NOTHING or after.kind == "period")


def implied_unit(statement: Statement, value: Value | None = None) -> str | None:
    """The unit that the name implies: share -> %, number of people -> hlö, number -> kpl."""
    if any(token.kind == "name" and token.has("per", "per_after") for token in statement.tokens):
        return None
    if opening := _opening_unit(statement):
        return opening
    measure = _measure(_undivided(statement))
    code = measure.tags["measure"] if measure else None
    if code is None:
        return value.token.tag("counted") if value else None
    if code != "count":
        return code
    if counted := next((t for t in statement.head if t.tag("unit") in _COUNTED_UNITS), None):
        return counted.tags["unit"]
    return "hlö" if _counts_people(statement, measure) else "kpl"


def _opening_unit(statement: Statement) -> str | None:
    """ "Kilograms of waste per household", "Tonnia jätettä": a unit that opens the name."""
    first, second = at(statement.head_tokens, 0), at(statement.head_tokens, 1)
    opens = first.kind == "word" and first.has("unit") and not first.has("measure")
    counted = (
        second.has("of_total")
        or " " in first.low
        or (second.kind == "word" and first.low.endswith(("a", "ä")))
    )
    return first.tags["unit"] if opens and counted else None


def _measure(head: Sequence[Token]) -> Token | None:
    """The noun that tells the unit: the first word ("andelen ...", "number of ..."), else the last
    of the phrase, where Finnish has it."""
    if head and head[0].tag("measure") in ("%", "count"):
        return head[0]
    return next((token for token in reversed(head) if token.tag("measure")), None)


def opens_or_ends(statement: Statement) -> bool:
    """Whether the noun that tells the unit is the first or the last of the name, if any is."""
    measure = _measure(statement.head)
    return measure is None or measure in (statement.head[0], statement.head[-1])


def _undivided(statement: Statement) -> list[Token]:
    """The name without what follows "per" or "/": "kostnad per betygspoäng" is in no points."""
    tokens = statement.tokens
    below = {id(after) for token, after in pairwise(tokens) if _divides(token)}
    return [token for token in statement.head if id(token) not in below]


def _divides(token: Token) -> bool:
    return token.has("per") or token.is_mark("/")


def _counts_people(statement: Statement, measure: Token | None) -> bool:
    """Whether the thing counted is people: the word nearest to "määrä", "antal", "number of"."""
    if measure is None or measure.has("people"):
        return measure is not None
    place = statement.head.index(measure)
    before = statement.head[max(0, place - 1) : place]
    near = before or statement.head[1:_NEAR]
    return any(token.has("people") for token in near)


def period_of(statement: Statement, value: Value | None = None) -> Period | None:
    """The period of a target: its own, else the deadline or rate that the statement gives."""
    loose = [p for p in statement.loose_periods if p.role in ("at", "by", "rate")]
    if value and value.period:
        rate = next((p for p in loose if p.role == "rate"), None)
        return rate if rate and not value.period.code[0].isdigit() else value.period
    return next((p for p in loose if p.role == "by"), loose[0] if loose else None)


def baselines_of(statement: Statement) -> tuple[Baseline, ...]:
    """The starting values; a starting year without a value has the value None."""
    code = base_period(statement)
    found = tuple(
        Baseline(v.period.code if v.period else code, v.token.value, _unit_of_baseline(v))
        for v in statement.baselines
    )
    return found or ((Baseline(code, None),) if code else ())


def _unit_of_baseline(value: Value) -> str | None:
    return value.token.tag("unit") or value.token.tag("counted")


def base_period(statement: Statement) -> str | None:
    """The year or earlier period that a change is counted from."""
    return next((p.code for p in statement.loose_periods if p.role == "base"), None)


def source_of(statement: Statement, text: str) -> str | None:
    """The survey, register or statistic that a figure comes from."""
    token = next((t for t in statement.tokens if t.has("source")), None)
    return text[token.start : token.end] if token else None


def scale_of(statement: Statement) -> str | None:
    """The scale of a score: "1-6"."""
    token = next((t for t in statement.tokens if t.kind == "scale"), None)
    if token is None or token.value is None or token.high is None:
        return None
    return f"{token.value:g}-{token.high:g}"


def population_of(statement: Statement, text: str) -> str | None:
    """The people that a measure is about, where an age or a grade limits them."""
    found = _populations(statement)
    token = next(found, None)
    return text[token.start : token.end] if token else None


def _populations(statement: Statement) -> Iterator[Token]:
    for token in statement.tokens:
        graded = token.has("grade_word") and (token.kind == "name" or token.has("people"))
        if token.kind == "population" or graded:
            yield token
