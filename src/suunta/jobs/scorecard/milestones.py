"""Where a milestone stands, in the words of measures."""

from __future__ import annotations

from datetime import date

from suunta.core.scorecard import TargetView

# Before its deadline a milestone that moves is neither late nor sure.
UNDER_WAY = {
    "late": "off_track",
    "returned": "at_risk",
    "suspended": "at_risk",
    "in_progress": "awaiting",
    "not_started": "awaiting",
}


def milestone_status(state: str | None, target: TargetView | None, as_of: date) -> str:
    """The status of a milestone: its state against its deadline.

    One that nobody has reported has no data, whatever its deadline: it may have been reached.
    """
    if state in (None, "not_reported"):
        return "no_data"
    if state == "done":
        return "met"
    if state == "cancelled":
        return "missed"
    if target and target.deadline and as_of >= target.deadline:
        return "missed"
    return UNDER_WAY[state]
