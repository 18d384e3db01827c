"""The formulas. Each takes plain numbers in the order of the inputs; None: there is no answer."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence

import numpy as np

from suunta.core.assess.standardise import direct
from suunta.core.derive.model import Derivation

Formula = Callable[[Derivation, Sequence[float]], float | None]


def ratio(rule: Derivation, x: Sequence[float]) -> float | None:
    """per * x1 / x2; nothing where x2 is 0."""
    return None if x[1] == 0 else rule.per * x[0] / x[1]


def share_of_share(rule: Derivation, x: Sequence[float]) -> float | None:
    """Shares of shares, all in per cent: 100 * (x1/100) * (x2/100) * ..."""
    return 100 * math.prod(each / 100 for each in x)


def growth(rule: Derivation, x: Sequence[float]) -> float | None:
    """From x1 to x2: in per cent 100 * (x2 - x1) / x1, for x1 above 0 alone; or x2 - x1."""
    if not rule.relative:
        return x[1] - x[0]
    return 100 * (x[1] - x[0]) / x[0] if x[0] > 0 else None


def mean(rule: Derivation, x: Sequence[float]) -> float | None:
    """The arithmetic mean."""
    return math.fsum(x) / len(x)


def index(rule: Derivation, x: Sequence[float]) -> float | None:
    """100 * x2 / x1, x1 being the value of the base period; for x1 above 0 alone."""
    return 100 * x[1] / x[0] if x[0] > 0 else None


def total(rule: Derivation, x: Sequence[float]) -> float | None:
    """The sum."""
    return math.fsum(x)


def standardised(rule: Derivation, x: Sequence[float]) -> float | None:
    """The directly standardised rate: first the events of all groups, then their people.

    Nothing below ten events, where its interval is not to be trusted, and where a group is empty.
    """
    half = len(x) // 2
    events, people = np.asarray(x[:half]), np.asarray(x[half:])
    if (people <= 0).any() or (events < 0).any():
        return None
    value = float(direct(events, people, rule.weights, rule.per)[0])
    return None if math.isnan(value) else value


FORMULAS: dict[str, Formula] = {
    "ratio": ratio,
    "per_inhabitant": ratio,
    "share_of_share": share_of_share,
    "growth": growth,
    "rolling_mean": mean,
    "index": index,
    "sum": total,
    "standardised": standardised,
}
RATIOS = ("ratio", "per_inhabitant")
