"""Reports of Matomo: one object, or an object by date in which a day without visits is `[]`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from suunta.sources.answers import json_of, unexpected
from suunta.sources.observation import Observation, Parsed, Problem
from suunta.sources.values import as_number, as_period

# Metrics that are counts are zero on a day without visits only where Matomo says so; `[]` says
# nothing, so the day has no figures.
NAMES = ("label", "url", "segment", "idsubdatatable")


def parse(data: bytes) -> Parsed:
    """Observations of a report, one a date and metric."""
    answer = json_of(data)
    if isinstance(answer, Mapping) and answer.get("result") == "error":
        raise unexpected(f"Matomo answered {str(answer.get('message'))[:200]!r}.")
    observations: list[Observation] = []
    problems: list[Problem] = []
    for place, period, row in reports(answer):
        for name, value in row.items():
            if name.lower() in NAMES or isinstance(value, Mapping | list):
                continue
            try:
                observations.append(observation(name, period, value, row))
            except ValueError as error:
                problems.append(Problem(f"{place}, {name}", str(error)))
    return Parsed(tuple(observations), tuple(problems))


def reports(answer: Any) -> Iterator[tuple[str, str | None, Mapping[str, Any]]]:
    """(place, period, metrics) of everything in the answer. Raises InputError."""
    if isinstance(answer, list):
        for number, row in enumerate(answer, start=1):
            if isinstance(row, Mapping):
                yield f"row {number}", None, row
        return
    if not isinstance(answer, Mapping):
        raise unexpected("Matomo answered neither an object nor a list.")
    if ("value" in answer and len(answer) == 1) or not dated(answer):
        yield "report", None, answer
        return
    for key, value in answer.items():
        rows = value if isinstance(value, list) else [value]
        for row in rows:
            if not isinstance(row, Mapping):
                row = {"value": row}
            yield key, period_of(key), row
        if not rows:
            yield key, period_of(key), {"nb_visits": None}


def dated(answer: Mapping[str, Any]) -> bool:
    """Whether the keys are dates."""
    return bool(answer) and all(period_of(key) is not None for key in answer)


def period_of(key: str) -> str | None:
    """A date, month, year, or a range of dates told with a comma."""
    try:
        return as_period(key.replace(",", "..") if "," in key else key)
    except ValueError:
        return None


def observation(name: str, period: str | None, said: Any, row: Mapping[str, Any]) -> Observation:
    """One metric. Raises ValueError."""
    is_share = isinstance(said, str) and said.strip().endswith("%")
    value = as_number(said)
    label = row.get("label")
    return Observation(
        indicator=name,
        period=period,
        value=value,
        unit="%" if is_share else None,
        breakdown={"label": str(label)} if label else {},
        status="missing" if value is None else "ok",
    )
