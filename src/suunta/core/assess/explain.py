"""How an assessment was computed, as data: inputs, steps and results, for a door to lay out."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from suunta.core.assess.batch import judge, newest_intervals, reduce_all
from suunta.core.assess.change import Change, change_since_previous
from suunta.core.assess.forecast import DAMPING
from suunta.core.assess.model import MeasureInput
from suunta.core.assess.notes import Remark
from suunta.core.assess.targets import Case
from suunta.core.period import decimal_year


@dataclass(frozen=True)
class Input:
    """A value as it was judged: its period, end as a decimal year, value, sampling variance."""

    period: str
    time: float
    value: float
    variance: float | None


@dataclass(frozen=True)
class Given:
    """What the status rules ask beside the forecast. Times are decimal years.

    today; deadline_start: start of the deadline's period; newest: end of the newest value of the
    whole series; gap: years between its values; low95, high95: interval of the newest value where
    it comes from counts; strict: only beyond G is the target met; baseline_only: the only value is
    the baseline; suppressed: the newest value is hidden; judgeable: False where no level can be
    known.
    """

    today: float | None
    deadline_start: float | None
    newest: float | None
    gap: float | None
    low95: float | None
    high95: float | None
    strict: bool
    baseline_only: bool
    suppressed: bool
    judgeable: bool


@dataclass(frozen=True)
class Steps:
    """Every number of the half-trend forecast. Units: the measure's, years, or both.

    inputs: the values taken part, oldest first; given: what the status rules ask; target,
    direction: G and d; far_target: the other end of a range, seen from the value; deadline: T;
    low_limit, high_limit; span, h, b, f (before the limits), squares (sum of squared changes),
    newest_variance, s2, se, df, t; forecast, low, high: within the limits; p: P(reach), None where
    no swing is known; change: since the previous value; status; remarks: how a special target was
    reduced. None where a step does not exist (too few values, no deadline).
    """

    inputs: tuple[Input, ...]
    given: Given
    status: str
    target: float | None
    far_target: float | None
    direction: int | None
    deadline: float | None
    low_limit: float | None
    high_limit: float | None
    damping: float
    squares: float | None
    newest_variance: float | None
    span: float | None
    h: float | None
    b: float | None
    f: float | None
    s2: float | None
    se: float | None
    df: int | None
    t: float | None
    forecast: float | None
    low: float | None
    high: float | None
    p: float | None
    change: Change | None
    remarks: tuple[Remark, ...]


def explain(measure: MeasureInput, batch: Sequence[MeasureInput] = ()) -> Steps:
    """The steps of one measure's assessment.

    Parameters: measure; batch: the measures that its target's `of` may name.
    Returns: the steps, the same numbers as `assess_measures` gives.
    Raises: ValueError naming the field, where the measure cannot be judged.
    """
    others = [other for other in batch if other.id != measure.id]
    case = reduce_all([measure, *others])[0]
    if not isinstance(case, Case):
        raise ValueError(case)
    columns = judge([case])
    steps = {name: _number(column[0]) for name, column in columns.steps._asdict().items()}
    df, sign = steps.pop("df"), _number(columns.direction[0])
    inputs = _inputs(case)
    changes = [later.value - earlier.value for earlier, later in pairwise(inputs)]
    return Steps(
        inputs=inputs,
        given=_given(case),
        status=str(columns.status[0]) if case.judgeable else "no_data",
        target=_number(columns.target[0]) if case.judgeable else None,
        far_target=_far(case, float(columns.target[0])),
        direction=None if sign is None else int(sign),
        deadline=case.deadline.end if case.deadline else None,
        low_limit=_number(case.limits[0]),
        high_limit=_number(case.limits[1]),
        damping=DAMPING,
        squares=sum(change**2 for change in changes) if changes else None,
        newest_variance=inputs[-1].variance if inputs else None,
        df=None if df is None else int(df),
        p=_number(columns.p_reach[0]),
        change=None if case.suppressed else change_since_previous(case.readings),
        remarks=case.remarks,
        **steps,
    )


def _given(case: Case) -> Given:
    low95, high95 = newest_intervals([case])
    return Given(
        today=decimal_year(case.today) if case.today else None,
        deadline_start=case.deadline.start if case.deadline else None,
        newest=_number(case.newest),
        gap=_number(case.gap),
        low95=_number(low95[0]),
        high95=_number(high95[0]),
        strict=case.goal.strict,
        baseline_only=case.baseline_only,
        suppressed=case.suppressed,
        judgeable=case.judgeable,
    )


def _far(case: Case, faced: float) -> float | None:
    """The end of a range that is farther from the value than the one that is judged."""
    if math.isnan(case.goal.far):
        return None
    return _number(case.goal.target if faced == case.goal.far else case.goal.far)


def _inputs(case: Case) -> tuple[Input, ...]:
    if case.suppressed:
        return ()
    return tuple(
        Input(str(reading.period), reading.time, reading.value or 0.0, _number(margin.variance))
        for reading, margin in zip(case.readings, case.margins, strict=True)
    )


def _number(value: float) -> float | None:
    number = float(value)
    return number if abs(number) < float("inf") else None
