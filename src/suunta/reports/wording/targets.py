"""A target in few words, as close to the decision's own as signs allow."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from django.utils.translation import gettext as _

from suunta.core.scorecard import PartView, TargetView
from suunta.reports.wording.noted import due, due_value, remarks_of
from suunta.reports.wording.numbers import NO_BREAK, number, quantity
from suunta.reports.wording.periods import day, period

SIGNS = {">=": "≥", "<=": "≤", ">": ">", "<": "<"}
CHANGES = ("change_absolute", "change_percent", "percentage_points")


def target_words(part: PartView, language: str) -> str:
    """The level to reach: "≥ 90 %", "−20 %", "n. 1 % vuodessa"; empty where there is none."""
    target = part.target
    if target is None:
        return ""
    if target.placeholder and target.value is None:
        return _("the number was left out")
    words = level(target, language, value=due_value(part, target))
    counted = remarks_of(part).get("count_of")
    if counted and target.value is not None:
        words = signed(target, count_words(target.value, counted["of"], language))
    if target.approximate and words:
        words = _("about %(value)s") % {"value": words}
    return f"{words} {frequency(target)}".strip()


def level(target: TargetView, language: str, *, value: float | None = None) -> str:
    """The level alone, without its frequency; value: another one, as of a step on the way."""
    if value is not None and value != target.value:
        target = replace(target, value=value, value_max=None)
    if target.comparator == "rank_top_fraction":
        return top_fraction(target)
    if target.value is None:
        return direction_words(target, language)
    if target.basis in CHANGES:
        return change(target, language)
    if target.value_max is not None:
        low = number(target.value, language)
        return f"{low}–{quantity(target.value_max, target.unit, language)}"
    return signed(target, quantity(target.value, target.unit, language))


def signed(target: TargetView, words: str) -> str:
    """The level with the sign of its comparator."""
    sign = SIGNS.get(target.comparator, "")
    return f"{sign}{NO_BREAK if sign else ''}{words}"


def count_words(count: float, of: str, language: str) -> str:
    """So many of so many."""
    return _("%(count)s of %(of)s") % {"count": number(count, language), "of": of}


def change(target: TargetView, language: str) -> str:
    """A change from the baseline, with its sign."""
    value = target.value or 0.0
    falls = target.comparator in ("decrease", "<=", "<")
    signed = -abs(value) if falls else value
    unit = {"change_percent": "%", "percentage_points": "%-yks"}.get(
        target.basis or "", target.unit or ""
    )
    words = quantity(signed, unit, language, sign=True)
    if target.change_bound == ">=":
        return _("at least %(value)s") % {"value": words}
    if target.change_bound == "<=":
        return _("at most %(value)s") % {"value": words}
    return words


def top_fraction(target: TargetView) -> str:
    """A place among peers: in the best third."""
    share = target.value
    if share is None or not 0 < share < 1:
        return _("among the best")
    if abs(share - 1 / 3) < 0.01:
        return _("in the best third")
    if abs(share - 0.25) < 0.001:
        return _("in the best quarter")
    return _("in the best half") if abs(share - 0.5) < 0.001 else _("among the best")


def direction_words(target: TargetView, language: str) -> str:
    """A target that names only a direction or a benchmark."""
    if target.benchmark:
        return target.benchmark.shown(language).text
    if target.comparator in ("increase", ">", ">="):
        return _("increases")
    if target.comparator in ("decrease", "<", "<="):
        return _("decreases")
    return ""


def frequency(target: TargetView) -> str:
    """How often the target is judged, where the document says."""
    if target.window_years:
        return _("on average over %(n)d years") % {"n": target.window_years}
    return _("a year") if target.per == "year" else ""


def due_words(part: PartView, language: str) -> str:
    """The day that the part is judged at; empty where none is known."""
    return day_words(due(part), language)


def day_words(on: date | None, language: str) -> str:
    """A deadline; whole years as a year."""
    if on is None:
        return ""
    if (on.month, on.day) == (12, 31):
        return period(str(on.year), language)
    return day(on, language)
