"""From a part of a measure to its chart and its headline."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest
from django.utils import translation

from suunta.core.assess.model import Assessment
from suunta.core.scorecard import PartView, StateEntry
from suunta.reports.wording.charting import as_bars, chart_of, drawn_figures, points_of
from suunta.reports.wording.headlines import headline
from suunta.web.public.calculation import steps
from suunta.web.shared.sectors import colour
from suunta.web.shared.templatetags.figures import step_day
from web import cast


@pytest.fixture(autouse=True)
def _finnish() -> Iterator[None]:
    with translation.override("fi"):
        yield


def judged_part() -> PartView:
    return cast.first_goal().measures[0].parts[0]


def test_budgets_forecasts_and_hidden_figures_are_not_drawn() -> None:
    figures = (
        *cast.series(1.0, 2.0),
        cast.figure(8, "2019", 3.0, kind="budget"),
        cast.figure(9, "2020", 4.0, kind="forecast"),
        cast.figure(10, "2021", None, status="suppressed"),
    )
    part = cast.part("p", cast.text("x"), "no_target", figures=figures)
    assert [figure.period for figure in drawn_figures(part)] == ["2017", "2018"]


def test_an_actual_figure_goes_before_a_preliminary_one_of_the_same_period() -> None:
    figures = (cast.figure(1, "2020", 5.0), cast.figure(2, "2020", 4.0, kind="preliminary"))
    part = cast.part("p", cast.text("x"), "no_target", figures=figures)
    assert [figure.value for figure in drawn_figures(part)] == [5.0]


def test_a_missing_year_stays_a_gap() -> None:
    chart = chart_of(judged_part(), "k")
    assert chart is not None
    assert [gap.period for gap in chart.missing] == ["2019"]


def test_under_three_figures_there_is_no_forecast() -> None:
    part = replace(judged_part(), figures=cast.series(80.0, 85.0))
    chart = chart_of(part, "k")
    assert chart is not None
    assert chart.forecast is None


def test_the_description_names_every_figure_the_target_and_the_forecast() -> None:
    chart = chart_of(judged_part(), "k")
    assert chart is not None
    said = chart.description.replace("\u00a0", " ")
    assert said.startswith("2017: 80, 2018: 81,5, 2020: 83, 2021: 84, 2022: 85 %.")
    assert "Tavoite 86 %." in said
    assert "Ennuste ajankohdalle 2027 on välillä 84 – 91." in said


def test_a_target_judged_on_something_else_than_the_figures_is_not_drawn() -> None:
    part = judged_part()
    assert part.assessment is not None
    rank = replace(part, assessment=replace(part.assessment, value=2.0, target=3.0))
    chart = chart_of(rank, "k")
    assert chart is not None
    assert chart.target is None
    assert chart.forecast is None


def test_a_break_lies_between_the_old_and_the_new_series() -> None:
    part = replace(judged_part(), breaks=("2021",))
    chart = chart_of(part, "k")
    assert chart is not None
    assert [time for time, _ in chart.breaks] == [2021.5]


def test_counts_and_changes_around_zero_are_bars_and_levels_are_lines() -> None:
    homes = cast.second_goal().measures[1].parts[0]
    assert as_bars(homes, points_of(homes))
    change = cast.part("p", cast.text("x"), "no_target", figures=cast.series(-0.3, 2.0))
    assert as_bars(change, points_of(change))
    assert not as_bars(judged_part(), points_of(judged_part()))


def test_the_headline_of_a_mean_is_the_mean() -> None:
    part = replace(
        judged_part(),
        target=cast.target(1.0, window_years=5),
        assessment=Assessment(
            "x",
            "met",
            value=1.336,
            value_period="2022",
            target=1.0,
            n=1,
            note="mean_over_years years=5 values=5",
        ),
    )
    line = headline(part, "fi")
    assert line is not None
    assert line.words == "1,34\u00a0%"
    assert line.what == "5 vuoden keskiarvo"
    assert line.when == "2018–2022"
    assert line.newest == "85\u00a0% (2022, ennakkotieto)"


def test_the_steps_hold_inputs_level_pace_forecast_and_result() -> None:
    part = judged_part()
    assert part.assessment is not None
    sums = replace(part.assessment, actual_pace=1.0, required_pace=0.2, note="no_deadline")
    said = [step.replace("\u00a0", " ") for step in steps(replace(part, assessment=sums), "fi")]
    assert said == [
        "Mukana on 5 arvoa; viimeisin on 85 % (2022).",
        "Asiakirja ei nimeä määräaikaa.",
        "Vertailutaso on 86 %.",
        "Tähänastinen vauhti on +1 %-yks. vuodessa.",
        "Tavoite vaatii +0,2 %-yks. vuodessa.",
    ]


def test_nothing_is_calculated_without_figures() -> None:
    assert steps(cast.part("p", cast.text("x"), "no_data"), "fi") == []


@pytest.mark.parametrize(
    ("value", "paint"),
    [
        ("yhd", ("sec-green", "currentColor")),
        ("Blue", ("sec-blue", "currentColor")),
        ("#1f5fbf", ("", "#1f5fbf")),
        ('red" onload="x', ("", "none")),
        ("", ("", "none")),
    ],
)
def test_only_known_colours_reach_the_page(value: str, paint: tuple[str, str]) -> None:
    assert colour(value) == paint


def test_a_step_is_dated_as_exactly_as_its_source() -> None:
    step = StateEntry("done", date(2022, 6, 7), cast.text("x"), "", "")
    assert step_day(step) == "7.6.2022"
    assert step_day(replace(step, precision="month")) == "6/2022"
    assert step_day(replace(step, precision="year")) == "2022"
