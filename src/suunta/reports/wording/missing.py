"""What a part without a figure or a step lacks, in a sentence."""

from __future__ import annotations

from django.utils.translation import gettext as _

from suunta.core.scorecard import PartView
from suunta.reports.wording.numbers import quantity
from suunta.reports.wording.periods import period


def missing_words(part: PartView, language: str) -> str:
    """Says what is not known, and what is."""
    if part.kind == "milestone":
        return _("Nobody has recorded yet whether this was done.")
    if part.target and part.target.placeholder:
        return _("The number of the target was left out of the document.")
    base = part.baseline[0] if part.baseline else None
    if base and base.value is not None:
        words = {
            "value": quantity(base.value, base.unit, language),
            "period": period(base.period, language),
        }
        return (
            _("The baseline is %(value)s (%(period)s). No newer figure has been received.") % words
        )
    if part.status == "no_target":
        return _(
            "The document follows this without a target level, and no figure has been received."
        )
    return _("No figure has been received yet.")
