"""When a source is asked again, and when what it brought is too old."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal, get_args

Every = Literal["day", "week", "month", "year"]
EVERY: tuple[Every, ...] = get_args(Every)
# A yearly figure that has not come in its month is looked for this often.
LOOK_AGAIN = timedelta(days=7)
# After the first failure, doubled with each that follows.
FIRST_PAUSE, LONGEST_PAUSE = timedelta(minutes=15), timedelta(days=1)
# Without an expected month: days after which figures of a source are old.
OLD_AFTER_DAYS = {"day": 4, "week": 21, "month": 70, "year": 400}
# Days after the end of the expected month in which a publication may be late.
GRACE_DAYS = 31


@dataclass(frozen=True)
class Schedule:
    """every: how often a source publishes; month: in which month of the year (1 to 12), where it
    publishes yearly and says so."""

    every: Every
    month: int | None = None


def every_of(text: str) -> Every:
    """The rhythm of this name. Raises ValueError."""
    found = next((each for each in EVERY if each == text), None)
    if found is None:
        raise ValueError(f"{text!r} is none of {', '.join(EVERY)}")
    return found


def next_due(schedule: Schedule, now: datetime, *, arrived: bool) -> datetime:
    """When to ask after an answer. arrived: it brought figures that were not there yet."""
    if schedule.every == "day":
        return now + timedelta(days=1)
    if schedule.every == "week":
        return now + timedelta(days=7)
    if schedule.every == "month":
        return months_later(now, 1)
    if schedule.month is None:
        return months_later(now, 1)
    expected = expected_from(schedule.month, now)
    if now >= expected and not arrived:
        # It is late, or comes another day of its month.
        return now + LOOK_AGAIN if (now - expected).days < 120 else next_year(expected)
    return next_year(expected) if now >= expected else expected


def after_failure(now: datetime, failures: int) -> datetime:
    """When to ask after so many failures in a row, 1 or more."""
    doubled = 1 << min(max(failures - 1, 0), 10)
    return now + min(FIRST_PAUSE * doubled, LONGEST_PAUSE)


def is_stale(schedule: Schedule, now: datetime, arrived_at: datetime | None) -> bool:
    """Whether the figures are older than the source's own rhythm. arrived_at: when something new
    came the last time, None where nothing ever has."""
    if arrived_at is None:
        return False
    if schedule.every == "year" and schedule.month is not None:
        expected = expected_from(schedule.month, now)
        late = expected + timedelta(days=days_of(expected) + GRACE_DAYS)
        began = expected if now > late else expected.replace(year=expected.year - 1)
        return arrived_at < began
    return now - arrived_at > timedelta(days=OLD_AFTER_DAYS[schedule.every])


def expected_from(month: int, now: datetime) -> datetime:
    """The first day of the expected month in the year of `now`."""
    return now.replace(month=month, day=1, hour=6, minute=0, second=0, microsecond=0)


def next_year(moment: datetime) -> datetime:
    """The same first day of a month, a year later."""
    return moment.replace(year=moment.year + 1)


def months_later(moment: datetime, months: int) -> datetime:
    """So many months later, on the last day where the month is shorter."""
    year, month = divmod(moment.year * 12 + moment.month - 1 + months, 12)
    day = min(moment.day, monthrange(year, month + 1)[1])
    return moment.replace(year=year, month=month + 1, day=day)


def days_of(moment: datetime) -> int:
    """How many days the month has."""
    return monthrange(moment.year, moment.month)[1]
