"""Bars stand on zero, keep the place of a missing year, and carry their numbers."""

from __future__ import annotations

import re
from dataclasses import replace

from suunta.reports.charts import CARD, WIDE, Chart, Missing, Point, TargetLine, draw_bars


def bar_chart(*values: float) -> Chart:
    some = tuple(
        Point(2018.0 + index, value, str(2017 + index), f"{value:g}")
        for index, value in enumerate(values)
    )
    return Chart("b", "Title", "Description", some, lambda value: f"{value:g}")


def rects(svg: str, kind: str) -> list[tuple[float, float]]:
    """(top, height) of the rectangles of a class."""
    found = re.findall(rf'<rect class="{kind}"[^>]*?y="([\d.-]+)"[^>]*?height="([\d.-]+)"', svg)
    return [(float(top), float(height)) for top, height in found]


def test_heights_are_in_proportion_to_the_values() -> None:
    (_, one), (_, two) = rects(draw_bars(bar_chart(50, 100), WIDE), "bar")
    assert abs(two / one - 2) < 0.01


def test_bars_of_both_signs_meet_at_zero() -> None:
    (top, height), (below, _) = rects(draw_bars(bar_chart(2, -1), WIDE), "bar")
    assert abs(top + height - below) < 0.11


def test_a_missing_year_keeps_its_place_as_a_dashed_box() -> None:
    chart = replace(bar_chart(5, 7), missing=(Missing(2018.5, "x"),), missing_word="no data")
    svg = draw_bars(chart, WIDE)
    assert len(rects(svg, "miss")) == 1
    assert ">no data<" in svg


def test_the_target_is_named_also_where_the_bars_leave_no_room() -> None:
    chart = replace(bar_chart(9, 9, 9, 9), target=TargetLine(5, "Target five", 2018, 2022))
    assert ">Target five<" in draw_bars(chart, CARD)


def test_a_series_of_zeros_is_drawn() -> None:
    assert len(rects(draw_bars(bar_chart(0, 0), CARD), "bar")) == 2
