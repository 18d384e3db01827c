"""The things of a strategy that a review asks about, one after another."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from suunta.core.review.correction import Entity
from suunta.core.strategy import Action, Goal, Measure, Span, Strategy


@dataclass(frozen=True)
class Item:
    """A goal, sub-point, action or measure of a strategy.

    id: the goal's number, "3.1-S2" for a sub-point, else the document's id; goal: the goal's
    number; title: the goal's words; place: which of the equal texts of its kind in that goal it
    is, from 0 (for goals, among all goals).
    """

    entity: Entity
    id: str
    goal: str
    title: str
    text: str
    content: Goal | Action | Measure | None
    span: Span
    place: int = 0


def items_of(strategy: Strategy) -> Iterator[Item]:
    """Everything that a review shows, in the document's order: each goal before its sub-points,
    actions and measures."""
    titles: list[str] = []
    for goal in strategy.goals():
        place = titles.count(goal.title)
        titles.append(goal.title)
        yield Item("goal", goal.number, goal.number, goal.title, goal.title, goal, goal.span, place)
        yield from _under(goal)


def _under(goal: Goal) -> Iterator[Item]:
    yield from _numbered(
        goal, "sub_point", [(_point_id(goal, n), t, None) for n, t in _points(goal)]
    )
    yield from _numbered(goal, "action", [(each.id, each.text, each) for each in goal.actions])
    yield from _numbered(goal, "measure", [(each.id, each.text, each) for each in goal.measures])


def _points(goal: Goal) -> Iterator[tuple[int, str]]:
    return enumerate(goal.sub_bullets, start=1)


def _point_id(goal: Goal, number: int) -> str:
    return f"{goal.number}-S{number}"


def _numbered(
    goal: Goal, entity: Entity, found: list[tuple[str, str, Action | Measure | None]]
) -> Iterator[Item]:
    texts = [text for _, text, _ in found]
    for position, (code, text, content) in enumerate(found):
        span = content.span if content else Span()
        place = texts[:position].count(text)
        yield Item(entity, code, goal.number, goal.title, text, content, span, place)
