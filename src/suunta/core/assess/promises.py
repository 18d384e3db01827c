"""Targets in columns, checked, with everything that is wrong with each: for the bulk engines."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

import numpy as np

from suunta.core.assess.arrays import Bools, Floats
from suunta.core.assess.columns import Levels, Texts, reduce_columns
from suunta.core.assess.levels import BASES, CHANGES, COMPARATORS, SIGNS
from suunta.core.assess.ragged import EARLIEST, LATEST, Fault, Ints

FINITE = "must be a finite number"
RANK = "rank_top_fraction"


@dataclass(frozen=True)
class Promises:
    """Many targets, one row each, all of shape (m,).

    series: number of the series it belongs to; comparators, bases, directions: codes as
    `core.strategy` has them, "" for null; values, values_max, baselines: in the unit that the basis
    says, NaN for null; deadlines: decimal years, NaN for none; lows, highs: natural limits, NaN for
    none.
    """

    series: Ints
    comparators: Texts
    values: Floats
    values_max: Floats
    bases: Texts
    deadlines: Floats
    directions: Texts
    lows: Floats
    highs: Floats
    baselines: Floats


def check_promises(given: Promises) -> tuple[Promises, list[Fault]]:
    """The targets with what cannot be judged left out, and what is wrong with them."""
    told = np.select([given.directions == "up", given.directions == "down"], [1.0, -1.0], np.nan)
    compared = np.select(
        [given.comparators == code for code in SIGNS], list(SIGNS.values()), np.nan
    )
    faults = [fault for fault in _faults(given, told * compared < 0) if fault.mask.any()]
    if not faults:
        return given, []
    wrong = np.logical_or.reduce([fault.mask for fault in faults])
    nothing = np.where(wrong, np.nan, 0.0)
    columns = ("values", "values_max", "deadlines", "lows", "highs", "baselines")
    return (
        replace(
            given,
            comparators=np.where(wrong, "none", given.comparators),
            bases=np.where(wrong, "", given.bases),
            directions=np.where(wrong, "", given.directions),
            **{name: np.where(wrong, nothing, getattr(given, name)) for name in columns},
        ),
        faults,
    )


def _faults(given: Promises, contradicts: Bools) -> Iterator[Fault]:
    deadline = given.deadlines
    outside = ~((deadline >= EARLIEST) & (deadline <= LATEST)) & ~np.isnan(deadline)
    known = np.isin(given.comparators, ("", *COMPARATORS))
    yield Fault(~known, "targets.comparator", "is unknown")
    yield Fault(~np.isin(given.bases, ("", *BASES)), "targets.basis", "is unknown")
    sides = np.isin(given.directions, ("", "up", "down"))
    yield Fault(~sides, "targets.direction", "is not up, down or null")
    yield Fault(contradicts, "targets.direction", "contradicts the comparator")
    yield Fault(np.isinf(given.values), "targets.value", FINITE)
    yield Fault(np.isinf(given.values_max), "targets.value_max", FINITE)
    yield Fault(np.isinf(given.baselines), "targets.baseline_value", FINITE)
    yield Fault(np.isinf(given.lows), "targets.lo", FINITE)
    yield Fault(np.isinf(given.highs), "targets.hi", FINITE)
    yield Fault(given.lows > given.highs, "targets.lo", "is above targets.hi")
    yield Fault(given.values > given.values_max, "targets.value_max", "is below targets.value")
    when = "must be a decimal year, such as 2026.0 for the end of 2025"
    yield Fault(outside, "targets.deadline", when)


@dataclass(frozen=True)
class Reduced:
    """Promises as levels.

    levels; baselines: as given, or from the first value; from_first: where it is that one; ranks:
    a place among peers; missing: why no level can be known, "" where it can, as a code of notes;
    lows, highs: the limits in the unit of the level.
    """

    levels: Levels
    baselines: Floats
    from_first: Bools
    missing: Texts
    lows: Floats
    highs: Floats


def reduce_promises(
    given: Promises, firsts: Floats, ranks_wait: Bools
) -> tuple[Reduced, list[Fault]]:
    """The levels of checked targets.

    Parameters: firsts: the first known value of each target's series, NaN where there is none;
    ranks_wait: whether the one value known is the baseline.
    Returns: the levels and what is wrong, masks of shape (m,).
    """
    comparators = np.where(given.comparators == "", "none", given.comparators)
    bare = np.isnan(given.values) & np.isnan(given.values_max)
    ranks = (comparators == RANK) & ~(bare & (given.bases != "relative_to_baseline"))
    directional = np.isin(comparators, ("increase", "decrease"))
    relative = given.bases == "relative_to_baseline"
    closed = bare & (relative | (directional & (given.bases == ""))) & (comparators != "none")
    told = ~np.isnan(firsts)
    from_first = closed & ~ranks & np.isnan(given.baselines) & told
    baselines = np.where(from_first, firsts, given.baselines)
    levels = reduce_columns(
        np.where(comparators == RANK, "none", comparators),
        given.values,
        given.values_max,
        given.bases,
        given.directions,
        baselines,
    )
    lost = ~levels.judgeable
    faults = [
        *_level_faults(given, baselines, lost, told),
        *_rank_faults(given, ranks, told & ~ranks_wait),
    ]
    huge = np.isinf(levels.targets) | np.isinf(levels.far_targets)
    faults.append(Fault(huge, "targets.value", "comes to a level that is no finite number"))
    wrong = np.logical_or.reduce([fault.mask for fault in faults])
    missing = np.select(
        [wrong, lost, ranks & ~(given.values >= 1)], ["", "baseline_missing", "peers_missing"], ""
    )
    # Without a level the kernel still says whether there is a value: any level does.
    levels = _with_ranks(levels, ranks, given.values, missing)
    levels = levels._replace(
        targets=np.where(wrong, np.nan, levels.targets),
        far_targets=np.where(wrong, np.nan, levels.far_targets),
    )
    placed = ranks & (given.values >= 1)
    lows = np.where(placed, 1.0, given.lows)
    highs = np.where(placed, np.nan, given.highs)
    return Reduced(levels, baselines, from_first, missing, lows, highs), faults


def _level_faults(given: Promises, baselines: Floats, lost: Bools, told: Bools) -> Iterator[Fault]:
    known = ~np.isnan(baselines)
    no_per_cent = lost & known & (baselines == 0) & (given.bases == "change_percent")
    yield Fault(no_per_cent, "targets.baseline_value", "a per cent change from 0 does not exist")
    needed = lost & ~known & told & np.isin(given.bases, CHANGES)
    yield Fault(needed, "targets.baseline_value", "needed, the target is a change from it")


def _rank_faults(given: Promises, ranks: Bools, told: Bools) -> Iterator[Fault]:
    nowhere = ranks & ~(given.values > 0)
    yield Fault(nowhere, "targets.value", "a rank needs a fraction or a place above 0")
    lonely = ranks & (given.values > 0) & (given.values < 1) & told
    yield Fault(lonely, "targets.value", "a top fraction needs its peers, which bulk has not")


def _with_ranks(levels: Levels, ranks: Bools, values: Floats, missing: Texts) -> Levels:
    """Places among peers as levels, and a stand-in where no level can be known."""
    lost = missing == "baseline_missing"
    place = np.where(values >= 1, np.trunc(values), 1.0)
    sign = np.where(ranks, -1.0, np.where(lost, 1.0, levels.directions))
    return levels._replace(
        targets=np.where(ranks, place, np.where(lost, 0.0, levels.targets)),
        directions=sign,
        strict=levels.strict & ~ranks & ~lost,
    )
