"""The same procedure as a statistician writes it: a pandas group-by, a function over each series.

Levels only, without notes: less than the kernel answers. It agrees with it on the status, which
bench/bulk.py checks before it compares times.
"""

from __future__ import annotations

import math

import numpy as np
import pandas as pd
from scipy.special import stdtr, stdtrit

CRITICAL = {4: 6, 5: 8, 6: 11, 7: 13, 8: 16, 9: 18, 10: 21}
SAME_DAY = 0.5 / 366


def assess_by_group(series: pd.DataFrame, targets: pd.DataFrame, today: float) -> pd.DataFrame:
    """One row a target, indexed by series."""
    joined = series.merge(targets.drop(columns="target_id"), on="series_id", suffixes=("", "_goal"))
    groups = joined.sort_values(["series_id", "period"]).groupby("series_id")
    return groups.apply(lambda group: assess_one(group, today))


def assess_one(group: pd.DataFrame, today: float) -> pd.Series:
    """The rules of docs/explanation/assessment.md for one series."""
    goal = group.iloc[0]
    sign = -1.0 if goal["comparator"] == "<=" else 1.0
    level = goal["value_goal"]
    if goal["basis"] == "change_percent":
        level = float(f"{goal['baseline_value'] * (1 + level / 100):.12g}")
    deadline = goal["deadline"]
    known = group.dropna(subset=["value"])
    used = known[known["period"] <= deadline + SAME_DAY].tail(10)
    y, t = used["value"].to_numpy(), used["period"].to_numpy()
    n, span, h = len(y), t[-1] - t[0], deadline - t[-1]
    share = used["numerator"].to_numpy() / used["denominator"].to_numpy()
    variance = 1e4 * share * (1 - share) / used["denominator"].to_numpy()
    pace = (y[-1] - y[0]) / span
    names = ("forecast", "low80", "high80", "p_reach", "required_pace")
    answer = {"value": y[-1], "target": level, "n": n, "actual_pace": pace}
    answer |= dict.fromkeys(names, math.nan)
    if h > SAME_DAY:
        s2 = np.nanmax([(np.diff(y) ** 2).sum() / span, 2 * variance[-1]])
        error = math.sqrt(s2 * h * (1 + h / span))
        forecast = float(np.clip(y[-1] + 0.5 * pace * h, goal["lo"], goal["hi"]))
        band = stdtrit(n - 1, 0.9) * error
        answer |= {
            "forecast": forecast,
            "low80": max(forecast - band, goal["lo"]),
            "high80": min(forecast + band, goal["hi"]),
            "p_reach": stdtr(n - 1, sign * (forecast - level) / error),
            "required_pace": (level - y[-1]) / h,
        }
    s = sum(np.sign(y[j] - y[i]) for i in range(n) for j in range(i + 1, n))
    apart = not abs(y[-1] - y[0]) <= 1.96 * math.sqrt(variance[0] + variance[-1])
    clear = n >= 4 and abs(s) >= CRITICAL[n] and apart
    answer["trend"] = ("improving" if s * sign > 0 else "worsening") if clear else "no_clear_trend"
    answer["status"] = status(answer, sign, today, deadline, known["period"].iloc[-1])
    return pd.Series(answer)


def status(answer: dict, sign: float, today: float, deadline: float, newest: float) -> str:
    """First match wins; these series have yearly values up to their deadline."""
    if today - newest > 2 + SAME_DAY:
        return "awaiting"
    if sign * (answer["value"] - answer["target"]) >= 0:
        return "met"
    if math.isnan(answer["p_reach"]):
        return "missed"
    chance = answer["p_reach"]
    return "on_track" if chance >= 0.5 else "at_risk" if chance >= 0.25 else "off_track"
