"""Assess measures as documents hold them: one kernel call for all.

The doors import from here.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from suunta.core.assess.batch import answers
from suunta.core.assess.model import Assessment, MeasureInput, Peer, Target, Trend
from suunta.core.assess.targets import Case, reduce_measure
from suunta.core.series import Point, Reading, read_points

__all__ = [
    "Assessment",
    "MeasureInput",
    "Peer",
    "Point",
    "Target",
    "Trend",
    "assess_measures",
    "reduce_all",
]


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
