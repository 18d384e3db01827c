"""What the lexer makes of a phrase: a row of tokens, each with its place and its meanings."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal

TokenKind = Literal[
    "word",
    "number",
    "unit",
    "period",
    "blank",
    "mark",
    "population",
    "frequency",
    "scale",
    "name",
    "quantity",
]
PeriodRole = Literal["at", "by", "base", "rate"]
# How a number is bound to its verb: "by 20", "to 40", "from 60".
Relation = Literal["by", "to", "from"]
# A field of the sub-measure and the characters that gave it.
Piece = tuple[str, int, int]


@dataclass(frozen=True, slots=True)
class Period:
    """A calendar period in the contract's form and the part it plays in its phrase.

    explicit: words around it say what it is ("vuonna 2025"); bracketed: it stands in brackets.
    """

    code: str
    role: PeriodRole = "at"
    explicit: bool = False
    bracketed: bool = False


# Tokens are told apart by identity: a text may say the same thing twice.
@dataclass(frozen=True, slots=True, eq=False)
class Token:
    """A stretch of the phrase.

    low: its plain spelling; tags: category of the vocabulary -> what it stands for there;
    value, high: of numbers and ranges; relation: from a case ending ("20:een" is "to");
    spaced: a space stands before it; capital: it begins with a capital letter;
    pieces: which characters of a joined token say what.
    """

    kind: TokenKind
    start: int
    end: int
    low: str
    tags: Mapping[str, str] = field(default_factory=dict)
    value: float | None = None
    high: float | None = None
    relation: Relation | None = None
    period: Period | None = None
    spaced: bool = True
    capital: bool = False
    pieces: tuple[Piece, ...] = ()

    def has(self, *categories: str) -> bool:
        """Whether the token has a meaning in any of the categories."""
        # Asked of most tokens many times over, and most have no meaning.
        return bool(self.tags) and not self.tags.keys().isdisjoint(categories)

    def tag(self, category: str) -> str | None:
        """What the token stands for in a category of the vocabulary."""
        return self.tags.get(category)

    def is_mark(self, signs: str) -> bool:
        """Whether the token is one of these signs."""
        return self.kind == "mark" and self.low != "" and self.low in signs


Rewritten = tuple[Token, int] | None
Rule = Callable[[Sequence[Token], int], Rewritten]


def rewrite(tokens: Sequence[Token], *rules: Rule) -> list[Token]:
    """The tokens with what the rules recognise joined into one token each.

    A rule looks at an index and answers with the token to put there and how many it replaces.
    """
    written: list[Token] = []
    index = 0
    while index < len(tokens):
        # A plain loop: this is where most of the time of a phrase goes.
        for rule in rules:
            if found := rule(tokens, index):
                break
        else:
            found = (tokens[index], 1)
        written.append(found[0])
        index += found[1]
    return written


def at(tokens: Sequence[Token], index: int) -> Token:
    """The token at an index, or an empty mark beyond either end."""
    return tokens[index] if 0 <= index < len(tokens) else NOTHING


def joined(tokens: Sequence[Token], kind: TokenKind) -> Token:
    """One token over several neighbours, with the meanings of them all (the first one's win)."""
    first, last = tokens[0], tokens[-1]
    tags = {name: value for token in reversed(tokens) for name, value in token.tags.items()}
    low = " ".join(token.low for token in tokens)
    return replace(first, kind=kind, end=last.end, low=low, tags=tags)


NOTHING = Token("mark", 0, 0, "")
