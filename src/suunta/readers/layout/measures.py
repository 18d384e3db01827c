"""A measure and the cells beside it -> its sub-measures: one for each period with a target."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from suunta.core.phrases import PhraseContext, parse_phrase, without_doubts
from suunta.core.phrases.doubts import with_doubts
from suunta.core.strategy import Baseline, Direction, Doubt, SubMeasure
from suunta.readers.blocks import Cell, Line
from suunta.readers.layout.cellvalues import (
    Figure,
    canonical_period,
    figures_of,
    is_empty,
    part_period,
    unit_in_name,
    unit_of,
)
from suunta.readers.layout.columns import Column
from suunta.readers.layout.drafts import MeasureDraft, Value
from suunta.readers.table.headers import YEAR, roles_named
from suunta.readers.table.words import reading

ARROW = re.compile(r"\s*(?:→|⇒|➔|->|=>)\s*")
# Nothing in the document names this a measure: its place and its figures do.
ROLE_INFERRED = Doubt("kind", 0.75, "unsure")
# A schedule that says when something begins, not when it is done: "2025–", "1.1.2026 alkaen".
BEGINS = re.compile(
    r"\d{4}\s*[-–—]+>?\s*$|\d{4}\s+(?:alkaen|lähtien|onwards)|^(?:från|fr\.?o\.?m|from|since)\b",
    re.I,
)
STROKE = re.compile(r"\s*(?:→|⇒|➔|->|=>|/)\s*")


def sub_measures(
    draft: MeasureDraft, language: str, context: PhraseContext
) -> tuple[SubMeasure, ...]:
    """The sub-measures of a measure: its phrase, completed by the cells beside it."""
    subs = parse_phrase(draft.text, language, context)
    if draft.inferred:
        subs = tuple(with_doubts(sub, [ROLE_INFERRED]) for sub in subs)
    if not draft.values or not subs:
        return subs
    draft = replace(draft, values=[value for pair in draft.values for value in _apart(*pair)])
    unit, scale = _unit(draft, subs, language)
    baseline = _baselines(draft, language)
    found = list(_targets(draft, language, subs, unit))
    if not found:
        found = _without_target(subs, unit)
    return tuple(_completed(sub, draft, baseline, scale) for sub in found)


def _apart(column: Column, cell: Cell) -> Iterator[Value]:
    """A cell's parts: "14 % → 10 %" is a starting level and a target; so are two lines, or parts
    of a stroke, where the heading names both."""
    roles = set(roles_named(column.heading))
    both = "baseline" in roles and bool(roles & {"target", "goals"})
    lines = [line.text.strip() for line in cell.lines if line.text.strip()]
    parts = lines
    if not (both and len(lines) == 2):
        parts = re.split(STROKE if both else ARROW, cell.text, maxsplit=1)
    if column.role not in ("baseline", "target") or len(parts) != 2 or not all(parts):
        yield column, cell
        return
    yield replace(column, role="baseline", period=None), Cell((Line(parts[0].strip()),))
    yield replace(column, role="target"), Cell((Line(parts[1].strip()),))


def _of_role(draft: MeasureDraft, role: str) -> list[Value]:
    return [(column, cell) for column, cell in draft.values if column.role == role]


def _unit(
    draft: MeasureDraft, subs: Sequence[SubMeasure], language: str
) -> tuple[str | None, str | None]:
    """The unit of the row: its own column's, else the phrase's."""
    for _, cell in _of_role(draft, "unit"):
        unit, scale = unit_of(cell.text, language)
        if unit:
            return unit, scale
    named = unit_in_name(draft.text, language)
    if named:
        return named, None
    headed = {
        unit
        for column, _ in draft.values
        if column.role in ("target", "baseline")
        and (unit := unit_in_name(column.heading, language)) not in (None, "v")  # "Utfall (år)"
    }
    if len(headed) == 1:
        return headed.pop(), None
    units = {sub.unit for sub in subs if sub.unit}
    return (next(iter(units)) if len(units) == 1 else None), None


def _baselines(draft: MeasureDraft, language: str) -> tuple[Baseline, ...]:
    """The row's starting values; a unit that neither they nor a column of units say is None."""
    units = [unit_of(cell.text, language)[0] for _, cell in _of_role(draft, "unit")]
    unit = units[0] if units else None
    year = _year_beside(draft, "baseline_year")
    return tuple(
        Baseline(
            figure.period or column.period or year,
            figure.sub.target_value,
            _unit_beside(figure, unit),
        )
        for column, cell in _of_role(draft, "baseline")
        for figure in figures_of(cell, language)
        if figure.sub.target_value is not None
    )


def _targets(
    draft: MeasureDraft, language: str, subs: Sequence[SubMeasure], unit: str | None
) -> Iterator[SubMeasure]:
    """A sub-measure for each target; none where no target's cell says anything."""
    name = subs[0] if len(subs) == 1 else replace(subs[0], indicator=draft.text)
    unit = unit or _unit_of_figures(draft, language)
    bare = unit is None and all(is_empty(cell) for _, cell in _of_role(draft, "baseline"))
    year = _year_beside(draft, "target_year")
    for column, cell in _of_role(draft, "target"):
        column = replace(column, period=column.period or year)
        if is_empty(cell):
            continue
        due = cell.day or (_year(cell) if name.kind == "milestone" or bare else None)
        if due:
            yield _milestone(name, due)
            continue
        figures = figures_of(cell, language)
        for figure in figures:
            yield _numeric(name, figure, column.period, unit)
        if not figures and (state := _state(name, draft.text, cell.text, language)):
            yield replace(state, target_period=state.target_period or column.period)


def _year_beside(draft: MeasureDraft, role: str) -> str | None:
    """The year in the column that dates levels or targets."""
    return next((year for _, cell in _of_role(draft, role) if (year := _year(cell))), None)


def _year(cell: Cell) -> str | None:
    """The year that is all a cell says."""
    return cell.text.strip() if YEAR.fullmatch(cell.text.strip()) else None


def _unit_of_figures(draft: MeasureDraft, language: str) -> str | None:
    """The unit that stands in the cells of the row's targets or baselines."""
    for role in ("target", "baseline"):
        for _, cell in _of_role(draft, role):
            for figure in figures_of(cell, language):
                if figure.sub.unit:
                    return figure.sub.unit
    return None


def _milestone(name: SubMeasure, period: str | None) -> SubMeasure:
    return SubMeasure("milestone", name.indicator, target_period=period, source=name.source)


def _numeric(name: SubMeasure, figure: Figure, period: str | None, unit: str | None) -> SubMeasure:
    sub = figure.sub
    return replace(
        sub,
        indicator=name.indicator,
        unit=_better_unit(sub, unit),
        target_period=figure.period or period,
        baseline=(),
        source=sub.source or name.source,
        scale=sub.scale or name.scale,
        population=sub.population or name.population,
        parts=tuple(part for part in name.parts if part.field == "indicator"),
    )


def _unit_beside(figure: Figure, unit: str | None) -> str | None:
    return _better_unit(figure.sub, unit)


def _better_unit(sub: SubMeasure, unit: str | None) -> str | None:
    """The cell's unit; "kpl" that is only a count of unnamed things yields to the row's unit."""
    return sub.unit if sub.unit and not (sub.unit == "kpl" and unit) else unit


def _state(name: SubMeasure, text: str, cell: str, language: str) -> SubMeasure | None:
    """What words in a target's cell promise: a thing done, a direction; None for "followed"."""
    period, rest = part_period(" ".join(cell.split()))
    if rest.strip(" .").lower() in reading()["affirmative"]:
        return _milestone(name, period)
    if not period and (alone := canonical_period(cell)) and not rest.strip().isalpha():
        return _milestone(name, alone)
    found = parse_phrase(f"{text} {rest}", language)
    if not found or found[0].kind == "monitoring":
        return None
    if found[0].kind == "milestone":
        return _milestone(name, period or found[0].target_period)
    return replace(found[0], indicator=name.indicator, target_period=period, baseline=(), parts=())


def _without_target(subs: Sequence[SubMeasure], unit: str | None) -> list[SubMeasure]:
    return [replace(sub, unit=sub.unit or unit) if sub.kind != "milestone" else sub for sub in subs]


def _completed(
    sub: SubMeasure, draft: MeasureDraft, baseline: tuple[Baseline, ...], scale: str | None
) -> SubMeasure:
    """The sub-measure with its baseline, source, period and direction from the row."""
    sources = [cell.text.strip() for _, cell in _of_role(draft, "source") if not is_empty(cell)]
    whole = replace(
        sub,
        baseline=baseline or sub.baseline,
        source=sources[0] if sources else sub.source,
        scale=sub.scale or scale,
        target_period=sub.target_period or _deadline(sub, draft),
    )
    if not whole.unit and baseline and whole.kind != "milestone":
        whole = replace(whole, unit=baseline[-1].unit)
    return _told_by_its_row(replace(whole, direction=_direction(whole)))


def _told_by_its_row(sub: SubMeasure) -> SubMeasure:
    """The sub-measure without the doubts of its cell alone: its row names it, its column says what
    it is, and most often one of them says the unit."""
    told = ["indicator", "kind", "sub_measures"] if sub.indicator else []
    return without_doubts(sub, [*told, *(["unit"] if sub.unit else [])])


def _deadline(sub: SubMeasure, draft: MeasureDraft) -> str | None:
    """The period of the row's schedule, where a target states none."""
    if sub.kind == "monitoring":
        return None
    for _, cell in _of_role(draft, "schedule"):
        period = cell.day or (None if BEGINS.search(cell.text) else canonical_period(cell.text))
        if period and period[0].isdigit():
            return period
    return None


def _direction(sub: SubMeasure) -> Direction | None:
    """Up or down, seen from where things stand."""
    start = next((one.value for one in reversed(sub.baseline) if one.value is not None), None)
    if sub.kind != "numeric" or sub.comparator != "=" or sub.target_value is None or start is None:
        return sub.direction
    if sub.target_value == start or sub.target_value_max is not None:
        return sub.direction
    return "up" if sub.target_value > start else "down"
