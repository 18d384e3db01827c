"""What is not known must not come out as a number: chances, certainty and the age of a series."""

from __future__ import annotations

from datetime import date

from suunta.core.assess.measure import Assessment, MeasureInput, Point, Target, assess_measures

WITHIN_8_TO_10 = Target("=", 8.0, value_max=10.0, deadline="2025")


def assessed(values: list[tuple[int, float]], target: Target, today: date) -> Assessment:
    points = tuple(Point(str(year), value) for year, value in values)
    return assess_measures([MeasureInput("m", points, target, today=today)])[0]


def test_two_values_give_no_chance_to_come_into_a_range():
    answer = assessed([(2020, 5.0), (2021, 6.0)], WITHIN_8_TO_10, date(2022, 3, 31))
    assert (answer.status, answer.p_reach) == ("too_early", None)


def test_a_range_has_no_chance_while_there_is_no_value():
    answer = assessed([], WITHIN_8_TO_10, date(2022, 3, 31))
    assert (answer.status, answer.p_reach) == ("no_data", None)


def test_a_series_without_swings_is_judged_by_its_forecast_for_a_range():
    still = [(2019, 7.0), (2020, 7.0), (2021, 7.0)]
    answer = assessed(still, WITHIN_8_TO_10, date(2022, 3, 31))
    assert (answer.status, answer.p_reach) == ("off_track", None)


def test_only_what_is_met_is_certain():
    old = assessed(
        [(2014, 95.0), (2015, 96.0)], Target(">=", 90.0, deadline="2025"), date(2022, 3, 31)
    )
    assert (old.status, old.certain) == ("awaiting", False)


def test_the_reporting_period_is_that_of_the_last_ten_values():
    yearly = [(year, 50.0 + year % 3) for year in range(1990, 2005)]
    every_third_year = [(year, 50.0 + year % 2) for year in range(2007, 2034, 3)]
    target = Target(">=", 90.0, deadline="2045")
    # the newest period is 2031, five years ago, and values come every third year
    answer = assessed(yearly + every_third_year, target, date(2036, 12, 31))
    assert answer.status == "off_track"
