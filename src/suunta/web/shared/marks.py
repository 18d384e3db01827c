"""Shape and word of a status, as HTML."""

from __future__ import annotations

from functools import cache

from django.utils.html import format_html
from django.utils.safestring import SafeString

from suunta.reports.wording import statuses


def icon(name: str) -> SafeString:
    """A shape of the icon sheet, silent for screen readers."""
    return format_html(
        '<svg class="ic" aria-hidden="true" focusable="false"><use href="#i-{}"/></svg>', name
    )


@cache
def marked(vocabulary: str, key: str, language: str) -> SafeString:
    """Shape and word of a status."""
    said = statuses.words(vocabulary, key, language)
    return format_html('<span class="st st-{}">{}{}</span>', said.icon, icon(said.icon), said.label)


def counted(vocabulary: str, key: str, count: int, language: str) -> SafeString:
    """Shape, count and word, as in a list of counts."""
    said = statuses.words(vocabulary, key, language)
    row = '<span class="st st-{}">{}<b>{}</b> {}</span>'
    return format_html(row, said.icon, icon(said.icon), count, said.lower)
