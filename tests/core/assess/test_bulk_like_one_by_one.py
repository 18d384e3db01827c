"""Many series at once give, to the last bit, the answers that measures get one by one."""

from __future__ import annotations

import math
from datetime import date

import numpy as np
import pytest

from suunta.core.assess.bulk import assess_bulk
from suunta.core.assess.levels import BASES, COMPARATORS
from suunta.core.assess.measure import Assessment, MeasureInput, Point, Target, assess_measures
from suunta.core.assess.notes import write_note
from suunta.core.assess.promises import Promises
from suunta.core.assess.ragged import Ragged
from suunta.core.period import decimal_year

TODAY = date(2022, 3, 31)
NAN, INF = math.nan, math.inf
NUMBERS = (
    "value value_period target forecast low80 high80 p_reach required_pace actual_pace".split()
)
# fields of a measure, and the columns that hold them in bulk
FIELDS = {
    "points": "series.",
    "target.comparator": "targets.comparator",
    "target.basis": "targets.basis",
    "direction": "targets.direction",
    "target.value": "targets.value",
    "target.value_max": "targets.value_max",
    "baseline.value": "targets.baseline_value",
    "limits": "targets.",
    "target.peers": "targets.value",
}


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
        place, trouble = rng.integers(0, n), rng.integers(0, 6)
        if trouble == 0:
            values[place] = rng.choice([INF, -INF])
        elif trouble == 1:
            d[place] = rng.choice([0.0, -3.0, INF])
        elif trouble == 2:
            x[place] = -4.0
        elif trouble == 3 and n > 1:
            times[place] = times[place - 1]
        elif trouble == 4:
            x[place] = INF
        else:
            values[place] = 1e300
    order = rng.permutation(n) if rng.random() < 0.3 else np.arange(n)
    series = {
        name: [column[i] for i in order]
        for name, column in zip("tvxdh", (times, values, x, d, hidden), strict=True)
    }
    near = values[-1] if n and math.isfinite(values[-1]) else 40.0
    amount = rng.choice([near, round(near), 3.0, -2.5, 0.5, NAN, near + 6, near - 6, 0.333])
    baseline = rng.choice([NAN, NAN, near, 0.0, 33.3, amount])
    target = {
        "comparator": str(rng.choice([*COMPARATORS, ">=", "<=", "increase", "", "~~"])),
        "value": float(amount),
        "value_max": float(rng.choice([NAN, NAN, NAN, near + 9, 1.0])),
        "basis": str(rng.choice([*BASES, "absolute", "absolute", "", "??"])),
        "deadline": float(rng.choice([NAN, 2020.0, 2022.0, 2021.5, 2024.0, 2026.0, 2030.0])),
        "direction": str(rng.choice(["", "", "up", "down", "sideways"], p=[0.4, 0.2, 0.2, 0.18, 0.02])),
        "lo": float(rng.choice([NAN, 0.0, 0.0, INF, 120.0], p=[0.4, 0.3, 0.28, 0.01, 0.01])),
        "hi": float(rng.choice([NAN, 100.0])),
        "baseline": float(baseline) if rng.random() < 0.98 else INF,
    }  # fmt: skip
    return series, target


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
    columns = [np.asarray(sum((s[key] for s, _ in cases), []), dtype=float) for key in "tvxdh"]
    offsets = np.cumsum([0, *(len(s["t"]) for s, _ in cases)])
    series = Ragged(offsets, *columns[:4], columns[4].astype(bool))
    column = {
        key: np.asarray([t[key] for _, t in cases])
        for key in "comparator value value_max basis deadline direction lo hi baseline".split()
    }
    return assess_bulk(series, Promises(np.arange(len(cases)), *column.values()), decimal_year(TODAY))


def as_period(text: str | None, series: dict[str, list]) -> float:
    if text is None:
        return NAN
    return next(t for t in series["t"] if period(t) == text)


def same(one: Assessment, answers, row: int, series: dict[str, list]) -> bool:
    for name in NUMBERS:
        ours = answers.value_time[row] if name == "value_period" else getattr(answers, name)[row]
        theirs = getattr(one, name)
        theirs = as_period(theirs, series) if name == "value_period" else theirs
        theirs = NAN if theirs is None else theirs
        if not (ours == theirs or (math.isnan(ours) and math.isnan(theirs))):
            return False
    found = (answers.status[row], answers.certain[row], answers.trend[row] or None, answers.n[row])
    return found == (one.status, one.certain, one.trend, one.n)


def note_of(answers, row: int, series: dict[str, list]) -> str | None:
    """The note as one measure has it: periods there are written as in its points."""
    said = []
    for column in answers.remarks:
        if column.mask[row]:
            item = str(column.at(row))
            if column.code == "baseline_from_first_value":
                time = column.details["period"][row]
                item = item.replace(f"period={time:.10g}", f"period={period(time)}")
            said.append(item)
    return "; ".join(said) or None


@pytest.mark.parametrize("seed", range(4))
def test_bulk_answers_are_those_of_one_measure_at_a_time(seed):
    rng = np.random.default_rng(seed)
    cases = [random_case(rng) for _ in range(1500)]
    answers = in_bulk(cases)
    expected = assess_measures([one_by_one(*case, str(i)) for i, case in enumerate(cases)])
    for row, one in enumerate(expected):
        assert same(one, answers, row, cases[row][0]), (one, cases[row])
        if one.status != "error":
            assert note_of(answers, row, cases[row][0]) == one.note, (one, cases[row])


@pytest.mark.parametrize("seed", range(2))
def test_what_is_wrong_is_named_by_its_column(seed):
    rng = np.random.default_rng(100 + seed)
    cases = [random_case(rng) for _ in range(1500)]
    answers = in_bulk(cases)
    for row, one in enumerate(
        assess_measures([one_by_one(*case, str(i)) for i, case in enumerate(cases)])
    ):
        named = [str(fault) for fault in answers.faults if fault.mask[row]]
        assert bool(named) == (one.status == "error"), (one, named, cases[row])
        if named:
            field = one.note.split(":")[0].split("[")[0]
            assert any(FIELDS[field] in text for text in named), (one.note, named)
