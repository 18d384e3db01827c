"""Statistical disclosure control: cells that would tell about too few people."""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike

from suunta.core.assess.arrays import Bools, Floats, floats, refuse


def suppress(cells: ArrayLike, total: ArrayLike | None = None, threshold: int = 5) -> Bools:
    """Which cells of a breakdown must be hidden.

    Parameters: cells: counts of people, shape (k,) or (rows, k), a row being one breakdown; NaN is
    a cell that is hidden already; total: the published total, a scalar or one for each row;
    None or NaN: not published; threshold: the smallest number that may be shown.
    Returns: shape of cells, True where hidden. Hidden are cells of 1 to threshold - 1 people, and
    with a published total also those whose complement (total - cell) has as few; then, as the total
    would give a single hidden cell away, the next smallest is hidden too, until at least two are
    and they hold at least `threshold` people together, or none is left. Empty cells are never
    hidden for others: they protect nobody.
    Raises: ValueError naming the argument that is impossible.
    Assumes: each row is published by itself; linked tables need the same mask on both. Source:
    Hundepool et al. 2012, Statistical Disclosure Control, ch. 4, doi:10.1002/9781118348239.
    """
    counts = floats(cells, "cells")
    refuse(counts < 0, "cells", "must not be negative")
    refuse(threshold < 1, "threshold", "must be 1 or more")
    rows = np.atleast_2d(counts)
    refuse(rows.ndim != 2, "cells", "must be a row or rows of cells")
    whole = np.full(len(rows), np.nan) if total is None else floats(total, "total")
    try:
        totals = np.broadcast_to(whole, len(rows))
    except ValueError as error:
        raise ValueError("total must have one entry a row") from error
    refuse(np.nansum(rows, axis=1) > totals, "total", "must not be below the sum of the cells")
    hidden = [_row(row, part, threshold) for row, part in zip(rows, totals, strict=True)]
    return np.asarray(hidden, dtype=np.bool_).reshape(counts.shape)


def _row(row: Floats, total: float, threshold: int) -> Bools:
    hidden = np.isnan(row) | ((row > 0) & (row < threshold))
    if np.isnan(total):
        return hidden
    rest = total - row
    hidden = hidden | ((rest > 0) & (rest < threshold) & (row > 0))
    if not hidden.any():
        return hidden
    for cell in np.argsort(row, kind="stable"):
        # A cell that came hidden holds what the total leaves, whatever that is.
        held = total - row[~hidden].sum()
        if hidden.sum() >= 2 and held >= threshold:
            break
        if row[cell] > 0:
            hidden[cell] = True
    return hidden
