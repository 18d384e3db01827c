"""From parts to a measure, and from measures to the verdict of a goal.

No averages of statuses. The rule is part of the answer and is printed beside it.
docs/decisions/0003-milestones-as-measure-status.md gives the reasons.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Literal

Rule = Literal["all", "majority", "judged"]

# Worst first: the first of these that any part with a target has is the measure's status.
PRECEDENCE = (
    "missed",
    "off_track",
    "at_risk",
    "awaiting",
    "no_data",
    "too_early",
    "on_track",
    "met",
)
UNKNOWN = ("awaiting", "no_data", "too_early", "error")
FINISHED_STATES = {"done": "met", "cancelled": "missed"}
STATES = {
    "not_reported": "no_data",
    "returned": "off_track",
    "late": "off_track",
    "suspended": "at_risk",
    "in_progress": "too_early",
    "not_started": "too_early",
}


def status_of_parts(statuses: Iterable[str]) -> str:
    """Status of a measure with several parts, by the rule `all`.

    Parameters: statuses: of its parts; "error" counts as no_data.
    Returns: the worst by PRECEDENCE among the parts with a target; `no_target` where none has one,
    or there is no part. Parts without a target do not decide when another has one. A part whose
    answer is not there yet keeps the measure from being met, but does not hide one that is behind.
    Raises: ValueError for a status that does not exist.
    """
    codes = ["no_data" if status == "error" else status for status in statuses]
    unknown = set(codes) - {*PRECEDENCE, "no_target"}
    if unknown:
        raise ValueError(f"statuses: {sorted(unknown)} do not exist")
    return next((status for status in PRECEDENCE if status in codes), "no_target")


def verdict(
    statuses: Iterable[str],
    rule: Rule,
    today: date | None = None,
    term_end: date | None = None,
    judged: str | None = None,
) -> str:
    """Verdict of a goal, focus area, sector or body over its measures.

    Parameters: statuses: of its measures; those without a target do not count; rule: `all` (every
    measure with a target met), `majority` (more than half of them met), `judged` (a person decides:
    `judged` is their verdict); today, term_end: after the term's last day nothing is ongoing.
    Returns: reached | partly | not_reached | cannot_be_assessed | ongoing.
    reached: the rule is fulfilled. cannot_be_assessed: nothing has a target, nothing at all is
    known, or after the term the measures whose outcome is not known could decide. ongoing: the term
    runs and the verdict can still rise. partly: some are met. not_reached: none is.
    Raises: ValueError for another rule, status or verdict.
    """
    if rule == "judged":
        return _judged(judged)
    if rule not in ("all", "majority"):
        raise ValueError(f"rule: {rule!r} is not all, majority or judged")
    counted = [status for status in statuses if status != "no_target"]
    unknown = set(counted) - {*PRECEDENCE, "error"}
    if unknown:
        raise ValueError(f"statuses: {sorted(unknown)} do not exist")
    if not counted:
        return "cannot_be_assessed"
    over = today is not None and term_end is not None and today > term_end
    met = counted.count("met")
    # What may still be met, or may be met without our knowing.
    open_now = sum(status != "met" and status != "missed" for status in counted)
    if over:
        open_now = sum(status in UNKNOWN for status in counted)
    if _fulfilled(met, len(counted), rule):
        return "reached"
    if _fulfilled(met + open_now, len(counted), rule):
        return _undecided(counted, over)
    if met:
        return "partly"
    return "ongoing" if open_now and not over else "not_reached"


def milestone_status(state: str | None, deadline: date | None, today: date | None) -> str:
    """Status of a milestone from the state of its action.

    Parameters: state: a code of `core.scorecard.ACTION_STATES`, None: never reported; deadline: its
    day, None: none; today: None: no deadline can have come.
    Returns: a measure status. done: met; cancelled: missed; not reported: no_data; then, with the
    deadline come: missed; late or returned: off_track; suspended: at_risk; otherwise too_early.
    Raises: ValueError for a state that does not exist.
    """
    if state is None:
        return "no_data"
    if state in FINISHED_STATES:
        return FINISHED_STATES[state]
    if state not in STATES:
        raise ValueError(f"state: {state!r} does not exist")
    come = deadline is not None and today is not None and today >= deadline
    return "missed" if come and state != "not_reported" else STATES[state]


def _fulfilled(met: int, counted: int, rule: Rule) -> bool:
    return met == counted if rule == "all" else 2 * met > counted


def _undecided(counted: list[str], over: bool) -> str:
    """Not fulfilled, but possible: ongoing within the term, unless nothing at all is known."""
    nothing_known = all(status in ("no_data", "error") for status in counted)
    return "cannot_be_assessed" if over or nothing_known else "ongoing"


def _judged(judged: str | None) -> str:
    if judged is None:
        return "cannot_be_assessed"
    if judged not in ("reached", "partly", "not_reached", "cannot_be_assessed", "ongoing"):
        raise ValueError(f"judged: {judged!r} is no verdict")
    return judged
