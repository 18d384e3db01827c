"""Clauses gathered into statements: one subject with its targets, starting values and periods."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Literal

from suunta.core.phrases.clauses import Clause, measured, names, predicate, stated
from suunta.core.phrases.denominations import TIME_UNITS
from suunta.core.phrases.tokens import NOTHING, Period, Token

TargetsAfter = Literal["", "marked", "bare"]

FLIPPED = {">": "<=", "<": ">=", ">=": "<", "<=": ">"}


@dataclass(frozen=True, slots=True)
class Value:
    """A value in its clause: the quantity token, the comparator that binds it, its own period."""

    token: Token
    clause: Clause
    comparator: str | None = None
    period: Period | None = None


@dataclass
class Statement:
    """One subject and everything the phrase says about it."""

    clauses: list[Clause] = field(default_factory=list)
    head: list[Token] = field(default_factory=list)
    targets: list[Value] = field(default_factory=list)
    baselines: list[Value] = field(default_factory=list)
    loose_periods: list[Period] = field(default_factory=list)
    parent: Statement | None = None

    @property
    def complete(self) -> bool:
        """Whether it says something already, so that a new subject begins a new statement."""
        return bool(self.targets or self.baselines) or any(
            stated(clause) or measured(clause) or clause.has("change", "benchmark")
            for clause in self.clauses
        )

    def has(self, *categories: str) -> bool:
        """Whether any of its clauses has a token with a meaning in any of the categories."""
        return any(clause.has(*categories) for clause in self.clauses)

    def has_change(self, way: str) -> bool:
        """Whether a word of change goes a way: up, down or same."""
        return any(token.tag("change") == way for token in self.tokens)

    @property
    def counts_things(self) -> bool:
        """Whether it names a number of things that something has been done to."""
        first = next((t for t in self.head if t.kind == "word"), None)
        return first is not None and first.tag("measure") == "count"

    def first(self, category: str) -> Token | None:
        """The first token with a meaning in a category."""
        found = (clause.first(category) for clause in self.clauses)
        return next((token for token in found if token), None)

    @property
    def head_tokens(self) -> list[Token]:
        """The tokens of its first clause, with the words that bind them."""
        return list(self.clauses[0].tokens) if self.clauses else []

    @property
    def tokens(self) -> list[Token]:
        """All its tokens in order."""
        return [token for clause in self.clauses for token in clause.tokens]


def gather(clauses: Sequence[Clause]) -> list[Statement]:
    """The statements of a phrase in order."""
    statements: list[Statement] = []
    for index, clause in enumerate(clauses):
        if not statements or _begins(statements[-1], clause):
            shares_head = bool(statements) and clause.opened not in (".", ";")
            statements.append(Statement(parent=statements[-1] if shares_head else None))
        _absorb(statements[-1], clause, _targets_after(clauses[index + 1 :]))
    return statements


def _targets_after(clauses: Sequence[Clause]) -> TargetsAfter:
    """Whether a marked target follows, and whether bare: "95 %, tavoite 100 %"."""
    marked = next((clause for clause in clauses if clause.role == "target"), None)
    if marked is None:
        return ""
    bare = marked is clauses[0] and bool(marked.quantities) and not own_words(marked)
    return "bare" if bare else "marked"


def _begins(statement: Statement, clause: Clause) -> bool:
    """Whether a clause begins a new statement."""
    words = own_words(clause)
    if clause.opened in (":", "(", "→") or not words or clause.role == "baseline":
        return False
    if clause.opened == ")" and _resumes(statement, clause):
        return False
    if not statement.targets and not statement.baselines and _awaits_value(statement):
        return False
    if clause.role == "target":
        return bool(statement.targets) and (bool(clause.quantities) or measured(clause))
    if clause.depth and not (clause.quantities and statement.targets):
        return False
    if clause.opened in (".", ";") and not (
        clause.quantities or stated(clause) or measured(clause) or clause.has("change")
    ):
        return False
    if clause.opened == "," and clause.quantities and _only_limits(statement):
        return False
    return statement.complete


def _resumes(statement: Statement, clause: Clause) -> bool:
    """Whether what follows a bracket goes on with what stood before it."""
    valueless = not statement.targets and not statement.baselines
    said = any(stated(before) for before in statement.clauses)
    return not names(clause.tokens[0]) or (bool(clause.quantities) and valueless and not said)


def _awaits_value(statement: Statement) -> bool:
    """A date in brackets dates the value that follows: "(1-6/2019) T3-aika = 26 pv"."""
    return any(period.bracketed for period in statement.loose_periods)


def own_words(clause: Clause) -> list[Token]:
    """The words of a clause that can name a subject of its own: more than a source or a note."""
    return [token for token in clause.words if not token.has("source", "note", "scale_word")]


def _only_limits(statement: Statement) -> bool:
    """ "Palautteeseen vastataan 5 pv sisällä, toteutuminen 98 %": the share is still to come."""
    limits = [value for value in statement.targets if value.token.has("within")]
    return bool(limits) and len(limits) == len(statement.targets)


def _absorb(statement: Statement, clause: Clause, targets_follow: TargetsAfter) -> None:
    first = not statement.clauses
    if clause.opened == "→":
        statement.baselines += statement.targets
        statement.targets = []
    statement.clauses.append(clause)
    if (not clause.depth or first) and clause.opened not in (")",):
        statement.head += [token for token in clause.tokens if names(token)]
    periods = [t.period for t in clause.tokens if t.kind == "period" and t.period]
    if not clause.quantities:
        statement.loose_periods += periods
        return
    for token, own in _dated(clause):
        if _is_comparison(token, clause):
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
    if clause.depth and statement.targets and not clause.words and not token.has("blank"):
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


def kind_of(statement: Statement) -> str | None:
    """The predicate of a statement: the strongest of its clauses."""
    kinds = [kind for clause in statement.clauses if (kind := predicate(clause))]
    return kinds[0] if kinds else None
