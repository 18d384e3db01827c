"""Deadlines and baseline years as people write them in a form, and back."""

from __future__ import annotations

import re

from suunta.core.period import parse_period
from suunta.reports.wording import periods

YEARS = range(1900, 2200)
# Periods that are no stretch of time: a target of every year, and the end of the council term.
RECURRING = ("per year", "term")
FORMS = (
    (re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})", re.ASCII), "{2}-{1:02}-{0:02}"),
    (re.compile(r"(\d{1,2})/(\d{4})", re.ASCII), "{1}-{0:02}"),
    (re.compile(r"Q([1-4])/(\d{4})", re.ASCII | re.IGNORECASE), "{1}-Q{0}"),
    (re.compile(r"1[–-]6/(\d{4})", re.ASCII), "{0}-H1"),
    (re.compile(r"7[–-]12/(\d{4})", re.ASCII), "{0}-H2"),
)


def shown_period(text: str | None, language: str) -> str:
    """A period as it stands in a field, so that `typed_period` reads it again."""
    if language == "en" and text not in RECURRING:
        return text or ""
    return periods.period(text, language)


def typed_period(text: str, language: str) -> str | None:
    """The period that a person wrote; None for what is no period."""
    for known in RECURRING:
        if text.casefold() in (known, periods.period(known, language).casefold()):
            return known
    for form, pattern in FORMS:
        if found := form.fullmatch(text):
            text = pattern.format(*(int(part) for part in found.groups()))
    try:
        period = parse_period(text)
    except ValueError:
        return None
    return text if {period.first.year, period.last.year} <= set(YEARS) else None
