"""What a part is judged by: its newest figure, a mean, a share, a place, so many of so many."""

from __future__ import annotations

from django.utils.translation import gettext as _

from suunta.core.scorecard import Figure, PartView
from suunta.reports.wording.charting import drawn_figures, shown_unit
from suunta.reports.wording.noted import remarks_of
from suunta.reports.wording.numbers import number, quantity, unit_of_change
from suunta.reports.wording.targets import count_words

MEAN, SHARE, PLACE, COUNT = "mean_over_years", "share_of", "rank", "count_of"


def manner(part: PartView) -> str:
    """MEAN, SHARE, PLACE or COUNT; empty where the figures are judged as they are."""
    remarks = remarks_of(part)
    if PLACE in remarks or is_place(part):
        return PLACE
    return next((code for code in (SHARE, MEAN, COUNT) if code in remarks), "")


def is_place(part: PartView) -> bool:
    """Whether the figures themselves are places among others."""
    target = part.target
    ranked = target is not None and target.comparator == "rank_top_fraction"
    return ranked and shown_unit(part) in (None, "sija") and bool(part.figures)


def judged_words(part: PartView, value: float, language: str, *, sign: bool = False) -> str:
    """A number in the quantity that is judged: a place, so many of so many, per cent.

    sign: the number is a change or a pace, shown with its sign.
    """
    how = manner(part)
    if how == PLACE and not sign:
        return _("place %(place)s") % {"place": number(value, language)}
    if how == COUNT and not sign:
        return count_words(value, remarks_of(part)[COUNT]["of"], language)
    unit = judged_unit(part)
    shown = unit_of_change(unit) if sign else unit
    return quantity(round(value, 2), shown, language, sign=sign)


def judged_unit(part: PartView) -> str | None:
    """The unit of what is judged; a place and a pace of places have none."""
    units = {PLACE: None, SHARE: "%"}
    how = manner(part)
    return units[how] if how in units else shown_unit(part)


def judged_figure(part: PartView) -> Figure | None:
    """The figure of the period that is judged; a newer one may stand beside it."""
    period = part.assessment.value_period if part.assessment else None
    return next((figure for figure in drawn_figures(part) if figure.period == period), None)


def chart_note(part: PartView) -> str:
    """Says that the chart shows the figures themselves, where something else is judged."""
    notes = {
        MEAN: _("The chart shows single periods; what is judged is their average."),
        SHARE: _("The chart shows the figure itself; what is judged is its share."),
        PLACE: _("The chart shows the figure itself; what is judged is the place among others."),
    }
    judged = manner(part)
    return "" if judged == PLACE and is_place(part) else notes.get(judged, "")
