"""A part beside other municipalities: a funnel or a dot plot, and the same numbers as a table."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from suunta.core.comparison import AreaValue, Comparison, Funnel
from suunta.core.scorecard import PartView
from suunta.reports.charts import (
    PHONE,
    WIDE,
    Dots,
    FunnelChart,
    Mark,
    draw_dots,
    draw_funnel,
)
from suunta.reports.wording.charting import shown_unit
from suunta.reports.wording.numbers import number, quantity
from suunta.reports.wording.periods import period


@dataclass(frozen=True)
class PeerRow:
    """One area in the table."""

    name: str
    own: bool
    value: str
    interval: str
    period: str
    source_title: str
    source_url: str


@dataclass(frozen=True)
class Peering:
    """A part and one group of peers."""

    name: str
    reason: str
    basis: str
    funnel: bool
    intervals: bool  # some area's is known
    outside: tuple[str, ...]  # areas that chance alone hardly explains
    years: str  # of all values, where it is one
    rows: tuple[PeerRow, ...]
    drawing: SafeString


def peerings(
    part: PartView, compared: tuple[Comparison, ...], language: str
) -> tuple[Peering, ...]:
    """The part beside each group."""
    return tuple(
        peering(part, each, position, language) for position, each in enumerate(compared, start=1)
    )


def peering(part: PartView, compared: Comparison, position: int, language: str) -> Peering:
    """The part beside one group."""
    name = compared.name.shown(language).text
    one = period(compared.periods[0], language) if len(compared.periods) == 1 else ""
    funnel = compared.funnel
    return Peering(
        name=name,
        reason=compared.reason.shown(language).text,
        basis=basis_words()[compared.basis],
        funnel=funnel is not None,
        intervals=any(value.low is not None for value in compared.values),
        outside=tuple(
            value.name.shown(language).text
            for value in compared.values
            if funnel and funnel.outside(value)
        ),
        years=one,
        rows=tuple(row(value, part, language) for value in compared.values),
        drawing=drawing(part, compared, f"{name}", position, language),
    )


def basis_words() -> dict[str, str]:
    """What a group was chosen by."""
    return {
        "size": _("Towns of the same size."),
        "region": _("Towns of the same region."),
        "bilingual": _("Bilingual towns."),
        "own": _("Towns that the municipality has chosen itself."),
    }


def row(value: AreaValue, part: PartView, language: str) -> PeerRow:
    """One area."""
    unit = shown_unit(part)
    interval = ""
    if value.low is not None and value.high is not None:
        interval = f"{one_place(value.low, language)}–{one_place(value.high, language)}"
    return PeerRow(
        name=value.name.shown(language).text,
        own=value.own,
        value=said(value, unit, language),
        interval=interval,
        period=period(value.period, language),
        source_title=value.source_title,
        source_url=value.source_url,
    )


def one_place(value: float, language: str) -> str:
    """An end of an interval."""
    return number(value, language, places=1)


def said(value: AreaValue, unit: str | None, language: str) -> str:
    """The value in words, or why there is none."""
    if value.status == "suppressed":
        return _("hidden, too few people")
    if value.value is None:
        return _("no data")
    return quantity(value.value, unit, language)


def drawing(
    part: PartView, compared: Comparison, name: str, position: int, language: str
) -> SafeString:
    """Both drawings."""
    unit = shown_unit(part)
    key = f"v{part.id.replace('.', '-')}-{position}"
    title = f"{part.name.shown(language).text}: {name}"
    marks = tuple(mark(value, compared, unit, language) for value in compared.values)
    listed = "; ".join(
        f"{each.name} {each.label}" + (f" ({each.when})" if each.when else "") for each in marks
    )
    description = f"{listed}. {_('The same numbers stand in the table.')}"
    if compared.funnel:
        chart = funnel_chart((key, title, description), marks, compared.funnel, unit, language)
        drawn = draw_funnel(chart, WIDE) + draw_funnel(chart, PHONE)
    else:
        dots = Dots(key, title, description, marks, lambda number_: number(number_, language))
        drawn = draw_dots(dots, WIDE) + draw_dots(dots, PHONE)
    # The drawing escapes every text and attribute that it writes.
    return mark_safe(drawn)  # noqa: S308


def funnel_chart(
    named: tuple[str, str, str],
    marks: tuple[Mark, ...],
    funnel: Funnel,
    unit: str | None,
    language: str,
) -> FunnelChart:
    """The funnel as it is drawn."""
    average = quantity(round(funnel.average, 1), unit, language)
    return FunnelChart(
        *named,
        marks=marks,
        tick=lambda value: number(value, language),
        average=funnel.average,
        average_label=_("All together %(value)s") % {"value": average},
        limits=funnel.limits,
        people_label=_("number of people"),
    )


def mark(value: AreaValue, compared: Comparison, unit: str | None, language: str) -> Mark:
    """One area as it is drawn; its period only where not all are of the same."""
    several = len(compared.periods) > 1
    return Mark(
        name=value.name.shown(language).text,
        value=value.value,
        label=said(value, unit, language),
        when=period(value.period, language) if several and value.value is not None else "",
        own=value.own,
        low=value.low,
        high=value.high,
        people=value.denominator,
    )
