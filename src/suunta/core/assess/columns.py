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
from suunta.core.assess.levels import BASES, CHANGES, COMPARATORS, SIGNS

Texts = NDArray[np.str_]


class Levels(NamedTuple):
    """Columns of shape (m,) as `kernel.assess` takes them.

    targets: NaN for no target; far_targets; directions: NaN unknown; strict; judgeable: False where
    the row contradicts itself, lacks its baseline or names something unknown (status "error": its
    target is NaN).
    """

    targets: Floats
    far_targets: Floats
    directions: Floats
    strict: Bools
    judgeable: Bools


def reduce_columns(
    comparators: Sequence[str | None],
    values: ArrayLike,
    values_max: ArrayLike,
    bases: Sequence[str | None],
    directions: Sequence[str | None],
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
    return Levels(
        targets=np.where(usable, np.where(ranged, np.fmin(low, high), goal), np.nan),
        far_targets=np.where(usable & ranged, np.fmax(low, high), np.nan),
        directions=np.where(np.isnan(sign) & usable & ~ranged, inferred, sign),
        strict=~ranged
        & (
            np.isin(comparator, (">", "<"))
            | (directional & ((basis == "relative_to_baseline") | np.isnan(value)))
        ),
        judgeable=~wrong,
    )


def _level(amount: Floats, comparator: Texts, basis: Texts, sign: Floats, base: Floats) -> Floats:
    """A value, or the baseline changed by it; NaN where the baseline is missing or 0 per cent."""
    verb = np.isin(comparator, ("increase", "decrease"))
    follows = verb | ((comparator == "=") & ~np.isnan(sign))
    change = np.where(follows, sign * np.abs(amount), amount)
    nonzero = np.where(base == 0, np.nan, np.abs(base))
    change = np.where(basis == "change_percent", nonzero * change / 100, change)
    return np.where(np.isin(basis, CHANGES), _exact(base + change), amount)


def _exact(values: Floats) -> Floats:
    """Twelve significant digits, as `levels.exact`."""
    size = np.floor(np.log10(np.abs(np.where(values == 0, 1.0, values))))
    scale = 10.0 ** np.nan_to_num(11 - size)
    return np.asarray(np.round(values * scale) / scale)


def _texts(codes: Sequence[str | None], missing: str = "") -> Texts:
    return np.asarray([code or missing for code in codes], dtype=np.str_)
