"""Steps of a ladder: "nivå 3 av 5", "taso 3/5", "tasolla 4 viidestä"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from suunta.core.phrases.tokens import Rewritten, Token, at, joined

_TOPS = range(3, 11)


def rung(tokens: Sequence[Token], index: int) -> Rewritten:
    """The word before the step ("nivå"), which says neither a starting value nor a year's level."""
    if not tokens[index].has("rung") or _top(tokens, index + 2) is None:
        return None
    return replace(tokens[index], tags={"level": ""}, relation=None), 1


def top_of_rungs(tokens: Sequence[Token], index: int) -> Rewritten:
    """The number of steps after the step ("av 5") as a scale."""
    top = _top(tokens, index) if index > 1 and tokens[index - 2].has("rung") else None
    if top is None:
        return None
    length = 1 if at(tokens, index).has("number") else 2
    whole = joined(tokens[index : index + length], "scale")
    return replace(whole, tags={}, value=1.0, high=top), length


def _top(tokens: Sequence[Token], index: int) -> float | None:
    """The number of steps that is told at an index, after the number of one of them."""
    step, link, number = (at(tokens, index + place) for place in (-1, 0, 1))
    if step.kind != "number" or step.value is None:
        return None
    if link.is_mark("/") or link.has("of_total"):
        top = number.value if number.kind == "number" else None
    else:
        top = _of_worded(link)
    return top if top in _TOPS and 0 < step.value <= (top or 0) else None


def _of_worded(token: Token) -> float | None:
    """ "viidestä": of five."""
    worded = token.kind == "word" and token.has("number") and token.relation == "from"
    return float(token.tags["number"]) if worded else None
