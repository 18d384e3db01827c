"""Working days in Finland."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from suunta.core.workdays import (
    add_working_days,
    easter,
    holidays,
    is_working_day,
    working_days_until,
)

DAYS = st.dates(date(1990, 1, 1), date(2090, 12, 31))


# python -c "from dateutil.easter import easter; print(easter(1961))" and so on.
@pytest.mark.parametrize(
    ("year", "sunday"),
    [
        (1961, date(1961, 4, 2)),
        (2000, date(2000, 4, 23)),
        (2024, date(2024, 3, 31)),
        (2025, date(2025, 4, 20)),
        (2026, date(2026, 4, 5)),
        (2038, date(2038, 4, 25)),
    ],
)
def test_easter_falls_where_the_church_says(year: int, sunday: date) -> None:
    assert easter(year) == sunday


def test_the_holidays_of_2026_are_those_of_the_almanac() -> None:
    # Yliopiston almanakka 2026, and the eves of midsummer and Christmas.
    days = "1-1 1-6 4-3 4-5 4-6 5-1 5-14 5-24 6-19 6-20 10-31 12-6 12-24 12-25 12-26"
    expected = {date(2026, *(int(part) for part in day.split("-"))) for day in days.split()}
    assert holidays(2026) == expected


def test_working_days_pass_over_weekends_and_holidays() -> None:
    # Wednesday before Christmas 2026; Thursday to Sunday offices are shut.
    assert add_working_days(date(2026, 12, 23), 1) == date(2026, 12, 28)
    assert add_working_days(date(2026, 12, 28), -1) == date(2026, 12, 23)
    assert working_days_until(date(2026, 12, 23), date(2026, 12, 29)) == 2
    assert working_days_until(date(2026, 12, 29), date(2026, 12, 23)) == -2


@given(DAYS, st.integers(1, 30))
def test_going_forth_and_counting_agree(day: date, count: int) -> None:
    end = add_working_days(day, count)
    assert is_working_day(end)
    assert working_days_until(day, end) == count
