"""A sign that a field may be read wrong."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from suunta.core.phrases.statements import Statement, Value
from suunta.core.phrases.tokens import Token
from suunta.core.strategy import SubMeasure

# The token that gives the doubt where one does, else whether it is there.
Hit = Token | bool | None


@dataclass(frozen=True)
class Sign:
    """why: the code of the question; field: of the sub-measure; confidence: the share of readings
    that are right in spite of it; speaks: whether it is there."""

    why: str
    field: str
    confidence: float
    speaks: Callable[[SubMeasure, Statement, Value | None], Hit]


def unread_quantities(statement: Statement) -> list[Token]:
    """The values in the phrase that are neither targets nor starting values."""
    read = {id(v.token) for v in (*statement.targets, *statement.baselines)}
    return [t for t in statement.tokens if t.kind == "quantity" and id(t) not in read]
