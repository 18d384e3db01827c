"""A short name for what a statement measures, and the words that give it."""

from __future__ import annotations

from collections.abc import Sequence

from suunta.core.phrases.statements import Statement
from suunta.core.phrases.tokens import Token


def naming_tokens(statement: Statement) -> list[Token]:
    """The words that name what is measured; a shared beginning is taken from the statement before.

    "T3-aika lääkärille 7 vrk ja hammaslääkärille 90 vrk": the second is "T3-aika hammaslääkärille".
    """
    own = [token for token in statement.head if not token.has("note")]
    if statement.parent is None or (own and statement.has("measure", "predicate", "change")):
        return own or _anything(statement)
    shared = naming_tokens(statement.parent)
    return [*_opening(shared), *own] if own else shared


def indicator(tokens: Sequence[Token], text: str) -> str:
    """The words of the tokens in one line, beginning with a capital."""
    name = " ".join(text[token.start : token.end] for token in tokens)
    name = " ".join(name.split())
    return name[:1].upper() + name[1:]


def _opening(tokens: Sequence[Token]) -> Sequence[Token]:
    """The shared words: as far as the first that names something measured, else the first."""
    for place, token in enumerate(tokens):
        if token.has("measure"):
            return tokens[: place + 1]
    return tokens[:1]


def _anything(statement: Statement) -> list[Token]:
    """Words in brackets or after a marker, where nothing stands before them."""
    words = [token for clause in statement.clauses for token in clause.words]
    # "Ei veronkorotuksia": where only a word of change names anything, it is the name.
    return words or [t for t in statement.tokens if t.has("change_noun") and t.kind == "word"]
