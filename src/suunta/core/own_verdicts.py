"""A person's verdict beside what was computed: where the two differ, a reason is asked for."""

from __future__ import annotations

OPEN = frozenset({"ongoing", "cannot_be_assessed"})
# What a status says already; any other verdict says something else.
AGREEING: dict[str, frozenset[str]] = {
    "met": frozenset({"reached"}),
    "missed": frozenset({"not_reached"}),
    "on_track": frozenset({"ongoing"}),
    "at_risk": frozenset({"ongoing"}),
    "off_track": frozenset({"ongoing"}),
    "awaiting": OPEN,
    "too_early": OPEN,
    "no_target": OPEN,
    "no_data": OPEN,
}
# What asks for a corrective action.
BEHIND = frozenset({"off_track", "missed"})
BEHIND_STATES = frozenset({"late", "suspended", "returned"})


def differs(verdict: str | None, computed: str | None) -> bool:
    """Whether a person's verdict says something else than the computed status.

    verdict: one of `core.scorecard.VERDICTS`, None: the person gave none; computed: one of
    `MEASURE_STATUSES`, or a verdict where a goal is judged, None: nothing was computed.
    Returns: False where either is missing. `partly` always differs from a measure's status.
    """
    if verdict is None or computed is None:
        return False
    return verdict not in AGREEING.get(computed, frozenset({computed}))


def needs_correction(computed: str | None, state: str | None, verdict: str | None) -> bool:
    """Whether what is told is off track, so that a corrective action belongs beside it.

    computed: the status of a measure; state: of an action or milestone; verdict: the owner's own.
    """
    return computed in BEHIND or state in BEHIND_STATES or verdict == "not_reached"
