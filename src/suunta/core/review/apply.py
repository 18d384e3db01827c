"""Applying corrections to a reading."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import reduce

from suunta.core.review.correction import Correction, words_of
from suunta.core.review.drafts import GoalDraft, Piece, new_piece, put_together, taken_apart
from suunta.core.strategy import Span, Strategy


@dataclass(frozen=True)
class Reviewed:
    """A reading with its corrections applied.

    strategy: with an id on every action and measure; settled: the ids of measures, actions and
    sub-points ("3.1-S2"), and the numbers of goals, that people have settled; applied, unused:
    the corrections whose words were there, and the others, each in the order given.
    """

    strategy: Strategy
    settled: frozenset[str] = frozenset()
    applied: tuple[Correction, ...] = ()
    unused: tuple[Correction, ...] = ()


def apply_corrections(reading: Strategy, corrections: Sequence[Correction]) -> Reviewed:
    """The reading as people corrected it.

    reading: as it was read, with or without ids; ids of the document stay, the others are those
    of the place. corrections: in the order in which they were made.

    Returns: the reviewed strategy; with no corrections it says what the reading says.
    """
    drafts = taken_apart(reading)
    applied: list[Correction] = []
    unused: list[Correction] = []
    for correction in corrections:
        (applied if _apply(drafts, correction) else unused).append(correction)
    strategy = put_together(reading, drafts)
    return Reviewed(strategy, _settled(drafts), tuple(applied), tuple(unused))


def _settled(drafts: list[GoalDraft]) -> frozenset[str]:
    found = {draft.goal.number for draft in drafts if draft.settled}
    for draft in drafts:
        found |= {piece.id for piece in draft.all_pieces() if piece.settled and piece.id}
        found |= {
            f"{draft.goal.number}-S{place}"
            for place, piece in enumerate(draft.pieces["sub_point"], start=1)
            if piece.settled
        }
    return frozenset(found)


def _apply(drafts: list[GoalDraft], correction: Correction) -> bool:
    """Apply one correction; whether its words were there."""
    if correction.entity == "goal":
        return _apply_to_goal(drafts, correction)
    found = _pieces(drafts, correction)
    if found is None:
        return False
    draft, taken = found
    _replace(draft, taken, correction)
    return True


def _pieces(
    drafts: list[GoalDraft], correction: Correction
) -> tuple[GoalDraft, list[Piece]] | None:
    """The goal and the pieces that a correction takes. Where no goal has that title any more, the
    only one that holds all its words is meant."""
    titled = [draft for draft in drafts if draft.goal.title == correction.goal]
    holding = [
        (draft, taken)
        for draft in titled or drafts
        if (taken := _taken(draft.pieces[correction.entity], correction)) is not None
    ]
    if not holding or (not titled and len(holding) > 1):
        return None
    return holding[0]


def _taken(pieces: list[Piece], correction: Correction) -> list[Piece] | None:
    """The pieces with a correction's words; None unless all of them are there."""
    taken = []
    for words, place in correction.wanted():
        equals = [piece for piece in pieces if piece.text == words]
        if place >= len(equals):
            return None
        taken.append(equals[place])
    distinct = len({id(piece) for piece in taken}) == len(taken) > 0
    return taken if distinct else None


def _replace(draft: GoalDraft, taken: list[Piece], correction: Correction) -> None:
    """Put a correction's results where its words stood, or last of their own kind."""
    entity, becomes = correction.entity, correction.becomes
    span = reduce(Span.joined, (piece.span for piece in taken))
    here = draft.pieces[entity]
    start = next(place for place, piece in enumerate(here) if piece is taken[0])
    first_id = taken[0].id if becomes == entity else ""
    gone = {id(piece) for piece in taken}
    before = [piece for piece in here[:start] if id(piece) not in gone]
    after = [piece for piece in here[start:] if id(piece) not in gone]
    if becomes == "nothing" or becomes == "goal":
        draft.pieces[entity] = before + after
        return
    new = [
        new_piece(
            becomes,
            result,
            id="" if place else first_id,
            span=span,
            settled=correction.settles,
        )
        for place, result in enumerate(correction.results)
    ]
    if becomes == entity:
        draft.pieces[entity] = before + new + after
    else:
        draft.pieces[entity] = before + after
        draft.pieces[becomes] += new


def _apply_to_goal(drafts: list[GoalDraft], correction: Correction) -> bool:
    """Accept or retitle a goal, or let its content go to the goal before it."""
    ((title, place),) = correction.wanted()
    equals = [draft for draft in drafts if draft.goal.title == title]
    if place >= len(equals):
        return False
    draft = equals[place]
    if correction.becomes == "goal":
        (result,) = correction.results
        draft.goal = replace(draft.goal, title=words_of(result))
        draft.settled = True
        return True
    return _dissolve(drafts, draft, correction)


def _dissolve(drafts: list[GoalDraft], draft: GoalDraft, correction: Correction) -> bool:
    """Words that are no goal: what stood under them belongs to the goal before, or after."""
    here = drafts.index(draft)
    near = drafts[here - 1 : here] or drafts[here + 1 : here + 2]
    if not near:
        return False
    (heir,) = near
    for entity, pieces in draft.pieces.items():
        heir.pieces[entity] += pieces
    becomes = correction.becomes
    if becomes != "nothing" and becomes != "goal":
        for result in correction.results:
            span, settled = draft.goal.span, correction.settles
            made = new_piece(becomes, result, id="", span=span, settled=settled)
            heir.pieces[becomes].append(made)
    del drafts[here]
    return True
