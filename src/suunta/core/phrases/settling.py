"""What only the whole statement can tell of its values: limits, definitions, data only."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from suunta.core.phrases.attributes import implied_unit
from suunta.core.phrases.denominations import TIME_UNITS
from suunta.core.phrases.listed import date_in_order, start_from_first
from suunta.core.phrases.statements import FLIPPED, Statement, Value
from suunta.core.phrases.tokens import Token

# A yearly target for a quarter of a century.
MOST_TARGETS = 25


def settle(statement: Statement) -> None:
    """Decide what only the whole statement can tell of its values."""
    if len(statement.targets) > MOST_TARGETS:
        statement.targets = []
    date_in_order(statement)
    start_from_first(statement)
    if statement.has("untargeted"):
        # "258 - data only": nothing is aimed at.
        statement.baselines += statement.targets
        statement.targets = []
    _drop_sizes(statement)
    _drop_nobodies(statement)
    statement.targets = [v for v in statement.targets if not _is_time_limit(v, statement)]
    statement.targets = [v for v in statement.targets if not _defines(v, statement)]
    if any(v.comparator for v in statement.targets) and _names_nobody(statement):
        # "No single supplier above 20 %": the word names, the bound counts.
        sized = [v for v in statement.targets if v.token.value != 0 or not v.token.has("word")]
        statement.targets = [_negated(v) for v in sized]
    statement.targets = list(_bounded_alike(statement.targets))
    marked = [v for v in statement.targets if v.clause.role == "target" and v.token.has("unit")]
    if marked:
        # "workforce under 25 | Target 3.9%": the number without a unit is part of the name.
        statement.targets = [
            v for v in statement.targets if v.clause.role == "target" or v.token.has("unit")
        ]


def _bounded_alike(targets: Sequence[Value]) -> Iterator[Value]:
    """ "at most 20 (grades 1-2) and 23 (3-9)": a bound holds for the bare value after "and"."""
    for place, value in enumerate(targets):
        before = targets[place - 1] if place else value
        bare = value.comparator is None and value.clause.opened == "and" and not value.clause.words
        alike = value.token.tag("unit") == before.token.tag("unit") and value.period is None
        yield replace(value, comparator=before.comparator) if bare and alike else value


def _drop_sizes(statement: Statement) -> None:
    """ "up 2 points to 71": where a change ends says more than its size."""
    ends = [v.clause for v in statement.targets if v.token.relation == "to"]
    statement.targets = [
        v
        for v in statement.targets
        if v.token.relation == "to" or v.clause not in ends or not v.clause.has("change")
    ]


def _drop_nobodies(statement: Statement) -> None:
    """ "Pupils who have no friend, 8 % → 5 %": nobody in a relative clause is part of the name."""
    values = [*statement.targets, *statement.baselines]
    nobodies = [v for v in values if _is_nobody(v)]
    if len(nobodies) < len(values):
        statement.targets = [v for v in statement.targets if v not in nobodies]
        statement.baselines = [v for v in statement.baselines if v not in nobodies]


def _is_nobody(value: Value) -> bool:
    worded = value.token.value == 0 and value.token.has("word")
    before = [t for t in value.clause.tokens if t.start < value.token.start]
    return worded and any(t.has("relative") for t in before)


def _names_nobody(statement: Statement) -> bool:
    words = [t for t in statement.tokens if t.kind == "quantity" and t.has("word")]
    return any(token.value == 0 and token.tag("comparator") is None for token in words)


def _negated(value: Value) -> Value:
    flipped = FLIPPED[value.comparator] if value.comparator in (">", "<") else value.comparator
    return replace(value, comparator=flipped)


def _defines(value: Value, statement: Statement) -> bool:
    """ "Children with three or more placements: 10 %", "Frisknärvaro (högst fem dagar) 65 %":
    what stands before the colon or in the bracket says what is measured."""
    later = [v for v in statement.targets if v.token.start > value.token.end]
    unit = value.token.tag("unit")
    apart = value.clause.depth > 0 and unit is not None and value.comparator is None
    if value.clause.role or not (value.clause.words or apart):
        return False
    return any(
        v.token.tag("unit") != unit
        and (
            (v.clause.opened == ":" and v.clause is not value.clause)
            or (v.clause.depth < value.clause.depth)
        )
        for v in later
    )


def _is_time_limit(value: Value, statement: Statement) -> bool:
    """ "Percentage of repairs done within 24 hours": days say nothing of a share or a number."""
    measure = next((t.tags["measure"] for t in statement.head if t.tag("measure")), None)
    if (
        (value.token.tag("unit") or "").partition("/")[0] not in TIME_UNITS
        or value.clause.role == "target"
        or value.token.relation == "by"
    ):
        return False
    counts_time = implied_unit(statement) in TIME_UNITS
    return measure == "%" or (measure == "count" and not counts_time)


def drop_limits(statement: Statement) -> None:
    """A time within which something happens is no target where another value is one."""
    # "Gymnasieexamen inom tre år": years within which something happens are never the target.
    # Nor are years in brackets: "(5 v. keskiarvo)".
    statement.targets = [
        v
        for v in statement.targets
        if v.token.tag("unit") != "v" or not (v.token.has("within") or v.clause.depth)
    ]
    tests: tuple[Callable[[Token], bool], ...] = (
        lambda token: token.tag("unit") not in TIME_UNITS,
        lambda token: not token.has("blank") or token.has("unit"),
        lambda token: not token.has("all"),
    )
    for test in tests:
        statement.targets = [v for v in statement.targets if test(v.token)] or statement.targets
    shares = [v for v in statement.targets if v.token.tag("unit") == "%"]
    if shares and not any(v.token.has("paired") for v in statement.targets):
        clauses = [v.clause for v in shares]
        statement.targets = [v for v in statement.targets if v in shares or v.clause not in clauses]
