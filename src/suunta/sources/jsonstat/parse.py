"""Datasets of JSON-stat, alone, bundled (version 1) or collected (version 2)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from math import prod
from typing import Any

from suunta.sources.answers import json_of, unexpected
from suunta.sources.cube import MOST_CELLS, Category, Cube, Dimension, dimension, merged, read_cube
from suunta.sources.dimensions import Role
from suunta.sources.observation import Parsed

ROLES: dict[str, Role] = {"time": "period", "geo": "area", "metric": "indicator"}


def parse(data: bytes) -> Parsed:
    """Observations of every dataset in the answer."""
    return parse_value(json_of(data))


def parse_value(answer: Any) -> Parsed:
    """Observations of an answer that is JSON already."""
    found = list(datasets(answer))
    if not found:
        raise unexpected("The answer holds no JSON-stat dataset with dimensions and values.")
    return merged(read_cube(cube_of(each)) for each in found)


def datasets(answer: Any, depth: int = 0) -> Iterator[Mapping[str, Any]]:
    """The datasets inside an answer: itself, its parts by name, or the items of a collection."""
    if not isinstance(answer, Mapping) or depth > 4:
        return
    if isinstance(answer.get("dimension"), Mapping) and "value" in answer:
        yield answer
        return
    links = answer.get("link")
    items = links.get("item") if isinstance(links, Mapping) else None
    inner = [*(items if isinstance(items, list) else []), *answer.values()]
    for each in inner:
        if each is not links:
            yield from datasets(each, depth + 1)


def cube_of(dataset: Mapping[str, Any]) -> Cube:
    """The dataset as a cube. Raises InputError."""
    inside = dataset["dimension"]
    ids = dataset.get("id") or inside.get("id")
    sizes = dataset.get("size") or inside.get("size")
    roles = dataset.get("role") or inside.get("role") or {}
    if not isinstance(ids, list) or not isinstance(sizes, list) or len(ids) != len(sizes):
        raise unexpected("The dataset's `id` and `size` do not name the same dimensions.")
    if not all(isinstance(size, int) and 0 <= size <= MOST_CELLS for size in sizes):
        raise unexpected("The dataset's `size` holds something else than counts.", "size")
    told = {name: role for key, role in ROLES.items() for name in _listed(roles, key)}
    dimensions = tuple(
        dimension_of(str(name), inside.get(name), size, told.get(name))
        for name, size in zip(ids, sizes, strict=True)
    )
    cells = prod(sizes)
    if cells > MOST_CELLS:
        raise unexpected(f"The table has {cells} cells; at most {MOST_CELLS} are read.")
    return Cube(
        dimensions,
        values_of(dataset["value"], cells),
        flags_of(dataset.get("status"), cells),
        indicator=None if _has(dimensions, "indicator") else table_id(dataset),
    )


def _listed(roles: Any, key: str) -> Sequence[str]:
    found = roles.get(key) if isinstance(roles, Mapping) else None
    return found if isinstance(found, list) else [found] if isinstance(found, str) else []


def _has(dimensions: Sequence[Dimension], role: Role) -> bool:
    return any(each.role == role for each in dimensions)


def table_id(dataset: Mapping[str, Any]) -> str | None:
    """The table's own id, else its label."""
    extension = dataset.get("extension")
    px = extension.get("px") if isinstance(extension, Mapping) else None
    found = (px.get("tableid") if isinstance(px, Mapping) else None) or dataset.get("label")
    return str(found) if found else None


def dimension_of(name: str, said: Any, size: int, role: Role | None) -> Dimension:
    """One dimension. `index` is an object or a list, and may be absent where there is one
    category. Raises InputError."""
    if not isinstance(said, Mapping):
        raise unexpected(f"The dimension {name!r} is not described.", f"dimension.{name}")
    category = said.get("category")
    category = category if isinstance(category, Mapping) else {}
    labels = category.get("label")
    labels = labels if isinstance(labels, Mapping) else {}
    codes = codes_of(category.get("index"), labels)
    if len(codes) != size:
        what = f"The dimension {name!r} has {len(codes)} categories instead of {size}."
        raise unexpected(what, f"dimension.{name}")
    units = category.get("unit")
    units = units if isinstance(units, Mapping) else {}
    categories = [
        Category(code, str(labels.get(code, "")), unit_of(units.get(code))) for code in codes
    ]
    return dimension(name, str(said.get("label") or ""), categories, role)


def codes_of(index: Any, labels: Mapping[str, Any]) -> list[str]:
    """The codes of a dimension in order."""
    if isinstance(index, Mapping):
        return [str(code) for code in sorted(index, key=lambda code: index[code])]
    if isinstance(index, list):
        return [str(code) for code in index]
    return [str(code) for code in labels]


def unit_of(said: Any) -> str | None:
    """The unit of a category."""
    if not isinstance(said, Mapping):
        return None
    found = said.get("base") or said.get("label") or said.get("symbol")
    return str(found) if found else None


def values_of(value: Any, cells: int) -> Sequence[Any]:
    """All values: a list, or an object of the cells that have one. Raises InputError."""
    if isinstance(value, list):
        return value
    if isinstance(value, Mapping):
        return [value.get(str(place)) for place in range(cells)]
    raise unexpected("The dataset's `value` is neither a list nor an object.", "value")


def flags_of(status: Any, cells: int) -> dict[int, str]:
    """Flags by cell: a list, an object, or one flag for all."""
    if isinstance(status, str):
        return dict.fromkeys(range(cells), status)
    if isinstance(status, list):
        return {place: str(flag) for place, flag in enumerate(status) if flag}
    if isinstance(status, Mapping):
        return {int(place): str(flag) for place, flag in status.items() if str(place).isdigit()}
    return {}
