"""What a value's numerator and denominator say about its margin of error."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from suunta.core.assess.arrays import Floats
from suunta.core.assess.intervals import rate, wilson
from suunta.core.series import Reading

# Value and counts belong together when they agree to a tenth, or to half a unit after rounding.
AGREES_WITHIN = 0.10
ROUNDED_TO = 0.5
SMALLEST_RATE = 1000  # a rate is given per thousand or more


class Margin(NamedTuple):
    """What is known of a value's margin of error; NaN where nothing is.

    variance: sampling variance, in the value's unit squared; x, n, per: the value is per * x / n,
    events x among n; low95, high95: its interval, where it does not come from x and n.
    """

    variance: float
    x: float = math.nan
    n: float = math.nan
    per: float = math.nan
    low95: float = math.nan
    high95: float = math.nan


UNKNOWN = Margin(math.nan)


def margins(readings: Sequence[Reading]) -> list[Margin]:
    """Margin of error of each reading, UNKNOWN where its counts do not tell.

    A proportion (value = numerator / denominator, times 1 or 100) has the binomial variance, a rate
    (times 1000 or more) the Poisson variance. Anything else, such as euros per inhabitant, a mean
    score or a ratio above 100 %, says nothing about its spread: unknown. So are counts that do not
    fit the value.
    """
    found = [_multiplier(reading) for reading in readings]
    # Where nothing was counted the value has no unit of its own; its neighbours have.
    usual = next((per for per in found if per), 100)
    return [
        _margin(reading, usual if per == 0 else per)
        for reading, per in zip(readings, found, strict=True)
    ]


def intervals95(known: Sequence[Margin] | Floats) -> tuple[Floats, Floats]:
    """95 % intervals (low, high) in the values' units: Wilson for proportions, `rate` for rates.

    Parameters: known: at least one, or an array with the fields of Margin as its columns. NaN where
    only the variance is known, or nothing.
    """
    _, x, n, per, low95, high95 = np.asarray(known, dtype=np.float64).T
    is_rate = per >= SMALLEST_RATE
    shares = wilson(np.where(is_rate, np.nan, x), n)
    rates = rate(np.where(is_rate, x, np.nan), np.where(is_rate, n, np.nan), 1)
    low, high = (
        np.where(is_rate, events, share) * per for events, share in zip(rates, shares, strict=True)
    )
    return np.where(np.isnan(per), low95, low), np.where(np.isnan(per), high95, high)


def _margin(reading: Reading, per: int | None) -> Margin:
    x, n = reading.numerator, reading.denominator
    if per is None or x is None or n is None:
        return UNKNOWN
    if per >= SMALLEST_RATE:
        variance = x * (per / n) * (per / n)
        return Margin(variance, x, n, per) if math.isfinite(variance) else UNKNOWN
    if x > n or per not in (1, 100):
        return UNKNOWN
    share = x / n
    return Margin(per**2 * share * (1 - share) / n, x, n, per)


def _multiplier(reading: Reading) -> int | None:
    """The power of ten, 1 or more, by which the counts give the value.

    0 where value and numerator are 0 (any would); None where there are no counts, or none fits.
    """
    x, n, value = reading.numerator, reading.denominator, reading.value
    if value is None or x is None or n is None or x < 0 or value < 0:
        return None
    if x == 0 or value == 0:
        return 0 if x == value else None
    ratio = value * n / x
    if not 0 < ratio < math.inf:
        return None  # numbers beyond what floats hold
    power = max(round(math.log10(ratio)), 0)
    expected = 10**power * x / n
    rounding = ROUNDED_TO if power else 0.0
    fits = abs(value - expected) <= max(AGREES_WITHIN * expected, rounding)
    return 10**power if fits else None
