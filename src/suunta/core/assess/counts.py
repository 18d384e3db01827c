"""Margins of error in columns: what numerators and denominators say, for many series at once.

The same rules as `sampling.margins`, one row a value; a test holds the two together.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from suunta.core.assess.arrays import Floats
from suunta.core.assess.sampling import AGREES_WITHIN, ROUNDED_TO, SMALLEST_RATE, intervals95

USUAL = 100.0  # where no value of a series tells its multiplier
TENS = np.asarray([float(10**power) for power in range(309)])


class Margins(NamedTuple):
    """Per value, NaN where unknown: sampling variance; x events among n; the value is per x / n."""

    variances: Floats
    x: Floats
    n: Floats
    per: Floats

    def at(self, index: NDArray[np.int64]) -> Margins:
        """Those of some values; the index -1 has none."""
        return Margins(*(np.append(column, np.nan)[index] for column in self))


def margins_of(values: Floats, x: Floats, n: Floats, owners: NDArray[np.int64]) -> Margins:
    """The margins of the values of many series.

    Parameters: values, x, n: shape (k,), series after series, each in time order, NaN where there
    is none; n above 0; owners: the number of the series of each value, ascending.
    Returns: Margins of shape (k,).
    """
    unknown = np.full(len(values), np.nan)
    told = np.flatnonzero(~(np.isnan(values) | np.isnan(x) | np.isnan(n)))
    if not told.size:
        return Margins(unknown, unknown, unknown, unknown)
    own, of = x[told], n[told]
    with np.errstate(all="ignore"):
        per = _usual_for_zero(_multipliers(values[told], own, of), owners[told])
        share = own / of
        as_share = per * per * share * (1 - share) / of
        as_rate = own * (per / of) * (per / of)
    is_rate = per >= SMALLEST_RATE
    fits = is_rate | ((own <= of) & ((per == 1) | (per == 100)))
    variance = np.where(is_rate, as_rate, as_share)
    fits &= np.isfinite(variance)
    return Margins(*(_put(unknown, told, fits, column) for column in (variance, own, of, per)))


def newest_intervals(margins: Margins) -> tuple[Floats, Floats]:
    """95 % intervals of values; NaN where nothing is known."""
    known = np.flatnonzero(~np.isnan(margins.per))
    low, high = (np.full(len(margins.per), np.nan) for _ in range(2))
    if known.size:
        variance, x, n, per = (column[known] for column in margins)
        none = np.full(known.size, np.nan)
        low[known], high[known] = intervals95(np.column_stack([variance, x, n, per, none, none]))
    return low, high


def _multipliers(values: Floats, x: Floats, n: Floats) -> Floats:
    """The power of ten by which the counts give the value; 0 where any would, NaN where none."""
    ratio = values * n / x
    power = np.fmax(np.rint(np.log10(ratio)), 0.0)
    usable = (x > 0) & (values > 0) & (ratio > 0) & np.isfinite(ratio)
    power = np.where(usable, power, 0.0).astype(np.int64)
    tens = TENS[power]
    expected = tens * x / n
    slack = np.maximum(AGREES_WITHIN * expected, np.where(power > 0, ROUNDED_TO, 0.0))
    fits = usable & (np.abs(values - expected) <= slack)
    return np.where((x == 0) & (values == 0), 0.0, np.where(fits, tens, np.nan))


def _usual_for_zero(per: Floats, owners: NDArray[np.int64]) -> Floats:
    """Where nothing was counted the value has no unit of its own; its neighbours have."""
    nothing = per == 0
    if not nothing.any():
        return per
    telling = np.flatnonzero(per > 0)
    series, first = np.unique(owners[telling], return_index=True)
    usual = np.full(owners[-1] + 1, USUAL)
    usual[series] = per[telling[first]]
    return np.where(nothing, usual[owners], per)


def _put(
    empty: Floats, places: NDArray[np.int64], kept: NDArray[np.bool_], column: Floats
) -> Floats:
    full = empty.copy()
    full[places[kept]] = column[kept]
    return full
