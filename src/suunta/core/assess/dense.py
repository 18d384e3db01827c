"""Dense arrays of series: ordered, moved to the right, cut to the last values before a deadline."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from suunta.core.assess.arrays import Bools, Floats
from suunta.core.assess.status import SAME_DAY

WIDTH = 10  # the last values of a series that take part


class Dense(NamedTuple):
    """Series with the newest value in the last column and NaN before the first.

    times, values, variances: shape (m, w), w at most 10; counts: values a row, shape (m,), floats.
    """

    times: Floats
    values: Floats
    variances: Floats
    counts: Floats

    def newest(self) -> tuple[Floats, Floats]:
        """Time and value of the newest, NaN for an empty row."""
        return self.times[:, -1], self.values[:, -1]

    def first(self) -> tuple[Floats, Floats]:
        """Time and value of the first, NaN for an empty row."""
        return self._first(self.times), self._first(self.values)

    def first_variance(self) -> Floats:
        """Sampling variance of the first value."""
        return self._first(self.variances)

    def squares(self) -> Floats:
        """Sum of squared differences between neighbours; 0 for fewer than two values."""
        return np.asarray(np.nansum(np.diff(self.values, axis=1) ** 2, axis=1))

    def gaps(self) -> Floats:
        """Median gap between neighbours in years, NaN for fewer than two values."""
        # nanmedian takes a slow path for each row; NaN sorts to the end, so two picks are enough
        sorted_gaps = np.sort(np.diff(self.times, axis=1), axis=1)
        if sorted_gaps.shape[1] == 0:
            return np.full(len(self.counts), np.nan)
        known = np.fmax(self.counts - 1, 1).astype(int)
        lower = np.take_along_axis(sorted_gaps, (known[:, None] - 1) // 2, axis=1)[:, 0]
        upper = np.take_along_axis(sorted_gaps, known[:, None] // 2, axis=1)[:, 0]
        return np.asarray((lower + upper) / 2)

    def _first(self, columns: Floats) -> Floats:
        width = columns.shape[1]
        index = np.clip(width - self.counts, 0, width - 1).astype(int)
        return np.asarray(np.take_along_axis(columns, index[:, None], axis=1)[:, 0])


def compact(times: Floats, values: Floats, variances: Floats, kept: Bools) -> Dense:
    """The last ten kept values of each row, newest last.

    Parameters: times, values, variances: shape (m, w), in any order; kept: shape (m, w).
    """
    key = np.where(kept, times, -np.inf)
    with np.errstate(invalid="ignore"):
        ordered = not (np.diff(key, axis=1) < 0).any()
    if not ordered:
        order = np.argsort(key, axis=1, kind="stable")
        kept = np.take_along_axis(kept, order, axis=1)
        times, values, variances = (
            np.take_along_axis(array, order, axis=1) for array in (times, values, variances)
        )
    kept = kept[:, -WIDTH:]
    t, y, v = (np.where(kept, array[:, -WIDTH:], np.nan) for array in (times, values, variances))
    return Dense(t, y, v, kept.sum(axis=1).astype(np.float64))


def no_later_than(times: Floats, deadlines: Floats) -> Bools:
    """Which values end no later than the deadline, shape (m, w); all where there is none."""
    limit = np.where(np.isnan(deadlines), np.inf, deadlines + SAME_DAY)
    return np.asarray(times <= limit[:, None])
