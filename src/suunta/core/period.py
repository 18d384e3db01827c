"""Periods: what a value or a deadline belongs to, from a single day to a range of years.

Accepted: `2021`, `2021-H1`, `2021-Q3`, `2021-07`, `2021-07-31`, the school year `2021/2022`
(1 August to 31 July), and ranges of these such as `2019-01..2019-06` and `2017..2020`.
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property, lru_cache

_MONTHS_BY_LETTER = {"H": 6, "Q": 3}
_YEAR = re.compile(r"(\d{4})", re.ASCII)
_SCHOOL_YEAR = re.compile(r"(\d{4})/(\d{4})", re.ASCII)
_PART_OF_YEAR = re.compile(r"(\d{4})-([HQ])([1-4])", re.ASCII)
_MONTH = re.compile(r"(\d{4})-(\d{2})", re.ASCII)
_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})", re.ASCII)


@dataclass(frozen=True, order=True)
class Period:
    """A stretch of whole days.

    last, first: its last and first day, both included; text: as it was written.
    Ordered by the last day, then the first; two spellings of the same days are equal.
    """

    last: date
    first: date
    text: str = field(compare=False)

    @cached_property
    def end(self) -> float:
        """The last day as a decimal year: 2022.0 for `2021`, 2021.5 for `2021-H1`."""
        return decimal_year(self.last)

    @cached_property
    def start(self) -> float:
        """The end, as a decimal year, of the day before the first: 2021.0 for `2021`."""
        month, day = self.first.month, self.first.day
        return self.first.year + (month - 1 + (day - 1) / _days(self.first)) / 12

    @cached_property
    def months(self) -> float:
        """Length in months: 12.0 for a year or a school year; a fraction for single days."""
        return round((self.end - self.start) * 12, 6)

    def __str__(self) -> str:
        return self.text


def decimal_year(day: date) -> float:
    """The end of a day as a decimal year.

    Months count as twelfths, so that every month, quarter and half-year ends at an exact twelfth:
    31.12.2021 -> 2022.0, 30.6.2021 -> 2021.5, 31.7.2022 -> 2022.58333.
    """
    return day.year + (day.month - 1 + day.day / _days(day)) / 12


def is_valid(text: object) -> bool:
    """Whether `parse_period` accepts the text."""
    if not isinstance(text, str):
        return False
    try:
        parse_period(text)
    except ValueError:
        return False
    return True


@lru_cache(maxsize=4096)
def parse_period(text: str) -> Period:
    """Read a period.

    Parameters: text, in one of the forms of this module's head, blanks around it ignored.
    Returns: the period, with `text` as written (without the blanks).
    Raises: ValueError, naming the text, for any other form, for a day or month that does not
    exist, for a school year that is not two years in a row and for a range that runs backwards.
    """
    cleaned = text.strip()
    head, dots, tail = cleaned.partition("..")
    first, last = _bounds(head, cleaned)
    if dots:
        last = _bounds(tail, cleaned)[1]
    if last < first:
        raise ValueError(f"period {cleaned!r} ends before it begins")
    return Period(last=last, first=first, text=cleaned)


def _bounds(text: str, whole: str) -> tuple[date, date]:
    """First and last day of a period that is no range."""
    try:
        if match := _YEAR.fullmatch(text):
            return _months(int(match[1]), 1, 12)
        if match := _SCHOOL_YEAR.fullmatch(text):
            return _school_year(int(match[1]), int(match[2]))
        if match := _PART_OF_YEAR.fullmatch(text):
            length = _MONTHS_BY_LETTER[match[2]]
            return _months(int(match[1]), (int(match[3]) - 1) * length + 1, length)
        if match := _MONTH.fullmatch(text):
            return _months(int(match[1]), int(match[2]), 1)
        if match := _DAY.fullmatch(text):
            day = date(int(match[1]), int(match[2]), int(match[3]))
            return day, day
    except ValueError as error:
        raise ValueError(f"period {whole!r} does not exist: {error}") from error
    raise ValueError(
        f"period {whole!r} is not understood: write 2021, 2021-H1, 2021-Q3, 2021-07, 2021-07-31, "
        "2021/2022 or a range such as 2019-01..2019-06"
    )


def _months(year: int, month: int, length: int) -> tuple[date, date]:
    last_month = month + length - 1
    first = date(year, month, 1)
    return first, date(year, last_month, monthrange(year, last_month)[1])


def _school_year(year: int, next_year: int) -> tuple[date, date]:
    if next_year != year + 1:
        raise ValueError("a school year is two years in a row")
    return date(year, 8, 1), date(next_year, 7, 31)


def _days(day: date) -> int:
    return monthrange(day.year, day.month)[1]
