"""Which values of a measure are starting values: how things are or were."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

from suunta.core.phrases.statements import Statement, Value
from suunta.core.phrases.tokens import NOTHING, at

TargetsAfter = Literal["", "marked", "bare"]


def is_baseline(value: Value, statement: Statement, targets_follow: TargetsAfter) -> bool:
    """Whether a value says how things are or were, and not how they shall be.

    statement: as it stands before the value; targets_follow: whether a marked target comes later.
    """
    clause, token = value.clause, value.token
    if token.relation == "from" or told_after(value) == "told_baseline":
        return True
    if clause.role == "baseline":
        return value.comparator in (None, "=")
    if _of_a_quarter(value):
        return True
    if clause.role == "target" or value.comparator not in (None, "="):
        return False
    if told_after(value) == "told_target":
        return False
    if _shall_change(value) or _multiplies_from(value):
        return True
    if token.relation == "to" and value.period is not None and value.period.bracketed:
        # "12 (Nov 2023) to 0 (Nov 2026)"
        return False
    if any(test(value, statement) for test in _BEFORE_CHANGES):
        return True
    if _is_reduction(value):
        return False
    if any(test(value, statement) for test in _BESIDE_TARGETS):
        return True
    if clause.has("change", "multiply") and not clause.depth:
        return False
    return _by_its_date(value, statement, targets_follow)


def _by_its_date(value: Value, statement: Statement, targets_follow: TargetsAfter) -> bool:
    period = value.period or next(
        (p for p in statement.loose_periods if p.bracketed and p.role == "at"), None
    )
    if targets_follow == "bare" and (period is None or period.role == "at"):
        return not value.token.has("within")
    if period is None or period.role != "at":
        return False
    return bool(value.clause.depth) or period.bracketed or bool(targets_follow)


def told_after(value: Value) -> str | None:
    """ "45 (target)", "52 (outturn)": what the bracket after a value says of it."""
    tokens = value.clause.tokens
    after = at(tokens, tokens.index(value.token) + 1)
    return next((tag for tag in ("told_target", "told_baseline") if after.has(tag)), None)


def _shall_change(value: Value) -> bool:
    """ "Frånvaro 7,8 % ska minska": what shall change from the value before it."""
    tokens = value.clause.tokens
    place = tokens.index(value.token)
    modal, change = at(tokens, place + 1), at(tokens, place + 2)
    last = at(tokens, place + 3) is NOTHING
    moves = change.tag("change") in ("up", "down") and not change.has("change_noun")
    return value.token.relation is None and modal.has("modal") and moves and last


def _multiplies_from(value: Value) -> bool:
    """ "kolminkertaistuu 10 000 käynnistä": what a verb that holds its own size starts from."""
    tokens = value.clause.tokens
    place = tokens.index(value.token)
    after = at(tokens, place + 1)
    elative = after.kind == "word" and after.relation == "from" and value.token.has("counted")
    return elative and any(t.has("multiply") for t in tokens[:place])


def _of_a_quarter(value: Value) -> bool:
    """ "target 60 %; Q1 58 %, Q2 61 %": quarters of no year tell how it went."""
    clause = value.clause
    told = clause.has("sub_period") and clause.opened != "target" and value.comparator is None
    return told and not clause.has("deadline_before")


def _in_brackets(value: Value, statement: Statement) -> bool:
    """ "minst 85 % (82 %)": a value alone in brackets after the target."""
    words = [word for word in value.clause.words if word.tag("benchmark") != "previous"]
    alone = value.clause.depth > 0 and not words and not value.token.has("blank")
    return alone and bool(statement.targets)


def _next_cell(value: Value, statement: Statement) -> bool:
    """ "| minst 85 % | 82 %": bare values in the cells after a bounded one."""
    bare = value.clause.opened == "|" and not value.clause.words
    return bare and bool(statement.targets) and all(v.comparator for v in statement.targets)


def _next_column(value: Value, statement: Statement) -> bool:
    """ "minst 85 % 82 % 84 %": bare values right after a bounded one, as columns have them."""
    place = value.clause.tokens.index(value.token)
    before = value.clause.tokens[place - 1] if place else NOTHING
    beside = before.kind == "quantity" and not value.token.has("paired")
    # "8 minutes or less for 90 per cent": words between them say that it is no column.
    beside = beside and not value.token.low[0].isalpha()
    # "enintään 7 arkipäivää 95 %:ssa ilmoituksista": in how many of them.
    beside = beside and not value.token.low.endswith(("ssa", "ssä"))
    return beside and any(v.comparator for v in statement.targets)


def _after_starting_year(value: Value, statement: Statement) -> bool:
    """ "puolittuu vuodesta 2023 (9,4 %)": the value of the year before the bracket."""
    before = statement.last_before
    dated = before.period is not None and before.period.role == "base"
    return value.clause.opened == "(" and not value.clause.words and dated


def _is_reduction(value: Value) -> bool:
    """ "-80 % (2007-2030)": a signed percentage over years is a change."""
    years = value.period is not None and ".." in value.period.code
    return years and value.token.tag("unit") == "%" and value.token.low[0] in "+-"


def _after_open_target(value: Value, statement: Statement) -> bool:
    """ "< 300 each year; 2019-20: 251": a dated value after a target without a date."""
    return value.clause.opened == ";" and _dated_alone(value, statement)


def _dated_alone(value: Value, statement: Statement) -> bool:
    dated = value.period is not None and value.period.role == "at" and not value.clause.words
    undated = not any(v.period and v.period.role == "at" for v in statement.targets)
    return dated and bool(statement.targets) and undated


def _falls_short(value: Value, statement: Statement) -> bool:
    """ "at least 4.0, 2023 3.8": a dated value on the wrong side of the bound before it."""
    level = value.token.value
    if value.clause.opened not in (",", "|") or not _dated_alone(value, statement):
        return False
    bound = statement.targets[0]
    if level is None or bound.comparator is None or bound.token.value is None:
        return False
    lower = level < bound.token.value
    return lower if bound.comparator in (">=", ">") else not lower


_Test = Callable[[Value, Statement], bool]
_BEFORE_CHANGES: tuple[_Test, ...] = (
     _next_cell, _next_column, _in_brackets, _after_starting_year,
)  # fmt: skip
_BESIDE_TARGETS: tuple[_Test, ...] = (_after_open_target, _falls_short)
