"""A probability as a natural frequency, never finer than one in ten."""

from __future__ import annotations

from django.utils.translation import gettext as _

from suunta.core.assess.model import Assessment

JUDGED_BY_CHANCE = ("on_track", "at_risk", "off_track")


def tenths(probability: float) -> int:
    """The nearest whole number of chances out of ten."""
    return int(probability * 10 + 0.5)


def has_chance(assessment: Assessment | None) -> bool:
    """Whether a chance tells something: the status rests on it, and it is known."""
    return (
        assessment is not None
        and assessment.p_reach is not None
        and assessment.status in JUDGED_BY_CHANCE
    )


def chance(assessment: Assessment | None) -> str:
    """About 7 chances out of 10; empty where there is none."""
    if assessment is None or assessment.p_reach is None or not has_chance(assessment):
        return ""
    count = tenths(assessment.p_reach)
    if count == 0:
        return _("under 1 chance out of 10")
    if count == 10:
        return _("over 9 chances out of 10")
    if count == 1:
        return _("about 1 chance out of 10")
    return _("about %(n)d chances out of 10") % {"n": count}
