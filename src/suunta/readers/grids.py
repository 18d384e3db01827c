"""Full grids of cells, as tables of any format end up."""

from __future__ import annotations

from collections.abc import Sequence

from suunta.readers.blocks import Cell


def squared(rows: Sequence[Sequence[Cell]]) -> tuple[tuple[Cell, ...], ...]:
    """The rows made equally long, without the columns in which no cell begins.

    Such columns are left over from borders that were moved, or merged in every row.
    """
    width = max(map(len, rows), default=0)
    full = [[*row, *[Cell()] * (width - len(row))] for row in rows]
    kept = [c for c in range(width) if any(not row[c].continues_left for row in full)]
    return tuple(tuple(row[c] for c in kept) for row in full)
