"""Rows of `/json` and `/csv`. Regions are Sotkanet's own ids: only `/regions` resolves them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from suunta.sources.answers import json_of, text_of, unexpected
from suunta.sources.dimensions import is_total, sex_of
from suunta.sources.observation import Observation, Parsed, Problem
from suunta.sources.separated import records_of
from suunta.sources.values import as_number, as_period

COLUMNS = {
    "primary.value": "value",
    "primaryvalue": "value",
    "absolute.value": "absValue",
    "absolutevalue": "absValue",
    "absvalue": "absValue",
}


def parse(data: bytes) -> Parsed:
    """Observations of an answer; a row that is not there says nothing, least of all zero."""
    observations, problems = [], []
    for place, row in rows(data):
        try:
            observations.append(observation(row))
        except (ValueError, KeyError) as error:
            problems.append(Problem(place, reason(error)))
    return Parsed(tuple(observations), tuple(problems))


def rows(data: bytes) -> Iterator[tuple[str, Any]]:
    """Rows with their place."""
    if text_of(data).lstrip()[:1] in ("[", "{", "<", ""):
        answer = json_of(data)
        if not isinstance(answer, list):
            raise unexpected(f"Sotkanet answered {said(answer)} instead of a list of rows.")
        yield from ((f"row {number}", row) for number, row in enumerate(answer, start=1))
        return
    for line, row in records_of(text_of(data), ";"):
        named = {name.strip().lower(): cell for name, cell in row.items()}
        if "indicator" not in named:
            raise unexpected("The first line names no column `indicator`.", "line 1")
        yield f"line {line}", {COLUMNS.get(name, name): cell for name, cell in named.items()}


def said(answer: Any) -> str:
    """What came instead, shortly."""
    if isinstance(answer, Mapping):
        words = answer.get("message") or answer.get("error") or answer.get("title")
        return f"{str(words)[:200]!r}" if words else "an object"
    return type(answer).__name__


def observation(row: Any) -> Observation:
    """One row. Raises ValueError or KeyError."""
    if not isinstance(row, Mapping):
        raise ValueError("the row is no object")
    gender = str(row.get("gender") or "total").strip()
    value = as_number(row.get("value"))
    return Observation(
        area=str(row["region"]).strip(),
        indicator=str(row["indicator"]).strip(),
        period=as_period(row["year"]),
        value=value,
        numerator=as_number(row.get("absValue")),
        breakdown={} if is_total(gender) else {"sex": sex_of(gender)},
        status="missing" if value is None else "ok",
    )


def reason(error: Exception) -> str:
    """Why a row could not be read."""
    return f"the field {error} is missing" if isinstance(error, KeyError) else str(error)
