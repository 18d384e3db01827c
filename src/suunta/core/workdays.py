"""Working days in Finland: no weekends, public holidays or eves on which offices are shut."""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache

SATURDAY = 5


def easter(year: int) -> date:
    """Easter Sunday.

    year: Gregorian, from 1583 on.
    Returns: the Sunday after the first church full moon of spring.
    Source: the anonymous Gregorian algorithm, Nature 13 (1876) 487; Meeus, Astronomical
    Algorithms (1991), chapter 8.
    """
    golden, (century, rest) = year % 19, divmod(year, 100)
    leap_centuries, century_rest = divmod(century, 4)
    correction = (century - (century + 8) // 25 + 1) // 3
    epact = (19 * golden + century - leap_centuries - correction + 15) % 30
    leaps, years = divmod(rest, 4)
    weekday = (32 + 2 * century_rest + 2 * leaps - epact - years) % 7
    moved = (golden + 11 * epact + 22 * weekday) // 451
    month, day = divmod(epact + weekday - 7 * moved + 114, 31)
    return date(year, month, day + 1)


@cache
def holidays(year: int) -> frozenset[date]:
    """Days other than weekends on which Finnish offices are shut.

    Returns: the public holidays of Finland, and the eves of midsummer and Christmas, which are
    no working days by the municipal collective agreement (KVTES).
    Source: the Church Act (652/2023) and the acts on Independence Day (388/1937) and the First
    of May (272/1944).
    """
    sunday = easter(year)
    moving = {sunday + timedelta(days=days) for days in (-2, 0, 1, 39, 49)}
    midsummer = first_saturday(date(year, 6, 20))
    fixed = {(1, 1), (1, 6), (5, 1), (12, 6), (12, 24), (12, 25), (12, 26)}
    return frozenset(
        moving
        | {midsummer, midsummer - timedelta(days=1), first_saturday(date(year, 10, 31))}
        | {date(year, month, day) for month, day in fixed}
    )


def first_saturday(day: date) -> date:
    """The first Saturday on or after a day."""
    return day + timedelta(days=(SATURDAY - day.weekday()) % 7)


def is_working_day(day: date) -> bool:
    """Whether offices are open on a day."""
    return day.weekday() < SATURDAY and day not in holidays(day.year)


def add_working_days(day: date, count: int) -> date:
    """The day that is `count` working days after a day; before it, where count is negative.

    count: zero gives the day itself, whether it is a working day or not.
    """
    step = timedelta(days=1 if count > 0 else -1)
    left = abs(count)
    while left:
        day += step
        left -= is_working_day(day)
    return day


def working_days_until(day: date, end: date) -> int:
    """How many working days there are after a day up to another, negative where that is past."""
    step = timedelta(days=1 if end > day else -1)
    count = 0
    while day != end:
        if step.days > 0:
            day += step
            count += is_working_day(day)
        else:
            count -= is_working_day(day)
            day += step
    return count
