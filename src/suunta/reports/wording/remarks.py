"""The kernel's remarks in sentences: how a target was reduced, and why it could not be judged."""

from __future__ import annotations

from collections.abc import Callable

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop, ngettext

from suunta.core.assess.notes import Remark
from suunta.core.scorecard import PartView
from suunta.reports.wording.charting import shown_unit
from suunta.reports.wording.numbers import number, quantity, unit_of_change
from suunta.reports.wording.periods import period
from suunta.reports.wording.targets import level

# Why there is no better answer; said in the lead in place of the status's general meaning.
REASONS = (
    "suppressed",
    "window_incomplete",
    "share_unknown",
    "baseline_missing",
    "peers_missing",
    "no_full_year",
    "only_baseline",
    "old",
    "deadline_value_missing",
)
SENTENCES = {
    "suppressed": gettext_noop("The newest figure is hidden, because it tells of too few people."),
    "no_deadline": gettext_noop("The document names no deadline."),
    "change_from_baseline": gettext_noop(
        "The target is a change of %(change)s from the baseline %(baseline)s: %(target)s."
    ),
    "better_than_baseline": gettext_noop(
        "The target is to be better than the baseline %(baseline)s."
    ),
    "baseline_from_first_value": gettext_noop(
        "The document names no baseline; the first figure stands in: %(value)s (%(period)s)."
    ),
    "baseline_missing": gettext_noop(
        "The target is a change, and the figure that it starts from is not known."
    ),
    "range": gettext_noop("Every figure from %(low)s to %(high)s meets the target."),
    "each_year": gettext_noop("Each year is judged by itself; here %(period)s."),
    "no_full_year": gettext_noop("No figure of a whole year is known yet."),
    "mean_over_years": gettext_noop(
        "The value is the average of %(years)s years, of %(values)s figures."
    ),
    "window_incomplete": gettext_noop(
        "The average over %(years)s years needs %(need)s figures; %(have)s are known."
    ),
    "interim_target": gettext_noop(
        "The step now is %(target)s by %(period)s; in the end %(final_target)s by %(final_period)s."
    ),
    "share_of": gettext_noop(
        "The value is a share of the figure of measure %(measure)s: %(own)s of %(other)s."
    ),
    "share_unknown": gettext_noop(
        "The share needs the figure of measure %(measure)s for the same time, and it is not known."
    ),
    "count_of": gettext_noop("The value counts how many of %(of)s."),
    "peers_missing": gettext_noop(
        "The target is a place among others, and how many they are is not known."
    ),
    "baseline_before_break": gettext_noop(
        "The baseline (%(period)s) is older than the break and is not compared with."
    ),
    "margin_unknown": gettext_noop("The margin of error is not known."),
    "deadline_value_missing": gettext_noop(
        "The deadline has come, but its figure is not known yet."
    ),
    "old": gettext_noop("The newest figure is %(years)s years old, too old to be judged by."),
    "only_baseline": gettext_noop("Only the baseline is known; no newer figure has been received."),
    "pace_from_baseline": gettext_noop("The pace so far is counted from the baseline."),
}
# Details that carry the unit of the part's figures.
WITH_UNIT = {"baseline", "target", "low", "high", "value", "own", "other"}


def remark_words(part: PartView, remark: Remark, language: str) -> str:
    """The sentence of a remark."""
    details = dict(remark.details)
    special = SPECIAL.get(remark.code)
    if special:
        return special(details, language)
    shown = {key: detail(part, key, value, language) for key, value in details.items()}
    if remark.code == "interim_target" and part.target:
        for key in ("target", "final_target"):
            shown[key] = level(part.target, language, value=float(details[key]))
    if remark.code == "change_from_baseline":
        unit = unit_of_change(shown_unit(part))
        shown["change"] = quantity(float(details["change"]), unit, language, sign=True)
    return _(SENTENCES[remark.code]) % shown


def detail(part: PartView, key: str, value: str, language: str) -> str:
    """One detail: a number with its unit, a period, or a name as it is."""
    if key in ("period", "final_period"):
        return period(value, language)
    if key == "measure":
        return value
    if key in WITH_UNIT:
        return quantity(float(value), shown_unit(part), language)
    return number(round(float(value), 1), language)


def better(details: dict[str, str], language: str) -> str:
    """Which way was taken to be better."""
    if details.get("better") == "down":
        return _("The document does not say which way is better: less is taken to be.")
    return _("The document does not say which way is better: more is taken to be.")


def rank(details: dict[str, str], language: str) -> str:
    """A place among peers, and between which places it may lie."""
    words = {key: number(float(value), language) for key, value in details.items()}
    said = _("The value is the place among %(of)s: %(rank)s.") % words
    if details["best"] == details["worst"]:
        return said
    between = _("With the margins of error it lies between %(best)s and %(worst)s.") % words
    return f"{said} {between}"


def broken(details: dict[str, str], language: str) -> str:
    """A break, and how many figures it leaves out."""
    count = int(float(details.get("dropped", "0")))
    said = ngettext(
        "The series breaks at %(period)s: %(n)d earlier figure takes no part.",
        "The series breaks at %(period)s: %(n)d earlier figures take no part.",
        count,
    )
    return said % {"period": period(details["period"], language), "n": count}


SPECIAL: dict[str, Callable[[dict[str, str], str], str]] = {
    "direction_inferred": better,
    "rank": rank,
    "break": broken,
}
