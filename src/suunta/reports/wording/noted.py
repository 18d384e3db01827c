"""What the kernel remarked on a part, and the day that follows from it."""

from __future__ import annotations

from datetime import date

from suunta.core.assess.notes import read_note
from suunta.core.scorecard import PartView, TargetView
from suunta.reports.wording.periods import period_end

Details = dict[str, str]
STEP = "interim_target"


def remarks_of(part: PartView) -> dict[str, Details]:
    """Details by code."""
    note = part.assessment.note if part.assessment else None
    return {remark.code: dict(remark.details) for remark in read_note(note)}


def due(part: PartView) -> date | None:
    """The day that the part is judged at: that of the interim target in force, if there is one."""
    if part.target is None:
        return None
    step = remarks_of(part).get(STEP)
    return period_end(step["period"]) if step else part.target.deadline


def due_value(part: PartView, target: TargetView) -> float | None:
    """The number of the target in force, in its own unit and basis."""
    step = remarks_of(part).get(STEP)
    return float(step["target"]) if step else target.value
