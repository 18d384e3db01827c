"""The half-trend forecast.

Half of the past pace is kept, because past pace rarely lasts; the band allows for the usual
year-to-year swings. The evidence for it stands in docs/explanation/assessment.md.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from scipy.special import stdtr, stdtrit

from suunta.core.assess.arrays import Bools, Floats

DAMPING = 0.5  # the share of the past pace that is expected to last
BAND_QUANTILE = 0.9  # an 80 % band leaves 10 % on each side
FEWEST_FOR_FORECAST = 3


class HalfTrend(NamedTuple):
    """Every step of the forecast, one array of shape (m,) each; NaN where it cannot be made.

    span: years from the first to the newest value; h: years from the newest value to the deadline;
    b: past pace, units a year; f: forecast before the limits; s2: yearly variance;
    se: standard error at the deadline; df: degrees of freedom; t: quantile of the band;
    forecast, low, high: within the limits.
    """

    span: Floats
    h: Floats
    b: Floats
    f: Floats
    s2: Floats
    se: Floats
    df: Floats
    t: Floats
    forecast: Floats
    low: Floats
    high: Floats


def half_trend(
    first: tuple[Floats, Floats],
    newest: tuple[Floats, Floats],
    squares: Floats,
    newest_variance: Floats,
    counts: Floats,
    deadlines: Floats,
    limits: tuple[Floats, Floats],
) -> HalfTrend:
    """Forecast m series to their deadlines.

    Parameters: first, newest: (time, value) of the first and newest value, time in decimal years;
    squares: sum of squared differences between neighbouring values; newest_variance: sampling
    variance of the newest value, NaN counts as 0; counts: number of values; deadlines: decimal
    years; limits: lowest and highest possible value, -inf and inf where there is none.
    Returns: the steps. Fewer than three values, no deadline, or one that is not after the newest
    value: no forecast, while span, h and b are given where they exist.
    Source: the design evidence summarised in docs/explanation/assessment.md.
    """
    span = np.where(counts >= 2, newest[0] - first[0], np.nan)
    h = np.where(deadlines > newest[0], deadlines - newest[0], np.nan)
    b = (newest[1] - first[1]) / span
    can = (counts >= FEWEST_FOR_FORECAST) & ~np.isnan(h)
    f = np.where(can, newest[1] + DAMPING * b * h, np.nan)
    s2 = np.where(can, np.fmax(squares / span, 2 * newest_variance), np.nan)
    se = np.sqrt(s2 * h * (1 + h / span))
    df = np.where(can, counts - 1, np.nan)
    # one quantile for each df instead of one root search for each measure
    known = np.where(can, df, 1.0).astype(int)
    t = np.where(can, stdtrit(np.arange(known.max(initial=1) + 1.0), BAND_QUANTILE)[known], np.nan)
    forecast = np.clip(f, *limits)
    low, high = np.clip(forecast - t * se, *limits), np.clip(forecast + t * se, *limits)
    return HalfTrend(span, h, b, f, s2, se, df, t, forecast, low, high)


def chance_to_reach(steps: HalfTrend, targets: Floats, far: Floats, signs: Floats) -> Floats:
    """P(reach), shape (m,): T_df(d (f - G) / se); NaN where no forecast or no swing is known.

    Parameters: steps; targets: G; far: the far end of a range, NaN where there is none (the chance
    to overshoot it is subtracted); signs: d, +1 or -1.
    """
    swing = np.where(steps.s2 > 0, steps.se, np.nan)
    reach = stdtr(steps.df, signs * (steps.forecast - targets) / swing)
    ranged = ~np.isnan(far)
    if ranged.any():
        beyond = stdtr(steps.df, signs * (steps.forecast - far) / swing)
        # maximum, not fmax: an unknown chance is not a chance of zero
        reach = np.where(ranged, np.maximum(reach - beyond, 0.0), reach)
    return np.asarray(reach)


def meets(values: Floats, targets: Floats, far: Floats, signs: Floats, strict: Bools) -> Bools:
    """Whether d (value - G) >= 0, above 0 where strict, and not beyond the far end of a range."""
    margin = signs * (values - targets)
    reached = np.where(strict, margin > 0, margin >= 0)
    return np.asarray(reached & ~(signs * (values - far) > 0))
