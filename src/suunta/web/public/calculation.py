"""How a part's status came about, step by step, in words: inputs, formula, result.

The numbers are the kernel's; nothing is judged here.
"""

from __future__ import annotations

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from suunta.core.assess.model import Assessment
from suunta.core.assess.notes import read_note
from suunta.core.scorecard import PartView
from suunta.reports.wording.aims import falling
from suunta.reports.wording.charting import drawn_figures
from suunta.reports.wording.judged import judged_words
from suunta.reports.wording.periods import period
from suunta.reports.wording.remarks import remark_words
from suunta.reports.wording.statuses import words


def steps(part: PartView, language: str) -> list[str]:
    """From the figures to the level to compare with; empty where nothing was calculated."""
    sums = part.assessment
    if sums is None or (sums.value is None and not drawn_figures(part)):
        return []
    found = [inputs(part, sums, language)]
    found += [remark_words(part, remark, language) for remark in read_note(sums.note)]
    if sums.target is not None:
        found.append(compared(part, sums.target, language))
    found += paces(part, sums, language)
    return [step for step in found if step]


def inputs(part: PartView, sums: Assessment, language: str) -> str:
    """Which values take part."""
    if sums.value is None:
        return ""
    said = ngettext(
        "%(n)d value takes part; the newest is %(value)s (%(period)s).",
        "%(n)d values take part; the newest is %(value)s (%(period)s).",
        sums.n,
    )
    value = judged_words(part, sums.value, language)
    return said % {"n": sums.n, "value": value, "period": period(sums.value_period, language)}


def compared(part: PartView, level: float, language: str) -> str:
    """The level, and which side of it meets the target where the document does not say."""
    shown = {"level": judged_words(part, level, language)}
    target = part.target
    if target is None or target.comparator != "=" or target.value_max is not None:
        return _("The level to compare with is %(level)s.") % shown
    if falling(part):
        return _("The document says only %(level)s; less than that meets the target too.") % shown
    return _("The document says only %(level)s; more than that meets the target too.") % shown


def paces(part: PartView, sums: Assessment, language: str) -> list[str]:
    """The pace so far beside the pace that the target needs."""
    found = []
    if sums.actual_pace is not None:
        pace = judged_words(part, sums.actual_pace, language, sign=True)
        found.append(_("The pace so far is %(pace)s a year.") % {"pace": pace})
    if sums.required_pace is not None and part.status not in ("met", "missed"):
        pace = judged_words(part, sums.required_pace, language, sign=True)
        found.append(_("The target needs %(pace)s a year.") % {"pace": pace})
    return found


def conclusion(part: PartView, language: str) -> str:
    """The status that follows."""
    status = words("measure", part.status, language)
    return _("Result: %(status)s. %(meaning)s") % {
        "status": status.label,
        "meaning": status.meaning,
    }
