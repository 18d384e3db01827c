"""What does not go as planned, worst first, each with what is done about it."""

from __future__ import annotations

from collections.abc import Iterator

from suunta.core.own_verdicts import BEHIND_STATES
from suunta.core.scorecard import ActionView, MeasureView, PartView, Scorecard
from suunta.reports.blocks import Block, Cell, Grid, Heading, Paragraph, Run
from suunta.reports.council import cells
from suunta.reports.council.goals import action_name, action_note, action_state, responsible
from suunta.reports.council.words import Words

# Worst first.
DEVIATING = ("missed", "off_track", "at_risk")
STATES = (*sorted(BEHIND_STATES), "cancelled")


def deviating(card: Scorecard) -> list[tuple[MeasureView, PartView]]:
    """The parts that deviate, of the measures that do, worst first, else in document order."""
    found = [
        (measure, part)
        for measure in card.measures
        if measure.status in DEVIATING
        for part in measure.parts
        if part.status in DEVIATING
    ]
    return sorted(found, key=lambda pair: DEVIATING.index(pair[1].status))


def deviating_actions(card: Scorecard) -> list[ActionView]:
    """Actions that are late, stopped or sent back."""
    return [action for goal in card.goals for action in goal.actions if action.state in STATES]


def deviations(card: Scorecard, words: Words) -> Iterator[Block]:
    """The chapter."""
    parts, actions = deviating(card), deviating_actions(card)
    yield Heading(1, words.heading("deviations"))
    if not parts and not actions:
        yield Paragraph(words.note("no_deviations"))
        return
    if parts:
        yield Paragraph(words.note("deviations"), tone="note")
        yield Grid(
            words.columns("measure", "target", "outcome", "forecast", "status", "correction"),
            [row(measure, part, words) for measure, part in parts],
            widths=[4, 1.9, 2, 2.2, 2.1, 5],
            caption=words.heading("deviations"),
            sheet="deviations",
        )
    if actions:
        yield Grid(
            words.columns("action", "responsible", "state", "correction"),
            [action_row(action, words) for action in actions],
            widths=[6, 2.6, 2.6, 5],
            caption=f"{words.heading('deviations')}: {words.heading('actions')}",
            sheet="late",
        )


def row(measure: MeasureView, part: PartView, words: Words) -> list[Cell]:
    """One part that deviates."""
    code = measure.id if len(measure.parts) == 1 else part.id
    said = [*cells.explanation(part, words), Run("\n"), cells.correction(part.told, words)]
    return [
        [Run(f"{code} "), words.text(part.name, strong=True)],
        cells.target(part, words),
        cells.result(part, words),
        cells.forecast(part, words),
        words.signed("measure", part.status),
        said,
    ]


def action_row(action: ActionView, words: Words) -> list[Cell]:
    """One action that deviates."""
    note = action_note(action, words) if action.states or action.told else []
    said = [*note, Run("\n")] if note else []
    return [
        action_name(action, words),
        responsible(action, words),
        action_state(action, words),
        [*said, cells.correction(action.told, words)],
    ]
