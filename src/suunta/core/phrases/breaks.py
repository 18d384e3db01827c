"""Hard breaks: full stops, semicolons, cells, brackets and the words that mark a value.

They always cut; commas, conjunctions and slashes (`junctions`) only where both sides say
something of their own.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from suunta.core.phrases.clauses import Clause, Role, names
from suunta.core.phrases.tokens import NOTHING, PeriodRole, Rewritten, Token, at, joined, rewrite

_ENDS = ";\n·"
_LONGEST_ABBREVIATION = 3
_ROLES: dict[str, Role] = {"target": "target", "→": "target", "baseline": "baseline"}


def hard_cut(tokens: Sequence[Token]) -> list[Clause]:
    """The clauses between hard breaks; one of figures alone goes on with the role before it."""
    clauses: list[Clause] = []
    for clause in _between_breaks(rewrite(tokens, *_BRACKETED)):
        before = clauses[-1] if clauses else clause
        if _dates_next_cell(before, clause):
            clauses[-1] = replace(before, tokens=before.tokens + clause.tokens)
            continue
        dated = clause.opened == ";" and clause.quantities and not clause.words
        clauses.append(replace(clause, role=before.role) if dated else clause)
    return clauses


def _dates_next_cell(before: Clause, clause: Clause) -> bool:
    """ "| 2023 | 3,9 | 2025 | 4,2": a period in a cell of its own dates the value in the next."""
    periods = len(before.tokens) == 1 and before.tokens[0].kind == "period"
    return (
        periods
        and before.opened == clause.opened == "|"
        and bool(clause.quantities)
        and all(token.kind != "period" for token in clause.tokens)
    )


def _bracketed_unit(tokens: Sequence[Token], index: int) -> Rewritten:
    """ "Andel (%) elever": a unit alone in brackets interrupts no name."""
    unit = at(tokens, index + 1)
    alone = at(tokens, index).is_mark("([") and at(tokens, index + 2).is_mark(")]")
    if not alone or not unit.has("unit") or unit.kind not in ("word", "unit"):
        return None
    return replace(unit, kind="unit"), 3


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


def _bracketed_size(tokens: Sequence[Token], index: int) -> Rewritten:
    """ "Bredband (1 Gbit/s) för 98 %": a size in brackets before the only value is a name."""
    size = at(tokens, index + 1)
    alone = at(tokens, index).is_mark("(") and at(tokens, index + 2).is_mark(")")
    if not alone or size.kind != "quantity" or size.has("comparator") or not size.has("unit"):
        return None
    after = next((t for t in tokens[index + 3 :] if t.kind == "quantity"), NOTHING)
    first = not any(t.kind == "quantity" for t in tokens[:index])
    if not first or not after.has("unit") or after.tag("unit") == size.tag("unit"):
        return None
    return replace(size, kind="name", tags={"note": ""}), 3


def _bracketed_marker(tokens: Sequence[Token], index: int) -> Rewritten:
    """ "45 (target), 52 (outturn)", "52 (22/23 outturn)", "45 (target 2026)": what the value before
    the bracket is."""
    if not at(tokens, index).is_mark("(") or at(tokens, index - 1).kind != "quantity":
        return None
    inside = [at(tokens, index + 1), at(tokens, index + 2)]
    length = 1 if inside[1].is_mark(")") else 2
    if not at(tokens, index + 1 + length).is_mark(")"):
        return None
    marker = next((t for t in inside[:length] if t.has("target", "baseline")), None)
    period = next((t for t in inside[:length] if t.period is not None), None)
    if marker is None or marker.kind != "word" or (length == 2 and period is None):
        return None
    return _told(tokens[index : index + 2 + length], marker, period)


def _present_after(tokens: Sequence[Token], index: int) -> Rewritten:
    """ "7.1 now, 7.5 next year": a word after a value that says whether it is so already."""
    token = tokens[index]
    if not token.has("present") or at(tokens, index - 1).kind != "quantity":
        return None
    after = at(tokens, index + 1)
    if after is not NOTHING and after.kind != "mark" and not after.has("conjunction"):
        return None
    tag = "told_baseline" if token.tag("present") == "now" else "told_target"
    return replace(token, kind="mark", tags={tag: ""}), 1


def _outcome_in_name(tokens: Sequence[Token], index: int) -> Rewritten:
    """ "Talousarvion toteuma enintään 100 %": a marker that names what is measured."""
    token = tokens[index]
    if not token.has("outcome"):
        return None
    before, after = at(tokens, index - 1), at(tokens, index + 1)
    if before.kind != "word" or not names(before):
        return None
    later = tokens[index + 1 :]
    bounded = after.kind == "quantity" and after.has("comparator")
    started = any(t.has("baseline") and "weak" not in t.tags["baseline"] for t in later)
    valueless = not any(t.kind in ("quantity", "period") for t in tokens)
    if not (bounded or started or valueless):
        return None
    return replace(token, tags={"measure": ""}), 1


def _told(tokens: Sequence[Token], marker: Token, period: Token | None) -> Rewritten:
    aimed = marker.has("target")
    if period is None or period.period is None:
        tag = "told_target" if aimed else "told_baseline"
        return replace(joined(tokens, "mark"), tags={tag: ""}), len(tokens)
    role: PeriodRole = "by" if aimed else period.period.role
    dated = replace(period.period, role=role, bracketed=not aimed)
    return replace(period, period=dated), len(tokens)


_BRACKETED = (
    _bracketed_marker, _bracketed_period, _bracketed_unit, _bracketed_size, _present_after,
    _outcome_in_name,
)  # fmt: skip


def _after_value(tokens: Sequence[Token], index: int) -> bool:
    """Whether a value stands before: "4,6 i bokslut 2022"."""
    before = at(tokens, index - 1)
    if before.has("during_before", "article"):
        before = at(tokens, index - 2)
    return before.kind == "quantity"


def _between_breaks(tokens: Sequence[Token]) -> Iterator[Clause]:
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
    if token.has("source_label") and at(tokens, index + 1).is_mark(":"):
        return "source"
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
        return "." if _ends_sentence(tokens, index) else "drop"
    if token.low == "|":
        return "|"
    if token.low in _ENDS:
        return ";"
    return None if token.low in ",/" or token.tags else "drop"


def _ends_sentence(tokens: Sequence[Token], index: int) -> bool:
    """Whether a full stop ends a sentence, and not an abbreviation: "ka. 8,5", "kl. i skolan"."""
    before, after = at(tokens, index - 1), at(tokens, index + 1)
    if after is NOTHING or not after.spaced:
        return after is NOTHING
    short = before.kind == "word" and len(before.low) <= _LONGEST_ABBREVIATION
    goes_on = after.kind in ("quantity", "period") or (after.kind == "word" and not after.capital)
    return not (short and goes_on)


def _marks(tokens: Sequence[Token], index: int) -> bool:
    """Whether a marker word marks a value: "budget" does in "budget 2024", not in "budget cuts"."""
    if "weak" not in (tokens[index].tag("baseline"), tokens[index].tag("target")):
        return True
    after = at(tokens, index + 1)
    return after.kind in ("quantity", "period") or after.is_mark(":")


def _after(state: Clause, opened: str) -> Clause:
    if opened == "source":
        return Clause((), opened, state.depth + 1)
    if opened != ":" and state.opened == "source":
        state = Clause((), depth=state.depth - 1)
    if opened == "(":
        return Clause((), opened, state.depth + 1)
    if opened == ")":
        return Clause((), opened, max(0, state.depth - 1))
    role = state.role if opened == ":" else _ROLES.get(opened, "")
    return Clause((), opened, state.depth, role)
