"""A computed figure explained: the formula in words, the newest figure with its numbers put in."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext as _

from suunta.core.breakdown import read_breakdown
from suunta.core.derive import Derivation
from suunta.core.scorecard import Figure, PartView
from suunta.reports.wording.numbers import MINUS, number, quantity
from suunta.reports.wording.periods import period
from suunta.store.queries.derivations import InputFigure
from suunta.web.public.groups import group_words


@dataclass(frozen=True)
class InputRow:
    """One figure that went in."""

    name: str
    period: str
    value: str
    source_title: str
    source_url: str


@dataclass(frozen=True)
class Derived:
    """How the newest computed figure of a part came about."""

    formula: str
    period: str
    sum: str  # the formula with numbers; empty where one is not known
    inputs: tuple[InputRow, ...]


def newest_computed(part: PartView) -> Figure | None:
    """The newest figure that Suunta computed."""
    computed = [figure for figure in part.figures if figure.computed]
    return computed[-1] if computed else None


def derived(
    part: PartView, made_from: dict[int, tuple[InputFigure, ...]], language: str
) -> Derived | None:
    """The explanation; None where nothing of the part is computed."""
    figure, rule = newest_computed(part), part.derivation
    inputs = made_from.get(figure.observation_id, ()) if figure else ()
    if figure is None or rule is None or not inputs:
        return None
    names = list(dict.fromkeys(input_name(each, language) for each in inputs))
    return Derived(
        formula=formula_words(rule, names, language),
        period=period(figure.period, language),
        sum=sum_words(rule, inputs, figure, language),
        inputs=tuple(input_row(each, language) for each in inputs),
    )


def input_name(each: InputFigure, language: str) -> str:
    """The series, and the group that was taken of it."""
    name = each.name.shown(language).text
    groups = [group_words(*pair, language) for pair in read_breakdown(each.breakdown)]
    return f"{name} ({', '.join(groups)})" if groups else name


def input_row(each: InputFigure, language: str) -> InputRow:
    """One figure that went in."""
    if each.status == "suppressed":
        value = _("hidden, too few people")
    elif each.value is None:
        value = _("no data")
    else:
        value = quantity(each.value, each.unit, language)
    web = each.source_url.startswith(("https://", "http://"))
    return InputRow(
        input_name(each, language),
        period(each.period, language),
        value,
        each.source_title,
        each.source_url if web else "",
    )


def formula_words(rule: Derivation, names: list[str], language: str) -> str:
    """The formula in words."""
    shown = {
        "of": names[0],
        "by": names[-1],
        "list": " + ".join(names),
        "product": " × ".join(names),
        "per": number(rule.per, language),
        "n": rule.years,
        "base": period(rule.base, language),
    }
    if rule.form == "growth":
        return growth_words(rule) % shown
    if rule.form in ("ratio", "per_inhabitant"):
        plain, scaled = _("%(of)s divided by %(by)s"), _("%(of)s divided by %(by)s, times %(per)s")
        return (plain if rule.per == 1 else scaled) % shown
    worded = {
        "share_of_share": _("%(product)s, each a share"),
        "rolling_mean": _("%(of)s, mean of %(n)s years"),
        "index": _("%(of)s, %(base)s being 100"),
        "sum": "%(list)s",
        "standardised": _("%(of)s per %(per)s people, as if the age structure were the standard"),
    }
    return worded[rule.form] % shown


def growth_words(rule: Derivation) -> str:
    """A growth in words, its numbers still to be put in."""
    one = rule.years == 1
    if rule.relative and one:
        return _("change of %(of)s from the year before, in per cent")
    if rule.relative:
        return _("change of %(of)s from %(n)s years before, in per cent")
    if one:
        return _("change of %(of)s from the year before")
    return _("change of %(of)s from %(n)s years before")


def sum_words(
    rule: Derivation, inputs: tuple[InputFigure, ...], figure: Figure, language: str
) -> str:
    """The formula with the numbers of the newest figure; empty where one is not known."""
    if figure.value is None or any(each.value is None for each in inputs):
        return ""
    x = [number(each.value or 0.0, language) for each in inputs]
    per = "" if rule.per == 1 else f"{number(rule.per, language)} × "
    written = {
        "ratio": f"{per}{x[0]} / {x[-1]}",
        "per_inhabitant": f"{per}{x[0]} / {x[-1]}",
        "share_of_share": " × ".join(f"{each} / 100" for each in x) + " × 100",
        "growth": f"{x[-1]} {MINUS} {x[0]}",
        "rolling_mean": f"({' + '.join(x)}) / {len(x)}",
        "index": f"100 × {x[-1]} / {x[0]}",
        "sum": " + ".join(x),
        "standardised": "",
    }[rule.form]
    if rule.form == "growth" and rule.relative:
        written = f"100 × ({written}) / {x[0]}"
    return f"{written} = {quantity(figure.value, figure.unit, language)}" if written else ""
