"""Random series and targets with every kind of trouble, as measures, as columns and as files."""

from __future__ import annotations

import math
from datetime import date
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq

from suunta.core.assess.bulk import assess_bulk
from suunta.core.assess.levels import BASES, COMPARATORS
from suunta.core.assess.measure import MeasureInput, Point, Target
from suunta.core.assess.promises import Promises
from suunta.core.assess.ragged import Ragged
from suunta.core.period import decimal_year

TODAY = date(2022, 3, 31)
NAN, INF = math.nan, math.inf
COLUMNS = {
    "t": "period", "v": "value", "x": "numerator", "d": "denominator", "h": "suppressed"
}  # fmt: skip


def period(time: float) -> str:
    """Twelve months that end at a decimal year of whole months."""
    months = round(time * 12)
    year, month = divmod(months - 1, 12)
    return f"{year - 1 + (month + 1) // 12}-{(month + 1) % 12 + 1:02}..{year}-{month + 1:02}"


def random_case(rng: np.random.Generator) -> tuple[dict[str, list], dict[str, object]]:
    """One series and one target, with every kind of trouble now and then."""
    kind = rng.integers(0, 12)
    n = int(rng.choice([0, 1, 2, 3, 5, 10, 14, 20]))
    step = rng.choice([1.0, 1.0, 0.25, 0.5])
    times = list(np.round((2022 - step * np.arange(n)[::-1]) * 12) / 12 - rng.choice([0, 0, 3]))
    values = list(np.round(rng.normal(40, 10, n).cumsum() / np.arange(1, n + 1), 1) + 0.0)
    x, d, hidden = [NAN] * n, [NAN] * n, [False] * n
    if kind in (0, 1, 2) and n:
        d = [float(v) for v in rng.integers(1, 300, n)]
        x = [float(round(v * c / 100)) for v, c in zip(values, d, strict=True)]
        values = [100 * a / b for a, b in zip(x, d, strict=True)]
        if kind == 1:
            values = [1000 * a / b for a, b in zip(x, d, strict=True)]
        if rng.random() < 0.3:
            place = rng.integers(0, n)
            x[place] = values[place] = 0.0
    if kind == 3 and n:
        values = [values[0]] * n
    if n and rng.random() < 0.3:
        values[rng.integers(0, n)] = NAN
    if n and rng.random() < 0.15:
        hidden[rng.choice([n - 1, rng.integers(0, n)])] = True
    if n and rng.random() < 0.12:
        spoil(rng, int(rng.integers(0, n)), times, values, x, d)
    order = rng.permutation(n) if rng.random() < 0.3 else np.arange(n)
    series = {
        name: [column[i] for i in order]
        for name, column in zip("tvxdh", (times, values, x, d, hidden), strict=True)
    }
    near = values[-1] if n and math.isfinite(values[-1]) else 40.0
    return series, random_target(rng, near)


def spoil(rng: np.random.Generator, place: int, times: list, values: list, x: list, d: list):
    """Something that no series should hold, at one place."""
    trouble = rng.integers(0, 6)
    if trouble == 0:
        values[place] = rng.choice([INF, -INF])
    elif trouble == 1:
        d[place] = rng.choice([0.0, -3.0, INF])
    elif trouble == 2:
        x[place] = -4.0
    elif trouble == 3 and place:
        times[place] = times[place - 1]
    elif trouble == 4:
        x[place] = INF
    else:
        values[place] = 1e300


def random_target(rng: np.random.Generator, near: float) -> dict[str, object]:
    """A target that is sometimes near the newest value, and now and then nonsense."""
    amount = rng.choice([near, round(near), 3.0, -2.5, 0.5, NAN, near + 6, near - 6, 0.333])
    baseline = rng.choice([NAN, NAN, near, 0.0, 33.3, amount])
    return {
        "comparator": str(rng.choice([*COMPARATORS, ">=", "<=", "increase", "", "~~"])),
        "value": float(amount),
        "value_max": float(rng.choice([NAN, NAN, NAN, near + 9, 1.0])),
        "basis": str(rng.choice([*BASES, "absolute", "absolute", "", "??"])),
        "deadline": float(rng.choice([NAN, 2020.0, 2022.0, 2021.5, 2024.0, 2026.0, 2030.0])),
        "direction": str(rng.choice(["", "up", "down", "sideways"], p=[0.6, 0.2, 0.18, 0.02])),
        "lo": float(rng.choice([NAN, 0.0, 0.0, INF, 120.0], p=[0.4, 0.3, 0.28, 0.01, 0.01])),
        "hi": float(rng.choice([NAN, 100.0])),
        "baseline": float(baseline) if rng.random() < 0.98 else INF,
    }  # fmt: skip


def one_by_one(series: dict[str, list], target: dict[str, object], name: str) -> MeasureInput:
    def told(value):
        return None if isinstance(value, float) and math.isnan(value) else value

    deadline = target["deadline"]
    text = None
    if not math.isnan(deadline):
        # a whole number is a calendar year, any other its last day
        text = str(int(deadline) - 1) if deadline == int(deadline) else f"{int(deadline)}-06-30"
    points = tuple(
        Point(period(t), told(v), told(x), told(d), bool(h))
        for t, v, x, d, h in zip(*(series[key] for key in "tvxdh"), strict=True)
    )
    return MeasureInput(
        name,
        points,
        Target(
            target["comparator"] or "none",
            told(target["value"]),
            told(target["value_max"]),
            target["basis"] or None,
            text,
        ),
        target["direction"] or None,
        None if told(target["baseline"]) is None else Point("", target["baseline"]),
        (told(target["lo"]), told(target["hi"])),
        TODAY,
    )


def in_bulk(cases):
    columns = [np.asarray([v for s, _ in cases for v in s[key]], dtype=float) for key in "tvxdh"]
    offsets = np.cumsum([0, *(len(s["t"]) for s, _ in cases)])
    series = Ragged(offsets, *columns[:4], columns[4].astype(bool))
    column = {key: np.asarray([t[key] for _, t in cases]) for key in cases[0][1]}
    return assess_bulk(
        series, Promises(np.arange(len(cases)), *column.values()), decimal_year(TODAY)
    )


def write_files(cases, folder: Path, seed: int = 0) -> tuple[str, str]:
    """The cases as two Parquet files, rows in no order; names are s0 and t0, s1 and t1."""
    rng = np.random.default_rng(seed)
    owners = [f"s{i}" for i, (series, _) in enumerate(cases) for _ in series["t"]]
    columns = {
        name: pa.array([v for s, _ in cases for v in s[key]], from_pandas=key in "xd")
        for key, name in COLUMNS.items()
    }
    rows = pa.table({"series_id": owners, "area": ["091"] * len(owners), **columns})
    rows = rows.take(rng.permutation(len(rows)))
    targets = [
        {k: v or None if isinstance(v, str) else v for k, v in target.items()}
        for _, target in cases
    ]
    table = pa.Table.from_pylist(targets).rename_columns({"baseline": "baseline_value"})
    names = pa.table(
        {k: [f"{k[0]}{i}" for i in range(len(cases))] for k in ("series_id", "target_id")}
    )
    for name in table.column_names:
        names = names.append_column(name, table[name])
    places = str(folder / "series.parquet"), str(folder / "targets.parquet")
    pq.write_table(rows, places[0])
    pq.write_table(names.take(rng.permutation(len(names))), places[1])
    return places
