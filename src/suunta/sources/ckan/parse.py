"""Datasets of a catalogue, and rows of its data store."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from io import StringIO
from typing import Any

from suunta.sources.answers import json_of, unexpected
from suunta.sources.observation import Observation, Parsed, Problem
from suunta.sources.table.parse import parse as parse_table
from suunta.sources.values import as_period


def parse(data: bytes) -> Parsed:
    """One observation a dataset (value 1, its title in `text`), or those of the rows."""
    answer = json_of(data)
    if not isinstance(answer, Mapping) or answer.get("success") is False:
        error = answer.get("error") if isinstance(answer, Mapping) else answer
        said = error.get("message") or error if isinstance(error, Mapping) else error
        raise unexpected(f"CKAN answered {str(said)[:200]!r}.")
    result = answer.get("result", answer)
    if isinstance(result, Mapping) and isinstance(result.get("records"), list):
        return parse_table(as_csv(result["records"]))
    packages = result.get("results", [result]) if isinstance(result, Mapping) else result
    observations, problems = [], []
    for number, package in enumerate(packages if isinstance(packages, list) else [], start=1):
        try:
            observations.append(observation(package))
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            problems.append(Problem(f"result {number}", f"cannot be read: {error}"))
    return Parsed(tuple(observations), tuple(problems))


def observation(package: Any) -> Observation:
    """One dataset. Raises ValueError, KeyError, TypeError or AttributeError."""
    title = package.get("title")
    if isinstance(title, Mapping):
        title = title.get("fi") or next(iter(title.values()), None)
    changed = package.get("metadata_modified") or package.get("metadata_created")
    return Observation(
        indicator=str(package["name"]),
        period=as_period(str(changed)[:10]) if changed else None,
        value=1,
        unit="kpl",
        text=str(title) if title else None,
    )


def as_csv(records: list[Any]) -> bytes:
    """Rows of the data store as a table, without the store's own row numbers."""
    rows = [row for row in records if isinstance(row, Mapping)]
    names = [name for name in dict.fromkeys(key for row in rows for key in row) if name != "_id"]
    out = StringIO()
    writer = csv.DictWriter(out, names, extrasaction="ignore", delimiter=";")
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue().encode()
