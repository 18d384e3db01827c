"""How well the half-trend forecast does on public series that a package ships.

The series: those of `statsmodels.datasets` that are yearly or become so by a plain yearly mean:
fertility rates of 219 countries (World Bank), investment, value and capital of eleven firms
(Grunfeld), the United States' economy (macrodata), copper, the Nile, sunspots, sea temperature
(El Nino), carbon dioxide. Each family weighs the same, however many series it has.

Every window of 3 to 10 years is forecast 1 to 5 years ahead, and compared with what came. Run it:

    .venv/bin/python bench/backtest.py
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

import numpy as np
from numpy.typing import NDArray
from scipy.special import stdtrit
from statsmodels import datasets

from suunta.core.assess.kernel import assess

Floats = NDArray[np.float64]
WINDOWS, HORIZONS, MOST_A_FAMILY = range(3, 11), range(1, 6), 4000
STATUSES = ("on_track", "at_risk", "off_track")


def families() -> dict[str, list[Floats]]:
    """Yearly series by where they come from."""
    fertility = datasets.fertility.load_pandas().data
    years = [name for name in fertility.columns if name.isdigit()]
    firms = datasets.grunfeld.load_pandas().data.groupby("firm")
    economy = datasets.macrodata.load_pandas().data.groupby("year").mean()
    copper = datasets.copper.load_pandas().data.drop(columns="TIME")
    sea = datasets.elnino.load_pandas().data.set_index("YEAR").mean(axis=1)
    air = datasets.co2.load_pandas().data["co2"].resample("YE").mean()
    return {
        "fertility": list(fertility[years].to_numpy(float)),
        "firms": [
            part[name].to_numpy(float)
            for _, part in firms
            for name in ("invest", "value", "capital")
        ],
        "economy": [economy[name].to_numpy(float) for name in economy.columns if name != "quarter"],
        "copper": [copper[name].to_numpy(float) for name in copper.columns],
        "nature": [
            datasets.nile.load_pandas().data["volume"].to_numpy(float),
            datasets.sunspots.load_pandas().data["SUNACTIVITY"].to_numpy(float),
            sea.to_numpy(float),
            air.to_numpy(float),
        ],
    }


def windows(series: list[Floats], length: int, ahead: int) -> tuple[Floats, Floats]:
    """Windows of a length without gaps, and the value so many years after each."""
    past, future = [], []
    for values in series:
        for start in range(len(values) - length - ahead + 1):
            window, came = values[start : start + length], values[start + length + ahead - 1]
            if np.isfinite(window).all() and np.isfinite(came) and np.ptp(window) > 0:
                past.append(window)
                future.append(came)
    seed = np.random.default_rng(length * 10 + ahead)
    chosen = seed.permutation(len(past))[:MOST_A_FAMILY]
    return np.array(past).reshape(-1, length)[chosen], np.array(future)[chosen]


def rivals(past: Floats, ahead: int) -> dict[str, tuple[Floats, Floats | None]]:
    """Forecast, and half of the 80 % band where the method has one."""
    length = past.shape[1]
    times = np.arange(length) - (length - 1) / 2
    slope = past @ times / (times @ times)
    at = (length - 1) / 2 + ahead
    line = past.mean(axis=1) + slope * at
    left = past - past.mean(axis=1, keepdims=True) - slope[:, None] * times
    spread = np.sqrt((left**2).sum(axis=1) / (length - 2))
    band = stdtrit(length - 2, 0.9) * spread * np.sqrt(1 + 1 / length + at**2 / (times @ times))
    drift = (past[:, -1] - past[:, 0]) / (length - 1)
    return {
        "naive": (past[:, -1], None),
        "drift": (past[:, -1] + drift * ahead, None),
        "least squares": (line, band),
    }


def half_trend(past: Floats, ahead: int) -> tuple[Floats, Floats, Floats]:
    """Forecast and band of the kernel."""
    times = np.broadcast_to(np.arange(past.shape[1], dtype=float), past.shape)
    answer = assess(times, past, np.nan, times[:, -1] + ahead)
    return answer.forecast, answer.low80, answer.high80


def cases() -> Iterator[tuple[str, int, Floats, Floats]]:
    """Family, years ahead, windows, what came."""
    for family, series in families().items():
        for length in WINDOWS:
            for ahead in HORIZONS:
                past, came = windows(series, length, ahead)
                if len(past):
                    yield family, ahead, past, came


def reached_by_status(past: Floats, came: Floats, ahead: int) -> Iterator[tuple[str, bool]]:
    """What a target a usual change away was called, and whether it was reached."""
    times = np.broadcast_to(np.arange(past.shape[1], dtype=float), past.shape)
    usual = np.abs(np.diff(past, axis=1)).mean(axis=1)
    for sign in (1.0, -1.0):
        for far in (0.5, 1.0, 2.0):
            targets = past[:, -1] + sign * far * usual
            answer = assess(times, past, targets, times[:, -1] + ahead, sign)
            yield from zip(
                answer.status.tolist(), (sign * (came - targets) >= 0).tolist(), strict=True
            )


def main() -> None:
    """Print the three tables of docs/explanation/for-a-statistician.md."""
    errors: dict[str, dict[str, list[Floats]]] = {}
    inside: dict[str, dict[str, list[Floats]]] = {}
    reached: dict[str, dict[str, list[bool]]] = {}
    count = 0
    for family, ahead, past, came in cases():
        count += len(past)
        scale = np.abs(np.diff(past, axis=1)).mean(axis=1)
        forecast, low, high = half_trend(past, ahead)
        found = {**rivals(past, ahead), "half-trend": (forecast, None)}
        for name, (middle, band) in found.items():
            errors.setdefault(name, {}).setdefault(family, []).append(np.abs(came - middle) / scale)
            if band is not None:
                hit = np.abs(came - middle) <= band
                inside.setdefault(name, {}).setdefault(family, []).append(hit.astype(float))
        hit = (low <= came) & (came <= high)
        inside.setdefault("half-trend", {}).setdefault(family, []).append(hit.astype(float))
        for status, was in reached_by_status(past, came, ahead):
            reached.setdefault(status, {}).setdefault(family, []).append(was)
    print(f"{count} windows; each family weighs the same")
    print("scaled error (mean): " + told(errors, np.mean))
    print("scaled error (median): " + told(errors, np.median))
    print("80 % band covers:    " + told(inside, np.mean))
    shares = {
        status: np.mean([np.mean(found) for found in reached[status].values()])
        for status in STATUSES
    }
    print(
        "targets reached:     " + ", ".join(f"{key} {share:.2f}" for key, share in shares.items())
    )


def told(found: dict[str, dict[str, list[Floats]]], middle: Callable[[Floats], np.floating]) -> str:
    """One figure a method: the mean over families of each family's middle."""
    figures = {
        name: np.mean([middle(np.concatenate(parts)) for parts in by_family.values()])
        for name, by_family in found.items()
    }
    ordered = sorted(figures.items(), key=lambda pair: pair[1])
    return ", ".join(f"{name} {figure:.2f}" for name, figure in ordered)


if __name__ == "__main__":
    main()
