"""A phrase cut into clauses, each of which says one thing: a subject, a target, a starting value.

Hard breaks (full stop, semicolon, brackets, "tavoite", "utfall") always cut; soft ones (comma,
"ja", "/") cut only where both sides say something of their own.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from suunta.core.phrases.tokens import NOTHING, Rewritten, Token, at, rewrite

Role = Literal["", "target", "baseline"]

# Words that bind others and name nothing by themselves.
BINDING = (
    "copula", "conjunction", "change", "multiply", "comparator", "better", "article", "by", "to",
    "from", "during", "target", "baseline", "negation", "relative", "approximate", "filler",
    "level", "accordance", "among", "year", "of_which", "since_before", "since_after",
    "deadline_before", "deadline_after", "during_before", "of_total",
    "all_share", "trend", "per", "end_word", "modal",
)  # fmt: skip
_ENDS = ";.\n|·"


@dataclass(frozen=True, slots=True)
class Clause:
    """Neighbouring tokens between two breaks.

    opened: the sign or word that cut it from what stands before ("" at the start);
    depth: how many brackets it stands in; role: what a marker word says about its values.
    """

    tokens: tuple[Token, ...]
    opened: str = ""
    depth: int = 0
    role: Role = ""

    @property
    def quantities(self) -> tuple[Token, ...]:
        """The values in the clause."""
        return tuple(token for token in self.tokens if token.kind == "quantity")

    @property
    def words(self) -> tuple[Token, ...]:
        """The tokens that name something."""
        return tuple(token for token in self.tokens if names(token))

    def first(self, category: str) -> Token | None:
        """The first token with a meaning in a category."""
        return next((token for token in self.tokens if token.has(category)), None)

    def has(self, *categories: str) -> bool:
        """Whether any token has a meaning in any of the categories."""
        return any(token.has(*categories) for token in self.tokens)


def names(token: Token) -> bool:
    """Whether a token can be part of the name of what is measured."""
    return token.kind in ("word", "name", "population") and not token.has(*BINDING)


def cut(tokens: Sequence[Token]) -> list[Clause]:
    """The clauses of a phrase in order."""
    hard = list(_hard(rewrite(tokens, _bracketed_period)))
    return [
        part
        for place, clause in enumerate(hard)
        for part in (_soft(clause) if _divisible(clause, hard[place + 1 :]) else [clause])
    ]


def _divisible(clause: Clause, following: Sequence[Clause]) -> bool:
    """A subject before a colon with its values is one, however many commas it has."""
    outside = [after for after in following if after.depth == clause.depth]
    if clause.quantities or not outside or not outside[0].quantities:
        return True
    after = outside[0]
    return after.opened != ":" and not (after.opened == ")" and after.tokens[0].kind == "quantity")


def _bracketed_period(tokens: Sequence[Token], index: int) -> Rewritten:
    """ "(2018)", "(1-6/2019)": a period alone in brackets stays with what it dates."""
    start = index
    if at(tokens, index).is_mark("("):
        index += 1
    elif at(tokens, index).has("baseline") and not _after_value(tokens, index):
        return None
    index += int(at(tokens, index).has("baseline"))
    token = at(tokens, index)
    if token.period is None or token.kind != "period" or index == start:
        return None
    if at(tokens, start).is_mark("("):
        index += 1
        if not at(tokens, index).is_mark(")"):
            return None
    return replace(token, period=replace(token.period, bracketed=True)), index + 1 - start


def _after_value(tokens: Sequence[Token], index: int) -> bool:
    """Whether a value stands before: "4,6 i bokslut 2022"."""
    before = at(tokens, index - 1)
    if before.has("during_before", "article"):
        before = at(tokens, index - 2)
    return before.kind == "quantity"


def _hard(tokens: Sequence[Token]) -> Iterator[Clause]:
    held: list[Token] = []
    state = Clause(())
    for index, token in enumerate(tokens):
        opened = _break(tokens, index, held)
        if opened is None:
            held.append(token)
            continue
        if opened == "drop":
            continue
        dated = opened in ("baseline", "target") and held and held[-1].kind == "period"
        kept = [held.pop()] if dated else []
        if held:
            yield replace(state, tokens=tuple(held))
        held = kept
        state = _after(state, opened)
    if held:
        yield replace(state, tokens=tuple(held))


def _break(tokens: Sequence[Token], index: int, held: Sequence[Token]) -> str | None:
    """What a token opens: the sign of a break, "drop" for a sign without meaning, or None."""
    token = tokens[index]
    if token.has("target", "baseline") and token.kind == "word" and _marks(tokens, index):
        return "target" if token.has("target") else "baseline"
    if token.kind != "mark":
        return None
    if token.has("arrow"):
        return "→"
    if token.low in "([" or token.low in ")]":
        return "(" if token.low in "([" else ")"
    if token.low == ":":
        named = any(names(one) for one in held) and held[-1].kind != "period"
        return ":" if named else "drop"
    if token.low == "-":
        dates = bool(held) and held[-1].kind == "period"
        return "-" if token.spaced and at(tokens, index + 1).spaced and not dates else "drop"
    if token.low == ".":
        return "." if at(tokens, index + 1) is NOTHING or at(tokens, index + 1).spaced else "drop"
    if token.low in _ENDS:
        return ";"
    return None if token.low in ",/" or token.tags else "drop"


def _marks(tokens: Sequence[Token], index: int) -> bool:
    """Whether a marker word marks a value: "budget" does in "budget 2024", not in "budget cuts"."""
    if tokens[index].tag("baseline") != "weak":
        return True
    after = at(tokens, index + 1)
    return after.kind in ("quantity", "period") or after.is_mark(":")


def _after(state: Clause, opened: str) -> Clause:
    if opened == "(":
        return Clause((), opened, state.depth + 1)
    if opened == ")":
        return Clause((), opened, max(0, state.depth - 1))
    role: Role = (
        "target" if opened in ("target", "→") else "baseline" if opened == "baseline" else ""
    )
    if opened == ":":
        role = state.role
    return Clause((), opened, state.depth, role)


def _soft(clause: Clause) -> Iterator[Clause]:
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
    for piece in pieces[1:]:
        if not current.tokens:
            current = piece
        elif parts(current, piece):
            yield current
            current = piece
        else:
            current = replace(current, tokens=_between(tokens, current, piece))
    yield current


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
    if before.quantities and after.quantities:
        return True
    if after.quantities:
        return _subject_then_value(before, after)
    if before.quantities:
        return _value_then_subject(after)
    return _two_statements(before, after)


def _slash_parts(before: Clause, after: Clause) -> bool:
    if before.quantities and after.quantities:
        return False
    if after.tokens[0].has("unit") and len(after.tokens) == 1:
        # "Puustokatselmukset / lkm" gives a unit; "menot/htv" is a ratio.
        return after.tokens[0].spaced
    return measured(before) and measured(after)


def _subject_then_value(before: Clause, after: Clause) -> bool:
    if before.tokens[-1].kind == "period" and after.tokens[0].kind == "quantity":
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
    if after.opened == ",":
        return bool(after.words) and (
            (measured(after) and not after.has("unit"))
            or stated(after)
            or after.has("follow_noun", "trend", "change")
        )
    return measured(before) and measured(after)


def stated(clause: Clause) -> bool:
    """Whether the clause says that something is or will be the case."""
    return predicate(clause) is not None


def predicate(clause: Clause) -> str | None:
    """The kind of predicate: done, state, promise, action or follow; None without one."""
    found = [t for t in clause.tokens if t.has("predicate") and not t.has("measure")]
    first = clause.words[0] if clause.words else NOTHING
    slashes = {token.start for token in clause.tokens if token.is_mark("/")}
    kinds = [
        token.tags["predicate"]
        for token in found
        if token.tags["predicate"] != "done"
        or (token.start > first.start and token.end not in slashes)
    ]
    return next(iter(sorted(kinds, key=_STRENGTH.index)), None)


_STRENGTH = ("follow", "done", "state", "promise", "action")


def measured(clause: Clause) -> bool:
    """Whether the clause names something that has an amount."""
    return clause.has("measure", "follow_noun")
