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
    """Every revision of the figures of some indicators, of the town (area "") and its peers."""
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
        for row in rows.values(*VALUE_COLUMNS)
    ]


VALUE_COLUMNS = (
    *("pk", "indicator__key", "period", "value", "known_on", "kind", "status"),
    *("municipality_id", "area__code", "breakdown", "approximate", "source__url"),
)
INPUT_COLUMNS = (
    *("result_id", "input__indicator__key", "input__period", "input__breakdown", "input__value"),
    *("input__unit", "input__kind", "input__status", "input__source__title"),
    *("input__source__url", "input__known_on"),
)


def inputs_of(observation_ids: Iterable[int]) -> dict[int, tuple[InputFigure, ...]]:
    """What each of these computed observations was made from, in the formula's order."""
    name = "input__indicator__name"
    rows = (
        ObservationInput.objects.filter(result__in=list(observation_ids))
        .order_by("result_id", "position")
        .values(*INPUT_COLUMNS, *text_columns(name))
    )
    found: dict[int, list[InputFigure]] = defaultdict(list)
    for row in rows:
        found[row["result_id"]].append(
            InputFigure(
                indicator=row["input__indicator__key"],
                name=written_text(row, name),
                period=row["input__period"],
                breakdown=row["input__breakdown"],
                value=row["input__value"],
                unit=row["input__unit"],
                kind=row["input__kind"],
                status=row["input__status"],
                source_title=row["input__source__title"],
                source_url=row["input__source__url"],
                known_on=row["input__known_on"],
            )
        )
    return {result: tuple(figures) for result, figures in found.items()}
