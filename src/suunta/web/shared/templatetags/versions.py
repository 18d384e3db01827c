"""Tags and filters that lay out versions."""

from __future__ import annotations

from typing import Any

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from suunta.core.difference import Piece
from suunta.core.strategy import Action, SubMeasure
from suunta.core.version import Decided
from suunta.web.shared.versions import naming, parts, rows
from suunta.web.shared.versions.parts import facts_of

register = template.Library()
register.filter("version_name", naming.version_name)
register.filter("status_words", naming.status_words)
register.filter("kind_words", rows.kind_words)
register.filter("section_words", rows.section_words)
register.filter("language_words", naming.language_words)


@register.filter
def decision_words(decided: Decided) -> str:
    """A decision in one line."""
    return naming.decision_words(decided, get_language() or "fi")


@register.filter
def facts(sub: SubMeasure) -> list[tuple[str, str]]:
    """What is said of a part: label and words."""
    return list(facts_of(sub, get_language() or "fi").items())


@register.filter
def unsaid(action: Action) -> tuple[str, ...]:
    """Who is responsible for an action, where its own words do not say so."""
    return parts.unsaid(action)


@register.filter
def marked(pieces: tuple[Piece, ...]) -> SafeString:
    """Words with what went and came, for the eye by lines and for the ear by words."""
    return format_html_join("", "{}", ((mark(piece.mark, piece.text),) for piece in pieces))


@register.simple_tag
def mark(kind: str, text: str) -> SafeString:
    """Words that came, went or stayed."""
    if kind == "same":
        return format_html("{}", text)
    said = _("added:") if kind == "ins" else _("removed:")
    tag = "ins" if kind == "ins" else "del"
    spoken = get_language() or "fi"
    return format_html(
        '<{}><span class="vh" lang="{}">{} </span>{}</{}>', tag, spoken, said, text, tag
    )


@register.simple_tag(takes_context=True)
def door_url(context: template.Context, view_name: str, **parameters: Any) -> str:
    """The address of a page of versions behind the same door."""
    address: str = context["page"].url(f"{context['door'].name}:{view_name}", **parameters)
    return address
