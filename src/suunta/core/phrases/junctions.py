"""Soft breaks: which commas, conjunctions and slashes part two statements, and which do not."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import zip_longest

from suunta.core.phrases.breaks import hard_cut
from suunta.core.phrases.clauses import Clause, measured, stated
from suunta.core.phrases.denominations import TIME_UNITS
from suunta.core.phrases.tokens import Token

# A share or a number of what follows it.
_COUNTING = ("%", "count")


def cut(tokens: Sequence[Token]) -> list[Clause]:
    """The clauses of a phrase in order."""
    hard = hard_cut(tokens)
    return [
        part
        for place, clause in enumerate(hard)
        for part in (soft_cut(clause) if _divisible(clause, hard[place + 1 :]) else [clause])
    ]


def _divisible(clause: Clause, following: Sequence[Clause]) -> bool:
    """A subject before a colon with its values is one, however many commas it has."""
    outside = [after for after in following if after.depth == clause.depth]
    if clause.quantities or not outside or not outside[0].quantities:
        return True
    after = outside[0]
    return after.opened != ":" and not (after.opened == ")" and after.tokens[0].kind == "quantity")


def soft_cut(clause: Clause) -> Iterator[Clause]:
    """The clause cut at the commas, conjunctions and slashes that part two statements."""
    pieces: list[Clause] = []
    held: list[Token] = []
    opened = clause.opened
    for token in clause.tokens:
        if token.is_mark(",/") or token.has("conjunction"):
            pieces.append(replace(clause, tokens=tuple(held), opened=opened))
            held, opened = [], "and" if token.has("conjunction") else token.low
        else:
            held.append(token)
    pieces.append(replace(clause, tokens=tuple(held), opened=opened))
    yield from _merged(pieces, clause.tokens)


def _merged(pieces: Sequence[Clause], tokens: Sequence[Token]) -> Iterator[Clause]:
    current = pieces[0]
    for piece, after in zip_longest(pieces[1:], pieces[2:]):
        if not current.tokens:
            current = piece
        elif parts(current, piece) and not _listed(current, piece, after):
            yield current
            current = piece
        else:
            current = replace(current, tokens=_between(tokens, current, piece))
    yield current


def _listed(before: Clause, piece: Clause, after: Clause | None) -> bool:
    """ "Share of people not in education, employment or training": a list within one name."""
    if after is None or piece.opened != "," or after.opened != "and" or not before.words:
        return False
    counting = before.words[0].tag("measure") in _COUNTING and not before.quantities
    bare = not piece.quantities and not stated(piece) and len(piece.words) == 1
    return counting and bare and piece.words[0].tag("measure") not in _COUNTING


def _between(tokens: Sequence[Token], first: Clause, last: Clause) -> tuple[Token, ...]:
    """The tokens from one clause to another with the sign between them."""
    if not last.tokens:
        return first.tokens
    if not first.tokens:
        return last.tokens
    start, end = first.tokens[0].start, last.tokens[-1].end
    return tuple(token for token in tokens if start <= token.start < end)


def parts(before: Clause, after: Clause) -> bool:
    """Whether a soft break parts two statements."""
    if not before.tokens or not after.tokens:
        return False
    if after.tokens[0].has("relative") or (
        not before.quantities and after.tokens[0].has("by", "to", "from", "during_before")
    ):
        return False
    if after.opened == "/":
        return _slash_parts(before, after)
    if _only_bounds(before, after):
        return False
    if _survey_then_score(before, after) or not (before.quantities or _subject(before)):
        return False
    if before.quantities and after.words and _required_frequency(after):
        return True
    values = [q for q in after.quantities if not _span_of_years(q)]
    if before.quantities and values:
        return not _only_times(before, after)
    if values:
        return _subject_then_value(before, after)
    if before.quantities:
        return _value_then_subject(after)
    return _two_statements(before, after)


def _only_bounds(before: Clause, after: Clause) -> bool:
    """ "Menot kasvavat, mutta enintään 2 %": how much what stands before it may change."""
    bare = bool(after.quantities) and not after.words and not after.has("change")
    return after.tokens[0].has("but") and before.has("change") and not before.quantities and bare


def _subject(clause: Clause) -> bool:
    """Whether a clause names more than where a figure comes from and whom it is about."""
    told = [w for w in clause.words if w.kind != "population" and not w.has("grade_word", "source")]
    return bool(told) or all(word.has("source") for word in clause.words[:1])


def _dated(clause: Clause) -> bool:
    return any(t.period is not None and t.period.role in ("at", "by") for t in clause.tokens)


def _survey_then_score(before: Clause, after: Clause) -> bool:
    """ "Yrittäjien kuntabarometri, kouluarvosana 8": the score is one of the survey."""
    surveyed = bool(before.words) and before.words[-1].has("source") and not before.quantities
    return surveyed and bool(after.words) and after.words[0].tag("measure") == "pistettä"


def _only_times(before: Clause, after: Clause) -> bool:
    """ "No families in bed and breakfast for over 6 weeks": the time limits the first value."""
    limits = all(value.tag("unit") in TIME_UNITS for value in after.quantities)
    sized = any(value.tag("unit") not in TIME_UNITS for value in before.quantities)
    return limits and sized and not stated(after) and not measured(after)


def _required_frequency(clause: Clause) -> bool:
    return any(t.kind == "frequency" and t.has("comparator") for t in clause.tokens)


def _span_of_years(quantity: Token) -> bool:
    """ "i genomsnitt under fyra år": over how long, and no value of its own."""
    return quantity.has("within") and quantity.tag("unit") == "v"


def _slash_parts(before: Clause, after: Clause) -> bool:
    if before.quantities and after.quantities:
        return False
    if after.tokens[0].has("unit") and len(after.tokens) == 1:
        # "Puustokatselmukset / lkm" gives a unit; "menot/htv" is a ratio.
        return after.tokens[0].spaced and not before.quantities
    return measured(before) and measured(after)


def _subject_then_value(before: Clause, after: Clause) -> bool:
    dated = before.tokens[-1].kind == "period" and after.tokens[0].kind == "quantity"
    if dated and not (stated(before) and before.words):
        return False
    if not after.words:
        return False
    if stated(before):
        share = after.quantities[0].tag("unit") == "%"
        return _self_named(after) or not share
    return after.opened == "," and (not measured(before) or _self_named(after))


def _self_named(clause: Clause) -> bool:
    """Whether a clause names its own subject before its value."""
    return bool(clause.words) and clause.words[0].start < clause.quantities[0].start


def _value_then_subject(after: Clause) -> bool:
    if after.opened == ",":
        return stated(after) or after.has("change", "trend", "measure", "benchmark", "follow_noun")
    return stated(after) or after.has("change")


def _two_statements(before: Clause, after: Clause) -> bool:
    if stated(before) and stated(after):
        return True
    if after.opened == "," and _dated(before) and _dated(after):
        # "selvitys valmis 6/2025, päätös 12/2025"
        return bool(after.words) and stated(before)
    if after.opened == ",":
        # "käynnit (lkm), lainat/asukas": each has its own unit.
        if before.tokens[-1].kind == "unit":
            return bool(after.words)
        return bool(after.words) and (
            (measured(after) and not after.tokens[0].has("unit"))
            or stated(after)
            or after.has("follow_noun", "trend", "change")
        )
    return measured(before) and measured(after)
