"""Raw traffic of a site: counts by mode, direction and time. A gap is missing, never zero."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any

from suunta.sources.answers import json_of, unexpected
from suunta.sources.observation import Observation, Parsed, Problem
from suunta.sources.values import as_number


def parse(data: bytes) -> Parsed:
    """One observation a count. Whole days are told as days, shorter times as moments."""
    answer = json_of(data)
    flows = answer.get("data", answer.get("items")) if isinstance(answer, Mapping) else answer
    if isinstance(answer, Mapping) and "travelMode" in answer:
        flows = [answer]
    if not isinstance(flows, list):
        said = answer.get("message") or answer.get("error") if isinstance(answer, Mapping) else ""
        raise unexpected(f"Eco-Visio answered {str(said)[:200]!r} instead of traffic.")
    observations: list[Observation] = []
    problems: list[Problem] = []
    for number, flow in enumerate(flows, start=1):
        for place, row in counts_of(flow):
            try:
                observations.append(observation(flow, row))
            except (ValueError, KeyError, TypeError) as error:
                problems.append(Problem(f"flow {number}, {place}", str(error)))
    return Parsed(as_days(observations), tuple(problems))


def counts_of(flow: Any) -> Iterator[tuple[str, Any]]:
    """The counts of a flow; a flow without any is told of as it is."""
    rows = flow.get("data") if isinstance(flow, Mapping) else None
    if not isinstance(rows, list):
        yield "flow", None
        return
    for number, row in enumerate(rows, start=1):
        yield f"row {number}", row


def observation(flow: Mapping[str, Any], row: Any) -> Observation:
    """One count. Raises ValueError, KeyError or TypeError."""
    if not isinstance(row, Mapping):
        raise ValueError("the row is no object")
    moment = str(row["timestamp"])
    datetime.fromisoformat(moment)
    value = as_number(row.get("counts", row.get("count")))
    direction = flow.get("direction")
    return Observation(
        indicator=str(flow.get("travelMode") or "undefined"),
        period=moment,
        value=value,
        breakdown={"direction": str(direction)} if direction else {},
        status="missing" if value is None else "ok",
    )


def as_days(observations: list[Observation]) -> tuple[Observation, ...]:
    """Moments as days where every one of them is a midnight of its own place."""
    moments = [datetime.fromisoformat(each.period or "") for each in observations]
    if any(moment.hour or moment.minute or moment.second for moment in moments):
        return tuple(observations)
    pairs = zip(observations, moments, strict=True)
    return tuple(replace(each, period=moment.date().isoformat()) for each, moment in pairs)
