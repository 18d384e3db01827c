"""Whether a statement says that something grows or shrinks, by a verb, a noun or a sign."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import zip_longest
from typing import Literal

from suunta.core.phrases import attributes
from suunta.core.phrases.clauses import names
from suunta.core.phrases.statements import Statement, Value
from suunta.core.phrases.tokens import NOTHING, Token, at

Change = Literal["increase", "decrease"]

_SIGNED_UNITS = frozenset({"%", "%-yks"})


def change_of(statement: Statement, value: Value | None = None) -> Change | None:
    """Whether the statement says that something grows or shrinks; None when it says neither."""
    token = change_token(statement, value)
    if token is not None and value and _level_of_its_own(value, token):
        return None
    if token is not None:
        up = token.tags["change"] == "up"
        return "increase" if up else "decrease"
    if value is None:
        return None
    if compared := _compared_after(value):
        return "increase" if compared.tags["comparator"] in (">", ">=") else "decrease"
    return _signed(statement, value)


def _level_of_its_own(value: Value, change: Token) -> bool:
    """A bound or a marked target in a clause without the verb of change is a level."""
    if value.clause.has("change"):
        return _stated_apart(value, change)
    marked = value.comparator is not None or value.clause.role == "target"
    return marked or change.start > value.token.start


def _stated_apart(value: Value, change: Token) -> bool:
    """ "paranee ja on vähintään 75": a bound after a verb of its own is a level."""
    between = [t for t in value.clause.tokens if change.end <= t.start < value.token.start]
    apart = any(t.has("conjunction") for t in between) and any(t.has("copula") for t in between)
    return apart and value.comparator is not None


def change_token(statement: Statement, value: Value | None = None) -> Token | None:
    """The word of change that binds: a verb rather than the noun that names the measure."""
    found = [t for t in statement.tokens if t.tag("change") in ("up", "down")]
    verbs = [t for t in found if not t.has("follow_noun", "measure", "change_noun")]
    if verbs:
        return verbs[0]
    if value is None:
        return found[0] if found and _opens(statement.tokens, found[0]) else None
    if value.comparator and value.token.tag("unit") in _SIGNED_UNITS:
        return next((t for t in found if _is_bounded(t, value)), None)
    # A noun of change binds the value that stands right before or after it.
    if value.comparator is None and value.token.relation != "to":
        return next((t for t in found if t.has("change_noun")), None)
    return None


def _is_bounded(noun: Token, value: Value) -> bool:
    """ "Menojen kasvu enintään 2 %": a bound on what a noun of change says of something named.

    "Limit growth in costs to 3 %" bounds it too; a fall to at most 3 % ends there.
    """
    tokens = value.clause.tokens
    if not noun.has("change_noun") or noun not in tokens or noun.start > value.token.start:
        return False
    capped = noun.tag("change") == "up" and value.comparator in ("<=", "<")
    named = any(names(token) for token in tokens if token.start < value.token.start)
    return named and (capped or value.token.relation != "to")


def limits(value: Value, change: Token) -> bool:
    """Whether a value is the most that something may grow, though "to" stands before it."""
    return value.comparator is not None and _is_bounded(change, value)


def _opens(tokens: Sequence[Token], change: Token) -> bool:
    """ "Minskning av utsläpp", "No increase in rents", "Continued improvement in ...":
    a noun of change that opens the phrase says the direction."""
    words = [i for i, t in enumerate(tokens) if t.kind == "word"]
    place = tokens.index(change)
    if place not in words[:2]:
        return False
    if place and tokens[place - 1].has("negation"):
        return True
    after = at(tokens, place + 1)
    compared = after.period is not None and after.period.role == "base"
    return compared or after.has("article", "during_before", "since_before", "of_total", "among")


def _compared_after(value: Value) -> Token | None:
    """ "30 % lower than in 2020": a comparison after the value makes it a change."""
    later = [t for t in value.clause.tokens if t.start > value.token.start]
    for token, after in zip_longest(later, later[1:], fillvalue=NOTHING):
        if token.kind != "word" or token.tag("comparator") not in ("<", ">"):
            continue
        # "över en fyraårsperiod" compares with nothing; "under 2019", "above average" do.
        if " " in token.low or after.kind == "period" or after.has("benchmark", "since_after"):
            return token
    return None


def _signed(statement: Statement, value: Value) -> Change | None:
    """ "-60 % 2007-2030", "+5 % a year": a signed percentage over time is a change."""
    token = value.token
    if token.low[0] == "+" and statement.counts_things:
        # "Antal platser: +20"
        return "increase"
    if token.low[0] not in "+-" or token.tag("unit") not in _SIGNED_UNITS:
        return None
    if token.low[0] == "+":
        return "increase"
    period = value.period or attributes.period_of(statement)
    timed = period is not None and (period.role in ("by", "rate") or ".." in period.code)
    return "decrease" if timed or attributes.base_period(statement) else None
