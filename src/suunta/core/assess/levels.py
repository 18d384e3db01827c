"""From what was promised to the level G: comparator, basis, baseline and direction."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import get_args

from suunta.core.assess.model import Target
from suunta.core.assess.notes import Remark, remark
from suunta.core.strategy import Basis, Comparator, Direction

SIGNS = {">=": 1.0, ">": 1.0, "increase": 1.0, "<=": -1.0, "<": -1.0, "decrease": -1.0}
CHANGES = ("change_absolute", "change_percent", "percentage_points")
COMPARATORS: tuple[str, ...] = get_args(Comparator)
BASES: tuple[str, ...] = get_args(Basis)


class BaselineMissingError(ValueError):
    """The target is a change, and there is no baseline to change from."""


@dataclass(frozen=True)
class Goal:
    """A target as a level: d (y - G) >= 0 is met, > 0 where strict.

    target: G, NaN for no target; sign: d, NaN unknown; far: the upper end of a range.
    """

    target: float = math.nan
    sign: float = math.nan
    far: float = math.nan
    strict: bool = False
    remarks: tuple[Remark, ...] = ()


def exact(value: float) -> float:
    """A computed number without its rounding error, so that meeting a target exactly meets it."""
    return float(f"{value:.12g}")


def is_open(target: Target | None) -> bool:
    """Whether there is nothing to judge by: no target, only followed, or an unfilled placeholder.

    A comparator of direction without a value is a target when its basis is the baseline or not
    said; with another basis the value was meant to be there and is not.
    """
    if target is None or target.comparator == "none":
        return True
    if target.value is not None or target.value_max is not None or target.path:
        return False
    if target.of is not None and target.comparator != "rank_top_fraction":
        return False
    directional = target.comparator in ("increase", "decrease")
    return not (target.basis == "relative_to_baseline" or (directional and target.basis is None))


def given_sign(target: Target | None, direction: Direction | None) -> float:
    """d as far as direction and comparator say it, NaN where neither does.

    Raises: ValueError naming the direction where it contradicts the comparator.
    """
    told = {"up": 1.0, "down": -1.0}.get(direction or "", math.nan)
    if target is None:
        return told
    compared = SIGNS.get(target.comparator, math.nan)
    if told * compared < 0:
        raise ValueError(
            f"direction: {direction!r} contradicts the comparator {target.comparator!r}"
        )
    return compared if math.isnan(told) else told


def goal_of(target: Target, sign: float, baseline: float | None) -> Goal:
    """The level that a target comes to.

    Parameters: target: not open; sign: of `given_sign`; baseline: the starting value.
    Raises: BaselineMissingError; ValueError naming the field that cannot be.
    """
    ends, remarks = _ends(target, sign, baseline)
    if target.value is not None and target.value_max is not None:
        low, high = min(ends), max(ends)
        return Goal(low, sign, high, False, (*remarks, remark("range", low=low, high=high)))
    level = ends[0]
    if math.isnan(sign):
        sign, inferred = _inferred(target, level, baseline)
        remarks = (*remarks, inferred)
    return Goal(level, sign, math.nan, _is_strict(target), remarks)


def _ends(
    target: Target, sign: float, baseline: float | None
) -> tuple[tuple[float, ...], tuple[Remark, ...]]:
    amounts = tuple(amount for amount in (target.value, target.value_max) if amount is not None)
    if not amounts:
        if baseline is None:
            raise BaselineMissingError("baseline.value: needed, the target is measured from it")
        return (baseline,), (remark("better_than_baseline", baseline=baseline),)
    if target.basis not in CHANGES:
        return amounts, ()
    if baseline is None:
        raise BaselineMissingError("baseline.value: needed, the target is a change from it")
    changes = tuple(_signed(target, amount, sign) for amount in amounts)
    if target.basis == "change_percent":
        if baseline == 0:
            raise ValueError("baseline.value: a per cent change from 0 does not exist")
        changes = tuple(abs(baseline) * change / 100 for change in changes)
    levels = tuple(exact(baseline + change) for change in changes)
    if not all(math.isfinite(level) for level in levels):
        raise ValueError("target.value: comes to a level that is no finite number")
    details = {"baseline": baseline, "change": exact(changes[0]), "target": levels[0]}
    return levels, (remark("change_from_baseline", **details),)


def _signed(target: Target, amount: float, sign: float) -> float:
    """A change with its sign: verbs say it, "=" follows the direction, bounds mean it literally."""
    if target.comparator in ("increase", "decrease"):
        return SIGNS[target.comparator] * abs(amount)
    if target.comparator == "=" and not math.isnan(sign):
        return sign * abs(amount)
    return amount


def _is_strict(target: Target) -> bool:
    """ "More than" and "better than the baseline" are not met by being equal."""
    directional = target.comparator in ("increase", "decrease")
    relative = target.basis == "relative_to_baseline" or target.value is None
    return target.comparator in (">", "<") or (directional and relative)


def _inferred(target: Target, level: float, baseline: float | None) -> tuple[float, Remark]:
    """Which way "=" looks: from the baseline towards the target, and up where there is none."""
    only_ceiling = target.value is None and target.value_max is not None
    down = only_ceiling or (baseline is not None and baseline > level)
    return (-1.0 if down else 1.0), remark("direction_inferred", better="down" if down else "up")
