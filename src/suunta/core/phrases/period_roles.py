"""What a period is for: the words before and after it tell a deadline, a start or a rate."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from suunta.core.phrases import calendar
from suunta.core.phrases.tokens import Period, PeriodRole, Rewritten, Token, at, joined

# "enemmän kuin v. 2019", "lower than in 2020": the comparison makes the year a starting point.
_THAN = (" kuin", " än", " than")
_FILLER = ("year", "article", "end_word", "middle", "school_year")


def in_context(tokens: Sequence[Token], index: int) -> Rewritten:
    """A period with the words before and after it that say what it is for."""
    start = index
    counted = at(tokens, index).has("year") and at(tokens, index - 1).kind == "number"
    if counted and at(tokens, index + 1).kind != "period":
        # "7 years by 2035"
        return None
    while index < start + 6 and _tells_role(at(tokens, index)):
        index += 1
        if at(tokens, index - 1).has("since_before") and at(tokens, index).has("baseline"):
            index += 1
    token = at(tokens, index)
    if token.kind != "period" or token.period is None:
        return None
    end = index + 1
    while end < index + 4 and at(tokens, end).has(
        "deadline_after", "since_after", "during", "end_word", "middle"
    ):
        end += 1
    around = [*tokens[start:index], *tokens[index + 1 : end]]
    code = _code(token.period.code, around)
    role = token.period.role
    if token.period.code[0].isdigit():
        role = _role(role, tokens[start:index], tokens[index + 1 : end])
        if at(tokens, start - 1).low.endswith(_THAN):
            role = "base"
    period = Period(code, role, explicit=bool(around))
    whole = replace(joined(tokens[start:end], "period"), period=period, tags=token.tags)
    return whole, end - start


def _tells_role(token: Token) -> bool:
    return token.kind != "population" and token.has(
        "deadline_before", "since_before", "during_before", *_FILLER
    )


def _role(role: PeriodRole, before: Sequence[Token], after: Sequence[Token]) -> PeriodRole:
    if _any(before, "since_before") or _any(after, "since_after"):
        return "base"
    if _any(before, "deadline_before") or _any(after, "deadline_after"):
        return "by"
    return role


def _any(tokens: Sequence[Token], category: str) -> bool:
    return any(token.has(category) for token in tokens)


def _code(code: str, around: Sequence[Token]) -> str:
    """The period as the words around it have it."""
    if _any(around, "middle") and calendar.is_year(code):
        return f"{code}-06"
    return _as_school_year(code) if _any(around, "school_year") else code


def _as_school_year(code: str) -> str:
    first, _, last = code.partition("-01..")
    if last and int(last[:4]) == int(first) + 1:
        return f"{first}/{last[:4]}"
    return code
