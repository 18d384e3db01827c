"""A strategy's council term, and what its years say of columns headed by a year alone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from suunta.core.strategy import Term
from suunta.readers.layout.columns import Column
from suunta.readers.layout.events import Event, Grid
from suunta.readers.layout.grid import Head
from suunta.readers.table.headers import YEAR, YEAR_RANGE


def term_of(events: Sequence[Event], title: str, named: Term) -> Term:
    """The term that the title names, else the years of several targets' columns, else what the
    document names before its tables."""
    if named.start and YEAR_RANGE.search(title):
        return named
    years = [
        int(column.period)
        for event in events
        if isinstance(event, Grid)
        for part in event.parts
        for column in (part.columns if isinstance(part, Head) else ())
        if column.role == "target" and column.period and column.period.isdigit()
    ]
    if years and (min(years) < max(years) or str(years[0]) in title):
        return Term(min(years), max(years))
    return named


def with_levels_before(events: Sequence[Event], start: int | None) -> list[Event]:
    """The flow with columns headed by a year alone, before the term begins, as starting levels."""
    return [
        _dated(event, start) if isinstance(event, Grid) and start else event for event in events
    ]


def _dated(grid: Grid, start: int) -> Grid:
    parts = tuple(
        Head(
            tuple(_level(column, start) for column in part.columns)
            if _has_target(part, start)
            else part.columns
        )
        if isinstance(part, Head)
        else part
        for part in grid.parts
    )
    return replace(grid, parts=parts)


def _has_target(head: Head, start: int) -> bool:
    """Whether some target is left when those before the term are not."""
    targets = [column for column in head.columns if column.role == "target"]
    return any(not _is_before(column, start) for column in targets)


def _level(column: Column, start: int) -> Column:
    early = column.role == "target" and _is_before(column, start)
    return replace(column, role="baseline") if early else column


def _is_before(column: Column, start: int) -> bool:
    return bool(YEAR.fullmatch(column.heading.strip())) and int(column.heading) < start
