"""A town among its peers: values with their intervals, and what chance alone would make of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

import numpy as np

from suunta.core.assess.peers import funnel_limits
from suunta.core.assess.sampling import intervals95, margins
from suunta.core.period import parse_period
from suunta.core.series import Reading
from suunta.core.texts import Text

FEWEST_FOR_FUNNEL = 4  # areas, the town included
CONFIDENCES = (0.95, 0.998)


@dataclass(frozen=True)
class AreaValue:
    """One area's newest value, of its own period; low and high: its 95 % interval, where known."""

    area: str
    name: Text
    own: bool
    period: str | None  # None where nothing is known of the area
    value: float | None
    status: str  # ok | missing | suppressed
    numerator: float | None = None
    denominator: float | None = None
    low: float | None = None
    high: float | None = None
    source_title: str = ""
    source_url: str = ""
    known_on: date | None = None


@dataclass(frozen=True)
class Funnel:
    """Where shares lie by chance alone, per cent: the average of all areas together, and for a
    number of people the limits of 95 and 99.8 % of the areas."""

    average: float

    def limits(self, people: Sequence[float]) -> list[list[tuple[float, float]]]:
        """(low, high) for each number of people, the 95 % limits first."""
        found = []
        for confidence in CONFIDENCES:
            low, high = funnel_limits(self.average / 100, list(people), confidence)
            ends = zip(np.atleast_1d(low), np.atleast_1d(high), strict=True)
            found.append([(100 * float(a), 100 * float(b)) for a, b in ends])
        return found

    def outside(self, value: AreaValue) -> bool:
        """Whether chance alone hardly explains the value (99.8 %)."""
        if value.value is None or not value.denominator:
            return False
        low, high = self.limits([value.denominator])[-1][0]
        return not low <= 100 * (value.numerator or 0.0) / value.denominator <= high


@dataclass(frozen=True)
class Comparison:
    """A town among one group of peers, the town first, then the others by name as they were given:
    no order of merit."""

    name: Text
    basis: str  # size | region | bilingual | own
    reason: Text
    values: tuple[AreaValue, ...]
    funnel: Funnel | None

    @property
    def periods(self) -> tuple[str, ...]:
        """The periods that occur, oldest first."""
        there = {value.period for value in self.values if value.period}
        return tuple(sorted(there, key=parse_period))


def with_intervals(values: Sequence[AreaValue]) -> tuple[AreaValue, ...]:
    """The values with their 95 % intervals where the counts behind them are known."""
    known = [value for value in values if value.value is not None and value.period]
    if not known:
        return tuple(values)
    readings = [
        Reading(parse_period(each.period or ""), each.value, each.numerator, each.denominator)
        for each in known
    ]
    low, high = intervals95(margins(readings))
    found = {}
    for index, each in enumerate(known):
        if not np.isnan(low[index]):
            found[each.area] = replace(each, low=float(low[index]), high=float(high[index]))
    return tuple(found.get(value.area, value) for value in values)


def funnel_of(values: Sequence[AreaValue]) -> Funnel | None:
    """A funnel where all values are shares of known numbers of people; None otherwise."""
    known = [value for value in values if value.value is not None]
    fits = all(
        value.denominator and value.low is not None and (value.value or 0) <= 100 for value in known
    )
    if len(known) < FEWEST_FOR_FUNNEL or not fits:
        return None
    part = sum(value.numerator or 0.0 for value in known)
    return Funnel(100 * part / sum(value.denominator or 0.0 for value in known))
