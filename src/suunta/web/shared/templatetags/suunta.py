"""Tags and filters that lay out texts, statuses, numbers, dates and charts."""

from __future__ import annotations

from collections import Counter
from datetime import date
from typing import Any

from django import template
from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language

from suunta.core.scorecard import Figure, PartView, SectorView, StateEntry, StrategyView
from suunta.core.texts import Text
from suunta.reports.charts import CARD, PHONE, WIDE, draw_bars, draw_lines, draw_spark
from suunta.web.shared import chances, charting, numbers, periods, sectors, statuses, targets

register = template.Library()


def language() -> str:
    """The language of the page."""
    return get_language() or "fi"


@register.simple_tag
def words(text: Text) -> SafeString:
    """A text of the strategy; in another language it says which, for eye and ear."""
    shown = text.shown(language())
    if not shown.text or shown.language == language():
        return format_html("{}", shown.text)
    return format_html(
        '<span lang="{}">{}</span> <span class="only-in">({})</span>',
        shown.language,
        shown.text,
        shown.language,
    )


@register.filter
def sheets(names: str) -> list[str]:
    """Addresses of style sheets, in the order in which they build on each other."""
    return [static(f"suunta/{name}.css") for name in names.split()]


@register.filter
def plain(text: Text) -> str:
    """A text without marks, for titles and attributes."""
    return text.shown(language()).text


@register.filter
def original(text: Text) -> SafeString:
    """The document's own words, where the page shows an unofficial translation of them."""
    if text.shown(language()).state != "draft":
        return SafeString("")
    found = next((code for code, state in text.states.items() if state == "original"), None)
    if found is None or found == language():
        return SafeString("")
    return format_html('<span lang="{}">{}</span>', found, text.words[found])


def icon(name: str) -> SafeString:
    """A shape of the icon sheet, silent for screen readers."""
    return format_html(
        '<svg class="ic" aria-hidden="true" focusable="false"><use href="#i-{}"/></svg>', name
    )


register.simple_tag(icon, name="icon")


def marked(vocabulary: str, key: str, count: int | None = None) -> SafeString:
    """Shape and word of a status; with a count the word is written as in a list."""
    said = statuses.words(vocabulary, key, language())
    if count is None:
        return format_html(
            '<span class="st st-{}">{}{}</span>', said.icon, icon(said.icon), said.label
        )
    return format_html(
        '<span class="st st-{}">{}<b>{}</b> {}</span>',
        said.icon,
        icon(said.icon),
        count,
        said.lower,
    )


@register.simple_tag
def status(key: str, count: int | None = None) -> SafeString:
    """The status of a measure."""
    return marked("measure", key, count)


@register.simple_tag
def state(key: str) -> SafeString:
    """The state of an action or milestone."""
    return marked("action", key)


@register.simple_tag
def verdict(key: str) -> SafeString:
    """The verdict of a goal."""
    return marked("verdict", key)


@register.filter
def meaning(key: str, vocabulary: str = "measure") -> str:
    """What a status means, in a sentence."""
    return statuses.words(vocabulary, key, language()).meaning


@register.filter
def label(key: str, vocabulary: str = "measure") -> str:
    """The word of a status."""
    return statuses.words(vocabulary, key, language()).label


@register.inclusion_tag("shared/_tally.html")
def tally(counts: Counter[str]) -> dict[str, Any]:
    """The bar and the list of counts; the list carries the numbers, the bar is for the eye."""
    total = sum(counts.values())
    return {"rows": [(key, n, grow(n, total)) for key, n in counts.items()]}


@register.inclusion_tag("shared/_bar.html")
def bar(counts: Counter[str]) -> dict[str, Any]:
    """The bar alone, where the counts stand elsewhere."""
    total = sum(counts.values())
    return {"rows": [(key, n, grow(n, total)) for key, n in counts.items()]}


def grow(count: int, total: int) -> int:
    """A share of 1 to 100 as a class of the style sheet; inline styles are refused."""
    return count if total <= 100 else max(1, round(100 * count / total))


@register.inclusion_tag("shared/_sectors.html")
def sector_marks(found: tuple[SectorView, ...]) -> dict[str, Any]:
    """Sectors with their colours; a dashed mark is not the document's own."""
    return {"marks": [(sector, sectors.colour(sector.colour)) for sector in found]}


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
    return figures_words(figure, language())


def figures_words(figure: Figure, code: str) -> str:
    """A figure in words of a language."""
    if figure.value is None:
        return ""
    text = numbers.quantity(figure.value, figure.unit, code)
    if not figure.approximate:
        return text
    return str(charting._("about %(value)s") % {"value": text})


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
    return targets.deadline_words(part.target, language())


@register.filter
def chance(part: PartView) -> str:
    """The chance as a natural frequency."""
    return chances.chance(part.assessment)


@register.filter
def age(since: date | None, until: date) -> str:
    """How old something is on the page's date."""
    return periods.age(since, until) if since else ""


@register.filter
def newest(part: PartView) -> Figure | None:
    """The newest figure that says what happened."""
    figures = charting.drawn_figures(part)
    return figures[-1] if figures else None


@register.filter
def period_last_day(value: str) -> date | None:
    """The last day of a period."""
    return periods.period_end(value)


@register.simple_tag
def chart(part: PartView, *, card: bool = False) -> SafeString:
    """The chart of a part: one small drawing, or a wide and a narrow one that swap by width."""
    drawn = charting.chart_of(part, "c" + part.id.replace(".", "-"))
    if drawn is None:
        return SafeString("")
    draw = draw_bars if charting.as_bars(part, drawn.points) else draw_lines
    sizes = (CARD,) if card else (WIDE, PHONE)
    # The drawing escapes every text and attribute that it writes.
    return mark_safe("".join(draw(drawn, size) for size in sizes))  # noqa: S308


@register.simple_tag
def chart_notes(part: PartView) -> list[str]:
    """How to read the part's chart."""
    drawn = charting.chart_of(part, "notes")
    return charting.notes_of(part, drawn) if drawn else []


@register.simple_tag
def spark(part: PartView) -> SafeString:
    """The sparkline of a part."""
    return mark_safe(draw_spark(charting.points_of(part)))  # noqa: S308 - as in chart


@register.simple_tag(takes_context=True)
def filtered(context: template.Context, **choices: str) -> str:
    """The address of the scorecard narrowed by some choices."""
    address: str = context["page"].url("desk:scorecard", query=choices)
    return address


@register.filter
def forecast(part: PartView) -> bool:
    """Whether the chart of the part shows a forecast."""
    return charting.forecast_of(part, charting.points_of(part)) is not None


@register.simple_tag(takes_context=True)
def to(context: template.Context, view_name: str, **parameters: Any) -> str:
    """The address of a page of this municipality, language and date kept."""
    address: str = context["page"].url(view_name, **parameters)
    return address
