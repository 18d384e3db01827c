"""Statements: one subject with its targets, starting values and periods."""

from __future__ import annotations

from dataclasses import dataclass, field

from suunta.core.phrases.clauses import Clause, measured, predicate, stated
from suunta.core.phrases.tokens import NOTHING, Period, Token

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

    @property
    def last_before(self) -> Token:
        """The last token before its last clause."""
        tokens = [token for clause in self.clauses[-2:-1] for token in clause.tokens]
        return tokens[-1] if tokens else NOTHING

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


def kind_of(statement: Statement) -> str | None:
    """The predicate of a statement: the strongest of its clauses."""
    kinds = [kind for clause in statement.clauses if (kind := predicate(clause))]
    return kinds[0] if kinds else None
