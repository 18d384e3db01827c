"""Clauses: neighbouring tokens that say one thing, and what can be asked of them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from suunta.core.phrases.tokens import NOTHING, Token

Role = Literal["", "target", "baseline"]

# Words that bind others and name nothing by themselves.
BINDING = (
    "copula", "conjunction", "change", "multiply", "comparator", "better", "article", "by", "to",
    "from", "during", "target", "baseline", "negation", "relative", "approximate", "filler",
    "level", "accordance", "among", "year", "of_which", "since_before", "since_after",
    "deadline_before", "deadline_after", "during_before", "of_total",
    "all_share", "trend", "per", "end_word", "modal", "untargeted",
    "above_zero", "polarity", "present", "but", "ceiling",
)  # fmt: skip
_BINDING_BUT_BASELINE = tuple(name for name in BINDING if name != "baseline")
_REMARKS = ("source", "note", "scale_word", "untargeted")


@dataclass(frozen=True)
class Clause:
    """Neighbouring tokens between two breaks.

    opened: the sign or word that cut it from what stands before ("" at the start);
    depth: how many brackets it stands in; role: what a marker word says about its values.
    """

    tokens: tuple[Token, ...]
    opened: str = ""
    depth: int = 0
    role: Role = ""

    @cached_property
    def quantities(self) -> tuple[Token, ...]:
        """The values in the clause."""
        return tuple(token for token in self.tokens if token.kind == "quantity")

    @cached_property
    def words(self) -> tuple[Token, ...]:
        """The tokens that name something."""
        return tuple(token for token in self.tokens if names(token))

    @cached_property
    def categories(self) -> frozenset[str]:
        """The categories of the vocabulary in which any token has a meaning."""
        return frozenset(name for token in self.tokens for name in token.tags)

    def first(self, category: str) -> Token | None:
        """The first token with a meaning in a category."""
        if category not in self.categories:
            return None
        return next((token for token in self.tokens if token.has(category)), None)

    def has(self, *categories: str) -> bool:
        """Whether any token has a meaning in any of the categories."""
        return not self.categories.isdisjoint(categories)


def names(token: Token) -> bool:
    """Whether a token can be part of the name of what is measured."""
    if token.kind not in ("word", "name", "population"):
        return False
    # "Budget variance", "current account": a weak marker that marks no value is part of a name.
    loose = token.tag("baseline") == "weak" and not token.has("since_after", "since_before")
    return not token.has(*(_BINDING_BUT_BASELINE if loose else BINDING))


def stated(clause: Clause) -> bool:
    """Whether the clause says that something is or will be the case."""
    return predicate(clause) is not None


def predicate(clause: Clause) -> str | None:
    """The kind of predicate: done, state, promise, action or follow; None without one."""
    found = [t for t in clause.tokens if t.has("predicate") and not t.has("measure")]
    first = clause.words[0] if clause.words else NOTHING
    slashes = {token.start for token in clause.tokens if token.is_mark("/")}
    kinds = [
        token.tags["predicate"]
        for token in found
        if token.tags["predicate"] not in ("done", "output")
        or (token.start > first.start and token.end not in slashes)
    ]
    return next(iter(sorted(kinds, key=_STRENGTH.index)), None)


_STRENGTH = ("follow", "output", "done", "state", "promise", "action")


def measured(clause: Clause) -> bool:
    """Whether the clause names something that has an amount."""
    return clause.has("measure", "follow_noun")


def own_words(clause: Clause) -> list[Token]:
    """The words of a clause that can name a subject of its own: more than a source or a note."""
    return [token for token in clause.words if not token.has(*_REMARKS)]
