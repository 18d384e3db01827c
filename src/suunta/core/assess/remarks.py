"""Remarks of many assessments in columns, in the order in which a note tells them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

import numpy as np

from suunta.core.assess.arrays import Bools, Floats
from suunta.core.assess.columns import exact_all
from suunta.core.assess.kernel import Columns
from suunta.core.assess.known import Known
from suunta.core.assess.notes import Remark, remark
from suunta.core.assess.promises import Promises, Reduced
from suunta.core.assess.status import OLD_AFTER_PERIODS, SAME_DAY


@dataclass(frozen=True)
class RemarkColumn:
    """One remark of many rows: where it is said, its code, and a number a row for each detail.

    words: details that are the same in all these rows.
    """

    mask: Bools
    code: str
    details: dict[str, Floats] = field(default_factory=dict)
    words: dict[str, str] = field(default_factory=dict)

    def at(self, row: int) -> Remark:
        """The remark of one row."""
        numbers = {name: float(column[row]) for name, column in self.details.items()}
        return remark(self.code, **self.words, **numbers)


def remark_columns(
    columns: Columns, own: Promises, reduced: Reduced, known: Known, wrong: Bools, today: float
) -> list[RemarkColumn]:
    """What must be known beside each status; nothing of what is hidden or wrong."""
    shown = ~wrong & ~known.hidden
    said = [
        *_of_level(own, reduced, known, shown),
        RemarkColumn(known.hidden & ~wrong, "suppressed"),
        *_of_status(columns, own, known, ~wrong, today),
    ]
    return [column for column in said if column.mask.any()]


def _of_level(
    own: Promises, reduced: Reduced, known: Known, shown: Bools
) -> Iterator[RemarkColumn]:
    levels, base = reduced.levels, reduced.baselines
    first = {"period": known.first_times, "value": base}
    yield RemarkColumn(reduced.from_first & shown, "baseline_from_first_value", first)
    for code in ("baseline_missing", "peers_missing"):
        yield RemarkColumn((reduced.missing == code) & shown, code)
    shown = shown & (reduced.missing == "")
    changed = ~np.isnan(levels.changes) & shown
    change = {"baseline": base, "change": exact_all(levels.changes), "target": levels.firsts}
    yield RemarkColumn(changed, "change_from_baseline", change)
    yield RemarkColumn(levels.relative & shown, "better_than_baseline", {"baseline": base})
    ranged = ~np.isnan(levels.far_targets) & shown
    yield RemarkColumn(ranged, "range", {"low": levels.targets, "high": levels.far_targets})
    for better, sign in (("up", 1.0), ("down", -1.0)):
        inferred = levels.inferred & shown & (levels.directions == sign)
        yield RemarkColumn(inferred, "direction_inferred", words={"better": better})


def _of_status(
    columns: Columns, own: Promises, known: Known, sound: Bools, today: float
) -> Iterator[RemarkColumn]:
    status = columns.status
    open_ended = np.isnan(own.deadlines) & ~np.isin(status, ("no_target", "no_data"))
    yield RemarkColumn(open_ended & sound, "no_deadline")
    unsure = (status == "met") & np.isnan(known.dense.variances[:, -1])
    yield RemarkColumn(unsure & sound, "margin_unknown")
    waits = (status == "awaiting") & sound
    yield RemarkColumn(waits & known.baseline_only, "only_baseline")
    age = today - known.newest
    period = np.fmax(known.gaps, 1.0)
    old = waits & ~known.baseline_only & (age > OLD_AFTER_PERIODS * period + SAME_DAY)
    yield RemarkColumn(old, "old", {"years": _cents(age, old)})
    late = waits & ~known.baseline_only & ~old
    yield RemarkColumn(late, "deadline_value_missing")


def _cents(ages: Floats, told: Bools) -> Floats:
    """Rounded to hundredths as `round` does, once for each different age."""
    different, which = np.unique(ages[told], return_inverse=True)
    rounded = np.full(len(ages), np.nan)
    rounded[told] = np.asarray([round(age, 2) for age in different.tolist()])[which]
    return rounded
