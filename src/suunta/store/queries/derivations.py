"""Indicators that are computed, what they are computed from, and what a figure was made of."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Q

from suunta.core.breakdown import read_breakdown
from suunta.core.derive import Value
from suunta.core.texts import Text
from suunta.store.models import Indicator, Observation, ObservationInput
from suunta.store.models.source import COMPUTED
from suunta.store.queries.protection import PROTECTION_COLUMNS, protected
from suunta.store.queries.row import Row
from suunta.store.queries.texts import text_columns, written_text


@dataclass(frozen=True)
class InputFigure:
    """An observation that a computed figure was made from."""

    indicator: str
    name: Text
    period: str
    breakdown: str
    value: float | None
    unit: str | None
    kind: str
    status: str
    source_title: str
    source_url: str
    known_on: date


def declared(town: int) -> dict[str, dict[str, Any]]:
    """Declarations of the indicators that a municipality computes, by key."""
    rows = Indicator.objects.filter(municipality=town, derivation__isnull=False)
    return {row.key: row.derivation or {} for row in rows.order_by("key")}


def input_values(town: int, keys: Iterable[str]) -> list[Value]:
    """Every revision of the figures of some indicators, of the town (area "") and its peers; small
    cells are suppressed, so that nothing computed tells them."""
    rows = Observation.objects.filter(
        Q(municipality=town) | Q(municipality__isnull=True),
        indicator__municipality=town,
        indicator__key__in=list(keys),
    )
    return [
        Value(
            id=row["pk"],
            indicator=row["indicator__key"],
            period=row["period"],
            value=row["value"],
            known_on=row["known_on"],
            kind=row["kind"],
            status=row["status"],
            area="" if row["municipality_id"] else row["area__code"],
            breakdown=read_breakdown(row["breakdown"]),
            approximate=row["approximate"],
            computed=row["source__url"] == COMPUTED,
        )
        for row in protected(rows.values(*PROTECTION_COLUMNS, *VALUE_COLUMNS))
    ]


VALUE_COLUMNS = ("indicator__key", "municipality_id", "approximate", "source__url")
FIGURE_COLUMNS = (
    *("indicator__key", "unit", "source__title", "source__url"),
    *text_columns("indicator__name"),
)


def inputs_of(observation_ids: Iterable[int]) -> dict[int, tuple[InputFigure, ...]]:
    """What each of these computed observations was made from, in the formula's order, small cells
    suppressed; two queries."""
    links = list(
        ObservationInput.objects.filter(result__in=list(observation_ids))
        .order_by("result_id", "position")
        .values_list("result_id", "input_id", "input__indicator_id", "input__period")
    )
    rows = Observation.objects.filter(
        indicator__in={link[2] for link in links}, period__in={link[3] for link in links}
    )
    known = {
        row["pk"]: input_figure(row)
        for row in protected(rows.values(*PROTECTION_COLUMNS, *FIGURE_COLUMNS))
    }
    found: dict[int, list[InputFigure]] = defaultdict(list)
    for result, source, _, _ in links:
        found[result].append(known[source])
    return {result: tuple(figures) for result, figures in found.items()}


def input_figure(row: Row) -> InputFigure:
    """A row as an input."""
    return InputFigure(
        indicator=row["indicator__key"],
        name=written_text(row, "indicator__name"),
        period=row["period"],
        breakdown=row["breakdown"],
        value=row["value"],
        unit=row["unit"],
        kind=row["kind"],
        status=row["status"],
        source_title=row["source__title"],
        source_url=row["source__url"],
        known_on=row["known_on"],
    )
