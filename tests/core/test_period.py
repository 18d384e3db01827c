"""Periods: what is accepted, where they end, how long they are."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from suunta.core.period import decimal_year, is_valid, parse_period


@pytest.mark.parametrize(
    ("text", "first", "last", "end", "months"),
    [
        ("2021", date(2021, 1, 1), date(2021, 12, 31), 2022.0, 12),
        ("2021-H1", date(2021, 1, 1), date(2021, 6, 30), 2021.5, 6),
        ("2021-H2", date(2021, 7, 1), date(2021, 12, 31), 2022.0, 6),
        ("2021-Q3", date(2021, 7, 1), date(2021, 9, 30), 2021.75, 3),
        ("2021-07", date(2021, 7, 1), date(2021, 7, 31), 2021 + 7 / 12, 1),
        ("2020-02", date(2020, 2, 1), date(2020, 2, 29), 2020 + 2 / 12, 1),
        ("2019-01..2019-06", date(2019, 1, 1), date(2019, 6, 30), 2019.5, 6),
        ("2017..2020", date(2017, 1, 1), date(2020, 12, 31), 2021.0, 48),
        ("2021/2022", date(2021, 8, 1), date(2022, 7, 31), 2022 + 7 / 12, 12),
    ],
)
def test_a_period_has_its_days_its_end_and_its_length(text, first, last, end, months):
    period = parse_period(text)
    assert (period.first, period.last) == (first, last)
    assert period.end == pytest.approx(end, abs=1e-12)
    assert period.months == pytest.approx(months)
    assert str(period) == text


def test_a_day_ends_within_its_month():
    assert parse_period("2021-12-31").end == 2022.0
    assert parse_period("2021-06-15").end == 2021 + (5 + 15 / 30) / 12
    assert decimal_year(date(2022, 7, 31)) == 2022 + 7 / 12


@pytest.mark.parametrize(
    "text",
    ["", "21", "2021-13", "2021-02-30", "2021-H3", "2021-Q5", "2021-Q0", "2021/2023", "2022..2021",
     "2021-2022", "2021..", "..2021", "term", "per year", "2021-7", "0000", "２０２１", "2021..x"],
)  # fmt: skip
def test_what_is_no_period_is_refused_with_its_text(text):
    assert not is_valid(text)
    with pytest.raises(ValueError, match="period"):
        parse_period(text)


@pytest.mark.parametrize("thing", [None, 2021, True, ["2021"]])
def test_only_text_is_a_valid_period(thing):
    assert not is_valid(thing)


def test_periods_sort_by_their_last_day():
    texts = ["2022", "2021-H1", "2021/2022", "2021-12-31", "2021"]
    ordered = [str(period) for period in sorted(map(parse_period, texts))]
    assert ordered == ["2021-H1", "2021", "2021-12-31", "2021/2022", "2022"]


def test_two_spellings_of_the_same_days_are_equal():
    assert parse_period("2019-01..2019-06") == parse_period(" 2019-H1 ")


@settings(max_examples=30, deadline=None)
@given(st.dates(date(1900, 1, 1), date(2199, 12, 30)))
def test_decimal_years_rise_day_by_day(day):
    assert decimal_year(day) < decimal_year(date.fromordinal(day.toordinal() + 1))
    assert parse_period(day.isoformat()).start < decimal_year(day)


@settings(max_examples=30, deadline=None)
@given(st.text("0123456789-/.HQ x", max_size=12))
def test_any_text_is_either_a_period_or_refused(text):
    assert isinstance(is_valid(text), bool)
