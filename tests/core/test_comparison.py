"""A town among its peers: intervals and funnel against statsmodels.

from statsmodels.stats.proportion import proportion_confint
proportion_confint(25, 266, method="wilson")      0.06447, 0.13506
"""

from __future__ import annotations

import pytest

from suunta.core.comparison import AreaValue, Comparison, Funnel, funnel_of, with_intervals
from suunta.core.texts import Text


def area(code: str, part: float | None, people: float | None, value: float | None = None):
    share = value if part is None or not people else round(100 * part / people, 1)
    return AreaValue(code, Text({"fi": code}), False, "2025", share, "ok", part, people)


def test_a_share_of_known_people_has_its_wilson_interval() -> None:
    (found,) = with_intervals([area("a", 25.0, 266.0)])
    assert (found.low, found.high) == pytest.approx((6.447, 13.506), abs=0.001)


def test_a_value_without_counts_has_no_interval() -> None:
    (found,) = with_intervals([area("a", None, None, 2195.0)])
    assert (found.low, found.high) == (None, None)


def test_an_area_without_a_value_keeps_its_place() -> None:
    values = [area("a", 25.0, 266.0), area("b", None, None)]
    assert [each.area for each in with_intervals(values)] == ["a", "b"]


def test_a_funnel_is_around_all_people_together() -> None:
    values = with_intervals([area(str(n), 10.0 * n, 100.0 * n) for n in (1, 2, 3, 4)])
    assert funnel_of(values) == Funnel(pytest.approx(10.0))


def test_few_areas_or_unknown_counts_make_no_funnel() -> None:
    some = [area(str(n), 10.0 * n, 100.0 * n) for n in (1, 2, 3)]
    assert funnel_of(with_intervals(some)) is None
    assert funnel_of(with_intervals([*some, area("x", None, None, 12.0)])) is None


def test_outside_is_what_chance_hardly_explains() -> None:
    # 0.1 + 3.0902 * sqrt(0.1 * 0.9 / 400) = 0.1464
    funnel = Funnel(10.0)
    assert not funnel.outside(area("a", 58.0, 400.0))
    assert funnel.outside(area("a", 59.0, 400.0))


def test_periods_are_told_oldest_first() -> None:
    values = (area("a", 1.0, 9.0), AreaValue("b", Text(), False, "2023", 1.0, "ok"))
    assert Comparison(Text(), "own", Text(), values, None).periods == ("2023", "2025")
