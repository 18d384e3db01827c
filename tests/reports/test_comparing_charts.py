"""Charts of groups and peers: told to those who do not see them, on one axis, in no order of
merit."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from suunta.core.comparison import Funnel
from suunta.reports.charts import (
    PHONE,
    WIDE,
    Dots,
    FunnelChart,
    Mark,
    Missing,
    Panel,
    Panels,
    Point,
    Size,
    draw_dots,
    draw_funnel,
    draw_panels,
)


def plain(value: float) -> str:
    return f"{value:g}"


def points(*values: float) -> tuple[Point, ...]:
    return tuple(
        Point(2020.0 + index, value, str(2019 + index), plain(value))
        for index, value in enumerate(values)
    )


PANELS = Panels(
    "g",
    "Title",
    "Description",
    (Panel("A <b>", points(1, 2)), Panel("B", points(10), (Missing(2021.0, "2020"),))),
    points(4, 5),
    plain,
    "hidden",
)
MARKS = (
    Mark("Own", 10.0, "10", own=True, low=8.0, high=12.0, people=300.0),
    Mark("Other", 14.0, "14", low=9.0, high=19.0, people=120.0),
    Mark("Silent", None, "no data"),
)
DOTS = Dots("d", "Title", "Description", MARKS, plain)
FUNNEL = FunnelChart(
    "f", "Title", "Description", MARKS, plain, 11.0, "All 11", Funnel(11.0).limits, "people"
)


@pytest.mark.parametrize("size", [WIDE, PHONE])
def test_every_drawing_has_a_role_a_title_and_a_description(size: Size) -> None:
    for svg in (draw_panels(PANELS, size), draw_dots(DOTS, size), draw_funnel(FUNNEL, size)):
        assert 'role="img"' in svg
        assert re.search(r'<title id="[^"]+">Title</title><desc id="[^"]+">Description</desc>', svg)
        assert "style=" not in svg


def test_the_wide_and_the_narrow_drawing_have_ids_of_their_own() -> None:
    ids = re.findall(r' id="([^"]+)"', draw_panels(PANELS, WIDE) + draw_panels(PANELS, PHONE))
    assert len(ids) == len(set(ids)) == 4


def test_panels_share_their_axis_and_escape_their_names() -> None:
    svg = draw_panels(PANELS, WIDE)
    assert "A &lt;b&gt;" in svg
    assert svg.count(">10</text>") == 3  # a number of both axes, and the label of B's dot


def test_a_hidden_period_is_a_dashed_box_with_its_word() -> None:
    svg = draw_panels(PANELS, WIDE)
    assert svg.count('class="miss"') == 1
    assert ">hidden<" in svg


def test_a_line_over_a_hidden_period_is_dotted() -> None:
    bridged = Panel("A", (points(1)[0], Point(2022.0, 3, "2021", "3")), (Missing(2021.0, "2020"),))
    assert 'class="gap"' in draw_panels(replace(PANELS, panels=(bridged,)), WIDE)


def test_panels_without_any_value_draw_nothing() -> None:
    assert draw_panels(replace(PANELS, panels=(Panel("A", ()),), whole=()), WIDE) == ""


def test_areas_stand_in_the_order_given() -> None:
    svg = draw_dots(DOTS, WIDE)
    assert svg.index(">Own<") < svg.index(">Other<") < svg.index(">Silent<")


def test_an_area_without_a_value_has_words_and_no_dot() -> None:
    svg = draw_dots(DOTS, WIDE)
    assert svg.count("<circle") == 2
    assert ">no data<" in svg


def test_an_interval_runs_from_its_low_to_its_high_end() -> None:
    dots = {
        m: float(x)
        for m, x in re.findall(r'class="(dot|peer)" cx="([\d.]+)"', draw_dots(DOTS, WIDE))
    }
    low, high = re.findall(
        r'd="M([\d.]+) [\d.]+L([\d.]+) [\d.]+" class="int"', draw_dots(DOTS, WIDE)
    )[0]
    assert float(low) < dots["dot"] < float(high)
    assert abs((float(low) + float(high)) / 2 - dots["dot"]) < 0.2


def test_a_funnel_narrows_with_the_number_of_people() -> None:
    small, large = Funnel(11.0).limits([100.0, 1000.0])[0]
    assert small[1] - small[0] > large[1] - large[0]


def test_a_funnel_draws_two_pairs_of_limits_and_every_area_with_people() -> None:
    svg = draw_funnel(FUNNEL, WIDE)
    assert (svg.count('class="lim"'), svg.count('class="lim2"')) == (2, 2)
    assert svg.count("<circle") == 2


def test_a_narrow_funnel_names_the_town_alone() -> None:
    assert ">Other<" in draw_funnel(FUNNEL, WIDE)
    assert ">Other<" not in draw_funnel(FUNNEL, PHONE)
    assert ">Own 10<" in draw_funnel(FUNNEL, PHONE)


def test_a_funnel_of_nobody_draws_nothing() -> None:
    assert draw_funnel(replace(FUNNEL, marks=MARKS[2:]), WIDE) == ""
