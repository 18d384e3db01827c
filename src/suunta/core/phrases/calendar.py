"""Calendar periods as documents write them in figures, and their canonical form.

Canonical forms (contract): 2021, 2021-H1, 2021-Q3, 2021-07, 2021-07-31, 2019-01..2019-06,
2023-01..2025-12 and the school year 2021/2022.
"""

from __future__ import annotations

import re
from calendar import monthrange

from suunta.core.phrases.tokens import Period

_YEAR = r"(?:19[5-9]\d|20\d\d)"
_DAY = r"\d{1,2}\.\s?\d{1,2}\."
# Longest first: the scanner takes the first form that fits.
FORMS = (
    rf"(?<![\w.,/-])(?:{_DAY}(?:{_YEAR})?\s?-\s?{_DAY}\s?{_YEAR}"
    rf"|{_DAY}\s?{_YEAR}|\d{{1,2}}/\d{{1,2}}[ /-]{_YEAR}|{_YEAR}-\d\d-\d\d"
    rf"|\d{{1,2}}\s?-\s?\d{{1,2}}\s?/\s?{_YEAR}|\d{{1,2}}/{_YEAR}\s?-\s?\d{{1,2}}/{_YEAR}"
    rf"|\d{{1,2}}/{_YEAR}"
    rf"|fy ?(?:\d\d(?:/\d\d)?|{_YEAR})(?![\d/-])|fy ?{_YEAR}[/-]\d\d"
    rf"|[qhk][1-4][ /-]{{0,2}}{_YEAR}|{_YEAR}[ /-]{{0,2}}[qh][1-4]"
    rf"|(?<!/ ){_YEAR}\s?[-/]\s?{_YEAR}(?!\s?/\s?{_YEAR})|{_YEAR}[-/]\d\d(?!\d|[.,]\d)"
    rf")(?![\w%€])"
)
_RANGE_OF_DAYS = re.compile(rf"(\d+)\.\s?(\d+)\.({_YEAR})?\s?-\s?(\d+)\.\s?(\d+)\.\s?({_YEAR})")
_DATE = re.compile(rf"(\d+)\.\s?(\d+)\.\s?({_YEAR})")
_SLASHED = re.compile(rf"(\d+)/(\d+)[ /-]({_YEAR})")
_ISO = re.compile(rf"({_YEAR})-(\d\d)-(\d\d)")
_MONTHS = re.compile(rf"(\d+)\s?-\s?(\d+)\s?/\s?({_YEAR})")
_MONTHS_OF_YEARS = re.compile(rf"(\d+)/({_YEAR})\s?-\s?(\d+)/({_YEAR})")
_MONTH = re.compile(rf"(\d+)/({_YEAR})")
_PART = re.compile(rf"([qhk])([1-4])[ /-]*({_YEAR})|({_YEAR})[ /-]*([qh])([1-4])")
_YEARS = re.compile(rf"({_YEAR})\s?([-/])\s?({_YEAR})")
_SHORT = re.compile(rf"({_YEAR})([-/])(\d\d)")
_FINANCIAL = re.compile(r"fy ?(\d\d(?:\d\d)?)(?:[/-](\d\d))?")
_SINGLE_YEAR = re.compile(_YEAR)


def is_year(text: str) -> bool:
    """Whether figures can be a calendar year of a municipal plan (1950 to 2099)."""
    return _SINGLE_YEAR.fullmatch(text) is not None


def written(text: str) -> Period | None:
    """The period that figures spell out, or None when they are no calendar period.

    text: plain text such as "1-6/2019", "31.12.2024", "q3/2026", "2021/22".
    """
    for pattern, canonical in _FORMS:
        if match := pattern.fullmatch(text):
            code = canonical(match)
            return Period(code) if code else None
    return None


def month(year: int | str, number: int | str) -> str | None:
    """2021, 7 -> 2021-07; None when there is no such month."""
    return f"{year}-{int(number):02d}" if 1 <= int(number) <= 12 else None


def day(year: int | str, month_number: int | str, number: int | str) -> str | None:
    """2021, 7, 31 -> 2021-07-31; None when there is no such day."""
    head = month(year, month_number)
    if head is None or not 1 <= int(number) <= monthrange(int(year), int(month_number))[1]:
        return None
    return f"{head}-{int(number):02d}"


def years(first: int | str, last: int | str) -> str | None:
    """2023, 2025 -> 2023-01..2025-12; None when the last comes before the first."""
    if int(first) == int(last):
        return str(first)
    return f"{first}-01..{last}-12" if int(first) < int(last) else None


def _span(first: str | None, last: str | None) -> str | None:
    return f"{first}..{last}" if first and last and first < last else None


def _range_of_days(match: re.Match[str]) -> str | None:
    first_day, first_month, first_year, last_day, last_month, last_year = match.groups()
    start = day(first_year or last_year, first_month, first_day)
    end = day(last_year, last_month, last_day)
    if start and end and start[8:] == "01" and int(last_day) == _last_day(last_year, last_month):
        return _span(start[:7], end[:7])
    return _span(start, end)


def _last_day(year: str, month_number: str) -> int:
    return monthrange(int(year), int(month_number))[1]


def _part(match: re.Match[str]) -> str | None:
    letter, number, year = match.group(1, 2, 3) if match[1] else (match[5], match[6], match[4])
    name = "H" if letter == "h" else "Q"
    return f"{year}-{name}{number}" if name == "Q" or number in "12" else None


def _years(match: re.Match[str]) -> str | None:
    first, sign, last = match.groups()
    if sign == "/" and int(last) == int(first) + 1:
        return f"{first}/{last}"
    return years(first, last)


def _short(match: re.Match[str]) -> str | None:
    first, sign, tail = match.groups()
    if sign == "-" and 1 <= int(tail) <= 12:
        return month(first, tail)
    return _until(first, tail)


def _until(first: str, tail: str) -> str | None:
    """2021, 22 -> 2021/2022; 2021, 25 -> 2021-01..2025-12."""
    last = int(first[:2] + tail)
    if last == int(first) + 1:
        return f"{first}/{last}"
    return years(first, last)


def _financial(match: re.Match[str]) -> str | None:
    """ "FY24", "FY2023/24", "FY23/24": a financial year by its last or both years."""
    first = match[1] if len(match[1]) == 4 else f"20{match[1]}"
    return _until(first, match[2]) if match[2] else first


_FORMS = (
    (_FINANCIAL, _financial),
    (_RANGE_OF_DAYS, _range_of_days),
    (_DATE, lambda m: day(m[3], m[2], m[1])),
    (_SLASHED, lambda m: day(m[3], m[2], m[1])),
    (_ISO, lambda m: day(m[1], m[2], m[3])),
    (_MONTHS, lambda m: _span(month(m[3], m[1]), month(m[3], m[2]))),
    (_MONTHS_OF_YEARS, lambda m: _span(month(m[2], m[1]), month(m[4], m[3]))),
    (_MONTH, lambda m: month(m[2], m[1])),
    (_PART, _part),
    (_YEARS, _years),
    (_SHORT, _short),
)
