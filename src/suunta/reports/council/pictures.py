"""Charts of the measures for which at least two figures are known."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from suunta.core.scorecard import MeasureView, PartView
from suunta.reports.blocks import Block, Figures, Number, Picture
from suunta.reports.charts import CARD, Chart, draw_bars, draw_lines
from suunta.reports.council.cells import form_of
from suunta.reports.council.words import Words
from suunta.reports.wording.charting import as_bars, chart_of, drawn_figures, notes_of, shown_unit
from suunta.reports.wording.judged import chart_note
from suunta.reports.wording.numbers import unit_words

FEWEST = 2


def pictures(measures: Sequence[MeasureView], words: Words) -> Iterator[Block]:
    """A chart for each part, with how to read it."""
    for measure in measures:
        for part in measure.parts:
            yield from picture(part, words)


def picture(part: PartView, words: Words) -> Iterator[Block]:
    """The chart of one part, if it has one."""
    figures = drawn_figures(part)
    chart = chart_of(part, part.id) if len(figures) >= FEWEST else None
    if chart is None:
        return
    unit = shown_unit(part)
    told = unit_words(unit, words.language)
    name = f"{part.id} {part.name.shown(words.language).text}" + (f", {told}" if told else "")
    values = [
        Number(point.value, point.label, form_of(point.value, None, words.language))
        for point in chart.points
    ]
    data = Figures(name, told, [point.period for point in chart.points], values)
    yield Picture(drawn(part, chart), f"{name}. {chart.description}", data, reading(part, chart))


def drawn(part: PartView, chart: Chart) -> str:
    """The drawing: bars for events, lines for levels."""
    if as_bars(part, chart.points):
        return draw_bars(chart, CARD)
    return draw_lines(chart, CARD)


def reading(part: PartView, chart: Chart) -> str:
    """How to read the marks of the chart."""
    return " ".join(note for note in (*notes_of(part, chart), chart_note(part)) if note)
