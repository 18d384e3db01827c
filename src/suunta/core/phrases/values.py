"""What a clause adds to its statement: targets, starting values, periods, words of its name."""

from __future__ import annotations

from dataclasses import replace

from suunta.core.phrases.clauses import Clause, names
from suunta.core.phrases.history import TargetsAfter, is_baseline
from suunta.core.phrases.settling import MOST_TARGETS, drop_limits
from suunta.core.phrases.statements import FLIPPED, Statement, Value
from suunta.core.phrases.tokens import NOTHING, Period, Token


def absorb(statement: Statement, clause: Clause, targets_follow: TargetsAfter) -> None:
    """Add a clause to its statement.

    targets_follow: whether a later clause is marked as the target.
    """
    first = not statement.clauses
    if clause.opened == "→" or _next_cell(statement, clause):
        # "90 → 60 (2026) → 45 (2028)": after the first arrow a dated value is a target too.
        again = any(before.opened == "→" for before in statement.clauses)
        kept = [v for v in statement.targets if again and v.period]
        statement.baselines += [v for v in statement.targets if v not in kept]
        statement.targets = kept
    statement.clauses.append(clause)
    remark = clause.opened == "|" and bool(statement.targets or statement.baselines)
    if (not clause.depth or first) and clause.opened != ")" and not remark:
        statement.head += [token for token in clause.tokens if names(token)]
    periods = [t.period for t in clause.tokens if t.kind == "period" and t.period]
    if _dates_start(statement, clause):
        start = statement.baselines.pop()
        statement.baselines.append(replace(start, period=periods[0]))
        return
    if not 0 < len(clause.quantities) <= MOST_TARGETS:
        # Figures without end are no measure: none of them is read, and the reading is unsure.
        statement.loose_periods += periods
        return
    for token, own in _dated(clause):
        if _is_comparison(token, clause) or _of_others(statement, clause) or _all(token, clause):
            continue
        if since := _since(token, clause):
            statement.baselines.append(Value(token, clause, period=since))
            continue
        comparator = token.tag("comparator") or _loose_comparator(token, clause)
        if comparator is None and own is None and clause.opened == "(":
            comparator = _bound_before(statement)
        if comparator and comparator in "<>" and _is_negated(token, clause):
            comparator = FLIPPED[comparator]
        value = Value(token, clause, comparator, own)
        if is_baseline(value, statement, targets_follow):
            statement.baselines.append(value)
        else:
            statement.targets.append(value)
            statement.baselines += _compared_to(value)
    drop_limits(statement)
    attached = [own for _, own in _dated(clause) if own]
    statement.loose_periods += [period for period in periods if period not in attached]


def _dates_start(statement: Statement, clause: Clause) -> bool:
    """ "14 pv (lähtötaso 17 pv) (2023)": a year after a starting value in brackets is its own."""
    before, start = statement.clauses[-2:-1], statement.baselines[-1:]
    period = clause.tokens[0].period if len(clause.tokens) == 1 else None
    if period is None or period.role != "at" or not (before and start and statement.targets):
        return False
    bracketed = period.bracketed or clause.depth > 0
    undated = start[0].clause is before[0] and start[0].period is None
    return bracketed and before[0].depth > 0 and undated


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
    if token.relation == "to" and any(t.has("ceiling") for t in before):
        # "Limit growth in operating costs to 3 %"
        return "<="
    return next((t.tags["comparator"] for t in before if t.has("comparator")), None)


def _is_negated(token: Token, clause: Clause) -> bool:
    """Whether "not" stands near the bound ("is not below 5 %") or opens the clause."""
    place = clause.tokens.index(token)
    before = clause.tokens[:place]
    bounds = [i for i, t in enumerate(before) if t.has("comparator")]
    end = bounds[-1] if bounds and not token.has("comparator") else place
    if before and before[0].has("negation"):
        return True
    return any(t.has("negation") and not t.has("number") for t in before[max(0, end - 3) : end])


def _bound_before(statement: Statement) -> str | None:
    """ "får inte överskridas (5 %)": the bound stands before the bracket."""
    before = statement.last_before
    bound = before.kind == "word" and not statement.targets
    return before.tag("comparator") if bound else None


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
    before = [t for t in clause.tokens[max(0, place - 2) : place] if not t.has("article")]
    period = before[-1].period if before else None
    # "a 2022 baseline of 48": the word that links them says so.
    linked = token.low[0].isalpha() and not token.has("word", "fraction")
    moves = clause.has("change", "comparator") and not linked
    bound = token.has("comparator") or token.relation or moves
    return period if period and period.role == "base" and not bound else None


def _is_comparison(token: Token, clause: Clause) -> bool:
    """ "78 % vs England average 77.3 %": a value of others, to compare with."""
    place = clause.tokens.index(token)
    before = clause.tokens[max(0, place - 4) : place]
    others = [other for other in clause.quantities if other is not token]
    if any(t.period is not None for t in before):
        return False
    return bool(others) and any(t.has("since_before") and t.has("comparison") for t in before)


def _all(token: Token, clause: Clause) -> bool:
    """ "12 events in each of the five towns": how many there are, all of which are meant."""
    place = clause.tokens.index(token)
    return place > 0 and token.low[0].isalpha() and clause.tokens[place - 1].has("all_share")


def _compared_to(value: Value) -> list[Value]:
    """ "enemmän kuin v. 2019: 2 182": the value to exceed is that of the year before it."""
    place = value.clause.tokens.index(value.token)
    before = value.clause.tokens[place - 1] if place else NOTHING
    if before.period is None or before.period.role != "base" or value.comparator not in (">", "<"):
        return []
    return [Value(value.token, value.clause, period=before.period)]
