"""CSV without a declared mapping: columns are told by their names in fi, sv and en.

A table is long (a column of values), by content (several columns of values) or by year (a column
for each period); in each the other columns say area, period, sex, age and the rest.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from suunta.core.errors import InputError
from suunta.sources.answers import text_of, unexpected
from suunta.sources.dimensions import Role, is_total, role_of, sex_of
from suunta.sources.observation import Observation, Parsed, Problem, Status
from suunta.sources.separated import rows_of
from suunta.sources.values import as_area, as_moment, as_number, as_period, is_suppressed

NUMERATORS = ("osoittaja", "täljare", "numerator")
DENOMINATORS = ("nimittäjä", "nämnare", "denominator")
NOT_MEASURED: tuple[Role, ...] = ("area", "period", "indicator", "sex", "age", "language", "unit")


@dataclass(frozen=True)
class Column:
    """A column: its place, name, and what it holds. period: where the name itself is one."""

    place: int
    name: str
    role: Role
    period: str | None = None


def parse(data: bytes) -> Parsed:
    """Observations of a CSV file. Raises InputError."""
    text = text_of(data, "cp1252")
    if not text.strip():
        raise unexpected("The answer is empty.")
    if text.lstrip()[:1] == "<":
        raise unexpected("The answer is a web page or XML, no CSV.")
    found = list(rows_of(text))
    lines, rows = [line for line, _ in found], [row for _, row in found]
    start = next((n for n, row in enumerate(rows) if header_like(row)), None)
    if start is None:
        raise InputError.single(
            "No line names the columns.", "line 1", "Give a first line with the names of columns."
        )
    columns = columns_of(rows[start], rows[start + 1 :])
    observations, problems = [], []
    for line, row in zip(lines[start + 1 :], rows[start + 1 :], strict=True):
        if not any(cell.strip() for cell in row) or total_row(row, columns):
            continue
        try:
            observations += list(row_observations(row, columns))
        except ValueError as error:
            problems.append(Problem(f"line {line}", str(error)))
    return Parsed(tuple(observations), tuple(problems))


def header_like(row: Sequence[str]) -> bool:
    """Whether a row names columns: at least two cells, and one that is known."""
    filled = [cell.strip() for cell in row if cell.strip()]
    known = [cell for cell in filled if role_of(cell) != "other" or period_in(cell)]
    return len(filled) >= 2 and bool(known) and not all(is_number(cell) for cell in filled)


def period_in(name: str) -> str | None:
    """The period that a column's name is."""
    try:
        return as_period(name)
    except ValueError:
        return None


def is_number(cell: str) -> bool:
    """Whether a cell holds a number, or a sign that there is none."""
    try:
        as_number(cell)
    except ValueError:
        return False
    return True


def columns_of(names: Sequence[str], rows: Sequence[Sequence[str]]) -> list[Column]:
    """The columns. One of no known name is a measure where its cells are numbers."""
    found = []
    for place, name in enumerate(names):
        cells = [row[place] for row in rows[:200] if place < len(row) and row[place].strip()]
        if not name.strip() and not cells:
            continue
        role, period = role_of(name), period_in(name.strip())
        if period or (role == "other" and cells and all(is_number(cell) for cell in cells)):
            role = "value"
        found.append(Column(place, name.strip(), role, period))
    return found


def total_row(row: Sequence[str], columns: Sequence[Column]) -> bool:
    """Whether a row sums up the others: where a period should stand it says "yhteensä"."""
    first = next((cell.strip() for cell in row if cell.strip()), "")
    periods = [row[c.place] for c in columns if c.role == "period" and c.place < len(row)]
    unread = not periods or not any(period_in(cell) for cell in periods)
    return is_total(first.rstrip(":")) and (unread or first in (c.strip() for c in periods))


def row_observations(row: Sequence[str], columns: Sequence[Column]) -> Iterator[Observation]:
    """One observation a column of values. Raises ValueError."""
    cells = {
        column: row[column.place].strip() if column.place < len(row) else "" for column in columns
    }
    said: dict[str, str | None] = {}
    breakdown = {}
    for column, cell in cells.items():
        if column.role == "period" and column.period is None:
            said["period"] = as_moment(cell) or as_period(cell)
        elif column.role == "area" and cell:
            said["area"] = said.get("area") or as_area(cell)
        elif column.role in ("indicator", "unit") and cell:
            said[column.role] = cell
        elif column.role == "sex" and cell and not is_total(cell):
            breakdown["sex"] = sex_of(cell)
        elif column.role in ("age", "language") and cell and not is_total(cell):
            breakdown[column.role] = cell
        elif column.role == "other" and cell and not is_total(cell):
            breakdown[column.name] = cell
    numerator, denominator = counted(cells, NUMERATORS), counted(cells, DENOMINATORS)
    for column in measured(columns):
        value = as_number(cells[column])
        yield Observation(
            area=said.get("area"),
            indicator=said.get("indicator") or named_measure(column),
            period=column.period or said.get("period"),
            value=value,
            unit=said.get("unit"),
            numerator=numerator,
            denominator=denominator,
            breakdown=breakdown,
            status=status_of(cells[column]),
        )


def named_measure(column: Column) -> str | None:
    """What a column measures, where its name says more than "value"."""
    generic = column.period or role_of(column.name) == "value"
    return None if generic else column.name


def status_of(cell: str) -> Status:
    """Whether a cell holds a value, and why not."""
    if is_suppressed(cell):
        return "suppressed"
    return "missing" if as_number(cell) is None else "ok"


def measured(columns: Sequence[Column]) -> list[Column]:
    """The columns of values."""
    counts = (*NUMERATORS, *DENOMINATORS)
    return [each for each in columns if each.role == "value" and each.name.lower() not in counts]


def counted(cells: dict[Column, str], names: Sequence[str]) -> float | None:
    """The value of a column with one of these names."""
    for column, cell in cells.items():
        if column.name.lower() in names:
            return as_number(cell)
    return None
