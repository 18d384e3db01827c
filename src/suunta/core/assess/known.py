"""What is known of the series of many targets, before anything is judged."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from suunta.core.assess.arrays import Bools, Floats
from suunta.core.assess.dense import Dense
from suunta.core.assess.promises import Promises, Reduced
from suunta.core.assess.ragged import Ints, Ragged, Told, newest_is_hidden


class Known(NamedTuple):
    """What the targets' series tell, (m,) each, and their last values.

    gaps: reporting periods in years; newest: end of the newest value of the whole series;
    newest_row: of the newest value that takes part; alone: it is the only one; undated: the
    baseline alone; first_times: end of the first value.
    """

    dense: Dense
    hidden: Bools
    gaps: Floats
    newest: Floats
    newest_row: Ints
    baseline_only: Bools
    undated: Bools
    first_times: Floats


def first_values(told: Told, own: Promises) -> tuple[Floats, Bools]:
    """The first known value of each target's series, and whether it is the baseline, all alone."""
    firsts = np.append(told.values, np.nan)[_starts(told, own)]
    single = np.diff(told.offsets)[own.series] == 1
    return firsts, single & (firsts == own.baselines)


def know(series: Ragged, checked: Ragged, told: Told, own: Promises, reduced: Reduced) -> Known:
    """What the series tell, as given and checked, for each target."""
    hidden = newest_is_hidden(checked, own.series, own.deadlines)
    every, ends = told.offsets[own.series + 1], told.until(own.series, own.deadlines)
    dense = told.window(own.series, ends, hidden)
    newest = told.newest(own.series, every)
    index = told.newest(own.series, ends)
    # One value at most is the baseline's own; the first value is, where it stands for one.
    single = (ends - told.offsets[own.series]) == 1
    same = np.append(told.values, np.nan)[index] == own.baselines
    rows = np.diff(series.offsets)[own.series]
    undated = (rows == 0) & ~np.isnan(own.baselines)
    return Known(
        dense,
        hidden,
        _gaps(told, own.series, every, dense, ends, hidden),
        np.append(told.times, np.nan)[newest],
        index,
        undated | (single & (same | reduced.from_first)),
        undated,
        np.append(told.times, np.nan)[_starts(told, own)],
    )


def _gaps(told: Told, series: Ints, every: Ints, dense: Dense, ends: Ints, hidden: Bools) -> Floats:
    """Median gap of the last ten values of the whole series; a year where there is only one."""
    gaps = dense.gaps()
    other = np.flatnonzero((ends != every) | hidden)
    if other.size:
        seen = np.zeros(other.size, dtype=np.bool_)
        gaps[other] = told.window(series[other], every[other], seen).gaps()
    return np.where(every - told.offsets[series] == 1, 1.0, gaps)


def _starts(told: Told, own: Promises) -> Ints:
    """Where the values of each target's series begin, -1 where there are none."""
    start, end = told.offsets[own.series], told.offsets[own.series + 1]
    return np.where(end > start, start, -1)
