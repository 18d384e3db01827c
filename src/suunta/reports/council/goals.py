"""A chapter for each focus area: its goals with verdict, measures, actions and charts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from suunta.core.scorecard import ActionView, AreaView, GoalView, Scorecard
from suunta.reports.blocks import Block, Cell, Column, Grid, Heading, Paragraph, Run
from suunta.reports.council import cells
from suunta.reports.council.measures import MeasureTable
from suunta.reports.council.pictures import pictures
from suunta.reports.council.result import area_label, goal_label, lead
from suunta.reports.council.words import Words

COLUMNS = ("measure", "baseline", "target", "outcome", "forecast", "status", "explanation")


def chapters(card: Scorecard, words: Words, *, charts: bool) -> Iterator[Block]:
    """All focus areas."""
    table = MeasureTable(card, words, COLUMNS)
    for area in card.areas:
        if not area.goals:
            continue
        yield area_heading(area, words)
        yield from opening(area, words)
        for goal in area.goals:
            yield from chapter(area, goal, table, words)
            if charts:
                yield from pictures(goal.measures, words)


def area_heading(area: AreaView, words: Words) -> Heading:
    """The focus area's number and name."""
    return Heading(1, area_label(area, words), words.text(area.name).language)


def opening(area: AreaView, words: Words) -> Iterator[Block]:
    """What is said of a focus area first."""
    if area.measures:
        yield Paragraph(lead(area.measures, words))
    if area.summary:
        yield Paragraph([words.text(area.summary)])


def chapter(area: AreaView, goal: GoalView, table: MeasureTable, words: Words) -> Iterator[Block]:
    """One goal."""
    title = f"{goal.number} {goal.title.shown(words.language).text}"
    yield Heading(2, title, words.text(goal.title).language)
    yield verdict(goal, words)
    if goal.measures:
        yield table.grid(area, [goal])
    else:
        yield Paragraph(words.note("no_measures"), tone="note")
    if goal.targets:
        yield goal_targets(goal, words)
    if goal.actions:
        yield actions_grid(area, goal, goal.actions, words)
    else:
        yield Paragraph(words.note("no_actions"), tone="note")


def verdict(goal: GoalView, words: Words) -> Paragraph:
    """The verdict, how many measures of each status are behind it, and the owner's own."""
    runs = [*words.signed("verdict", goal.verdict)]
    said = [Run(each.text, strong=True, sign=each.sign) for each in runs]
    if goal.measures:
        said.append(Run(f". {lead(goal.measures, words)}"))
    if goal.told and goal.told.verdict:
        if goal.told.computed:
            computed = words.label("verdict", goal.told.computed).lower()
            said.append(Run(f" {words.note('computed', verdict=computed)}"))
        said += [run for each in cells.told_runs(goal.told, words) for run in (Run(" "), each)]
    return Paragraph(said)


def goal_targets(goal: GoalView, words: Words) -> Grid:
    """Target levels in the words of the goal itself."""
    rows: list[Sequence[Cell]] = [
        [
            [words.text(part.name)],
            cells.target(part, words),
            cells.result(part, words),
            words.signed("measure", part.status),
            cells.explanation(part, words),
        ]
        for part in goal.targets
    ]
    return Grid(
        [
            words.heading("goal_targets"),
            *words.columns("target", "outcome", "status", "explanation"),
        ],
        rows,
        widths=[4.2, 2.2, 2.2, 2.2, 5],
        caption=words.heading("goal_targets"),
        sheet="goal_targets",
        columns=[Column(words.column("goal"), [goal_label(goal, words)] * len(rows))],
    )


def actions_grid(
    area: AreaView, goal: GoalView, actions: Sequence[ActionView], words: Words
) -> Grid:
    """Actions with who is responsible and where they stand."""
    count = len(actions)
    return Grid(
        words.columns("action", "year", "responsible", "state", "explanation"),
        [action_row(action, words) for action in actions],
        widths=[6.2, 0.9, 2.6, 2.4, 4.2],
        caption=f"{words.heading('actions')}, {goal_label(goal, words)}",
        sheet="actions",
        columns=[
            Column(words.column("area"), [area_label(area, words)] * count),
            Column(words.column("goal"), [goal_label(goal, words)] * count),
        ],
    )


def action_row(action: ActionView, words: Words) -> list[Cell]:
    """One action."""
    return [
        action_name(action, words),
        str(action.year or words.say("none")),
        responsible(action, words),
        action_state(action, words),
        action_note(action, words),
    ]


def action_name(action: ActionView, words: Words) -> list[Run]:
    """Code and words, with what is nested under it."""
    runs = [Run(f"{action.id} "), words.text(action.text)]
    for each in action.nested:
        runs += [Run("\n– "), words.text(each)]
    return runs


def responsible(action: ActionView, words: Words) -> str:
    """The bodies that answer for it, else its sectors, else that none is known."""
    bodies = [each.shown(words.language).text for each in action.responsible]
    sectors = [each.name.shown(words.language).text for each in action.sectors]
    return ", ".join(bodies or sectors) or words.say("unknown")


def action_state(action: ActionView, words: Words) -> list[Run]:
    """Shape and word, with the day of the newest step."""
    (said,) = words.signed("action", action.state)
    return [Run(cells.state_words(action.state, action.states, words), sign=said.sign)]


def action_note(action: ActionView, words: Words) -> list[Run]:
    """What the newest step says, where it comes from, and the owner's words."""
    lines: list[list[Run]] = []
    step = action.states[-1] if action.states else None
    if step and step.note:
        lines.append([words.text(step.note)])
    if step and (step.section or step.source_title):
        said = " ".join(each for each in (step.source_title, step.section) if each)
        lines.append([Run(said, link=step.source_url or None)])
    lines += [[run] for run in cells.told_runs(action.told, words)]
    runs = [run for line in lines for run in (*line, Run("\n"))]
    return runs[:-1] or [Run(words.say("none"))]
