"""From a part of a measure to its chart: which figures are drawn, and the words beside them."""

from __future__ import annotations

import math
import re
from datetime import date

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from suunta.core.assess.model import Assessment
from suunta.core.scorecard import Figure, PartView, TargetView
from suunta.reports.charts import (
    BaselineMark,
    Chart,
    ForecastBand,
    Missing,
    Point,
    TargetLine,
    starts_at_zero,
)
from suunta.reports.wording.noted import due
from suunta.reports.wording.numbers import NO_BREAK, number, quantity, round_tens, unit_words
from suunta.reports.wording.periods import decimal_year, period, period_end

# Events counted over a period; levels and stocks are lines.
COUNTED = {"kpl", "krt", "kertaa"}
YEAR = re.compile(r"\d{4}")


def drawn_figures(part: PartView) -> tuple[Figure, ...]:
    """Figures that have a place in a chart, one a period, oldest first."""
    chosen: dict[str, Figure] = {}
    for figure in part.figures:
        if is_outcome(figure) and period_end(figure.period) is not None:
            before = chosen.get(figure.period)
            if before is None or before.kind != "actual":
                chosen[figure.period] = figure
    return tuple(sorted(chosen.values(), key=lambda figure: time_of(figure.period)))


def shown_unit(part: PartView) -> str | None:
    """The unit of the figures; a target may be in another one (-80 % of kilotonnes)."""
    units = [figure.unit for figure in part.figures if is_outcome(figure)]
    return units[-1] if units else part.unit


def is_outcome(figure: Figure) -> bool:
    """Whether a figure says what happened; budgets and forecasts of others do not."""
    return (
        figure.status == "ok"
        and figure.value is not None
        and figure.kind in ("actual", "preliminary")
    )


def time_of(text: str) -> float:
    """The end of a period as a decimal year."""
    end = period_end(text)
    return decimal_year(end) if end else 0.0


def points_of(part: PartView) -> tuple[Point, ...]:
    """The dots or bars of a part."""
    language = get_language() or "fi"
    figures = drawn_figures(part)
    # Among published figures a computed one stands out; a series of computed ones has no others.
    mixed = not all(figure.computed for figure in figures)
    return tuple(_point(figure, language, mixed=mixed) for figure in figures)


def _point(figure: Figure, language: str, *, mixed: bool) -> Point:
    value = figure.value or 0.0
    label = number(value, language)
    if figure.approximate:
        label = _("about %(value)s") % {"value": label}
    hollow = figure.kind == "preliminary" or figure.approximate or (mixed and figure.computed)
    name = period(figure.period, language)
    return Point(time_of(figure.period), value, name, label, hollow)


def as_bars(part: PartView, points: tuple[Point, ...]) -> bool:
    """Bars for events of a period and for changes around zero; a forecast needs a line."""
    values = [point.value for point in points]
    around_zero = bool(values) and min(values) < 0
    return (shown_unit(part) in COUNTED or around_zero) and forecast_of(part, points) is None


def chart_of(part: PartView, key: str) -> Chart | None:
    """The chart of a part; None where no figure can be drawn."""
    points = points_of(part)
    if not points:
        return None
    language = get_language() or "fi"
    forecast = forecast_of(part, points)
    return Chart(
        key=key,
        title=part.name.shown(language).text,
        description=describe(part, points, forecast, language),
        points=points,
        tick=lambda value: number(value, language),
        missing=missing_years(part),
        missing_word=_("no data"),
        target=target_line(part, points, language),
        baseline=baseline_mark(part, points, language),
        forecast=forecast,
        breaks=break_marks(part, points),
    )


def notes_of(part: PartView, chart: Chart) -> list[str]:
    """How to read the marks that the chart has, and only those."""
    notes = []
    if chart.target:
        notes.append(_("Dashed line: the target."))
    if any(point.hollow for point in chart.points):
        notes.append(_("Hollow mark: a computed, preliminary or approximate figure."))
    bars = as_bars(part, chart.points)
    if chart.missing:
        notes.append(
            _("Dashed box: no figure for the year.")
            if bars
            else _("Dotted line: years without a figure.")
        )
    if chart.forecast:
        notes.append(_("Shaded area: 8 times out of 10 the figure falls here."))
    if not bars and not starts_at_zero(chart):
        notes.append(_("The axis does not start at zero."))
    return notes


def break_marks(part: PartView, points: tuple[Point, ...]) -> tuple[tuple[float, str], ...]:
    """A mark between the last figure of the old series and the first of the new one."""
    marks = []
    for text in part.breaks:
        after = [point.x for point in points if point.x >= time_of(text) - 1e-9]
        before = [point.x for point in points if point.x < time_of(text) - 1e-9]
        if after and before:
            marks.append(((before[-1] + after[0]) / 2, _("break in the series")))
    return tuple(marks)


def missing_years(part: PartView) -> tuple[Missing, ...]:
    """Years between the first and the last figure that have none."""
    figures = drawn_figures(part)
    if not figures or not all(YEAR.fullmatch(figure.period) for figure in figures):
        return ()
    years = {int(figure.period) for figure in figures}
    return tuple(
        Missing(year + 1.0, str(year))
        for year in range(min(years), max(years))
        if year not in years
    )


def target_line(part: PartView, points: tuple[Point, ...], language: str) -> TargetLine | None:
    """The level to reach, in the unit of the figures."""
    assessment, target = part.assessment, part.target
    if assessment is None or target is None or assessment.target is None:
        return None
    if not same_scale(assessment, target, points):
        return None
    words = quantity(assessment.target, shown_unit(part), language)
    if target.approximate:
        words = _("about %(value)s") % {"value": words}
    on = due(part)
    end = decimal_year(on) if on else points[-1].x
    label = _("Target %(value)s") % {"value": words}
    return TargetLine(
        assessment.target, label, points[0].x, max(end, points[-1].x), target.value_max
    )


def same_scale(assessment: Assessment, target: TargetView, points: tuple[Point, ...]) -> bool:
    """Whether the target is judged on the figures themselves, not on a change, mean or rank."""
    if target.window_years or assessment.value is None:
        return bool(target.window_years)
    judged = assessment.value
    return any(math.isclose(judged, point.value, rel_tol=1e-9) for point in points)


def baseline_mark(part: PartView, points: tuple[Point, ...], language: str) -> BaselineMark | None:
    """The starting value that the document names, where it lies on the time axis."""
    for base in part.baseline:
        end = period_end(base.period or "")
        if base.value is None or end is None:
            continue
        if base.unit is not None and base.unit != shown_unit(part):
            continue
        label = _("Baseline %(value)s") % {"value": number(base.value, language)}
        return BaselineMark(decimal_year(end), base.value, label, period(base.period, language))
    return None


def forecast_of(part: PartView, points: tuple[Point, ...]) -> ForecastBand | None:
    """The 80 % band at the deadline; never under three figures."""
    assessment, target, on = part.assessment, part.target, due(part)
    if assessment is None or target is None or on is None or len(points) < 3:
        return None
    end = decimal_year(on)
    middle, low, high = forecast_values(assessment)
    if middle is None or low is None or high is None or end <= points[-1].x:
        return None
    if target.window_years or not same_scale(assessment, target, points):
        return None  # the forecast of a mean does not go on from the newest year
    return _band(part, points, (end, middle, low, high), on)


def forecast_values(
    assessment: Assessment,
) -> tuple[float | None, float | None, float | None]:
    """Middle, low and high."""
    return assessment.forecast, assessment.low80, assessment.high80


def _band(
    part: PartView,
    points: tuple[Point, ...],
    values: tuple[float, float, float, float],
    deadline: date,
) -> ForecastBand:
    language = get_language() or "fi"
    end, middle, low, high = values
    about = _("Forecast about %(value)s") % {"value": number(round_tens(middle), language)}
    return ForecastBand(
        x=end,
        middle=middle,
        low=low,
        high=high,
        span=points[-1].x - points[0].x,
        period=period(str(deadline.year), language),
        label=about,
        low_label=number(round_tens(low), language),
        high_label=number(round_tens(high), language),
    )


def describe(
    part: PartView, points: tuple[Point, ...], forecast: ForecastBand | None, language: str
) -> str:
    """The chart in a sentence or three, for those who do not see it."""
    listed = ", ".join(f"{point.period}: {point.label}" for point in points)
    unit = unit_words(shown_unit(part), language)
    sentences = [f"{listed}{NO_BREAK}{unit}".strip() + "."]
    line = target_line(part, points, language)
    if line:
        sentences.append(f"{line.label}.")
    if forecast:
        band = {"low": forecast.low_label, "high": forecast.high_label, "year": forecast.period}
        sentences.append(_("The forecast for %(year)s lies between %(low)s and %(high)s.") % band)
    sentences.append(_("The same numbers stand in the table."))
    return " ".join(sentences)
