"""Tags and filters that lay out numbers, dates, targets and charts."""

from __future__ import annotations

from datetime import date

from django import template
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language

from suunta.core.scorecard import Figure, PartView, StateEntry, StrategyView
from suunta.reports.charts import CARD, CARD_PHONE, PHONE, WIDE, draw_bars, draw_lines, draw_spark
from suunta.reports.wording import (
    aims,
    chances,
    charting,
    headlines,
    leads,
    numbers,
    periods,
    targets,
)
from suunta.reports.wording import judged as judging
from suunta.reports.wording.missing import missing_words
from suunta.reports.wording.origins import origin_words

register = template.Library()


def language() -> str:
    """The language of the page."""
    return get_language() or "fi"


@register.filter
def day(value: date | None) -> str:
    """A date in the page's language."""
    return periods.day(value, language()) if value else ""


@register.filter
def step_day(step: StateEntry) -> str:
    """When a step was taken, as exactly as the source says."""
    if step.precision == "year":
        return str(step.on.year)
    if step.precision == "month":
        return periods.month(step.on.year, step.on.month, language())
    return periods.day(step.on, language())


@register.filter
def period(value: str | None) -> str:
    """A period in the page's language."""
    return periods.period(value, language())


@register.filter
def figure_words(figure: Figure) -> str:
    """A figure with its unit; about where the source says so."""
    return headlines.figure_words(figure, language())


@register.filter
def headline(part: PartView) -> headlines.Headline | None:
    """The one figure that stands for the part."""
    return headlines.headline(part, language())


@register.filter
def lead(part: PartView) -> str:
    """What is said first of a part; empty where no figure is known."""
    return " ".join(leads.lead(part, language()))


@register.filter
def aim(part: PartView) -> str:
    """The target in a sentence."""
    return aims.aim(part, language())


@register.filter
def missing(part: PartView) -> str:
    """What a part without a figure lacks."""
    return missing_words(part, language())


@register.filter
def comes_from(part: PartView) -> str:
    """Where the figure that is not there yet will come from."""
    return origin_words(part, language())


@register.filter
def outcome(part: PartView) -> str:
    """Why the part cannot be judged, or what its status means."""
    return leads.outcome(part, language())


@register.filter
def comes_to(part: PartView) -> str:
    """The level that a change, place or step comes to."""
    return aims.comes_to(part, language())


@register.simple_tag
def judged(part: PartView, value: float | None, *, tens: bool = False) -> str:
    """A number in the quantity that the part is judged by; `tens` rounds a forecast."""
    if value is None:
        return ""
    return judging.judged_words(part, numbers.round_tens(value) if tens else value, language())


@register.simple_tag
def quantity(value: float | None, unit: str | None = None, *, tens: bool = False) -> str:
    """A number with its unit; `tens` rounds a forecast."""
    if value is None:
        return ""
    return numbers.quantity(numbers.round_tens(value) if tens else value, unit, language())


@register.filter
def number(value: float) -> str:
    """A number in the page's language."""
    return numbers.number(value, language())


@register.filter
def unit(value: str | None) -> str:
    """A unit in the page's language."""
    return numbers.unit_words(value, language())


@register.filter
def shown_unit(part: PartView) -> str | None:
    """The unit of the part's figures."""
    return charting.shown_unit(part)


@register.filter
def target_words(part: PartView) -> str:
    """The target in few words."""
    return targets.target_words(part, language())


@register.filter
def adopted(strategy: StrategyView) -> str:
    """Who adopted the strategy, when and under which section, as far as that is known."""
    body = strategy.adopted_body.shown(language()).text
    on = periods.day(strategy.adopted_on, language()) if strategy.adopted_on else ""
    known = [part for part in (body, on, strategy.adopted_section) if part]
    return " ".join(known) or strategy.adopted or ""


@register.filter
def deadline(part: PartView) -> str:
    """The deadline in words."""
    return targets.due_words(part, language())


@register.filter
def end(part: PartView) -> str:
    """The final target, where an interim one is in force."""
    return aims.end(part, language())


@register.filter
def chance(part: PartView) -> str:
    """The chance as a natural frequency."""
    return chances.chance(part.assessment)


@register.filter
def age(since: date | None, until: date) -> str:
    """How old something is on the page's date."""
    return periods.age(since, until) if since else ""


@register.filter
def period_last_day(value: str) -> date | None:
    """The last day of a period."""
    return periods.period_end(value)


@register.filter
def charted(part: PartView) -> bool:
    """Whether there is something to draw: one figure alone is told better in words."""
    return len(charting.drawn_figures(part)) > 1


@register.simple_tag
def chart(part: PartView, *, card: bool = False) -> SafeString:
    """The chart of a part: one small drawing, or a wide and a narrow one that swap by width."""
    drawn = charting.chart_of(part, "c" + part.id.replace(".", "-"))
    if drawn is None:
        return SafeString("")
    draw = draw_bars if charting.as_bars(part, drawn.points) else draw_lines
    sizes = (CARD, CARD_PHONE) if card else (WIDE, PHONE)
    # The drawing escapes every text and attribute that it writes.
    return mark_safe("".join(draw(drawn, size) for size in sizes))  # noqa: S308


@register.simple_tag
def chart_notes(part: PartView) -> list[str]:
    """How to read the part's chart."""
    drawn = charting.chart_of(part, "notes")
    if drawn is None:
        return []
    notes = charting.notes_of(part, drawn)
    beside = judging.chart_note(part)
    return [*notes, beside] if beside else notes


@register.simple_tag
def spark(part: PartView) -> SafeString:
    """The sparkline of a part."""
    return mark_safe(draw_spark(charting.points_of(part)))  # noqa: S308 - as in chart


@register.filter
def forecast(part: PartView) -> bool:
    """Whether the chart of the part shows a forecast."""
    return charting.forecast_of(part, charting.points_of(part)) is not None
