"""Comparability labels: what other statistical offices would call the progress.

Optional and named as such; they never colour a measure. Both compare compound annual growth rates
(CAGR), which ignore year-to-year swings and exist only between values of one sign.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from suunta.core.assess.arrays import refuse

ON_PACE, PART_OF_PACE = 0.95, 0.60
EUROSTAT_FAST = 0.01  # growth a year, without a target
STATCAN_FAST, STATCAN_MODERATE = 0.015, 0.005


class Progress(NamedTuple):
    """value: ratio of actual to required growth, or growth a year without a target; code: the
    office's word for it. NaN and None where it cannot be computed."""

    value: np.float64
    code: str | None


UNKNOWN = Progress(np.float64(np.nan), None)


def eurostat_progress(
    start_value: float,
    value: float,
    start_year: float,
    year: float,
    target: float | None = None,
    target_year: float | None = None,
    higher_is_better: bool = True,
) -> Progress:
    """Eurostat's assessment of an indicator.

    Parameters: start_value, value: in the indicator's unit, of one sign and not 0; start_year,
    year: decimal years, year later; target with target_year: the quantitative target, None: none;
    higher_is_better: used without a target.
    Returns: with a target the ratio CAGR actual / CAGR required: significant_progress from .95,
    moderate_progress from .60, insufficient_progress from 0, movement_away below. Without one the
    CAGR in the desired direction: significant_progress from 1 % a year, moderate_progress from 0,
    moderate_movement_away from -1 %, significant_movement_away below.
    Raises: ValueError naming the year that is not later than the start.
    Source: Eurostat, Sustainable development in the European Union, monitoring report (2021), annex
    on the assessment method.
    """
    actual = _growth(start_value, value, start_year, year, "year")
    if target is None or target_year is None:
        growth = actual if higher_is_better else -actual
        steps = ((EUROSTAT_FAST, "significant_progress"), (0.0, "moderate_progress"))
        below = (-EUROSTAT_FAST, "moderate_movement_away")
        return _coded(growth, (*steps, below), "significant_movement_away")
    required = _growth(start_value, target, start_year, target_year, "target_year")
    ratio = actual / required if required else np.float64(np.nan)
    return _coded(
        ratio,
        (
            (ON_PACE, "significant_progress"),
            (PART_OF_PACE, "moderate_progress"),
            (0.0, "insufficient_progress"),
        ),
        "movement_away",
    )


def statcan_progress(
    start_value: float,
    value: float,
    start_year: float,
    year: float,
    target: float | None = None,
    target_year: float | None = None,
    higher_is_better: bool = True,
) -> Progress:
    """Statistics Canada's assessment of an indicator, as Open SDG computes it.

    Parameters: as `eurostat_progress`.
    Returns: target_achieved where the value meets the target; otherwise by the ratio of growth in
    the desired direction to the size of the required growth: substantial_progress from .95,
    moderate_progress from .60, limited_progress from 0, deterioration below. Without a target the
    growth a year: from 1.5 %, .5 % and 0.
    Raises: ValueError naming the year that is not later than the start.
    Source: Statistics Canada, Progress measurement for Canada's SDGs (methodology);
    open-sdg/sdg-build, sdg/ProgressMeasure.py (thresholds).
    """
    sign = 1.0 if higher_is_better else -1.0
    growth = sign * np.sign(start_value) * _growth(start_value, value, start_year, year, "year")
    if target is None or target_year is None:
        return _statcan(growth, STATCAN_FAST, STATCAN_MODERATE)
    required = _growth(start_value, target, start_year, target_year, "target_year")
    ratio = growth / abs(required) if required else np.float64(np.nan)
    if sign * (value - target) >= 0:
        return Progress(np.float64(ratio), "target_achieved")
    return _statcan(ratio, ON_PACE, PART_OF_PACE)


def _statcan(value: np.float64, high: float, medium: float) -> Progress:
    steps = (
        (high, "substantial_progress"),
        (medium, "moderate_progress"),
        (0.0, "limited_progress"),
    )
    return _coded(value, steps, "deterioration")


def _growth(start: float, end: float, start_year: float, year: float, name: str) -> np.float64:
    """Compound annual growth rate; NaN where the values are 0 or of different signs."""
    refuse(year <= start_year, name, "must be later than start_year")
    if not start * end > 0:
        return np.float64(np.nan)
    return np.float64((end / start) ** (1 / (year - start_year)) - 1)


def _coded(value: np.float64, steps: tuple[tuple[float, str], ...], lowest: str) -> Progress:
    if np.isnan(value):
        return UNKNOWN
    return Progress(np.float64(value), next((c for limit, c in steps if value >= limit), lowest))
