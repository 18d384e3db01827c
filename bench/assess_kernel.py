"""How fast measures are assessed. Limits: one strategy's 112 measures 20 ms, 100,000 rows 1 s."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import date

import numpy as np

from suunta.core.assess import assess
from suunta.core.assess.measure import MeasureInput, Point, Target, assess_measures

SEED = 20230331
STRATEGY, MANY = 112, 100_000


def strategy() -> list[MeasureInput]:
    """As many measures as the model case holds, ten yearly values each, a third with counts."""
    rng = np.random.default_rng(SEED)
    measures = []
    for number in range(STRATEGY):
        shares = np.clip(70 + rng.normal(0, 4, 10).cumsum(), 5, 95).round()
        points = tuple(
            Point(str(2013 + i), float(share), *((float(share), 100.0) if number % 3 == 0 else ()))
            for i, share in enumerate(shares)
        )
        target = Target(">=", float(rng.integers(60, 90)), deadline="2026")
        measures.append(
            MeasureInput(f"M{number}", points, target, "up", points[0], (0, 100), date(2023, 3, 31))
        )
    return measures


def rows() -> tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray]:
    """Dense random walks of 3 to 10 values, targets near their ends."""
    rng = np.random.default_rng(SEED)
    values = rng.normal(0, 1, (MANY, 10)).cumsum(axis=1)
    lengths = rng.integers(3, 11, MANY)
    values[np.arange(10)[None, :] < (10 - lengths)[:, None]] = np.nan
    times = np.broadcast_to(np.arange(2014.0, 2024.0), values.shape)
    return times, values, values[:, -1] + rng.normal(0, 2, MANY), rng.choice([-1.0, 1.0], MANY)


def best_of(times: int, run: Callable[[], object]) -> float:
    """Shortest time of several runs, in seconds."""
    taken = []
    for _ in range(times):
        start = time.perf_counter()
        run()
        taken.append(time.perf_counter() - start)
    return min(taken)


def main() -> None:
    """Print the figures."""
    measures = strategy()
    first = best_of(1, lambda: assess_measures(measures))
    again = best_of(5, lambda: assess_measures(measures))
    t, y, goals, signs = rows()
    many = best_of(3, lambda: assess(t, y, goals, 2027.0, signs, today=2023.5))
    print(f"assess {STRATEGY} measures: first {first * 1e3:.1f} ms, then {again * 1e3:.1f} ms (20)")
    print(f"assess {MANY} rows in one kernel call: {many:.2f} s (1)")


if __name__ == "__main__":
    main()
