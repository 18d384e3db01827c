"""How often: "vähintään kerran viikossa", "2 gånger per år", "1 krt / valtuustokausi"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from suunta.core.phrases.tokens import Period, Rewritten, Token, at, joined


def frequency(tokens: Sequence[Token], index: int) -> Rewritten:
    """A frequency with its comparator, as one token of kind `frequency`."""
    bound = int(at(tokens, index).kind in ("word", "mark") and at(tokens, index).has("comparator"))
    place = index + bound
    count = _count(at(tokens, place))
    if count is not None and not at(tokens, place).has("frequency_once"):
        place += 1
    if not at(tokens, place).has("frequency_once"):
        return _regularly(tokens, index, index + bound)
    place += 1
    while at(tokens, place).is_mark("/") or at(tokens, place).has("per", "article"):
        place += 1
    unit = at(tokens, place)
    if not unit.has("time_unit", "rate", "term"):
        return None
    end = place + 1 + int(at(tokens, place + 1).has("during"))
    return _frequency(tokens[index:end], 1.0 if count is None else count, unit)


def _regularly(tokens: Sequence[Token], index: int, place: int) -> Rewritten:
    """ "viikoittain", "vähintään vuosittain"; a bare "vuosittain" is a period of the target."""
    token = at(tokens, place)
    if (token.has("every") and not token.has("rate")) or (place > index and token.has("rate")):
        return _frequency(tokens[index : place + 1], 1.0, token)
    return None


def _frequency(tokens: Sequence[Token], count: float, unit: Token) -> Rewritten:
    code = unit.tag("rate") or ("term" if unit.has("term") else unit.tag("time_unit"))
    code = code or unit.tag("every")
    period = Period(code, "rate") if code else None
    return replace(joined(tokens, "frequency"), value=count, period=period), len(tokens)


def _count(token: Token) -> float | None:
    """How many times; None where only "kerran" and its like say so."""
    if token.kind == "number":
        return token.value
    if token.has("number"):
        return float(token.tags["number"])
    times = token.tag("frequency_once")
    return float(times) if times else None
