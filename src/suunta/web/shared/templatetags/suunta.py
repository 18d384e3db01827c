"""Tags and filters that lay out texts, statuses, numbers, dates and charts."""

from __future__ import annotations

import re
from collections import Counter
from typing import Any

from django import template
from django.templatetags.static import static
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from suunta.core.scorecard import MeasureView, SectorView
from suunta.core.texts import Text
from suunta.reports.wording import statuses
from suunta.web.shared import marks, sectors

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


LONG = 400


@register.inclusion_tag("shared/_long_words.html")
def long_words(text: Text) -> dict[str, Any]:
    """What a person wrote, its beginning first where it is long."""
    shown = text.shown(language()).text
    return {"text": text, "first": shown[:LONG].rstrip(), "rest": len(shown) > LONG}


@register.simple_tag
def highlighted(text: Text, pieces: tuple[str, ...]) -> SafeString:
    """A text with what was looked for marked; as it is where the words stand in another one."""
    shown = text.shown(language())
    wanted = "|".join(re.escape(piece) for piece in sorted(pieces, key=len, reverse=True) if piece)
    if not wanted or shown.language != language():
        return words(text)
    cut = re.split(f"({wanted})", shown.text, flags=re.IGNORECASE)
    return format_html_join("", "{}", ((marked(piece, at),) for at, piece in enumerate(cut)))


def marked(piece: str, at: int) -> SafeString:
    """Every second piece of a split text is what it was split at."""
    return format_html("<mark>{}</mark>" if at % 2 else "{}", piece)


@register.filter
def named(measure: MeasureView) -> Text:
    """What a measure is called: its part's short name; the document's words where it has more."""
    return measure.parts[0].name if len(measure.parts) == 1 else measure.text


@register.filter
def in_document(text: Text) -> SafeString:
    """The document's own words, with their language."""
    code = next((code for code, state in text.states.items() if state == "original"), None)
    if code is None:
        return SafeString("")
    return format_html('<q lang="{}">{}</q>', code, text.words[code])


@register.filter
def sentences(text: Text) -> tuple[str, str]:
    """The first sentence of a text, and the rest."""
    first, _, rest = text.shown(language()).text.strip().partition(". ")
    return (f"{first}." if rest else first), rest.strip()


@register.filter
def caps(text: Text) -> str:
    """A class for words that the document shouts in capitals: they are set more quietly."""
    return "caps" if text.shown(language()).text.isupper() else ""


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


register.simple_tag(marks.icon, name="icon")


@register.simple_tag
def status(key: str, count: int | None = None) -> SafeString:
    """The status of a measure."""
    if count is None:
        return marks.marked("measure", key, language())
    return marks.counted("measure", key, count, language())


@register.simple_tag
def state(key: str) -> SafeString:
    """The state of an action or milestone."""
    return marks.marked("action", key, language())


@register.simple_tag
def verdict(key: str) -> SafeString:
    """The verdict of a goal."""
    return marks.marked("verdict", key, language())


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
def sector_marks(found: tuple[SectorView, ...], *, brief: bool = False) -> dict[str, Any]:
    """Sectors with their colours; a dashed mark is not the document's own."""
    pairs = [(sector, sectors.colour(sector.colour)) for sector in found]
    return {"marks": pairs, "brief": brief}


@register.simple_tag(takes_context=True)
def filtered(context: template.Context, **choices: str) -> str:
    """The address of the scorecard narrowed by some choices."""
    address: str = context["page"].url("desk:scorecard", query=choices)
    return address


@register.simple_tag(takes_context=True)
def to(context: template.Context, view_name: str, **parameters: Any) -> str:
    """The address of a page of this municipality, language and date kept."""
    address: str = context["page"].url(view_name, **parameters)
    return address
