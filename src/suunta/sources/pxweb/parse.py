"""Answers of PxWeb: JSON-stat 1 and 2, its own JSON, PX or CSV, told by what they begin with."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from suunta.sources.answers import json_of, text_of, unexpected
from suunta.sources.dimensions import is_total, role_of, sex_of
from suunta.sources.jsonstat.parse import parse_value
from suunta.sources.observation import Observation, Parsed, Problem
from suunta.sources.px.parse import parse as parse_px
from suunta.sources.table.parse import parse as parse_table
from suunta.sources.values import as_area, as_number, as_period, is_suppressed


def parse(data: bytes) -> Parsed:
    """Observations of a recorded answer. Raises InputError."""
    begins = text_of(data[:400]).lstrip()
    if begins.startswith(("CHARSET", "AXIS-VERSION", "CODEPAGE", "LANGUAGE", "MATRIX")):
        return parse_px(data)
    if not begins.startswith(("{", "[", "<")) and begins:
        return parse_table(data)
    answer = json_of(data)
    if isinstance(answer, Mapping) and "columns" in answer and "data" in answer:
        return parse_columns(answer)
    if isinstance(answer, Mapping) and "variables" in answer:
        raise unexpected("This is a table's metadata; it holds no figures.")
    if isinstance(answer, Mapping) and ("error" in answer or "message" in answer):
        said = str(answer.get("error") or answer.get("message"))[:200]
        raise unexpected(f"PxWeb answered {said!r}.")
    return parse_value(answer)


def parse_columns(answer: Mapping[str, Any]) -> Parsed:
    """PxWeb's own JSON: keys of each row, then a value for each column of contents."""
    if not isinstance(answer["columns"], list) or not isinstance(answer["data"], list):
        raise unexpected("The answer's `columns` and `data` are no lists.")
    columns = [each for each in answer["columns"] if isinstance(each, Mapping)]
    keys = [each for each in columns if each.get("type", "d") != "c"]
    contents = [each for each in columns if each.get("type") == "c"]
    observations, problems = [], []
    for number, row in enumerate(answer["data"], start=1):
        try:
            observations += row_observations(row, keys, contents)
        except (ValueError, KeyError, TypeError) as error:
            problems.append(Problem(f"data {number}", str(error)))
    return Parsed(tuple(observations), tuple(problems))


def row_observations(
    row: Mapping[str, Any], keys: list[Mapping[str, Any]], contents: list[Mapping[str, Any]]
) -> list[Observation]:
    """One observation a column of contents. Raises ValueError."""
    if not isinstance(row, Mapping):
        raise ValueError("the row is no object")
    if len(row["key"]) != len(keys) or len(row["values"]) != len(contents):
        raise ValueError("the row has other cells than the columns say")
    said: dict[str, Any] = {}
    breakdown = {}
    for column, code in zip(keys, row["key"], strict=True):
        name = str(column["code"])
        role = role_of(name)
        role = role if role != "other" else role_of(str(column.get("text", "")))
        if column.get("type") == "t" or role == "period":
            said["period"] = as_period(code)
        elif role == "area":
            said["area"] = as_area(code)
        elif role == "sex" and not is_total(code):
            breakdown["sex"] = {"1": "male", "2": "female"}.get(code) or sex_of(code)
        elif not is_total(code):
            breakdown[role if role in ("age", "language") else name] = str(code)
    return [
        Observation(
            **said,
            indicator=str(content["code"]),
            unit=str(content["unit"]) if content.get("unit") else None,
            value=as_number(value),
            breakdown=breakdown,
            status=status_of(value),
        )
        for content, value in zip(contents, row["values"], strict=True)
    ]


def status_of(value: Any) -> Any:
    """Why a value is not there."""
    if is_suppressed(value):
        return "suppressed"
    return "missing" if as_number(value) is None else "ok"
