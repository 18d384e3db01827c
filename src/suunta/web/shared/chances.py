"""A probability as a natural frequency, never finer than one in ten."""

from __future__ import annotations

from django.utils.translation import gettext as _

from suunta.core.assess.model import Assessment


def tenths(probability: float) -> int:
    """The nearest whole number of chances out of ten."""
    return int(probability * 10 + 0.5)


def chance(assessment: Assessment | None) -> str:
    """About 7 chances out of 10; empty where no chance can be known."""
    if assessment is None or assessment.p_reach is None:
        return ""
    count = tenths(assessment.p_reach)
    if count == 0:
        return _("under 1 chance out of 10")
    if count == 10:
        return _("over 9 chances out of 10")
    if count == 1:
        return _("about 1 chance out of 10")
    return _("about %(n)d chances out of 10") % {"n": count}
