"""Many series of any length against many targets, in columns: what the bulk engines call.

The same answers as `measure.assess_measures` gives one by one, from the very same kernel, without
a loop over series; tests compare the two on thousands of cases. What needs more than a row (peers,
paths, windows, breaks, other measures) is not here.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from suunta.core.assess.arrays import Bools, Floats
from suunta.core.assess.counts import newest_intervals
from suunta.core.assess.kernel import Columns, assess
from suunta.core.assess.known import Known, first_values, know
from suunta.core.assess.promises import Promises, Reduced, check_promises, reduce_promises
from suunta.core.assess.ragged import (
    Fault,
    Ints,
    Ragged,
    Told,
    check_series,
    told_values,
)
from suunta.core.assess.remarks import RemarkColumn, remark_columns


@dataclass(frozen=True)
class BulkAnswers:
    """Columns of shape (m,), as `model.Assessment`; NaN or "" where there is none.

    value_time: end of the newest value's period, a decimal year; faults: what is wrong with the
    rows of status "error", masks of shape (m,); remarks: in the order of the note.
    """

    status: NDArray[np.str_]
    certain: Bools
    value: Floats
    value_time: Floats
    target: Floats
    forecast: Floats
    low80: Floats
    high80: Floats
    p_reach: Floats
    trend: NDArray[np.str_]
    required_pace: Floats
    actual_pace: Floats
    n: Ints
    faults: list[Fault]
    remarks: list[RemarkColumn]


def assess_bulk(series: Ragged, promises: Promises, today: float) -> BulkAnswers:
    """Assess many targets of many series.

    Parameters: series: in any order of time; promises: each naming its series by number; today:
    decimal year, NaN: no age and no deadline by calendar.
    Returns: BulkAnswers, a row a promise. What cannot be judged has status "error".
    Assumes: a deadline that is a whole number is the calendar year that ends then, any other is a
    day; a single value covers a year; see docs/how-to/assess-in-bulk.md.
    """
    with np.errstate(all="ignore"):  # numbers too large to compute with come out as unknown
        return _assess(series, promises, today)


def _assess(series: Ragged, promises: Promises, today: float) -> BulkAnswers:
    checked, series_faults = check_series(series)
    own, faults = check_promises(promises)
    told = told_values(checked)
    firsts, alone = first_values(told, own)
    reduced, level_faults = reduce_promises(own, firsts, alone)
    faults = [
        *(Fault(f.mask[own.series], f.field, f.what) for f in series_faults),
        *faults,
        *(fault for fault in level_faults if fault.mask.any()),
    ]
    known = know(series, checked, told, own, reduced)
    columns = _judge(told, own, reduced, known, today)
    return _answers(columns, own, reduced, known, faults, today)


def _judge(told: Told, own: Promises, reduced: Reduced, known: Known, today: float) -> Columns:
    levels = reduced.levels
    low95, high95 = newest_intervals(told.margins.at(known.newest_row))
    whole = own.deadlines == np.floor(own.deadlines)
    return assess(
        known.dense.times,
        known.dense.values,
        levels.targets,
        own.deadlines,
        levels.directions,
        far_targets=levels.far_targets,
        strict=levels.strict,
        lows=reduced.lows,
        highs=reduced.highs,
        variances=known.dense.variances,
        low95=low95,
        high95=high95,
        today=today,
        deadline_starts=np.where(whole, own.deadlines - 1, np.nan),
        reporting_periods=known.gaps,
        newest_times=known.newest,
        baseline_only=known.baseline_only,
        suppressed=known.hidden,
    )


def _answers(
    columns: Columns,
    own: Promises,
    reduced: Reduced,
    known: Known,
    faults: list[Fault],
    today: float,
) -> BulkAnswers:
    wrong = np.logical_or.reduce([fault.mask for fault in faults], axis=0)
    wrong = np.broadcast_to(wrong, columns.status.shape)
    lost = reduced.missing != ""
    waiting = np.isin(columns.status, ("no_data", "awaiting"))
    status = np.where(lost & ~waiting, "no_data", columns.status)

    def number(column: Floats, hidden: Bools = wrong) -> Floats:
        return np.where(hidden | ~np.isfinite(column), np.nan, column)

    return BulkAnswers(
        status=np.where(wrong, "error", status),
        certain=columns.certain & ~wrong,
        value=number(np.where(known.undated, own.baselines, columns.value)),
        value_time=number(columns.value_time),
        target=number(columns.target, wrong | lost),
        forecast=number(columns.forecast),
        low80=number(columns.low80),
        high80=number(columns.high80),
        p_reach=number(columns.p_reach),
        trend=np.where(wrong, "", columns.trend),
        required_pace=number(columns.required_pace, wrong | lost),
        actual_pace=number(columns.actual_pace),
        n=np.where(wrong, 0, columns.n),
        faults=faults,
        remarks=remark_columns(columns, own, reduced, known, wrong, today),
    )
