"""Tables of several dimensions, as JSON-stat, PX and PxWeb have them, cell by cell."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import product
from math import prod
from typing import Any

from suunta.sources.answers import unexpected
from suunta.sources.dimensions import Role, is_total, role_of, sex_of
from suunta.sources.observation import Kind, Observation, Parsed, Problem, Status
from suunta.sources.values import as_area, as_number, as_period, is_suppressed

MOST_CELLS = 5_000_000
# Eurostat's and others' flags of a cell.
KINDS: dict[str, Kind] = {
    "p": "preliminary",
    "f": "forecast",
    "e": "preliminary",
    "*": "preliminary",
}


@dataclass(frozen=True)
class Category:
    """A value of a dimension."""

    code: str
    label: str = ""
    unit: str | None = None


@dataclass(frozen=True)
class Dimension:
    """A dimension with its categories in order; role: what it is about."""

    id: str
    role: Role
    categories: tuple[Category, ...]


@dataclass(frozen=True)
class Cube:
    """A table in row-major order: the last dimension runs fastest.

    values: one a cell, as the source wrote them; flags: place -> flag of the cell; indicator,
    unit, area: what holds for every cell where no dimension says it.
    """

    dimensions: tuple[Dimension, ...]
    values: Sequence[Any]
    flags: Mapping[int, str] = field(default_factory=dict)
    indicator: str | None = None
    unit: str | None = None
    area: str | None = None


def dimension(
    name: str, label: str, categories: Sequence[Category], role: Role | None = None
) -> Dimension:
    """A dimension; its role is told by id or label where the source does not say it."""
    found = role or role_of(name)
    return Dimension(name, found if found != "other" else role_of(label), tuple(categories))


def read_cube(cube: Cube) -> Parsed:
    """Every cell as an observation; cells that cannot be read are problems. Raises InputError."""
    cells = prod(len(each.categories) for each in cube.dimensions)
    if cells > MOST_CELLS:
        raise unexpected(f"The table has {cells} cells; at most {MOST_CELLS} are read.")
    if len(cube.values) != cells:
        raise unexpected(f"The table has {len(cube.values)} values for {cells} cells.")
    observations, problems = [], []
    for place, cell in enumerate(product(*(each.categories for each in cube.dimensions))):
        try:
            observations.append(_observation(cube, place, cell))
        except ValueError as error:
            problems.append(Problem(_place(cube, cell), str(error)))
    return Parsed(tuple(observations), tuple(problems))


def _place(cube: Cube, cell: Sequence[Category]) -> str:
    return ", ".join(
        f"{each.id} {category.code}" for each, category in zip(cube.dimensions, cell, strict=True)
    )


def _observation(cube: Cube, place: int, cell: Sequence[Category]) -> Observation:
    said: dict[str, Any] = {
        "indicator": cube.indicator,
        "unit": cube.unit,
        "area": cube.area,
    }
    breakdown = {}
    for each, category in zip(cube.dimensions, cell, strict=True):
        if each.role == "period":
            said["period"] = _period(category)
        elif each.role == "area":
            said["area"] = as_area(category.code)
        elif each.role == "indicator":
            said["indicator"] = category.code
            said["unit"] = category.unit or cube.unit
        elif not is_total(category.code, category.label):
            breakdown.update(_part(each, category))
    value, flag = as_number(cube.values[place]), cube.flags.get(place, "")
    return Observation(
        **said,
        value=value,
        breakdown=breakdown,
        kind=KINDS.get(flag.strip().lower(), "actual"),
        status=_status(value, flag or cube.values[place]),
    )


def _period(category: Category) -> str:
    """The code, or the label where the code is only a number in a list."""
    try:
        return as_period(category.code)
    except ValueError:
        return as_period(category.label)


def _part(each: Dimension, category: Category) -> dict[str, str]:
    if each.role == "sex":
        return {"sex": sex_of(category.code, category.label)}
    name = each.role if each.role in ("age", "language") else each.id
    return {name: category.code}


def _status(value: float | None, sign: Any) -> Status:
    if value is not None:
        return "ok"
    return "suppressed" if is_suppressed(sign) else "missing"


def merged(parts: Iterator[Parsed]) -> Parsed:
    """Several tables as one answer."""
    found = list(parts)
    return Parsed(
        tuple(each for part in found for each in part.observations),
        tuple(each for part in found for each in part.problems),
    )
