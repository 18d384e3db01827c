"""Ticks, label places and the shape of the forecast band."""

from __future__ import annotations

import itertools
import math

from hypothesis import given
from hypothesis import strategies as st

from suunta.reports.charts import ForecastBand, Point, draw_spark
from suunta.reports.charts.band import half_width_share, outline
from suunta.reports.charts.labels import Labels, overlap, spread
from suunta.reports.charts.scale import round_ticks

FINITE = st.floats(-1e6, 1e6, allow_nan=False)


@given(FINITE, FINITE)
def test_ticks_enclose_the_values(one: float, other: float) -> None:
    low, high = sorted((one, other))
    ticks = round_ticks(low, high, 5)
    slack = 1e-6 * max(1.0, abs(low), abs(high))
    assert ticks[0] <= low + slack
    assert ticks[-1] >= high - slack
    assert 2 <= len(ticks) <= 14


def test_ticks_are_round_numbers() -> None:
    assert round_ticks(9601, 12090, 5) == [9500, 10000, 10500, 11000, 11500, 12000, 12500]


@given(st.lists(st.floats(0, 300), max_size=6))
def test_spread_labels_keep_their_distance(places: list[float]) -> None:
    moved = sorted(spread(places, 18, 0, 300))
    assert all(b - a > 17.99 for a, b in itertools.pairwise(moved))


def test_a_label_without_room_is_left_to_the_table() -> None:
    labels = Labels((0, 0, 400, 200), 14)
    assert labels.place("10 285", [(200, 100, "middle")], "b")
    assert not labels.place("10 396", [(205, 100, "middle")], "b")
    assert len(labels.drawn) == 1


def test_boxes_that_touch_do_not_overlap() -> None:
    assert not overlap((0, 0, 10, 10), (10, 0, 20, 10))
    assert overlap((0, 0, 10, 10), (9, 9, 20, 20))


def test_the_band_opens_as_the_standard_error_of_the_half_trend() -> None:
    # sqrt(2*(1+2/4)) / sqrt(5*(1+5/4)) = sqrt(3)/sqrt(11.25), by hand from statistics.md section 2
    assert math.isclose(half_width_share(2, 5, 4), math.sqrt(3 / 11.25))
    assert half_width_share(5, 5, 4) == 1.0


def test_the_band_starts_at_the_newest_figure_and_ends_at_the_deadline() -> None:
    band = ForecastBand(2026.0, 88, 84, 91, 3.0, "2025", "", "", "")
    places = outline(Point(2022.0, 85, "2021", "85"), band)
    assert places[0] == (2022.0, 85, 85)
    assert places[-1] == (2026.0, 84, 91)


def test_a_sparkline_needs_two_figures() -> None:
    one = Point(2018, 1, "2017", "1")
    assert draw_spark((one,)) == ""
    assert "<path" in draw_spark((one, Point(2019, 2, "2018", "2")))
