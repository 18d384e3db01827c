"""Rows of `/data`: one a key figure, municipality and year, with a value for each gender."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from suunta.sources.answers import json_of, unexpected
from suunta.sources.dimensions import is_total, sex_of
from suunta.sources.observation import Observation, Parsed, Problem
from suunta.sources.values import as_number, as_period


def parse(data: bytes) -> Parsed:
    """Observations of a page of data; deleted rows are left out."""
    answer = json_of(data)
    rows = answer.get("values", answer.get("results")) if isinstance(answer, Mapping) else answer
    if not isinstance(rows, list):
        said = answer.get("message") or answer.get("error") if isinstance(answer, Mapping) else ""
        raise unexpected(f"Kolada answered {str(said)[:200]!r} instead of values.")
    observations: list[Observation] = []
    problems = []
    for number, row in enumerate(rows, start=1):
        for place, value in enumerate(values_of(row), start=1):
            try:
                if not is_deleted(value):
                    observations.append(observation(row, value))
            except (ValueError, KeyError, AttributeError) as error:
                problems.append(Problem(f"row {number}, value {place}", reason(error)))
    return Parsed(tuple(observations), tuple(problems))


def values_of(row: Any) -> list[Any]:
    """The values of a row; a row without any stands for itself, so that it is told of."""
    inner = row.get("values") if isinstance(row, Mapping) else None
    return inner if isinstance(inner, list) else [row]


def is_deleted(value: Any) -> bool:
    """Whether the source took the value back."""
    return isinstance(value, Mapping) and value.get("isdeleted", value.get("is_deleted")) is True


def observation(row: Any, said: Any) -> Observation:
    """One value. Raises ValueError or KeyError."""
    if not isinstance(row, Mapping) or not isinstance(said, Mapping):
        raise ValueError("the row is no object")
    gender = str(said.get("gender") or "T").strip()
    value = as_number(said.get("value"))
    return Observation(
        area=str(row.get("municipality") or row["ou"]),
        indicator=str(row["kpi"]),
        period=as_period(row["period"]),
        value=value,
        breakdown={} if is_total(gender) else {"sex": sex_of(gender)},
        status="ok" if value is not None else status(said),
    )


def status(said: Mapping[str, Any]) -> Any:
    """Kolada's signs for a value that is not there."""
    sign = str(said.get("status") or "").strip().lower()
    return "suppressed" if sign in ("private", "confidential", "sekretess") else "missing"


def reason(error: Exception) -> str:
    """Why a value could not be read."""
    return f"the field {error} is missing" if isinstance(error, KeyError) else str(error)
