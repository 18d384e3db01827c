"""From values to places: linear scales and ticks at round numbers."""

from __future__ import annotations

import math
from dataclasses import dataclass


@dataclass(frozen=True)
class Scale:
    """A linear scale from [low, high] to [start, end]."""

    low: float
    high: float
    start: float
    end: float

    def __call__(self, value: float) -> float:
        """The place of a value."""
        width = self.high - self.low
        share = 0.5 if width == 0 else (value - self.low) / width
        return self.start + share * (self.end - self.start)


def round_step(width: float, count: int) -> float:
    """The step 1, 2, 2.5 or 5 times a power of ten that gives about `count` ticks."""
    raw = width / max(count, 1)
    power = 10.0 ** math.floor(math.log10(raw))
    return next(step * power for step in (1, 2, 2.5, 5, 10) if step * power >= raw * 0.999)


def round_ticks(low: float, high: float, count: int) -> list[float]:
    """Round numbers that enclose [low, high]."""
    if high == low:
        margin = abs(low) * 0.1 or 1.0
        low, high = low - margin, high + margin
    step = round_step(high - low, count)
    first = math.floor(low / step + 1e-9)
    last = math.ceil(high / step - 1e-9)
    return [round(index * step, 10) for index in range(first, last + 1)]


def value_range(values: list[float]) -> tuple[float, float]:
    """The range an axis must show: from zero when the values lie near it, else from the least."""
    low, high = min(values), max(values)
    if low >= 0 and low <= 0.4 * high:
        return 0.0, high
    return low, high
