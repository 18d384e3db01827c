"""Values and their years in lists: "80/85/90 % (2025/2026/2027)", "2022: 128, 2030: 40"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from suunta.core.phrases.calendar import is_year
from suunta.core.phrases.statements import Statement, Value
from suunta.core.phrases.tokens import Token, at

# Yearly steps are a plan; a longer way leads from how things were to how they shall be.
_A_LONG_WAY = 2
# Climate plans go in steps of five years, and nobody has measured these years yet.
_STEP = 5
_AIMED_AT = frozenset(range(2030, 2101, _STEP))


def date_in_order(statement: Statement) -> None:
    """Give each value its year, where as many years stand in a list of their own."""
    if len(statement.targets) + len(statement.baselines) < 2:
        return
    values = sorted((*statement.targets, *statement.baselines), key=lambda v: v.token.start)
    listed = [run for run in _runs(statement.tokens) if len(run) > 1]
    if len(listed) != 1 or len(listed[0]) != len(values):
        return
    (years,) = listed
    own = {id(v.token): replace(v, period=y.period) for v, y in zip(values, years, strict=True)}
    # "44 % → 70 % → 99 % (2022, 2027, 2032)": what follows an arrow is still to come.
    starts = [v for v in statement.baselines if v.clause.opened != "→"]
    statement.targets = [own[id(v.token)] for v in values if v not in starts]
    statement.baselines = [own[id(v.token)] for v in starts]
    used = [year.period for year in years]
    statement.loose_periods = [p for p in statement.loose_periods if p not in used]


def _runs(tokens: Sequence[Token]) -> Iterator[list[Token]]:
    """The single years that follow each other with nothing but signs between them."""
    run: list[Token] = []
    for token in tokens:
        if _single_year(token) and (not run or _code(token) > _code(run[-1])):
            run.append(token)
        elif not (token.is_mark(",/") or token.has("conjunction")):
            yield run
            run = []
    yield run


def _single_year(token: Token) -> bool:
    return token.period is not None and token.period.role != "base" and is_year(_code(token))


def _code(token: Token) -> str:
    return token.period.code if token.period else ""


def start_from_first(statement: Statement) -> None:
    """ "2022: 128, 2030: 40": of two values the earlier is how it was, the later the target."""
    first, last = (*statement.targets, None, None)[:2]
    if first is None or last is None or len(statement.targets) > 2 or statement.baselines:
        return
    if headed(first) and headed(last) and _is_long(_year(first), _year(last)):
        statement.baselines, statement.targets = [first], [last]


def headed(value: Value) -> bool:
    """Whether a bare year stands right before a bare value that nothing marks."""
    tokens = value.clause.tokens
    before = at(tokens, tokens.index(value.token) - 1)
    bare = value.comparator is None and value.token.relation is None and not value.clause.role
    moves = value.clause.has("change", "multiply")
    return bare and not moves and before.period is not None and before.period.role == "at"


def _year(value: Value) -> int:
    code = value.period.code if value.period else ""
    return int(code) if is_year(code) else 0


def _is_long(first: int, last: int) -> bool:
    """Whether a way between two years leads from a starting value to a target."""
    step = first % _STEP == 0 and last - first == _STEP
    return first > 0 and last - first >= _A_LONG_WAY and not step and first not in _AIMED_AT
