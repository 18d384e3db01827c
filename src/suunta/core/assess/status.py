"""The status of a measure: the first rule that matches wins."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from suunta.core.assess.arrays import Bools, Floats
from suunta.core.assess.forecast import FEWEST_FOR_FORECAST

# Order of precedence.
STATUSES = (
    "no_target",
    "no_data",
    "awaiting",
    "met",
    "missed",
    "too_early",
    "on_track",
    "at_risk",
    "off_track",
)
ON_TRACK_FROM = 0.50
AT_RISK_FROM = 0.25
OLD_AFTER_PERIODS = 2
# A chance of exactly one half may come out of the arithmetic a hair below it.
ROUNDING = 1e-12
# Half a day in years: two decimal years closer than this are the same day.
SAME_DAY = 0.5 / 366


class Standing(NamedTuple):
    """What the rules ask, one array of shape (m,) each.

    has_target, no_value, waiting, met: the rules' own questions; deadline_come: its value is there
    and judged; counts: values taken part; has_deadline; p_reach: NaN where it is not known;
    forecast_meets: whether the forecast meets the target.
    """

    has_target: Bools
    no_value: Bools
    waiting: Bools
    met: Bools
    deadline_come: Bools
    counts: Floats
    has_deadline: Bools
    p_reach: Floats
    forecast_meets: Bools


def statuses(standing: Standing) -> NDArray[np.str_]:
    """One code of STATUSES a measure, shape (m,).

    Where no swing is known (all values equal) there is no chance either: then the forecast decides
    between `on_track` and `off_track`. Without a deadline nothing can be late: `too_early`.
    """
    s = standing
    few = (s.counts < FEWEST_FOR_FORECAST) | ~s.has_deadline
    chance = np.where(np.isnan(s.p_reach), np.where(s.forecast_meets, 1.0, 0.0), s.p_reach)
    rules = [
        ~s.has_target,
        s.no_value,
        s.waiting,
        s.met,
        s.deadline_come,
        few,
        chance >= ON_TRACK_FROM - ROUNDING,
        chance >= AT_RISK_FROM - ROUNDING,
    ]
    return np.asarray(np.select(rules, STATUSES[:-1], default=STATUSES[-1]), dtype=np.str_)


def too_old(newest: Floats, reporting_periods: Floats, today: Floats) -> Bools:
    """Whether the newest value is older than two reporting periods, each at least a year."""
    period = np.fmax(reporting_periods, 1.0)
    return np.asarray(today - newest > OLD_AFTER_PERIODS * period + SAME_DAY)
