"""Clauses gathered into statements, each about one subject."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from suunta.core.phrases.clauses import Clause, measured, names, own_words, stated
from suunta.core.phrases.history import TargetsAfter
from suunta.core.phrases.settling import settle
from suunta.core.phrases.statements import Statement
from suunta.core.phrases.tokens import Token
from suunta.core.phrases.values import absorb


def gather(clauses: Sequence[Clause]) -> list[Statement]:
    """The statements of a phrase in order."""
    statements: list[Statement] = []
    for index, clause in enumerate(clauses):
        if not statements or _begins(statements[-1], clause):
            shares_head = bool(statements) and clause.opened not in (".", ";")
            statements.append(Statement(parent=statements[-1] if shares_head else None))
        absorb(statements[-1], clause, _targets_after(clauses[index + 1 :]))
    for before, after in pairwise(statements):
        _share_rate(before, after)
    for statement in statements:
        settle(statement)
    return statements


def _share_rate(before: Statement, after: Statement) -> None:
    """ "5 000 visits and 200 events a year": both are yearly."""
    rates = [period for period in after.loose_periods if period.role == "rate"]
    dated = before.loose_periods or any(value.period for value in before.targets)
    if after.clauses[0].opened == "and" and before.targets and after.targets and not dated:
        before.loose_periods += rates


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
    if not statement.head and not clause.quantities:
        # "Utfall 2023: 88 %. Andel behöriga till gymnasiet": the name follows its values.
        return False
    if clause.opened == ")" and _resumes(statement, clause):
        return False
    if not statement.targets and not statement.baselines and _awaits_value(statement):
        return False
    if clause.role == "target":
        return bool(statement.targets) and (bool(clause.quantities) or measured(clause))
    if clause.depth and not (clause.quantities and statement.targets):
        return False
    if clause.opened in (".", ";", "|") and not _says_something(statement, clause):
        return False
    if clause.opened == "," and clause.quantities and _only_limits(statement):
        return False
    return statement.complete


def _says_something(statement: Statement, clause: Clause) -> bool:
    """Whether a clause after a full stop or in a cell of its own is more than a remark."""
    if clause.quantities or stated(clause) or measured(clause) or clause.has("change"):
        return True
    # "Net zero operations by 2030; borough-wide by 2040": a deadline of its own.
    return all(_due(tokens) for tokens in (statement.tokens, clause.tokens))


def _due(tokens: Sequence[Token]) -> bool:
    return any(token.period is not None and token.period.role == "by" for token in tokens)


def _resumes(statement: Statement, clause: Clause) -> bool:
    """Whether what follows a bracket goes on with what stood before it."""
    valueless = not statement.targets and not statement.baselines
    said = any(stated(before) for before in statement.clauses)
    return not names(clause.tokens[0]) or (bool(clause.quantities) and valueless and not said)


def _awaits_value(statement: Statement) -> bool:
    """A date in brackets dates the value that follows: "(1-6/2019) T3-aika = 26 pv"."""
    return any(period.bracketed for period in statement.loose_periods)


def _only_limits(statement: Statement) -> bool:
    """ "Palautteeseen vastataan 5 pv sisällä, toteutuminen 98 %": the share is still to come."""
    limits = [value for value in statement.targets if value.token.has("within")]
    return bool(limits) and len(limits) == len(statement.targets)
