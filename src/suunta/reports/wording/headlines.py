"""The one figure that stands for a part: what is judged first, the newest figure second."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from suunta.core.scorecard import Figure, PartView
from suunta.reports.wording.charting import drawn_figures, shown_unit
from suunta.reports.wording.judged import (
    COUNT,
    MEAN,
    PLACE,
    SHARE,
    judged_figure,
    judged_words,
    manner,
)
from suunta.reports.wording.noted import remarks_of
from suunta.reports.wording.numbers import quantity
from suunta.reports.wording.periods import period


@dataclass(frozen=True)
class Headline:
    """A figure in words, and the time it tells of."""

    words: str
    when: str
    figure: Figure  # the one behind it, for source and age
    what: str  # what kind of figure it is, as a label
    newest: str = ""  # the newest figure, where another one is judged


def headline(part: PartView, language: str) -> Headline | None:
    """The headline of a part; None where no figure is known."""
    figures = drawn_figures(part)
    if not figures:
        return None
    newest, judged = figures[-1], judged_figure(part)
    sums = part.assessment
    if judged is None or sums is None or sums.value is None:
        return plain(newest, language)
    how = manner(part)
    if how in (MEAN, SHARE) or (how == PLACE and PLACE in remarks_of(part)):
        words, when = judged_words(part, sums.value, language), span(part, judged, language)
        return Headline(words, when, judged, label(part, how), newest_words(newest, language))
    beside = "" if judged is newest else newest_words(newest, language)
    shown = plain(judged, language, label(part, how), beside)
    if how not in (COUNT, PLACE):
        return shown
    return Headline(
        judged_words(part, sums.value, language), shown.when, judged, shown.what, beside
    )


def plain(figure: Figure, language: str, what: str = "", newest: str = "") -> Headline:
    """A figure as it is."""
    when = period(figure.period, language)
    if figure.kind == "preliminary":
        when = f"{when}, {_('preliminary')}"
    what = what or (_("Judged figure") if newest else _("Newest figure"))
    return Headline(figure_words(figure, language), when, figure, what, newest)


def label(part: PartView, how: str) -> str:
    """What is judged, in few words; empty for a figure as it is."""
    if how == MEAN:
        return mean_words(part)
    return {SHARE: _("Share"), PLACE: _("Place among others"), COUNT: _("How many")}.get(how, "")


def span(part: PartView, judged: Figure, language: str) -> str:
    """The time a judged value tells of: all the years of a mean."""
    years = part.target.window_years if part.target else None
    if manner(part) == MEAN and years and judged.period.isdigit():
        return f"{int(judged.period) - years + 1}–{judged.period}"
    return period(judged.period, language)


def newest_words(figure: Figure, language: str) -> str:
    """The newest figure with its period."""
    shown = plain(figure, language)
    return f"{shown.words} ({shown.when})"


def figure_words(figure: Figure, language: str) -> str:
    """A figure with its unit; about where the source says so."""
    if figure.value is None:
        return ""
    words = quantity(figure.value, figure.unit, language)
    return _("about %(value)s") % {"value": words} if figure.approximate else words


def mean_words(part: PartView) -> str:
    """Over how many years the mean goes."""
    years = part.target.window_years if part.target and part.target.window_years else 0
    return ngettext("Average of %(n)d year", "Average of %(n)d years", years) % {"n": years}


def parts_of_share(part: PartView, language: str) -> str:
    """The two figures of a share: 24 % of 55 %."""
    details = remarks_of(part).get(SHARE)
    if not details:
        return ""
    own, other = (
        quantity(float(details[key]), shown_unit(part), language) for key in ("own", "other")
    )
    return _("%(own)s of %(other)s") % {"own": own, "other": other}
