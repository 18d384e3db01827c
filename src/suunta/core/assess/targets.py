"""A measure reduced to what the kernel judges: values y, a level G, a deadline T.

The order of the steps: read and check every field, change the values where the target asks for it
(per year, mean over years, share, rank), choose the deadline, set the level, then cut the values at
the deadline and at the last break.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from suunta.core.assess import special
from suunta.core.assess.checks import Checked, check_measure, parsed_period
from suunta.core.assess.dense import WIDTH
from suunta.core.assess.levels import (
    BaselineMissingError,
    Goal,
    goal_of,
    is_open,
)
from suunta.core.assess.model import MeasureInput, Target
from suunta.core.assess.notes import Remark, remark
from suunta.core.assess.sampling import UNKNOWN, Margin
from suunta.core.period import Period
from suunta.core.series import Reading, reporting_gap

# Readings of another measure of the same batch, by its id.
Others = Callable[[str], tuple[Reading, ...]]


@dataclass(frozen=True)
class Case:
    """One measure as the kernel takes it.

    readings, margins: the values that take part, oldest first, at most ten; goal; deadline: None
    where there is none; limits; newest: end of the newest value of the whole series and `gap`
    between its values, in years (NaN: no value); suppressed; baseline_only; undated: the baseline
    alone, where nobody says when it was; start: the baseline, to measure a pace from; today;
    judgeable: False where the level cannot be known.
    """

    readings: tuple[Reading, ...]
    margins: tuple[Margin, ...]
    goal: Goal
    deadline: Period | None
    limits: tuple[float, float]
    newest: float
    gap: float
    suppressed: bool
    baseline_only: bool
    undated: float | None
    start: Reading | None
    today: date | None
    judgeable: bool = True
    remarks: tuple[Remark, ...] = ()


def reduce_measure(measure: MeasureInput, others: Others) -> Case:
    """Reduce a measure to a Case.

    Raises: ValueError naming the field that cannot be judged.
    """
    checked = check_measure(measure)
    if checked.target is None or is_open(checked.target):
        target, judged = checked.target, special.as_given(checked.readings)
        deadline = _deadline(target, measure, judged)
        return _case(checked, judged, deadline, Goal(sign=checked.sign))
    target = checked.target
    if target.comparator == "rank_top_fraction":
        return _reduce_rank(checked, target)
    judged = _judged(checked, target, others)
    deadline = _deadline(target, measure, judged)
    if target.path:
        target, steps = _on_path(target, measure, judged)
        judged = replace(judged, remarks=judged.remarks + steps)
        deadline = _deadline(target, measure, judged)
    if isinstance(target.of, str):
        target = _as_share(target)
    elif target.of is not None:
        checked, target = _as_count(checked, target, float(target.of))
    return _case_at_level(checked, target, judged, deadline)


def _as_share(target: Target) -> Target:
    """A share of another measure in per cent: "half" may reach us as .5, and nothing means all."""
    if target.value is None:
        return replace(target, value=100.0, basis="absolute")
    return replace(target, value=100 * target.value if target.value <= 1 else target.value)


def _as_count(checked: Checked, target: Target, whole: float) -> tuple[Checked, Target]:
    """N of M: a count between 0 and M; without N, all of them."""
    low, high = checked.limits
    checked = replace(checked, limits=(max(low, 0.0), min(high, whole)))
    if target.value is None:
        target = replace(target, value=whole, basis="absolute")
    return checked, target


def _case_at_level(
    checked: Checked, target: Target, judged: special.Judged, deadline: Period | None
) -> Case:
    told = [reading for reading in judged.readings if reading.value is not None]
    baseline, remarks = checked.baseline_value, judged.remarks
    if baseline is None and target.value is None and target.value_max is None and told:
        # "Improves", and nobody wrote from what: from the first value that is known.
        baseline = told[0].value
        first = remark(
            "baseline_from_first_value", period=str(told[0].period), value=baseline or 0.0
        )
        remarks = (*remarks, first)
        checked = replace(checked, baseline=told[0])
    if remarks is not judged.remarks:
        judged = replace(judged, remarks=remarks)
    try:
        goal = goal_of(target, checked.sign, baseline)
    except BaselineMissingError:
        if told:
            raise
        missing = replace(judged, remarks=(*remarks, remark("baseline_missing")))
        return replace(_case(checked, missing, deadline, Goal(0.0, 1.0)), judgeable=False)
    return _case(checked, judged, deadline, goal)


def _judged(checked: Checked, target: Target, others: Others) -> special.Judged:
    """The values as the target asks for them."""
    if isinstance(target.of, str):
        judged = special.shares_of(checked.readings, others(target.of), target.of)
    else:
        judged = special.as_given(checked.readings)
        if target.of is not None:
            judged = replace(judged, remarks=(remark("count_of", of=target.of),))
    if target.window_years and target.window_years > 1:
        judged = special.rolling_means(judged, target.window_years)
    if target.per == "year":
        judged = special.full_years(judged, checked.measure.today)
    return judged


def _reduce_rank(checked: Checked, target: Target) -> Case:
    judged = special.as_given(checked.readings)
    deadline = _deadline(target, checked.measure, judged)
    fraction = 0.0 if target.value is None else target.value
    if target.value is None or fraction <= 0:
        raise ValueError("target.value: a rank needs a fraction or a place above 0")
    if target.peers:
        if math.isnan(checked.sign):
            raise ValueError("direction: needed, it says which end of the ranking is the best")
        cut = _until(judged, deadline)
        if cut.readings and cut.readings[-1].suppressed:
            return _case(checked, judged, deadline, Goal(0.0, -1.0))
        judged, ranked = special.place_among(cut, target.peers, checked.sign > 0)
        if judged.readings:
            # The baseline of a rank is a place, the values are not: neither stands for the other.
            checked = replace(checked, baseline=None, baseline_value=None)
    elif fraction >= 1 or isinstance(target.of, float | int):
        ranked = int(target.of) if isinstance(target.of, float | int) else 0
        said = (remark("count_of", of=ranked),) if ranked else ()
        judged = replace(judged, remarks=said)
    else:
        return _rank_without_peers(checked, judged, deadline)
    limits = (1.0, float(ranked) if ranked else math.inf)
    goal = Goal(float(special.places_within(fraction, ranked)), -1.0)
    return _case(replace(checked, limits=limits), judged, deadline, goal)


def _rank_without_peers(checked: Checked, judged: special.Judged, deadline: Period | None) -> Case:
    """A fraction of an unknown number of peers: no level, which matters once there is a value."""
    told = [reading for reading in judged.readings if reading.value is not None]
    if told and not _only_baseline(told, checked):
        raise ValueError(
            "target.peers: a top fraction needs its peers, or `of`: how many there are"
        )
    missing = replace(judged, remarks=(*judged.remarks, remark("peers_missing")))
    return replace(_case(checked, missing, deadline, Goal(1.0, -1.0)), judgeable=False)


def _deadline(
    target: Target | None, measure: MeasureInput, judged: special.Judged
) -> Period | None:
    """The target's own deadline; where every year is judged, the newest full year's."""
    named = (
        parsed_period(target.deadline, "target.deadline") if target and target.deadline else None
    )
    if target is None or target.per != "year" or is_open(target):
        return named
    cut = _until(judged, named)
    return cut.readings[-1].period if cut.readings else named


def _on_path(
    target: Target, measure: MeasureInput, judged: special.Judged
) -> tuple[Target, tuple[Remark, ...]]:
    """The target of the interim step in force, and what is said about the steps."""
    newest = next((r for r in reversed(judged.readings) if r.value is not None), None)
    on = measure.today or (newest.period.last if newest else None)
    value, deadline, path = special.interim(target, on)
    final_period, final = path[-1]
    said = remark(
        "interim_target",
        period=str(deadline),
        target=value or 0.0,
        final_period=str(final_period),
        final_target=final,
    )
    return replace(target, value=value, deadline=deadline, path=()), (said,)


def _until(judged: special.Judged, deadline: Period | None) -> special.Judged:
    """The readings that tell something and end no later than the deadline."""
    last = deadline.last if deadline else date.max
    kept = [
        index
        for index, reading in enumerate(judged.readings)
        if (reading.value is not None or reading.suppressed) and reading.period.last <= last
    ]
    return judged if len(kept) == len(judged.readings) else judged.only(kept)


def _case(checked: Checked, judged: special.Judged, deadline: Period | None, goal: Goal) -> Case:
    cut = _until(judged, deadline)
    suppressed = bool(cut.readings) and cut.readings[-1].suppressed
    cut, broken = _after_break(cut, checked)
    told = [
        (reading, margin)
        for reading, margin in zip(cut.readings, cut.margins, strict=True)
        if reading.value is not None
    ]
    everything = [reading for reading in checked.readings if reading.value is not None]
    if not checked.readings and checked.baseline:
        told = [(checked.baseline, UNKNOWN)]
        everything = [checked.baseline]
    undated = None if checked.readings or checked.baseline else checked.baseline_value
    gap = reporting_gap(everything[-WIDTH:])
    single = len(everything) == 1 and gap is not None
    remarks = judged.remarks + goal.remarks + broken
    return Case(
        readings=tuple(reading for reading, _ in told[-WIDTH:]),
        margins=tuple(margin for _, margin in told[-WIDTH:]),
        goal=goal,
        deadline=deadline,
        limits=checked.limits,
        newest=everything[-1].time if everything else math.nan,
        gap=math.nan if gap is None else min(gap, 1.0) if single else gap,
        suppressed=suppressed,
        baseline_only=undated is not None or _only_baseline([r for r, _ in told], checked),
        undated=undated,
        start=checked.baseline,
        today=checked.measure.today,
        remarks=(remark("suppressed"),) if suppressed else remarks,
    )


def _after_break(
    judged: special.Judged, checked: Checked
) -> tuple[special.Judged, tuple[Remark, ...]]:
    """Without the readings before the last break that the newest of them is behind."""
    target = checked.target
    if target is None or not target.breaks or not judged.readings:
        return judged, ()
    starts = [
        parsed_period(text, f"target.breaks[{index}]") for index, text in enumerate(target.breaks)
    ]
    newest = judged.readings[-1].period.last
    begun = [period for period in starts if period.first <= newest]
    if not begun:
        return judged, ()
    last = max(begun, key=lambda period: period.first)
    kept = [i for i, r in enumerate(judged.readings) if r.period.first >= last.first]
    dropped = len(judged.readings) - len(kept)
    remarks = [remark("break", period=str(last), dropped=dropped)]
    if checked.baseline and checked.baseline.period.first < last.first:
        remarks.append(remark("baseline_before_break", period=str(checked.baseline.period)))
    return judged.only(kept), tuple(remarks)


def _only_baseline(told: Sequence[Reading], checked: Checked) -> bool:
    """Whether the one value there is was known when the target was set."""
    if len(told) != 1:
        return False
    if checked.baseline is not None:
        return told[0].period.last == checked.baseline.period.last
    return checked.baseline_value is not None and told[0].value == checked.baseline_value
