"""What one sector or body answers for, cut out of the scorecard."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from suunta.core.errors import InputError
from suunta.core.scorecard import ActionView, GoalView, MeasureView, Scorecard, SectorView
from suunta.core.texts import Text


def names_of(card: Scorecard) -> dict[str, Text]:
    """Sectors by their code, and the bodies that actions name, by the name itself."""
    found = {sector.code: sector.name for sector in card.sectors}
    for action in actions_of(card):
        for body in action.responsible:
            found.setdefault(body.shown("fi").text, body)
    return found


def actions_of(card: Scorecard) -> Iterator[ActionView]:
    """All actions."""
    for goal in card.goals:
        yield from goal.actions


def find_body(card: Scorecard, asked: str) -> tuple[str, Text]:
    """Code and name of the sector or body that somebody means. Raises: InputError."""
    wanted = asked.strip().casefold()
    known = names_of(card)
    for code, name in known.items():
        if wanted in (code.casefold(), *(word.casefold() for word in name.words.values())):
            return code, name
    listed = ", ".join(sorted({text for name in known.values() for text in name.words.values()}))
    remedy = f"Write one of {listed}." if listed else "The store knows no sector and no body."
    raise InputError.single(f"there is no sector or body {asked!r}.", "--body", remedy)


def extract(card: Scorecard, asked: str) -> Scorecard:
    """The goals that a sector or body has a measure or an action of, with only these."""
    code, name = find_body(card, asked)
    areas = []
    for area in card.areas:
        goals = tuple(cut for goal in area.goals if (cut := cut_goal(goal, code, name)))
        if goals:
            areas.append(replace(area, goals=goals, summary=Text()))
    return replace(card, areas=tuple(areas))


def cut_goal(goal: GoalView, code: str, name: Text) -> GoalView | None:
    """The goal with what is the body's; None where nothing is. Its verdict stays the goal's own."""
    measures = tuple(each for each in goal.measures if is_theirs(each, code))
    actions = tuple(each for each in goal.actions if is_theirs(each, code) or answers(each, name))
    if not measures and not actions:
        return None
    return replace(goal, measures=measures, actions=actions, targets=())


def is_theirs(item: MeasureView | ActionView, code: str) -> bool:
    """Whether it belongs to the sector."""
    return any(has_code(sector, code) for sector in item.sectors)


def has_code(sector: SectorView, code: str) -> bool:
    """Whether it is that sector."""
    return sector.code == code


def answers(action: ActionView, name: Text) -> bool:
    """Whether the body is named as responsible."""
    wanted = {word.casefold() for word in name.words.values()}
    return any(
        wanted & {word.casefold() for word in body.words.values()} for body in action.responsible
    )
