"""Charts as static SVG: drawn from values and words, coloured by the page's style sheet.

A drawing carries classes instead of colours, so that the page decides about light, dark, print and
forced colours, and a Content-Security-Policy without inline styles holds.
"""

from __future__ import annotations

from suunta.reports.charts.bars import draw_bars
from suunta.reports.charts.comparing import Dots, FunnelChart, Mark, Panel, Panels
from suunta.reports.charts.dots import draw_dots
from suunta.reports.charts.funnel import draw_funnel
from suunta.reports.charts.lines import draw_lines, starts_at_zero
from suunta.reports.charts.model import (
    CARD,
    CARD_PHONE,
    PHONE,
    WIDE,
    BaselineMark,
    Chart,
    ForecastBand,
    Missing,
    Point,
    Size,
    TargetLine,
)
from suunta.reports.charts.panels import draw_panels
from suunta.reports.charts.spark import draw_spark

__all__ = [
    "CARD",
    "CARD_PHONE",
    "PHONE",
    "WIDE",
    "BaselineMark",
    "Chart",
    "Dots",
    "ForecastBand",
    "FunnelChart",
    "Mark",
    "Missing",
    "Panel",
    "Panels",
    "Point",
    "Size",
    "TargetLine",
    "draw_bars",
    "draw_dots",
    "draw_funnel",
    "draw_lines",
    "draw_panels",
    "draw_spark",
    "starts_at_zero",
]
