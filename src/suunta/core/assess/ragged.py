"""Series of any length as flat columns: checked, put in order, cut to what takes part."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from suunta.core.assess.arrays import Bools, Floats
from suunta.core.assess.counts import Margins, margins_of
from suunta.core.assess.dense import WIDTH, Dense
from suunta.core.assess.status import SAME_DAY

Ints = NDArray[np.int64]
EARLIEST, LATEST = 1.0, 10_000.0  # decimal years; 202112 is none


@dataclass(frozen=True)
class Ragged:
    """Many series, one after the other.

    offsets: shape (s + 1,): series i is the rows from offsets[i] up to offsets[i + 1]; times:
    period ends as decimal years, in any order; values, numerators, denominators: NaN where there is
    none; suppressed: the value is hidden. All but offsets of shape (k,).
    """

    offsets: Ints
    times: Floats
    values: Floats
    numerators: Floats
    denominators: Floats
    suppressed: Bools

    def owners(self) -> Ints:
        """The number of each row's series."""
        return np.repeat(np.arange(len(self.offsets) - 1), np.diff(self.offsets))

    def rows(self, kept: Bools | Ints) -> Ragged:
        """These rows only, series keeping their numbers."""
        owners = self.owners()[kept]
        counts = np.bincount(owners, minlength=len(self.offsets) - 1)
        return Ragged(
            np.concatenate([[0], np.cumsum(counts)]),
            self.times[kept],
            self.values[kept],
            self.numerators[kept],
            self.denominators[kept],
            self.suppressed[kept],
        )


@dataclass(frozen=True)
class Fault:
    """What is wrong with some of many rows: a mask of shape (m,), the field and the words."""

    mask: Bools
    field: str
    what: str

    def __str__(self) -> str:
        return f"{self.field}: {self.what}"


def check_series(series: Ragged) -> tuple[Ragged, list[Fault]]:
    """The series in time order, without those that cannot be judged, and what is wrong with them.

    Returns: the sound series, numbered as before, faulty ones empty; the faults, masks of shape
    (s,). A missing value is no fault; NaN is missing.
    """
    owners = series.owners()
    told = ~(np.isnan(series.values) | series.suppressed)
    bad = {
        ("series.period", "must be a decimal year, such as 2022.0 for the end of 2021"): ~(
            (series.times >= EARLIEST) & (series.times <= LATEST)
        ),
        ("series.value", "must be a finite number"): np.isinf(series.values),
        ("series.numerator", "must be a finite number"): told & np.isinf(series.numerators),
        ("series.denominator", "must be a finite number"): told & np.isinf(series.denominators),
        ("series.denominator", "must be above zero"): told & (series.denominators <= 0),
    }
    ordered = _in_order(series, owners)
    twice = (np.diff(ordered.times) <= SAME_DAY) & (np.diff(owners) == 0)
    bad[("series.period", "two values end on the same day; give one of them")] = np.append(
        twice, np.zeros(min(len(owners), 1), dtype=np.bool_)
    )
    faults = [
        Fault(_any(mask, owners, len(series.offsets) - 1), *words)
        for words, mask in bad.items()
        if mask.any()
    ]
    if faults:
        wrong = np.logical_or.reduce([fault.mask for fault in faults])
        ordered = ordered.rows(~wrong[owners])
    return ordered, faults


def _in_order(series: Ragged, owners: Ints) -> Ragged:
    falling = (np.diff(series.times) < 0) & (np.diff(owners) == 0)
    if not (falling.any() or np.isnan(series.times).any()):
        return series
    return series.rows(np.lexsort((series.times, owners)))


def _any(mask: Bools, owners: Ints, series: int) -> Bools:
    return np.bincount(owners[mask], minlength=series) > 0


@dataclass(frozen=True)
class Told:
    """The values that are known, in time order, and what is known of their margins of error."""

    offsets: Ints
    times: Floats
    values: Floats
    margins: Margins

    def until(self, series: Ints, deadlines: Floats) -> Ints:
        """For each target the index behind the last value of its series not after the deadline."""
        return last_until(self.offsets, self.times, series, deadlines)

    def window(self, series: Ints, ends: Ints, hidden: Bools) -> Dense:
        """The last ten values of each target's series before `ends`; none where hidden."""
        index = ends[:, None] + np.arange(-WIDTH, 0)
        inside = (index >= self.offsets[series][:, None]) & ~hidden[:, None]
        index = np.where(inside, index, -1)
        columns = (self.times, self.values, self.margins.variances)
        times, values, variances = (np.append(column, np.nan)[index] for column in columns)
        return Dense(times, values, variances, inside.sum(axis=1).astype(np.float64))

    def newest(self, series: Ints, ends: Ints) -> Ints:
        """Index of the newest value before `ends`, -1 where there is none."""
        return np.where(ends > self.offsets[series], ends - 1, -1)


def told_values(series: Ragged) -> Told:
    """The known values of checked series."""
    known = series.rows(~(np.isnan(series.values) | series.suppressed))
    margins = margins_of(known.values, known.numerators, known.denominators, known.owners())
    return Told(known.offsets, known.times, known.values, margins)


def newest_is_hidden(checked: Ragged, series: Ints, deadlines: Floats) -> Bools:
    """Whether the newest point that tells anything, not after the deadline, is suppressed."""
    if not checked.suppressed.any():
        return np.zeros(len(series), dtype=np.bool_)
    telling = checked.rows(~np.isnan(checked.values) | checked.suppressed)
    ends = last_until(telling.offsets, telling.times, series, deadlines)
    index = np.where(ends > telling.offsets[series], ends - 1, -1)
    return np.asarray(np.append(telling.suppressed, False)[index])


def last_until(offsets: Ints, times: Floats, series: Ints, deadlines: Floats) -> Ints:
    """Where the rows that end no later than the deadline stop, for each target of a series.

    A binary search in all series at once; a deadline that is NaN keeps every row.
    """
    low, high = offsets[series], offsets[series + 1]
    limit = np.where(np.isnan(deadlines), np.inf, deadlines + SAME_DAY)
    guarded = np.append(times, np.inf)
    while (open_ := low < high).any():
        middle = (low + high) // 2
        kept = guarded[middle] <= limit
        low = np.where(open_ & kept, middle + 1, low)
        high = np.where(open_ & ~kept, middle, high)
    return low
