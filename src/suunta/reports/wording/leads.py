"""What is said first of a part: the judged quantity, the target, what follows, the newest."""

from __future__ import annotations

from django.utils.translation import gettext as _

from suunta.core.assess.notes import read_note
from suunta.core.scorecard import PartView
from suunta.reports.wording.aims import aim, among
from suunta.reports.wording.headlines import Headline, headline, parts_of_share
from suunta.reports.wording.judged import COUNT, MEAN, PLACE, SHARE, manner
from suunta.reports.wording.remarks import REASONS, remark_words
from suunta.reports.wording.statuses import words


def lead(part: PartView, language: str) -> list[str]:
    """The sentences; empty where no figure is known."""
    line = headline(part, language)
    if line is None:
        return []
    said = [judged_sentence(part, line, language), aim(part, language), outcome(part, language)]
    if line.newest:
        said.append(_("The newest figure is %(newest)s.") % {"newest": line.newest})
    return [sentence for sentence in said if sentence]


def judged_sentence(part: PartView, line: Headline, language: str) -> str:
    """The figure that is compared with the target, and what it is."""
    words = {"what": line.what, "value": line.words, "period": line.when}
    how = manner(part)
    if how == SHARE:
        words["parts"] = parts_of_share(part, language)
        return _("The share is %(value)s (%(period)s): %(parts)s.") % words
    if how == PLACE:
        words["value"] = f"{line.words} {among(part, language)}".strip()
        return _("The town is in %(value)s (%(period)s).") % words
    if how == COUNT:
        return _("The figure is %(value)s (%(period)s).") % words
    if how == MEAN:
        return _("%(what)s: %(value)s (%(period)s).") % words
    if line.newest:
        return _("The figure to judge by is %(value)s (%(period)s).") % words
    return _("The newest figure is %(value)s (%(period)s).") % words


def outcome(part: PartView, language: str) -> str:
    """Why it cannot be judged, or what its status means."""
    note = part.assessment.note if part.assessment else None
    for remark in read_note(note):
        if remark.code in REASONS:
            return remark_words(part, remark, language)
    return words("measure", part.status, language).meaning
