"""What a value's numerator and denominator say about its margin of error."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import NamedTuple

from suunta.core.assess.intervals import rate, wilson
from suunta.core.series import Reading

# Value and counts belong together when they agree to a tenth, or to half a unit after rounding.
AGREES_WITHIN = 0.10
ROUNDED_TO = 0.5
SMALLEST_RATE = 1000  # a rate is given per thousand or more


class Margin(NamedTuple):
    """Sampling variance and 95 % interval of a value, in its unit (squared for the variance)."""

    variance: float
    low95: float
    high95: float


UNKNOWN = Margin(math.nan, math.nan, math.nan)


def margins(readings: Sequence[Reading]) -> list[Margin]:
    """Margin of error of each reading, UNKNOWN where its counts do not tell.

    A proportion (value = numerator / denominator, times 1 or 100) has the binomial variance and
    the Wilson interval; a rate (times 1000 or more) the Poisson variance and the interval of
    `intervals.rate`. Anything else, such as euros per inhabitant, a mean score or a ratio above
    100 %, says nothing about its spread: unknown. So are counts that do not fit the value.
    """
    found = [_multiplier(reading) for reading in readings]
    # Where nothing was counted the value has no unit of its own; its neighbours have.
    usual = next((per for per in found if per), 100)
    return [
        _margin(reading, usual if per == 0 else per)
        for reading, per in zip(readings, found, strict=True)
    ]


def _margin(reading: Reading, per: int | None) -> Margin:
    x, n = reading.numerator, reading.denominator
    if per is None or x is None or n is None:
        return UNKNOWN
    if per >= SMALLEST_RATE:
        low, high = rate(x, n, per)
        return Margin(x * (per / n) ** 2, float(low), float(high))
    if x > n or per not in (1, 100):
        return UNKNOWN
    share = x / n
    low, high = wilson(x, n)
    return Margin(per**2 * share * (1 - share) / n, per * float(low), per * float(high))


def _multiplier(reading: Reading) -> int | None:
    """The power of ten, 1 or more, by which the counts give the value.

    0 where value and numerator are 0 (any would); None where there are no counts, or none fits.
    """
    x, n, value = reading.numerator, reading.denominator, reading.value
    if value is None or x is None or n is None or x < 0 or value < 0:
        return None
    if x == 0 or value == 0:
        return 0 if x == value else None
    power = max(round(math.log10(value * n / x)), 0)
    expected = 10**power * x / n
    rounding = ROUNDED_TO if power else 0.0
    fits = abs(value - expected) <= max(AGREES_WITHIN * expected, rounding)
    return 10**power if fits else None
