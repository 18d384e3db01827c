"""Line charts: what is drawn, where, and that nothing unsafe leaves."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from suunta.reports.charts import (
    CARD,
    PHONE,
    WIDE,
    Chart,
    ForecastBand,
    Point,
    TargetLine,
    draw_lines,
    starts_at_zero,
)


def points(*values: float) -> tuple[Point, ...]:
    return tuple(
        Point(2018.0 + index, value, str(2017 + index), f"{value:g}")
        for index, value in enumerate(values)
    )


def chart(**changes: object) -> Chart:
    plain = Chart("k", "Title", "Description", points(80, 82, 83, 85), lambda value: f"{value:g}")
    return replace(plain, **changes)


BAND = ForecastBand(2026.0, 88, 84, 91, 3.0, "2025", "Forecast 88", "84", "91")


def test_a_drawing_has_a_role_a_title_and_a_description() -> None:
    svg = draw_lines(chart(), WIDE)
    assert 'role="img"' in svg
    assert '<title id="k-only-w-t">Title</title>' in svg
    assert '<desc id="k-only-w-d">Description</desc>' in svg
    assert 'aria-labelledby="k-only-w-t k-only-w-d"' in svg


@pytest.mark.parametrize("size", [WIDE, PHONE, CARD])
def test_no_style_attribute_leaves_and_texts_are_escaped(size: object) -> None:
    svg = draw_lines(chart(title="<script>", target=TargetLine(90, 'a"<b>', 2018, 2026)), size)
    assert "style=" not in svg
    assert "<script>" not in svg
    assert "<b>" not in svg


def test_the_newest_figure_is_labelled_directly() -> None:
    assert re.search(r'class="act-t"[^>]*>85<', draw_lines(chart(), WIDE))


def test_a_preliminary_figure_is_a_hollow_dot() -> None:
    some = points(80, 82, 83)
    svg = draw_lines(chart(points=(*some[:2], replace(some[2], hollow=True))), WIDE)
    assert svg.count('class="hol"') == 1
    assert svg.count('class="dot"') == 2


def test_a_gap_between_years_is_dotted() -> None:
    some = points(80, 82, 83, 85, 86)
    assert 'class="gap"' not in draw_lines(chart(points=some), WIDE)
    assert 'class="gap"' in draw_lines(chart(points=(*some[:2], *some[3:])), WIDE)


def test_no_line_crosses_a_break() -> None:
    whole = draw_lines(chart(), WIDE)
    broken = draw_lines(chart(breaks=((2019.5, "break"),)), WIDE)
    assert whole.count('class="act"') == 3
    assert broken.count('class="act"') == 2
    assert 'class="brk"' in broken


def test_a_forecast_is_a_band_with_a_thin_middle() -> None:
    svg = draw_lines(chart(forecast=BAND), WIDE)
    assert 'class="bandp"' in svg
    assert 'class="mid"' in svg
    assert ">Forecast 88<" in svg


def test_the_target_is_dashed_and_named() -> None:
    svg = draw_lines(chart(target=TargetLine(90, "Target 90", 2018, 2026)), CARD)
    assert 'class="tgt"' in svg
    assert ">Target 90<" in svg


@pytest.mark.parametrize(("values", "zero"), [((1, 2, 9), True), ((80, 82, 85), False)])
def test_the_axis_starts_at_zero_where_the_values_lie_near_it(
    values: tuple[float, ...], zero: bool
) -> None:
    assert starts_at_zero(chart(points=points(*values))) is zero


@pytest.mark.parametrize("value", [0.0, 5.0, -3.0, 1e9])
def test_one_figure_alone_is_drawn(value: float) -> None:
    svg = draw_lines(chart(points=points(value)), WIDE)
    assert svg.count('class="dot"') == 1
    assert "nan" not in svg.lower()
