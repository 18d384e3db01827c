"""Two things that share one verb or one noun: "työpajojen ja osallistujien määrä kasvanut".

A pair of values in brackets ("2018: 90/1400") belongs to the two things in their order.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import zip_longest

from suunta.core.phrases.statements import Statement
from suunta.core.phrases.tokens import Token, at

_GENITIVE_PLURAL = re.compile(r"(?:ien|jen|den|ten)$")


def distribute(statements: Sequence[Statement]) -> list[Statement]:
    """The statements with coordinated subjects told apart, each with what they share."""
    apart = [one for statement in statements for one in _subjects(statement)]
    return _shared_change(apart)


def _subjects(statement: Statement) -> Iterator[Statement]:
    """One statement a subject, where "X ja Y määrä" or "antal X och Y" names two."""
    place = _coordination(statement.head_tokens)
    if place is None:
        yield statement
        return
    first, last = place
    conjunction = statement.head_tokens[last - 1]
    names = (statement.head_tokens[first].start, statement.head_tokens[last].start)
    for index, omitted in enumerate(reversed(names)):
        dropped = (omitted, conjunction.start)
        head = [token for token in statement.head if token.start not in dropped]
        values = statement.baselines
        if any(value.token.has("paired") for value in values) and len(values) == 2:
            values = [values[index]]
        yield replace(statement, head=head, baselines=values)


def _coordination(tokens: Sequence[Token]) -> tuple[int, int] | None:
    """The places of the two counted nouns, or None."""
    for place, token in enumerate(tokens):
        if not token.has("conjunction") or place == 0:
            continue
        before, after, counter = at(tokens, place - 1), at(tokens, place + 1), at(tokens, place + 2)
        if counter.tag("measure") == "count" and all(
            _GENITIVE_PLURAL.search(noun.low) for noun in (before, after)
        ):
            return place - 1, place + 1
        opener = next((t for t in tokens[:place] if t.tag("measure") == "count"), None)
        if opener and before.has("people") != after.has("people") and _bare(counter):
            return place - 1, place + 1
    return None


def _bare(token: Token) -> bool:
    """Whether nothing follows that both nouns could belong to."""
    return token.kind != "word"


def _shared_change(statements: Sequence[Statement]) -> list[Statement]:
    """ "X:n määrä ja Y kasvaneet": what is measured before "ja" shares the verb after it."""
    shared: list[Statement] = []
    for statement, after in zip_longest(statements, statements[1:]):
        if after is None or not _lacks_verb(statement) or not _brings_change(after):
            shared.append(statement)
            continue
        values = after.baselines
        if any(value.token.has("paired") for value in values) and len(values) == 2:
            values, after.baselines = values[:1], values[1:]
        periods = [*statement.loose_periods, *after.loose_periods]
        # The first clause of the later statement holds its own subject beside the shared verb.
        clauses = [*statement.clauses, *after.clauses]
        shared.append(replace(statement, clauses=clauses, baselines=values, loose_periods=periods))
    return shared


def _lacks_verb(statement: Statement) -> bool:
    return not (
        statement.targets
        or statement.baselines
        or statement.has("change", "predicate", "benchmark")
    )


def _brings_change(statement: Statement) -> bool:
    first = statement.clauses[0]
    return first.opened == "and" and first.has("change") and not statement.targets
