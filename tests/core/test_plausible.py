"""Which figures that arrive by themselves a person must look at first."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from suunta.core.plausible import Doubt, doubts, usual_change

NONE = (None, None)
KNOWN = {"2020": 80.0, "2021": 82.0, "2022": 81.0, "2023": 83.0}


def test_the_usual_change_is_the_median_of_the_changes_between_neighbours() -> None:
    # Changes 2, 1, 2: python3 -c "import statistics; print(statistics.median([2, 1, 2]))"
    assert usual_change(list(KNOWN.values())) == 2.0


@pytest.mark.parametrize("values", [[], [1.0], [1.0, 2.0, 3.0], [5.0, 5.0, 5.0, 5.0]])
def test_too_few_changes_or_none_tell_nothing(values: list[float]) -> None:
    assert usual_change(values) is None


@pytest.mark.parametrize(("value", "strange"), [(103.0, False), (103.1, True), (62.9, True)])
def test_more_than_ten_times_the_usual_change_is_strange(value: float, strange: bool) -> None:
    found = doubts(KNOWN, {"2024": value}, NONE)
    assert found == ([Doubt("jump", "2024", value, 83.0, 2.0)] if strange else [])


def test_a_revision_is_held_against_the_figure_that_it_revises() -> None:
    assert doubts(KNOWN, {"2021": 820.0}, NONE)[0].before == 82.0


def test_months_are_not_held_against_years() -> None:
    assert doubts(KNOWN, {"2024-01": 7.0}, NONE) == []


@pytest.mark.parametrize(("value", "outside"), [(0.0, False), (100.0, False), (100.1, True)])
def test_a_value_outside_its_limits_is_strange_whatever_is_known(
    value: float, outside: bool
) -> None:
    assert bool(doubts({}, {"2024": value}, (0.0, 100.0))) is outside


def test_a_value_is_asked_about_once() -> None:
    (found,) = doubts(KNOWN, {"2024": 900.0}, (0.0, 100.0))
    assert found.code == "limit"


@given(st.lists(st.floats(-1e6, 1e6), min_size=4, max_size=12), st.floats(0.001, 1000.0))
def test_the_unit_does_not_decide_what_is_strange(values: list[float], factor: float) -> None:
    """Measured in another unit, the same figures are strange."""
    *before, last = values
    known = {str(2000 + at): value for at, value in enumerate(before)}
    usual = usual_change(before)
    if usual is None or abs(abs(last - before[-1]) - 10 * usual) < 1e-3 * abs(usual) + 1e-9:
        return
    scaled = {period: value * factor for period, value in known.items()}
    first = doubts(known, {"2030": last}, NONE)
    again = doubts(scaled, {"2030": last * factor}, NONE)
    assert bool(first) == bool(again)
