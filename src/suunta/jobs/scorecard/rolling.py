"""A measure out of its parts, and a goal out of its measures."""

from __future__ import annotations

from collections.abc import Sequence

from suunta.core.scorecard import MeasureView, PartView

WORST_FIRST = (
    "missed",
    "off_track",
    "at_risk",
    "no_data",
    "awaiting",
    "too_early",
    "on_track",
    "met",
)


def measure_standing(parts: Sequence[PartView]) -> tuple[str, bool]:
    """Status and certainty of a measure, by the rule `all` over its parts with a target."""
    statuses = {part.status for part in parts}
    status = next((each for each in WORST_FIRST if each in statuses), "no_target")
    judged = [part.assessment for part in parts if part.assessment and part.status == "met"]
    return status, status == "met" and all(each.certain for each in judged)


def goal_verdict(measures: Sequence[MeasureView], rule: str) -> str:
    """The verdict of a goal by the council's rule."""
    statuses = [measure.status for measure in measures if measure.status != "no_target"]
    return "ongoing" if rule and statuses else "cannot_be_assessed"
