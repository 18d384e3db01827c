"""The table of a welfare report: goal, action, responsible party, resources, measures."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import zip_longest
from math import ceil

from suunta.core.scorecard import ActionView, AreaView, GoalView, MeasureView, Scorecard
from suunta.reports.blocks import Block, Cell, Column, Grid, Paragraph, Run, plain
from suunta.reports.council import cells
from suunta.reports.council.goals import action_name, action_state, area_heading, responsible
from suunta.reports.council.result import area_label, lead
from suunta.reports.council.words import Words

MOST = 4  # measures in one row


def tables(card: Scorecard, words: Words) -> Iterator[Block]:
    """A table for each focus area."""
    yield Paragraph(words.note("welfare"), tone="note")
    for area in card.areas:
        if not area.goals:
            continue
        yield area_heading(area, words)
        if area.measures:
            yield Paragraph(lead(area.measures, words))
        yield table(area, words)


def table(area: AreaView, words: Words) -> Grid:
    """The goals of one focus area."""
    rows = [row for goal in area.goals for row in goal_rows(goal, words)]
    return Grid(
        words.columns("goal", "action", "responsible", "resources", "state", "indicator"),
        rows,
        widths=[3, 4.6, 2.2, 1.5, 2, 5],
        caption=f"{words.heading('welfare')}, {area_label(area, words)}",
        sheet="welfare",
        columns=[Column(words.column("area"), [area_label(area, words)] * len(rows))],
    )


def goal_rows(goal: GoalView, words: Words) -> Iterator[list[Cell]]:
    """A row an action; the measures of the goal are spread over them, its title is said once."""
    count = max(len(goal.actions), ceil(len(goal.measures) / MOST), 1)
    each = max(ceil(len(goal.measures) / count), 1)
    groups = [goal.measures[n : n + each] for n in range(0, len(goal.measures), each)]
    title = [Run(f"{goal.number} ", strong=True), words.text(goal.title)]
    for action, measures in zip_longest(goal.actions, groups):
        yield [title, *action_cells(action, words), measure_lines(measures or (), words)]
        title = [Run(goal.number, strong=True)]


def action_cells(action: ActionView | None, words: Words) -> list[Cell]:
    """Action, responsible party, resources and state; dashes where the goal has no more."""
    if action is None:
        return [words.say("none")] * 4
    return [
        action_name(action, words),
        responsible(action, words),
        words.say("unknown"),
        action_state(action, words),
    ]


def measure_lines(measures: Sequence[MeasureView], words: Words) -> list[Run]:
    """Each measure with target, outcome and status in a line."""
    runs: list[Run] = []
    for measure in measures:
        (said,) = words.signed("measure", measure.status)
        runs += [Run("\n"), Run(f"{said.text}: ", sign=said.sign), words.text(measure.text)]
        outcomes = [plain(cells.result(part, words)) for part in measure.parts]
        known = [each for each in outcomes if each != words.say("unknown")]
        if known and measure.status != "no_data":
            runs.append(Run(f" – {'; '.join(known)}"))
    return runs[1:] or [Run(words.say("none"))]
