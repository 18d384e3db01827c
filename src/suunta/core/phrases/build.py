"""From statements to sub-measures: what is promised, what is to be done, what is followed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from suunta.core.phrases import attributes, numeric
from suunta.core.phrases.changes import change_of
from suunta.core.phrases.completion import complete
from suunta.core.phrases.statements import Statement, Value, kind_of
from suunta.core.phrases.tokens import Token, at
from suunta.core.strategy import SubMeasure

_DONE = ("done", "output", "state", "promise", "action")


def build(statements: Sequence[Statement], text: str) -> tuple[SubMeasure, ...]:
    """The sub-measures of a phrase's statements in order.

    text: the phrase, which names and parts are taken from.
    """
    return tuple(sub for statement in statements for sub in _of_statement(statement, text))


def _of_statement(statement: Statement, text: str) -> Iterator[SubMeasure]:
    for value, sub in _bare(statement):
        yield complete(sub, statement, value, text)


def _bare(statement: Statement) -> Iterator[tuple[Value | None, SubMeasure]]:
    """The sub-measures of a statement without names and periods, each with its value."""
    if statement.targets:
        for value in statement.targets:
            yield value, numeric.with_value(statement, value)
        return
    sub = _without_value(statement) or numeric.everyone(statement) or _done(statement)
    if sub:
        yield None, sub
        return
    for unit in _units(statement):
        yield None, _followed(statement, unit)


def _without_value(statement: Statement) -> SubMeasure | None:
    """A numeric sub-measure without a number of its own, or None."""
    if token := statement.first("multiply"):
        return numeric.multiplied(statement, token)
    if any(clause.role == "target" and clause.has("to_be_set") for clause in statement.clauses):
        return numeric.blank(statement)
    if comparator := numeric.benchmark_comparator(statement):
        return numeric.direction_only(statement, comparator)
    if sub := numeric.above_zero(statement):
        return sub
    if comparator := numeric.held(statement):
        return numeric.direction_only(statement, comparator)
    if change := change_of(statement):
        negated = {"increase": "<=", "decrease": ">="} if statement.has("negation") else {}
        return numeric.direction_only(statement, negated.get(change, change))
    frequency = _frequency(statement)
    return numeric.frequent(frequency) if frequency else None


def _frequency(statement: Statement) -> Token | None:
    """A frequency that is required: with "vähintään", or several times and not of measuring."""
    token = next((t for t in statement.tokens if t.kind == "frequency"), None)
    if attributes.implied_unit(statement) == "%":
        # "Share of adults walking at least once a week" is still a share.
        return None
    if token is None or token.has("comparator"):
        return token
    measuring = statement.has("source", "follow_noun") or any(c.depth for c in statement.clauses)
    return token if (token.value or 0) > 1 and not measuring else None


def _done(statement: Statement) -> SubMeasure | None:
    """A milestone, where the statement says that something is or will be the case."""
    if statement.counts_things or statement.baselines or _output(statement):
        return None
    if kind_of(statement) not in _DONE and not _dated_thing(statement):
        return None
    period = attributes.period_of(statement)
    code = period.code if period and period.role != "rate" else None
    return SubMeasure("milestone", "", target_period=code)


def _output(statement: Statement) -> bool:
    """ "Affordable homes delivered": things that come out of the work, to be counted."""
    tokens = statement.tokens
    place = next((i for i, t in enumerate(tokens) if t.tag("predicate") == "output"), 0)
    noun = at(tokens, place - 1)
    bound = statement.has("copula", "modal", "all_share") or statement.loose_periods
    return place > 0 and noun.has("plural") and not noun.has("deliverable") and not bound


def _dated_thing(statement: Statement) -> bool:
    """A thing with a date is a deliverable: "uusi päiväkoti 8/2025"."""
    dated = any(p.role in ("at", "by") for p in statement.loose_periods)
    return dated and not statement.has("measure", "follow_noun", "unit")


def _followed(statement: Statement, unit: str | None) -> SubMeasure:
    blank = any(token.kind == "blank" for token in statement.tokens)
    return SubMeasure("monitoring", "", unit=unit, placeholder=blank)


def _units(statement: Statement) -> Sequence[str | None]:
    """The units in which something is followed: several when a list of units says so."""
    values = [v.token.tag("unit") or v.token.tag("counted") for v in statement.baselines]
    if attributes.paired(statement) and len(set(values)) == len(values):
        return values
    return attributes.units_apart(statement) or [attributes.unit_of(statement)]
