"""The change since the previous value: all that can be said of the past below four values."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from suunta.core.assess.intervals import newcombe
from suunta.core.assess.sampling import SMALLEST_RATE, margins
from suunta.core.series import Reading


@dataclass(frozen=True)
class Change:
    """Newest minus previous value, in the measure's unit.

    since: the previous period; low, high: Newcombe's 95 % interval where both values are
    proportions whose counts are known, otherwise None.
    """

    since: str
    difference: float
    low: float | None = None
    high: float | None = None


def change_since_previous(readings: Sequence[Reading]) -> Change | None:
    """The last change of a series; None for fewer than two values.

    Parameters: readings, oldest first, with values (missing and suppressed ones left out).
    Assumes: two independent samples. Source: Newcombe 1998, see `intervals.newcombe`.
    """
    if len(readings) < 2:
        return None
    before, newest = readings[-2:]
    difference = (newest.value or 0.0) - (before.value or 0.0)
    since = str(before.period)
    first, second = margins(readings)[-2:]
    if first.per != second.per or not second.per < SMALLEST_RATE:
        return Change(since, difference)
    _, low, high = newcombe(second.x, second.n, first.x, first.n)
    return Change(since, difference, second.per * float(low), second.per * float(high))
