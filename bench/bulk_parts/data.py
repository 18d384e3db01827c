"""Series and targets for bench/bulk.py: seeded, in the order in which years arrive."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq

SEED = 20230331
YEARS = 20
AREAS = 300


def write_data(folder: Path, series: int, years: int = YEARS) -> tuple[str, str]:
    """So many random walks, a third of them shares with their counts; one target each.

    Every year is written for all series before the next, so that sorting is real work.
    """
    rng = np.random.default_rng(SEED)
    numbers = rng.permutation(series)
    ids = pa.array([f"{number // AREAS:05d}/{number % AREAS:03d}" for number in numbers.tolist()])
    areas = pa.array([f"{number % AREAS:03d}" for number in numbers.tolist()])
    plain = numbers % 3 != 0  # nothing was counted
    values = rng.normal(60, 10, series)
    places = folder / f"series-{series}.parquet", folder / f"targets-{series}.parquet"
    writer = None
    for year in range(years):
        values = np.clip(values + rng.normal(0.2, 1.5, series), 1, 99)
        people = rng.integers(50, 500, series).astype(float)
        counts = np.round(values * people / 100)
        table = pa.table(
            {
                "series_id": ids,
                "area": areas,
                "period": np.full(series, 2004.0 + year),
                "value": np.where(plain, values, counts / people * 100),
                "numerator": pa.array(counts, mask=plain),
                "denominator": pa.array(people, mask=plain),
            }
        )
        writer = writer or pq.ParquetWriter(places[0], table.schema)
        writer.write_table(table)
    if writer:
        writer.close()
    pq.write_table(_targets(rng, ids, numbers, values), places[1])
    return str(places[0]), str(places[1])


def _targets(
    rng: np.random.Generator, ids: pa.Array, numbers: np.ndarray, values: np.ndarray
) -> pa.Table:
    """A fifth are changes from a baseline, the rest levels near the newest value."""
    series = len(numbers)
    change = numbers % 5 == 0
    level = np.where(rng.random(series) < 0.5, ">=", "<=")
    return pa.table(
        {
            "series_id": ids,
            "target_id": ids,
            "comparator": np.where(change, "increase", level),
            "value": np.where(change, 3.0, np.round(values + rng.normal(0, 4, series))),
            "value_max": pa.nulls(series, pa.float64()),
            "basis": np.where(change, "change_percent", "absolute"),
            "deadline": rng.choice([2020.0, 2026.0, 2030.0], series),
            "direction": pa.nulls(series, pa.string()),
            "lo": np.zeros(series),
            "hi": np.full(series, 100.0),
            "baseline_value": pa.array(np.full(series, 50.0), mask=~change),
        }
    )
