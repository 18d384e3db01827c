"""Figures as JSON-stat 2.0 (https://json-stat.org/full/)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Cell:
    """One figure of a table; `note` says why a value is not there, "suppressed" or "missing"."""

    period: str
    kind: str
    value: float | None
    note: str = ""


@dataclass(frozen=True)
class Table:
    """The figures of one thing that is followed. kinds: key -> its word in the answer's language;
    decimals: how many the source prints, None where that is not known."""

    label: str
    unit: str
    decimals: int | None
    source: str
    updated: str
    cells: Sequence[Cell]
    kinds: dict[str, str]


def collection(label: str, tables: Sequence[Table], words: dict[str, str]) -> dict[str, Any]:
    """Several tables as one answer. words: the labels of the dimensions `period` and `kind`."""
    return {
        "version": "2.0",
        "class": "collection",
        "label": label,
        "link": {"item": [dataset(table, words) for table in tables]},
    }


def dataset(table: Table, words: dict[str, str]) -> dict[str, Any]:
    """One table, period by kind; a cell that nobody filled is null."""
    periods = list(dict.fromkeys(cell.period for cell in table.cells))
    kinds = [kind for kind in table.kinds if any(cell.kind == kind for cell in table.cells)]
    found = {(cell.period, cell.kind): cell for cell in table.cells}
    cells = [found.get((period, kind)) for period in periods for kind in kinds]
    notes = {str(place): cell.note for place, cell in enumerate(cells) if cell and cell.note}
    metric = {"base": table.unit} | ({} if table.decimals is None else {"decimals": table.decimals})
    return {
        "version": "2.0",
        "class": "dataset",
        "label": table.label,
        "source": table.source,
        "updated": table.updated,
        "id": ["period", "kind", "measure"],
        "size": [len(periods), len(kinds), 1],
        "role": {"time": ["period"], "metric": ["measure"]},
        "dimension": {
            "period": {"label": words["period"], "category": {"index": periods}},
            "kind": {
                "label": words["kind"],
                "category": {"index": kinds, "label": {kind: table.kinds[kind] for kind in kinds}},
            },
            "measure": {
                "label": table.label,
                "category": {
                    "index": ["value"],
                    "label": {"value": table.label},
                    "unit": {"value": metric},
                },
            },
        },
        "value": [cell.value if cell else None for cell in cells],
        **({"status": notes} if notes else {}),
    }
