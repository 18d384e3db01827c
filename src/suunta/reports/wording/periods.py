"""Dates, periods and ages in words."""

from __future__ import annotations

import calendar
import re
from datetime import date

from babel.dates import format_date
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from suunta.reports.wording.numbers import LOCALES

MONTH = re.compile(r"(\d{4})-(\d{2})")
RANGE = re.compile(r"(\d{4})-(\d{2})\.\.(\d{4})-(\d{2})")
HALF = re.compile(r"(\d{4})-H([12])")
QUARTER = re.compile(r"(\d{4})-Q([1-4])")
SCHOOL_YEAR = re.compile(r"(\d{4})/(\d{4})")
DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


def day(value: date, language: str) -> str:
    """31.12.2022, in English 31 Dec 2022, with no-break spaces."""
    if language == "en":
        return format_date(value, "d MMM y", locale=LOCALES["en"]).replace(" ", "\u00a0")
    return f"{value.day}.{value.month}.{value.year}"


def month(year: int, number: int, language: str) -> str:
    """3/2023, in English Mar 2023."""
    if language == "en":
        return format_date(date(year, number, 1), "MMM y", locale=LOCALES["en"])
    return f"{number}/{year}"


def period(text: str | None, language: str) -> str:
    """A period of the contract in words; what follows no known form is shown as it is."""
    if not text:
        return ""
    if text == "per year":
        return _("every year")
    if text == "term":
        return _("council term")
    if DAY.fullmatch(text):
        return day(date.fromisoformat(text), language)
    return _part_of_year(text, language) or text


def _part_of_year(text: str, language: str) -> str | None:
    if found := RANGE.fullmatch(text):
        start_year, start, end_year, end = (int(part) for part in found.groups())
        if start_year == end_year and language != "en":
            return f"{start}–{end}/{end_year}"
        return f"{month(start_year, start, language)}–{month(end_year, end, language)}"
    if found := MONTH.fullmatch(text):
        return month(int(found.group(1)), int(found.group(2)), language)
    if found := HALF.fullmatch(text):
        return f"{'1–6' if found.group(2) == '1' else '7–12'}/{found.group(1)}"
    if found := QUARTER.fullmatch(text):
        return f"Q{found.group(2)}/{found.group(1)}"
    if found := SCHOOL_YEAR.fullmatch(text):
        return _("school year %(start)s–%(end)s") % {"start": found[1], "end": found[2]}
    return None


def period_end(text: str) -> date | None:
    """The last day of a period; None for what is no period."""
    if DAY.fullmatch(text):
        return date.fromisoformat(text)
    if re.fullmatch(r"\d{4}", text):
        return date(int(text), 12, 31)
    if found := RANGE.fullmatch(text):
        return _month_end(int(found[3]), int(found[4]))
    if found := MONTH.fullmatch(text):
        return _month_end(int(found[1]), int(found[2]))
    if found := HALF.fullmatch(text):
        return _month_end(int(found[1]), 6 * int(found[2]))
    if found := QUARTER.fullmatch(text):
        return _month_end(int(found[1]), 3 * int(found[2]))
    if found := SCHOOL_YEAR.fullmatch(text):
        return date(int(found[2]), 7, 31)
    return None


def _month_end(year: int, number: int) -> date:
    return date(year, number, calendar.monthrange(year, number)[1])


def decimal_year(value: date) -> float:
    """A day's end as a decimal year: 31.12.2021 is 2022.0, as in the kernel."""
    first = date(value.year, 1, 1).toordinal()
    length = 366 if calendar.isleap(value.year) else 365
    return value.year + (value.toordinal() + 1 - first) / length


def age(since: date, until: date) -> str:
    """How long ago, in months below two years, else in years."""
    months = max((until.year - since.year) * 12 + until.month - since.month, 0)
    if until.day < since.day and months:
        months -= 1
    if months < 1:
        return _("under a month")
    if months < 24:
        return ngettext("%(n)d month", "%(n)d months", months) % {"n": months}
    years = months // 12
    return ngettext("%(n)d year", "%(n)d years", years) % {"n": years}
