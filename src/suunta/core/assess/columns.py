"""Targets in columns: the levels of many targets at once, for the bulk engines.

The same rules as `levels.goal_of`, one row a target; a property test holds the two together. What
needs more than a row (peers, paths, windows, other measures) belongs to `measure.assess_measures`.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import ArrayLike, NDArray

from suunta.core.assess.arrays import Bools, Floats
from suunta.core.assess.levels import BASES, CHANGES, COMPARATORS, SIGNS, exact

Texts = NDArray[np.str_]
LARGEST_EXACT_POWER = 22  # 10 ** 22 is the last power of ten that a float holds exactly
POWERS = np.asarray([float(10**power) for power in range(LARGEST_EXACT_POWER + 1)])
NEAR_TIE = 1e-3
BELOW_NEXT = 1e12  # the digits that twelve places hold


class Levels(NamedTuple):
    """Columns of shape (m,) as `kernel.assess` takes them.

    targets: NaN for no target; far_targets; directions: NaN unknown; strict; judgeable: False where
    the row contradicts itself, lacks its baseline or names something unknown (status "error": its
    target is NaN); inferred: the direction was; relative: "better than the baseline"; changes: by
    how much the first level differs from the baseline, NaN where the target is no change; firsts:
    the level of the value, or of value_max where it stands alone.
    """

    targets: Floats
    far_targets: Floats
    directions: Floats
    strict: Bools
    judgeable: Bools
    inferred: Bools
    relative: Bools
    changes: Floats
    firsts: Floats


def reduce_columns(
    comparators: Sequence[str | None] | Texts,
    values: ArrayLike,
    values_max: ArrayLike,
    bases: Sequence[str | None] | Texts,
    directions: Sequence[str | None] | Texts,
    baselines: ArrayLike,
) -> Levels:
    """The levels of m targets.

    Parameters: comparators, bases, directions: codes as `core.strategy` has them, None or "" for
    null; values, values_max, baselines: NaN for null; all of length m.
    Returns: Levels.
    """
    comparator, basis, polarity = _texts(comparators, "none"), _texts(bases), _texts(directions)
    value, upper, base = (np.asarray(a, dtype=np.float64) for a in (values, values_max, baselines))
    told = np.select([polarity == "up", polarity == "down"], [1.0, -1.0], np.nan)
    compared = np.select([comparator == code for code in SIGNS], list(SIGNS.values()), np.nan)
    sign = np.where(np.isnan(compared), told, compared)
    directional = np.isin(comparator, ("increase", "decrease"))
    bare = np.isnan(value) & np.isnan(upper)
    relative = bare & ((basis == "relative_to_baseline") | (directional & (basis == "")))
    closed = (comparator != "none") & (~bare | relative)
    low, high = (
        np.where(relative, base, _level(amount, comparator, basis, sign, base))
        for amount in (value, upper)
    )
    ranged = ~np.isnan(value) & ~np.isnan(upper)
    goal = np.where(np.isnan(value) & ~relative, high, low)
    no_sign = np.isnan(sign)
    down = (np.isnan(value) & ~relative) | (base > goal)
    inferred = np.where(down, -1.0, 1.0)
    wrong = (
        ~np.isin(comparator, COMPARATORS)
        | (comparator == "rank_top_fraction")
        | ~np.isin(basis, ("", *BASES))
        | ~np.isin(polarity, ("", "up", "down"))
        | (told * compared < 0)
        | (value > upper)
        | (closed & np.isnan(goal))
    )
    usable = closed & ~wrong
    first = np.where(np.isnan(value), upper, value)
    changed = usable & ~relative & np.isin(basis, CHANGES)
    return Levels(
        targets=np.where(usable, np.where(ranged, np.fmin(low, high), goal), np.nan),
        far_targets=np.where(usable & ranged, np.fmax(low, high), np.nan),
        directions=np.where(no_sign & usable & ~ranged, inferred, sign),
        strict=~ranged
        & (
            np.isin(comparator, (">", "<"))
            | (directional & ((basis == "relative_to_baseline") | np.isnan(value)))
        ),
        judgeable=~wrong,
        inferred=no_sign & usable & ~ranged,
        relative=relative & usable,
        changes=np.where(changed, _change(first, comparator, basis, sign, base), np.nan),
        firsts=goal,
    )


def _level(amount: Floats, comparator: Texts, basis: Texts, sign: Floats, base: Floats) -> Floats:
    """A value, or the baseline changed by it; NaN where the baseline is missing or 0 per cent."""
    changed = np.isin(basis, CHANGES)
    if not changed.any():
        return amount
    change = _change(amount, comparator, basis, sign, base)
    return np.where(changed, exact_all(np.where(changed, base + change, np.nan)), amount)


def _change(amount: Floats, comparator: Texts, basis: Texts, sign: Floats, base: Floats) -> Floats:
    """A change with its sign, in the unit of the baseline."""
    verb = np.isin(comparator, ("increase", "decrease"))
    follows = verb | ((comparator == "=") & ~np.isnan(sign))
    change = np.where(follows, sign * np.abs(amount), amount)
    nonzero = np.where(base == 0, np.nan, np.abs(base))
    return np.where(basis == "change_percent", nonzero * change / 100, change)


def exact_all(values: Floats) -> Floats:
    """Twelve significant digits, to the last bit as `levels.exact`.

    Scaling, rounding and dividing is right where the scale is a power of ten that floats hold and
    the rest is no near tie; the few others are written out and read again.
    """
    size = np.floor(np.log10(np.abs(np.where(values == 0, 1.0, values))))
    power = np.nan_to_num(11 - size, nan=0.0, posinf=-1.0, neginf=-1.0)
    plain = (power >= 0) & (power <= LARGEST_EXACT_POWER)
    scale = POWERS[np.where(plain, power, 0).astype(int)]
    scaled = values * scale
    nearest = np.rint(scaled)
    plain &= (np.abs(np.abs(scaled - nearest) - 0.5) > NEAR_TIE) & (np.abs(nearest) < BELOW_NEXT)
    result = np.asarray(nearest / scale)
    odd = np.flatnonzero(~plain & np.isfinite(values))
    result[odd] = [exact(value) for value in values[odd].tolist()]
    return np.where(np.isfinite(values), result, values)


def _texts(codes: Sequence[str | None] | Texts, missing: str = "") -> Texts:
    if isinstance(codes, np.ndarray):
        return np.where(codes == "", missing, codes)
    return np.asarray([code or missing for code in codes], dtype=np.str_)
