"""What a clause adds to its statement: targets, starting values, periods, words of its name."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

from suunta.core.phrases.clauses import Clause, names
from suunta.core.phrases.denominations import TIME_UNITS
from suunta.core.phrases.statements import FLIPPED, Statement, Value
from suunta.core.phrases.tokens import NOTHING, Period, Token

# A yearly target for a quarter of a century.
_MOST_TARGETS = 25

TargetsAfter = Literal["", "marked", "bare"]


def absorb(statement: Statement, clause: Clause, targets_follow: TargetsAfter) -> None:
    """Add a clause to its statement.

    targets_follow: whether a later clause is marked as the target.
    """
    first = not statement.clauses
    if clause.opened == "→" or _next_cell(statement, clause):
        statement.baselines += statement.targets
        statement.targets = []
    statement.clauses.append(clause)
    remark = clause.opened == "|" and bool(statement.targets or statement.baselines)
    if (not clause.depth or first) and clause.opened != ")" and not remark:
        statement.head += [token for token in clause.tokens if names(token)]
    periods = [t.period for t in clause.tokens if t.kind == "period" and t.period]
    if not 0 < len(clause.quantities) <= _MOST_TARGETS:
        # Figures without end are no measure: none of them is read, and the reading is unsure.
        statement.loose_periods += periods
        return
    for token, own in _dated(clause):
        if _is_comparison(token, clause) or _of_others(statement, clause):
            continue
        if since := _since(token, clause):
            statement.baselines.append(Value(token, clause, period=since))
            continue
        comparator = token.tag("comparator") or _loose_comparator(token, clause)
        if comparator and clause.has("negation") and comparator in "<>":
            comparator = FLIPPED[comparator]
        value = Value(token, clause, comparator, own)
        if _is_baseline(value, statement, targets_follow):
            statement.baselines.append(value)
        else:
            statement.targets.append(value)
            statement.baselines += _compared_to(value)
    _drop_limits(statement)
    attached = [own for _, own in _dated(clause) if own]
    statement.loose_periods += [period for period in periods if period not in attached]


def _next_cell(statement: Statement, clause: Clause) -> bool:
    """ "Tyytyväisyys | 3,9 | 4,2": in a row of bare values the last is the target."""
    if clause.opened != "|" or clause.role or clause.words or not clause.quantities:
        return False
    cells = [v for v in statement.targets if v.clause.opened == "|" and v.comparator is None]
    return bool(cells) and len(cells) == len(statement.targets)


def _of_others(statement: Statement, clause: Clause) -> bool:
    """ "minst 80 (rikssnitt 75)": what others have, in brackets after the target."""
    benchmark = clause.first("benchmark")
    return (
        clause.depth > 0
        and bool(statement.targets)
        and benchmark is not None
        and benchmark.tag("benchmark") != "previous"
    )


def _loose_comparator(token: Token, clause: Clause) -> str | None:
    """A comparator before its value, but apart from it: "ska lägst uppgå till 2 %"."""
    before = [t for t in clause.tokens if t.kind == "word" and t.start < token.start]
    return next((t.tags["comparator"] for t in before if t.has("comparator")), None)


def _dated(clause: Clause) -> list[tuple[Token, Period | None]]:
    """The values of a clause, each with the period that stands nearest to it."""
    quantities = list(clause.quantities)
    owners: dict[int, Period] = {}
    seen = -1
    for token in clause.tokens:
        if token.kind == "quantity":
            seen += 1
        elif token.kind == "period" and token.period and token.period.role in ("at", "by"):
            owner = max(seen, 0)
            if owner in owners and owner + 1 < len(quantities):
                owner += 1
            owners.setdefault(owner, token.period)
    if any(token.has("paired") for token in quantities) and len(owners) == 1:
        owners = dict.fromkeys(range(len(quantities)), next(iter(owners.values())))
    return [(token, owners.get(index)) for index, token in enumerate(quantities)]


def _since(token: Token, clause: Clause) -> Period | None:
    """ "2019/20 baseline: 12,400": the starting period that stands right before its value."""
    place = clause.tokens.index(token)
    period = clause.tokens[place - 1].period if place else None
    bound = token.has("comparator") or token.relation or clause.has("change", "comparator")
    return period if period and period.role == "base" and not bound else None


def _is_comparison(token: Token, clause: Clause) -> bool:
    """ "78 % vs England average 77.3 %": a value of others, to compare with."""
    place = clause.tokens.index(token)
    before = clause.tokens[max(0, place - 4) : place]
    others = [other for other in clause.quantities if other is not token]
    return bool(others) and any(t.has("since_before") and t.has("comparison") for t in before)


def _compared_to(value: Value) -> list[Value]:
    """ "enemmän kuin v. 2019: 2 182": the value to exceed is that of the year before it."""
    place = value.clause.tokens.index(value.token)
    before = value.clause.tokens[place - 1] if place else NOTHING
    if before.period is None or before.period.role != "base" or value.comparator not in (">", "<"):
        return []
    return [Value(value.token, value.clause, period=before.period)]


def _after_starting_year(clause: Clause, statement: Statement) -> bool:
    """ "puolittuu vuodesta 2023 (9,4 %)": the value of the year before the bracket."""
    before = statement.clauses[-2].tokens[-1] if len(statement.clauses) > 1 else NOTHING
    return clause.opened == "(" and before.period is not None and before.period.role == "base"


def _is_reduction(value: Value) -> bool:
    """ "-80 % (2007-2030)": a signed percentage over years is a change."""
    years = value.period is not None and ".." in value.period.code
    return years and value.token.tag("unit") == "%" and value.token.low[0] in "+-"


def _follows_open_target(value: Value, statement: Statement) -> bool:
    """ "< 300 each year; 2019-20: 251": a dated value after a target without a date."""
    dated = value.period is not None and value.period.role == "at" and not value.clause.words
    return (
        dated
        and bool(statement.targets)
        and not any(v.period and v.period.role == "at" for v in statement.targets)
    )


def _falls_short(value: Value, statement: Statement) -> bool:
    """ "at least 4.0, 2023 3.8": a dated value on the wrong side of the bound before it."""
    if not _follows_open_target(value, statement) or value.token.value is None:
        return False
    bound = statement.targets[0]
    if bound.comparator is None or bound.token.value is None:
        return False
    lower = value.token.value < bound.token.value
    return lower if bound.comparator in (">=", ">") else not lower


def settle(statement: Statement) -> None:
    """Decide what only the whole statement can tell of its values."""
    if len(statement.targets) > _MOST_TARGETS:
        statement.targets = []
    if statement.has("untargeted"):
        # "258 - data only": nothing is aimed at.
        statement.baselines += statement.targets
        statement.targets = []
    statement.targets = [v for v in statement.targets if not _is_time_limit(v, statement)]
    statement.targets = [v for v in statement.targets if not _defines(v, statement)]
    marked = [v for v in statement.targets if v.clause.role == "target" and v.token.has("unit")]
    if marked:
        # "workforce under 25 | Target 3.9%": the number without a unit is part of the name.
        statement.targets = [
            v for v in statement.targets if v.clause.role == "target" or v.token.has("unit")
        ]


def _defines(value: Value, statement: Statement) -> bool:
    """ "Children with three or more placements: 10 %", "Frisknärvaro (högst fem dagar) 65 %":
    what stands before the colon or in the bracket says what is measured."""
    later = [v for v in statement.targets if v.token.start > value.token.end]
    unit = value.token.tag("unit")
    if value.clause.role or not value.clause.words:
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
    if value.token.tag("unit") not in TIME_UNITS or value.clause.role == "target":
        return False
    return measure == "%" or (measure == "count" and value.token.has("within"))


def _drop_limits(statement: Statement) -> None:
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


def _is_baseline(value: Value, statement: Statement, targets_follow: TargetsAfter) -> bool:
    clause, token = value.clause, value.token
    if token.relation == "from":
        return True
    if clause.role == "baseline":
        return value.comparator in (None, "=")
    if clause.role == "target" or value.comparator not in (None, "="):
        return False
    words = [word for word in clause.words if word.tag("benchmark") != "previous"]
    if clause.depth and statement.targets and not words and not token.has("blank"):
        return True
    if clause.depth and not clause.words and _after_starting_year(clause, statement):
        return True
    if _is_reduction(value):
        return False
    if clause.opened == ";" and _follows_open_target(value, statement):
        return True
    if clause.opened in (",", "|") and _falls_short(value, statement):
        return True
    if clause.has("change", "multiply") and not clause.depth:
        return False
    period = value.period or next(
        (p for p in statement.loose_periods if p.bracketed and p.role == "at"), None
    )
    if targets_follow == "bare" and (period is None or period.role == "at"):
        return not token.has("within")
    if period is None or period.role != "at":
        return False
    return bool(clause.depth) or period.bracketed or bool(targets_follow)
