"""The one figure that stands for a part: the newest, or the mean where the target is a mean."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from suunta.core.scorecard import Figure, PartView
from suunta.web.shared.charting import drawn_figures, shown_unit
from suunta.web.shared.numbers import quantity
from suunta.web.shared.periods import period


@dataclass(frozen=True)
class Headline:
    """A figure in words, and the time it tells of."""

    words: str
    when: str
    figure: Figure  # the newest one behind it, for source and age


def headline(part: PartView, language: str) -> Headline | None:
    """The headline of a part; None where no figure is known."""
    figures = drawn_figures(part)
    if not figures:
        return None
    newest = figures[-1]
    when = period(newest.period, language)
    mean = mean_of(part, language)
    if mean is not None:
        return Headline(mean, f"{mean_words(part)}, {when}", newest)
    if newest.kind == "preliminary":
        when = f"{when}, {_('preliminary')}"
    return Headline(figure_words(newest, language), when, newest)


def figure_words(figure: Figure, language: str) -> str:
    """A figure with its unit; about where the source says so."""
    if figure.value is None:
        return ""
    words = quantity(figure.value, figure.unit, language)
    return _("about %(value)s") % {"value": words} if figure.approximate else words


def mean_of(part: PartView, language: str) -> str | None:
    """The mean that is judged, where the target is one."""
    sums, target = part.assessment, part.target
    if target is None or not target.window_years or sums is None or sums.value is None:
        return None
    places = 2 if part.decimals is None else part.decimals
    return quantity(round(sums.value, places), shown_unit(part), language)


def mean_words(part: PartView) -> str:
    """Over how many years the mean goes."""
    years = part.target.window_years if part.target and part.target.window_years else 0
    return ngettext("average of %(n)d year", "average of %(n)d years", years) % {"n": years}
