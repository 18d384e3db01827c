"""The result first: in plain sentences, then counted by focus area, sector and goal."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from suunta.core.scorecard import (
    ACTION_STATES,
    MEASURE_STATUSES,
    VERDICTS,
    ActionView,
    AreaView,
    GoalView,
    MeasureView,
    Scorecard,
    count_statuses,
)
from suunta.reports.blocks import Block, Cell, Grid, Heading, Number, Paragraph, Share, Tally, Total
from suunta.reports.council.words import Words
from suunta.reports.wording.numbers import number

BEHIND = ("missed", "off_track")
UNASSESSED = ("awaiting", "too_early", "no_target", "no_data")
MEASURES = "measures"  # the sheet that formulas count in
LABEL = 200  # signs of a label that formulas ask for


def lead(measures: Sequence[MeasureView], words: Words) -> str:
    """The result in sentences, without those that would say nought."""
    forms, counts = words.all["lead"], count_statuses(measures)
    total = len(measures)
    if not total:
        return str(forms["no_measures"])
    said = [words.counted(forms["met"], counts["met"], total=total)]
    rest = {
        "on_track": counts["on_track"],
        "at_risk": counts["at_risk"],
        "behind": sum(counts[key] for key in BEHIND),
        "unassessed": sum(counts[key] for key in UNASSESSED),
    }
    said += [words.counted(forms[key], n) for key, n in rest.items() if n]
    return " ".join(said)


def counted_list(counts: Counter[str], vocabulary: str, order: Iterable[str], words: Words) -> str:
    """3 toteutui, 1 ei toteutunut."""
    return ", ".join(
        f"{counts[key]} {words.label(vocabulary, key).lower()}" for key in order if counts[key]
    )


def goals_sentence(goals: Sequence[GoalView], words: Words) -> str:
    """How many goals have each verdict."""
    counts = Counter(goal.verdict for goal in goals)
    listed = counted_list(counts, "verdict", VERDICTS, words)
    return words.say("goals_sentence", total=len(goals), list=listed)


def actions_sentence(actions: Sequence[ActionView], words: Words) -> str:
    """How many actions there are, in which states, and of how many nobody has told."""
    counts = Counter(action.state for action in actions)
    silent = counts.pop("not_reported", 0)
    forms = words.all["actions_sentence"]
    said = words.counted(forms, silent, total=len(actions))
    if not counts:
        return said
    listed = counted_list(counts, "action", ACTION_STATES, words)
    return f"{said} {words.say('states_sentence', list=listed)}"


def result(card: Scorecard, words: Words) -> Iterator[Block]:
    """The first chapter."""
    actions = [action for goal in card.goals for action in goal.actions]
    yield Heading(1, words.heading("result"))
    yield Paragraph(lead(card.measures, words), tone="lead")
    yield Paragraph(goals_sentence(card.goals, words))
    if actions:
        yield Paragraph(actions_sentence(actions, words))
    if card.measures:
        yield Heading(2, words.heading("by_area"))
        yield by_area(card, words)


@dataclass(frozen=True)
class Row:
    """A row of a table of counts: its name, the measures, and what a formula asks for them."""

    name: str
    measures: Sequence[MeasureView]
    asked: tuple[str, str]


def by_area(card: Scorecard, words: Words) -> Grid:
    """Measures by focus area and status, with sums and shares."""
    rows = [
        Row(area_label(area, words), area.measures, (words.column("area"), area_label(area, words)))
        for area in card.areas
    ]
    seen = [status for status in MEASURE_STATUSES if card.counts[status]]
    cells = [counted_row(row, seen, words) for row in rows]
    cells.append([words.say("total"), *totals(card, seen)])
    cells.append([words.say("share"), *shares(card, seen, words)])
    return count_grid("area", cells, seen, words, words.heading("by_area"))


def by_sector(card: Scorecard, words: Words) -> Iterator[Block]:
    """Measures by sector; those that none is known for stand last."""
    rows = [
        Row(name, [each for each in card.measures if has_sector(each, sector.code)], (name, "1"))
        for sector in card.sectors
        for name in [sector.name.shown(words.language).text]
    ]
    known = [row for row in rows if row.measures]
    if not known:
        return
    without = [measure for measure in card.measures if not measure.sectors]
    if without:
        name = words.say("no_sector")
        known.append(Row(name, without, (name, "1")))
    seen = [status for status in MEASURE_STATUSES if card.counts[status]]
    yield Heading(2, words.heading("by_sector"))
    if any(len(measure.sectors) > 1 for measure in card.measures):
        yield Paragraph(words.note("several_sectors"))
    cells = [counted_row(row, seen, words) for row in known]
    yield count_grid("sector", cells, seen, words, words.heading("by_sector"))


def count_grid(
    first: str, cells: list[list[Cell]], seen: list[str], words: Words, caption: str
) -> Grid:
    """A table of counts: a name, each status, all."""
    labels = [words.label("measure", status) for status in seen]
    return Grid(
        [words.column(first), *labels, words.column("all")],
        cells,
        widths=[3.2, *[1.35] * len(seen), 1.2],
        caption=caption,
        figures=frozenset(range(1, len(seen) + 2)),
    )


def counted_row(row: Row, seen: list[str], words: Words) -> list[Cell]:
    """A name and its counts, each as a formula over the sheet of measures."""
    counts = count_statuses(row.measures)
    once = (words.column("counted"), "1")
    cells: list[Cell] = [row.name]
    for status in seen:
        asked = (row.asked, (words.column("status"), words.label("measure", status)), once)
        cells.append(count(counts[status], Tally(MEASURES, asked)))
    cells.append(count(len(row.measures), Tally(MEASURES, (row.asked, once))))
    return cells


def count(n: int, formula: Tally | Total | None = None) -> Number:
    """A count as a cell."""
    return Number(n, str(n), "0", formula)


def totals(card: Scorecard, seen: list[str]) -> list[Cell]:
    """The sums of the columns above."""
    counts = [*(card.counts[status] for status in seen), len(card.measures)]
    return [count(n, Total()) for n in counts]


def shares(card: Scorecard, seen: list[str], words: Words) -> list[Cell]:
    """Each sum of all measures, in whole per cent."""
    total = len(card.measures)
    counts = [*(card.counts[status] for status in seen), total]
    return [share(n, total, words) for n in counts]


def share(n: int, total: int, words: Words) -> Number:
    """A share as a cell."""
    text = f"{number(round(100 * n / total), words.language, places=0)}\u00a0%"
    return Number(
        n / total, text.replace("\u00a0%", "%") if words.language == "en" else text, "0%", Share()
    )


def area_label(area: AreaView, words: Words) -> str:
    """Number and name, as formulas ask for it."""
    return f"{area.number} {area.name.shown(words.language).text}"[:LABEL].strip()


def goal_label(goal: GoalView, words: Words) -> str:
    """Number and title, as formulas ask for it."""
    return f"{goal.number} {goal.title.shown(words.language).text}"[:LABEL].strip()


def has_sector(measure: MeasureView, code: str) -> bool:
    """Whether a measure belongs to a sector."""
    return any(sector.code == code for sector in measure.sectors)


def by_goal(card: Scorecard, words: Words) -> Iterator[Block]:
    """Every goal with its verdict and how many of its measures are where."""
    yield Heading(2, words.heading("by_goal"))
    yield Paragraph(words.say_rule(card.strategy.rollup_rule))
    rows = [goal_row(goal, words) for goal in card.goals]
    yield Grid(
        words.columns("goal", "verdict", "with_target", "met", "behind"),
        rows,
        widths=[6, 2.6, 1.3, 1.3, 1.8],
        caption=words.heading("by_goal"),
        figures=frozenset({2, 3, 4}),
        sheet="goals",
    )


def goal_row(goal: GoalView, words: Words) -> list[Cell]:
    """One goal."""
    counts, label = goal.counts, goal_label(goal, words)
    asked = ((words.column("goal"), label), (words.column("counted"), "1"))
    met = (words.column("status"), words.label("measure", "met"))
    behind = sum(counts[key] for key in BEHIND)
    return [
        label,
        words.signed("verdict", goal.verdict),
        count(len(goal.measures), Tally(MEASURES, asked)),
        count(counts["met"], Tally(MEASURES, (*asked, met))),
        count(behind),
    ]
