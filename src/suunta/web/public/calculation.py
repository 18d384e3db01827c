"""How a part's status came about, step by step, in words: inputs, formula, result.

The numbers are the kernel's; nothing is judged here.
"""

from __future__ import annotations

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from suunta.core.assess.model import Assessment
from suunta.core.assess.notes import Remark, read_note
from suunta.core.scorecard import PartView
from suunta.web.shared.charting import drawn_figures, shown_unit, time_of
from suunta.web.shared.numbers import number, quantity
from suunta.web.shared.periods import decimal_year, period
from suunta.web.shared.statuses import words
from suunta.web.shared.targets import deadline_words


def steps(part: PartView, language: str) -> list[str]:
    """The steps in order; empty where nothing was calculated."""
    sums = part.assessment
    if sums is None or (sums.value is None and not drawn_figures(part)):
        return []
    found = [inputs(part, sums, language)]
    found += [reduction(remark, language) for remark in read_note(sums.note)]
    if sums.target is not None:
        level = quantity(sums.target, shown_unit(part), language)
        found.append(_("The level to compare with is %(level)s.") % {"level": level})
    found += paces(part, sums, language)
    found += forecast(part, sums, language)
    found.append(conclusion(part, language))
    return [step for step in found if step]


def inputs(part: PartView, sums: Assessment, language: str) -> str:
    """Which figures take part."""
    if sums.value is None:
        return ""
    said = ngettext(
        "%(n)d figure takes part; the newest is %(value)s (%(period)s).",
        "%(n)d figures take part; the newest is %(value)s (%(period)s).",
        sums.n,
    )
    value = quantity(sums.value, shown_unit(part), language)
    return said % {"n": sums.n, "value": value, "period": period(sums.value_period, language)}


def reduction(remark: Remark, language: str) -> str:
    """How a special target became a level, for the kinds that need words."""
    details = dict(remark.details)
    sentences = {
        "change_from_baseline": _("The target is a change from the baseline %(baseline)s."),
        "better_than_baseline": _("The target is to be better than the baseline %(baseline)s."),
        "mean_over_years": _("The value is the average of %(years)s years."),
        "window_incomplete": _("The average needs %(need)s years; %(have)s are known."),
        "rank": _("The value is the place among %(of)s: %(rank)s."),
        "count_of": _("The value counts how many of %(of)s."),
        "share_of": _("The value is a share of another measure: %(own)s of %(other)s."),
        "interim_target": _("The next interim target is %(target)s (%(period)s)."),
        "break": _("The series breaks at %(period)s; earlier figures take no part."),
        "margin_unknown": _("The margin of error is not known."),
        "no_deadline": _("The document names no deadline."),
        "each_year": _("Each year is judged by itself; here %(period)s."),
        "deadline_value_missing": _("The deadline has come, but its figure is not known yet."),
        "suppressed": _("The newest figure is hidden, because it tells of too few people."),
    }
    sentence = sentences.get(remark.code, "")
    return sentence % {key: readable(value, language) for key, value in details.items()}


def readable(value: str, language: str) -> str:
    """A detail of a remark: a year stays a year, a number gets the language's signs."""
    if value.isdigit():
        return value
    try:
        return number(float(value), language)
    except ValueError:
        return period(value, language)


def paces(part: PartView, sums: Assessment, language: str) -> list[str]:
    """The pace so far beside the pace that the target needs."""
    found = []
    if sums.actual_pace is not None:
        pace = quantity(sums.actual_pace, shown_unit(part), language, sign=True)
        found.append(_("The pace so far is %(pace)s a year.") % {"pace": pace})
    if sums.required_pace is not None and part.status not in ("met", "missed"):
        pace = quantity(sums.required_pace, shown_unit(part), language, sign=True)
        found.append(_("The target needs %(pace)s a year.") % {"pace": pace})
    return found


def forecast(part: PartView, sums: Assessment, language: str) -> list[str]:
    """The half-trend forecast as a sum, and its band."""
    figures = drawn_figures(part)
    deadline = part.target.deadline if part.target else None
    if sums.forecast is None or sums.value is None or deadline is None or not figures:
        return []
    years = decimal_year(deadline) - time_of(sums.value_period or figures[-1].period)
    said = [
        _("The forecast for %(deadline)s keeps half the pace for %(years)s years: %(forecast)s.")
        % {
            "deadline": deadline_words(part.target, language),
            "years": number(round(years, 1), language),
            "forecast": quantity(round(sums.forecast, 2), shown_unit(part), language),
        }
    ]
    if sums.low80 is not None and sums.high80 is not None:
        band = {
            "low": quantity(round(sums.low80, 2), shown_unit(part), language),
            "high": quantity(round(sums.high80, 2), shown_unit(part), language),
        }
        said.append(
            _("The usual swings from year to year give the band %(low)s – %(high)s.") % band
        )
    return said


def conclusion(part: PartView, language: str) -> str:
    """The status that follows."""
    status = words("measure", part.status, language)
    return _("Result: %(status)s. %(meaning)s") % {
        "status": status.label,
        "meaning": status.meaning,
    }
