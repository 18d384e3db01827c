"""CSV and JSON whose columns a town declares: no guess is made about what they hold."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from suunta.core.errors import Fault, InputError
from suunta.sources.answers import json_of, text_of, unexpected
from suunta.sources.dimensions import is_total
from suunta.sources.observation import Observation, Parsed, Problem, Status
from suunta.sources.separated import records_of, rows_of
from suunta.sources.values import as_area, as_moment, as_number, as_period, is_suppressed

ROLES = ("period", "value", "area", "indicator", "unit", "numerator", "denominator")


@dataclass(frozen=True)
class Columns:
    """Which column holds what. groups: name of a breakdown -> its column; records: where in JSON
    the rows are, such as `data.rows`; separator, encoding: of CSV, where it is not told by itself.
    """

    roles: Mapping[str, str]
    groups: Mapping[str, str] = field(default_factory=dict)
    records: str = ""
    separator: str | None = None
    encoding: str = ""


def columns_of(said: Mapping[str, Any]) -> Columns:
    """A declaration, checked. Raises InputError with every fault."""
    known = {*ROLES, "groups", "records", "separator", "encoding"}
    faults = [
        Fault("is not a known name.", f"columns, {name}", f"Known: {', '.join(sorted(known))}.")
        for name in said
        if name not in known
    ]
    faults += [
        Fault("is missing.", f"columns, {name}", "Write the name of the column that holds it.")
        for name in ("period", "value")
        if not said.get(name)
    ]
    groups = said.get("groups") or {}
    if not isinstance(groups, Mapping):
        faults.append(Fault("is no map.", "columns, groups", "Write group: column."))
    if faults:
        raise InputError(faults)
    return Columns(
        {name: str(said[name]) for name in ROLES if said.get(name)},
        {str(name): str(column) for name, column in groups.items()},
        str(said.get("records") or ""),
        str(said["separator"]) if said.get("separator") else None,
        str(said.get("encoding") or ""),
    )


def parse_csv(data: bytes, columns: Columns) -> Parsed:
    """Observations of a CSV file. Raises InputError."""
    text = text_of(data, "cp1252")
    if columns.encoding:
        try:
            text = data.decode(columns.encoding)
        except (UnicodeDecodeError, LookupError):
            raise unexpected(f"The answer is not written in {columns.encoding}.") from None
    if not text.strip() or text.lstrip()[:1] == "<":
        raise unexpected("The answer is empty or a web page, no CSV.")
    _, names = next(rows_of(text, columns.separator), (0, []))
    refuse_lost({name.strip() for name in names}, columns)
    rows = [
        (f"line {line}", {name.strip(): cell for name, cell in row.items()})
        for line, row in records_of(text, columns.separator)
    ]
    return read_rows(rows, columns)


def parse_json(data: bytes, columns: Columns) -> Parsed:
    """Observations of a JSON answer. Raises InputError."""
    found = json_of(data)
    for name in filter(None, columns.records.split(".")):
        found = found.get(name) if isinstance(found, Mapping) else None
    if not isinstance(found, list):
        raise unexpected(f"The answer has no list at {columns.records or 'its top'!r}.")
    if found:
        refuse_lost({name for row in found if isinstance(row, Mapping) for name in row}, columns)
    return read_rows([(f"row {n}", row) for n, row in enumerate(found, start=1)], columns)


def refuse_lost(there: set[str], columns: Columns) -> None:
    """Raises InputError where the answer does not have a column that was declared."""
    lost = {*columns.roles.values(), *columns.groups.values()} - there
    if lost:
        has = ", ".join(sorted(there))[:300]
        raise unexpected(f"The answer has no column {', '.join(sorted(lost))}; it has {has}.")


def read_rows(rows: list[tuple[str, Any]], columns: Columns) -> Parsed:
    """Rows as observations; those that cannot be read are problems."""
    observations, problems = [], []
    for place, row in rows:
        try:
            observations.append(observation(row, columns))
        except ValueError as error:
            problems.append(Problem(place, str(error)))
    return Parsed(tuple(observations), tuple(problems))


def observation(row: Any, columns: Columns) -> Observation:
    """One row. Raises ValueError."""
    if not isinstance(row, Mapping):
        raise ValueError("the row is no object")
    said = {role: row.get(column) for role, column in columns.roles.items()}
    period = str(said["period"] or "").strip()
    value = as_number(said["value"])
    lost: Status = "suppressed" if is_suppressed(said["value"]) else "missing"
    return Observation(
        area=as_area(said.get("area")),
        indicator=words(said.get("indicator")),
        period=as_moment(period) or as_period(period),
        value=value,
        numerator=as_number(said.get("numerator")),
        denominator=as_number(said.get("denominator")),
        unit=words(said.get("unit")),
        breakdown=dict(groups_of(row, columns)),
        status="ok" if value is not None else lost,
    )


def groups_of(row: Mapping[str, Any], columns: Columns) -> Iterator[tuple[str, str]]:
    """The groups of a row, totals left out."""
    for name, column in columns.groups.items():
        found = words(row.get(column))
        if found and not is_total(found):
            yield name, found


def words(value: Any) -> str | None:
    """Words that are there."""
    return None if value is None else str(value).strip() or None
