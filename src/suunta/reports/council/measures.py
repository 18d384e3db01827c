"""Tables of measures: what was promised, what is known and where it stands."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from suunta.core.scorecard import AreaView, GoalView, MeasureView, PartView, Scorecard
from suunta.reports.blocks import Cell, Column, Grid, Number, Run
from suunta.reports.council import cells
from suunta.reports.council.result import MEASURES, area_label, goal_label
from suunta.reports.council.words import Words
from suunta.reports.wording.charting import shown_unit
from suunta.reports.wording.numbers import unit_words
from suunta.reports.wording.targets import due_words

PartCell = Callable[[PartView, Words], Cell]
# Columns by the key of their name.
CELLS: dict[str, PartCell] = {
    "baseline": cells.baseline,
    "target": cells.target,
    "outcome": cells.result,
    "forecast": cells.forecast,
    "explanation": cells.explanation,
}
WIDTHS = {
    "measure": 4.2,
    "baseline": 1.7,
    "target": 1.9,
    "outcome": 2.0,
    "forecast": 2.2,
    "status": 2.1,
    "explanation": 4.4,
    "trend": 1.8,
    "source": 2.6,
}


class Line:
    """A row: a measure of one part, a measure over its parts, or one of its parts."""

    def __init__(self, measure: MeasureView, part: PartView | None, *, counted: bool) -> None:
        self.measure, self.part, self.counted = measure, part, counted

    @property
    def status(self) -> str:
        """Of the measure where the row stands for it, else of the part."""
        return self.measure.status if self.counted or self.part is None else self.part.status


def lines_of(measures: Sequence[MeasureView]) -> list[Line]:
    """A row a measure, and one for each part where there are several."""
    found = []
    for measure in measures:
        if len(measure.parts) == 1:
            found.append(Line(measure, measure.parts[0], counted=True))
            continue
        found.append(Line(measure, None, counted=True))
        found += [Line(measure, part, counted=False) for part in measure.parts]
    return found


class MeasureTable:
    """Tables of one report: the same columns in each, gathered in one sheet of a workbook."""

    def __init__(self, card: Scorecard, words: Words, columns: Sequence[str]) -> None:
        self.card, self.words, self.keys = card, words, columns

    def grid(self, area: AreaView, goals: Sequence[GoalView]) -> Grid:
        """The measures of some goals of an area."""
        lines = [line for goal in goals for line in lines_of(goal.measures)]
        labels = {goal.number: goal_label(goal, self.words) for goal in goals}
        return Grid(
            self.words.columns(*self.keys),
            [[self.cell(line, key) for key in self.keys] for line in lines],
            widths=[WIDTHS[key] for key in self.keys],
            caption=", ".join([self.words.heading("measures"), *labels.values()])[:250],
            sheet=MEASURES,
            columns=self.behind(area, labels, lines),
        )

    def cell(self, line: Line, key: str) -> Cell:
        """One cell."""
        if key == "measure":
            return self.name(line)
        if key == "status":
            return self.words.signed("measure", line.status)
        if line.part is None:
            return self.over_parts(line) if key == "explanation" else ""
        if key == "trend":
            return trend(line.part, self.words)
        if key == "source":
            return source(line.part, self.words)
        return CELLS[key](line.part, self.words)

    def name(self, line: Line) -> list[Run]:
        """Code and name; the words of the document where a measure has several parts."""
        if line.part is None:
            text = self.words.text(line.measure.text, strong=True)
        else:
            text = self.words.text(line.part.name, strong=line.counted)
        code = line.measure.id if line.counted or line.part is None else line.part.id
        return [Run(f"{code} "), text]

    def over_parts(self, line: Line) -> str:
        """How the status of several parts comes about."""
        return self.words.note("parts", n=len(line.measure.parts))

    def behind(self, area: AreaView, labels: dict[str, str], lines: Sequence[Line]) -> list[Column]:
        """What the workbook has besides: to filter by, to count by."""
        words = self.words
        front = [
            Column(words.column("area"), [area_label(area, words)] * len(lines)),
            Column(words.column("goal"), [labels[line.measure.goal_number] for line in lines]),
        ]
        told: dict[str, Callable[[PartView], str]] = {
            "unit": lambda part: unit_words(shown_unit(part), words.language),
            "baseline_period": lambda part: cells.baseline_period(part, words),
            "outcome_period": lambda part: cells.outcome_period(part, words),
            "deadline": lambda part: due_words(part, words.language),
        }
        back = [
            Column(
                words.column(key), [said(line.part) if line.part else "" for line in lines], False
            )
            for key, said in told.items()
        ]
        once = [mark(line.counted) for line in lines]
        return [*front, *back, Column(words.column("counted"), once, False), *self.sectors(lines)]

    def sectors(self, lines: Sequence[Line]) -> list[Column]:
        """A column a sector, marked where the measure belongs to it."""
        found = [
            Column(
                sector.name.shown(self.words.language).text,
                [mark(any(s.code == sector.code for s in line.measure.sectors)) for line in lines],
                False,
            )
            for sector in self.card.sectors
        ]
        without = [mark(not line.measure.sectors) for line in lines]
        return [*found, Column(self.words.say("no_sector"), without, False)] if found else []


def mark(yes: bool) -> Number:
    """1 or 0, to sum and to filter by."""
    return Number(int(yes), str(int(yes)), "0")


def trend(part: PartView, words: Words) -> str:
    """Where the figures of the past lead."""
    found = part.assessment.trend if part.assessment else None
    return words.label("trend", found) if found else words.say("none")


def source(part: PartView, words: Words) -> list[Run]:
    """Where the newest figure comes from; the document's own word where there is none."""
    figures = [figure for figure in part.figures if figure.status == "ok"]
    if figures:
        title = figures[-1].source_title
        return [Run(title, link=figures[-1].source_url or None)]
    return [Run(part.source or words.say("none"))]
