"""Whether a figure that came by itself can be right: inside the limits, and no wild jump."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from typing import Literal

from suunta.core.period import Period, parse_period

# A jump is asked about where it is this many times the usual change.
TIMES = 10.0
# Fewer changes than these tell nothing about what is usual.
FEWEST_CHANGES = 3
Limits = tuple[float | None, float | None]


@dataclass(frozen=True)
class Doubt:
    """A figure that a person must look at. before: the figure that it is held against; usual: the
    median change from one period to the next; both None for a limit."""

    code: Literal["limit", "jump"]
    period: str
    value: float
    before: float | None = None
    usual: float | None = None


def doubts(known: Mapping[str, float], new: Mapping[str, float], limits: Limits) -> list[Doubt]:
    """What cannot be right in `new`, a series by period like `known`, both of one unit.

    A new figure is held against the last known one before it, or of the same period, and its
    change against the median of the changes between neighbours in `known`. Periods of other
    lengths are other series and are not compared.
    """
    found = [Doubt("limit", period, value) for period, value in new.items() if out(value, limits)]
    seen = {doubt.period for doubt in found}
    for length in {round(parse_period(period).months, 3) for period in new}:
        mine = {p: v for p, v in known.items() if round(parse_period(p).months, 3) == length}
        asked = {
            p: v
            for p, v in new.items()
            if p not in seen and round(parse_period(p).months, 3) == length
        }
        found += jumps(mine, asked)
    return found


def out(value: float, limits: Limits) -> bool:
    """Whether a value is outside its limits."""
    low, high = limits
    return (low is not None and value < low) or (high is not None and value > high)


def jumps(known: Mapping[str, float], new: Mapping[str, float]) -> list[Doubt]:
    """Changes of more than ten times the usual one."""
    line = sorted((parse_period(period), value) for period, value in known.items())
    usual = usual_change([value for _, value in line])
    if usual is None:
        return []
    found = []
    for period, value in new.items():
        before = last_before(line, parse_period(period))
        if before is not None and abs(value - before) > TIMES * usual:
            found.append(Doubt("jump", period, value, before, usual))
    return found


def usual_change(values: list[float]) -> float | None:
    """The median size of a change; None where too few are known or nothing ever changed."""
    changes = [abs(after - before) for before, after in pairwise(values)]
    if len(changes) < FEWEST_CHANGES:
        return None
    return median(changes) or sum(changes) / len(changes) or None


def last_before(line: list[tuple[Period, float]], period: Period) -> float | None:
    """The value of the same period, else of the last one before it."""
    earlier = [value for each, value in line if each <= period]
    return earlier[-1] if earlier else None
