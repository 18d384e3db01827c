"""A measure's own columns (starting level, target, unit, source) in a text file -> its
sub-measures, as in the tables of other formats."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from suunta.core.phrases import PhraseContext
from suunta.core.strategy import SubMeasure
from suunta.readers.blocks import Cell, Line
from suunta.readers.layout.cellvalues import is_empty
from suunta.readers.layout.columns import Column, Heading, period_in
from suunta.readers.layout.drafts import MeasureDraft, Value
from suunta.readers.layout.measures import sub_measures


@dataclass(frozen=True)
class Figure:
    """A cell beside a measure: the heading of its column, and its text."""

    heading: str
    text: str


def sub_measures_of(
    text: str, beside: Mapping[str, Sequence[Figure]], language: str
) -> tuple[SubMeasure, ...]:
    """The sub-measures of a measure whose figures stand in columns; () when none say anything.

    Several target columns give one sub-measure for each that is filled.
    """
    values = [_value(role, figure) for role, figures in beside.items() for figure in figures]
    told = [
        value
        for value in values
        if value[0].role in ("target", "baseline") and not is_empty(value[1])
    ]
    if not told:
        return ()
    return sub_measures(MeasureDraft(text, values=values), language, PhraseContext())


def _value(role: str, figure: Figure) -> Value:
    column = Column(role, figure.heading, period_in(Heading(figure.heading)))
    return column, Cell((Line(figure.text.strip(" \t.…")),))
