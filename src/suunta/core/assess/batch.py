"""Measures into the kernel's arrays, and its columns back into assessments: one call for all."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import cast

import numpy as np

from suunta.core.assess.arrays import Floats
from suunta.core.assess.dense import WIDTH
from suunta.core.assess.kernel import Columns, assess
from suunta.core.assess.model import Assessment, MeasureInput, Trend
from suunta.core.assess.notes import Remark, remark, write_note
from suunta.core.assess.sampling import UNKNOWN, intervals95
from suunta.core.assess.status import SAME_DAY
from suunta.core.assess.targets import Case, reduce_measure
from suunta.core.period import decimal_year
from suunta.core.series import Reading, read_points


def assess_measures(measures: Sequence[MeasureInput]) -> list[Assessment]:
    """Assess measures together.

    Parameters: measures; a target's `of` may name another measure of the same batch by its id.
    Returns: one assessment a measure, in the same order. A measure that cannot be judged has the
    status "error" and a note that names the field; the others are still judged.
    Assumes: docs/explanation/assessment.md. The order of the batch does not matter.
    """
    cases = reduce_all(measures)
    pairs = [
        (measure.id, case)
        for measure, case in zip(measures, cases, strict=True)
        if isinstance(case, Case)
    ]
    judged = iter(answers([name for name, _ in pairs], [case for _, case in pairs]))
    return [
        next(judged) if isinstance(case, Case) else Assessment(measure.id, "error", note=case)
        for measure, case in zip(measures, cases, strict=True)
    ]


def reduce_all(measures: Sequence[MeasureInput]) -> list[Case | str]:
    """Each measure as the kernel takes it, or in words what is wrong with it."""
    named = Counter(measure.id for measure in measures)
    by_id = {measure.id: measure for measure in measures}

    def readings_of(name: str) -> tuple[Reading, ...]:
        if named[name] != 1:
            why = "names several measures" if named[name] else "is not in this batch"
            raise ValueError(f"target.of: {name!r} {why}")
        return read_points(by_id[name].points)

    def reduced(measure: MeasureInput) -> Case | str:
        try:
            return reduce_measure(measure, readings_of)
        except ValueError as error:
            return str(error)

    return [reduced(measure) for measure in measures]


def judge(cases: Sequence[Case]) -> Columns:
    """All cases in one kernel call."""
    times, values, variances = (np.full((len(cases), WIDTH), np.nan) for _ in range(3))
    for row, case in enumerate(cases):
        start = WIDTH - len(case.readings)
        times[row, start:] = [reading.time for reading in case.readings]
        values[row, start:] = [cast(float, reading.value) for reading in case.readings]
        variances[row, start:] = [margin.variance for margin in case.margins]
    low95, high95 = newest_intervals(cases)
    return assess(
        times,
        values,
        [case.goal.target for case in cases],
        [case.deadline.end if case.deadline else math.nan for case in cases],
        [case.goal.sign for case in cases],
        far_targets=[case.goal.far for case in cases],
        strict=[case.goal.strict for case in cases],
        lows=_finite([case.limits[0] for case in cases]),
        highs=_finite([case.limits[1] for case in cases]),
        variances=variances,
        low95=low95,
        high95=high95,
        today=[_day(case.today) for case in cases],
        deadline_starts=[case.deadline.start if case.deadline else math.nan for case in cases],
        reporting_periods=[case.gap for case in cases],
        newest_times=[case.newest for case in cases],
        baseline_only=[case.baseline_only for case in cases],
        suppressed=[case.suppressed for case in cases],
    )


def newest_intervals(cases: Sequence[Case]) -> tuple[Floats, Floats]:
    """95 % intervals of the newest values, NaN where only a variance is known, or nothing."""
    return intervals95([case.margins[-1] if case.margins else UNKNOWN for case in cases])


def answers(ids: Sequence[str], cases: Sequence[Case]) -> list[Assessment]:
    """The assessments of cases, in order."""
    if not cases:
        return []
    columns = judge(cases)
    return [
        _answer(name, case, columns, row)
        for row, (name, case) in enumerate(zip(ids, cases, strict=True))
    ]


@dataclass(frozen=True)
class _Row:
    """One row of the columns, NaN as None."""

    columns: Columns
    row: int

    def number(self, name: str) -> float | None:
        value = float(getattr(self.columns, name)[self.row])
        return value if math.isfinite(value) else None


def _answer(name: str, case: Case, columns: Columns, row: int) -> Assessment:
    cell = _Row(columns, row)
    status = str(columns.status[row])
    actual, pace_remarks = _pace(case, cell.number("actual_pace"))
    target = cell.number("target")
    remarks = (*case.remarks, *pace_remarks, *_why(case, status))
    return Assessment(
        id=name,
        status=status if case.judgeable else _unjudgeable(status),
        certain=bool(columns.certain[row]),
        value=cell.number("value") if case.undated is None else case.undated,
        value_period=None
        if case.suppressed or not case.readings
        else str(case.readings[-1].period),
        target=target if case.judgeable else None,
        forecast=cell.number("forecast"),
        low80=cell.number("low80"),
        high80=cell.number("high80"),
        p_reach=cell.number("p_reach"),
        trend=cast(Trend, str(columns.trend[row])) if columns.trend[row] else None,
        required_pace=cell.number("required_pace") if case.judgeable else None,
        actual_pace=actual,
        n=int(columns.n[row]),
        note=write_note(remarks),
    )


def _unjudgeable(status: str) -> str:
    """Without a level nothing can be met; there is no value either, or it would be an error."""
    return status if status in ("no_data", "awaiting") else "no_data"


def _pace(case: Case, actual: float | None) -> tuple[float | None, tuple[Remark, ...]]:
    """The past pace; with a single value, from the baseline to it."""
    if actual is not None or case.suppressed or len(case.readings) != 1 or case.start is None:
        return actual, ()
    newest, start = case.readings[0], case.start
    span = newest.time - start.time
    if span <= SAME_DAY or newest.value is None or start.value is None:
        return None, ()
    return (newest.value - start.value) / span, (remark("pace_from_baseline"),)


def _why(case: Case, status: str) -> list[Remark]:
    """What a reader must know beside the status."""
    remarks = []
    if status not in ("no_target", "no_data") and case.deadline is None:
        remarks.append(remark("no_deadline"))
    if status == "met" and case.margins[-1] is UNKNOWN:
        remarks.append(remark("margin_unknown"))
    if status == "awaiting":
        remarks.append(_awaited(case))
    return remarks


def _awaited(case: Case) -> Remark:
    """Why a measure waits; the rules of `status` in their order."""
    today = _day(case.today)
    if case.baseline_only:
        return remark("only_baseline")
    if today - case.newest > 2 * max(case.gap, 1.0) + SAME_DAY:
        return remark("old", years=round(today - case.newest, 2))
    return remark("deadline_value_missing")


def _day(today: date | None) -> float:
    return decimal_year(today) if today else math.nan


def _finite(limits: Sequence[float]) -> Floats:
    column = np.asarray(limits)
    return np.where(np.isinf(column), np.nan, column)
