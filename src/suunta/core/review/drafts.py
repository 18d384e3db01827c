"""A strategy taken apart so that corrections can move its pieces, and put together again."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace

from suunta.core.review.correction import Entity, Result
from suunta.core.strategy import Action, FocusArea, Goal, Measure, Span, Strategy


@dataclass
class Piece:
    """A sub-point, an action or a measure while corrections are applied."""

    entity: Entity
    text: str
    content: Measure | Action | None = None
    id: str = ""
    span: Span = field(default_factory=Span)
    settled: bool = False


@dataclass
class GoalDraft:
    """A goal and its pieces, those of each kind in order."""

    goal: Goal
    area: int
    pieces: dict[Entity, list[Piece]]
    settled: bool = False

    def all_pieces(self) -> Iterator[Piece]:
        """Its pieces, kind by kind."""
        for pieces in self.pieces.values():
            yield from pieces


def taken_apart(strategy: Strategy) -> list[GoalDraft]:
    """The goals of a strategy in order."""
    return [
        GoalDraft(
            goal,
            place,
            {
                "sub_point": [Piece("sub_point", text) for text in goal.sub_bullets],
                "action": [_piece("action", action) for action in goal.actions],
                "measure": [_piece("measure", measure) for measure in goal.measures],
            },
        )
        for place, area in enumerate(strategy.focus_areas)
        for goal in area.goals
    ]


def _piece(entity: Entity, content: Measure | Action) -> Piece:
    return Piece(entity, content.text, content, content.id, content.span)


def new_piece(entity: Entity, result: Result, *, id: str, span: Span, settled: bool) -> Piece:
    """What a correction puts in place of words that stood at `span`."""
    if isinstance(result, str):
        return Piece(entity, result, None, "", span, settled)
    return Piece(entity, result.text, result, id, span, settled)


def put_together(strategy: Strategy, drafts: list[GoalDraft]) -> Strategy:
    """The strategy of these goals, with an id on every action and measure."""
    _number(drafts, "action", lambda goal, place: f"{goal.number}-A{place}")
    _number(drafts, "measure", lambda goal, place: f"{goal.number}-M{place}")
    return strategy.with_areas(
        tuple(_area(area, place, drafts) for place, area in enumerate(strategy.focus_areas))
    )


def _area(area: FocusArea, place: int, drafts: list[GoalDraft]) -> FocusArea:
    return replace(area, goals=tuple(_goal(draft) for draft in drafts if draft.area == place))


def _goal(draft: GoalDraft) -> Goal:
    return replace(
        draft.goal,
        sub_bullets=tuple(piece.text for piece in draft.pieces["sub_point"]),
        actions=tuple(_action(piece) for piece in draft.pieces["action"]),
        measures=tuple(_measure(piece) for piece in draft.pieces["measure"]),
    )


def _action(piece: Piece) -> Action:
    content = piece.content if isinstance(piece.content, Action) else Action(piece.text)
    return replace(content, id=piece.id, span=piece.span)


def _measure(piece: Piece) -> Measure:
    content = piece.content if isinstance(piece.content, Measure) else Measure(piece.text)
    return replace(content, id=piece.id, span=piece.span)


def _number(drafts: list[GoalDraft], entity: Entity, name: Callable[[Goal, int], str]) -> None:
    """Give each piece without an id the one of its place, or the next that nothing has."""
    taken = {piece.id for draft in drafts for piece in draft.pieces[entity] if piece.id}
    for draft in drafts:
        for place, piece in enumerate(draft.pieces[entity], start=1):
            if not piece.id:
                piece.id = _free(draft.goal, place, name, taken)
                taken.add(piece.id)


def _free(goal: Goal, place: int, name: Callable[[Goal, int], str], taken: set[str]) -> str:
    while name(goal, place) in taken:
        place += 1
    return name(goal, place)
