"""A short name for what a statement measures."""

from __future__ import annotations

from suunta.core.phrases.statements import Statement


def indicator(statement: Statement, text: str) -> str:
    """The name of what is measured: the words of the statement that name something."""
    words = [text[token.start : token.end] for token in statement.head]
    name = " ".join(words).strip()
    return name[:1].upper() + name[1:]
