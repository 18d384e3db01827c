"""Parquet in, assessed Parquet out, on one machine."""

from __future__ import annotations

import math
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from bulk_cases import TODAY, one_by_one, random_case, write_files
from suunta.core.assess.measure import assess_measures
from suunta.core.errors import InputError
from suunta.core.period import decimal_year
from suunta.engines import merge
from suunta.engines.contract import ANSWERS
from suunta.engines.duckdb import run
from suunta.engines.duckdb.run import Limits, assess_files

PLAIN = ("status", "certain", "target", "forecast", "low80", "high80", "p_reach", "trend", "n")
SERIES = {
    "series_id": ["a", "a", "a", "b"],
    "area": ["091"] * 4,
    "period": [2020.0, 2021.0, 2022.0, 2022.0],
    "value": [50.0, 52.0, 55.0, 7.0],
    "numerator": [None, None, 110.0, None],
    "denominator": [None, None, 200.0, None],
}
TARGETS = {
    "series_id": ["a", "a", "c"],
    "target_id": ["t1", "t2", "t3"],
    "comparator": [">=", "<=", ">="],
    "value": [54.0, 40.0, 1.0],
    "deadline": [2026.0, 2026.0, 2026.0],
}


def assessed(
    folder: Path, series: dict[str, list], targets: dict[str, list], today: float = 2022.5
) -> dict[tuple[str | None, str | None], dict]:
    pq.write_table(pa.table(series), folder / "in.parquet")
    pq.write_table(pa.table(targets), folder / "t.parquet")
    out = folder / "out.parquet"
    assess_files(str(folder / "in.parquet"), str(folder / "t.parquet"), out, today)
    return {(row["series_id"], row["target_id"]): row for row in pq.read_table(out).to_pylist()}


def test_files_give_the_answers_of_measures_judged_one_by_one(tmp_path, monkeypatch):
    monkeypatch.setattr(run, "BLOCK_ROWS", 700)
    rng = np.random.default_rng(7)
    cases = [random_case(rng) for _ in range(1000)]
    out = tmp_path / "out.parquet"
    counts = assess_files(*write_files(cases, tmp_path), out, decimal_year(TODAY))
    rows = {row["target_id"]: row for row in pq.read_table(out).to_pylist()}
    measures = [one_by_one(*case, f"t{i}") for i, case in enumerate(cases)]
    for one in assess_measures(measures):
        row = rows[one.id]
        assert {name: row[name] for name in PLAIN} == {name: getattr(one, name) for name in PLAIN}
        assert row["series_id"] == one.id.replace("t", "s")
        if one.status != "error" and "baseline_from_first" not in (one.note or ""):
            assert row["note"] == one.note
    assert counts.total() == len(rows) == 1000


def test_series_with_several_targets_or_none_and_targets_without_a_series_have_answers(tmp_path):
    rows = assessed(tmp_path, SERIES, TARGETS)
    assert {key: row["status"] for key, row in rows.items()} == {
        ("a", "t1"): "met",
        ("a", "t2"): "off_track",
        ("c", "t3"): "no_data",
        ("b", None): "no_target",
    }
    assert tuple(rows["a", "t1"]) == ANSWERS
    assert rows["a", "t1"]["value_period"] == 2022.0


def test_every_fault_of_a_row_is_told_and_the_others_are_still_judged(tmp_path):
    series = SERIES | {
        "value": [50.0, math.inf, 55.0, 7.0],
        "denominator": [0.0, None, 200.0, None],
    }
    targets = TARGETS | {"lo": [5.0, None, None], "hi": [0.0, None, None], "series_id": list("abc")}
    rows = assessed(tmp_path, series, targets)
    assert rows["a", "t1"]["status"] == "error"
    assert rows["a", "t1"]["note"] == (
        "series.value: must be a finite number; series.denominator: must be above zero; "
        "targets.lo: is above targets.hi"
    )
    assert rows["b", "t2"]["status"] == "met"


def test_rows_without_a_series_are_told_and_not_lost(tmp_path):
    series = SERIES | {"series_id": ["a", None, "a", None]}
    targets = TARGETS | {"series_id": ["a", None, "c"]}
    rows = assessed(tmp_path, series, targets)
    assert rows[None, "t2"]["note"] == "targets.series_id: missing"
    assert rows[None, None]["note"] == "series.series_id: missing in 2 rows"
    assert rows["a", "t1"]["n"] == 2


def test_series_may_be_numbered(tmp_path):
    series = SERIES | {"series_id": [1, 1, 1, 2]}
    rows = assessed(tmp_path, series, TARGETS | {"series_id": [1, 1, 3]})
    assert {key[0] for key in rows} == {1, 2, 3}


def test_columns_may_hold_nulls_alone_and_numbers_of_any_width(tmp_path):
    series = SERIES | {
        "series_id": pa.array(list("aaab")).dictionary_encode(),
        "period": pa.array([2020, 2021, 2022, 2022], pa.int32()),
        "value": pa.array([50, 52, 55, 7], pa.float32()),
        "numerator": pa.nulls(4),
    }
    nothing = ("basis", "direction", "value_max", "deadline", "lo")
    rows = assessed(tmp_path, series, TARGETS | {name: pa.nulls(3) for name in nothing})
    assert rows["a", "t1"]["note"] == "no_deadline; margin_unknown"


def test_files_without_rows_give_a_file_without_rows(tmp_path):
    series = {name: pa.array(column)[:0] for name, column in SERIES.items()}
    targets = {name: pa.array(column)[:0] for name, column in TARGETS.items()}
    assert assessed(tmp_path, series, targets) == {}


def test_missing_columns_and_wrong_types_are_told_all_at_once_and_nothing_is_written(tmp_path):
    series = {"series_id": ["a"], "value": ["many"]}
    targets = TARGETS | {"comparator": [1, 2, 3], "series_id": [1, 2, 3]}
    with pytest.raises(InputError) as refused:
        assessed(tmp_path, series, targets)
    told = [fault.place.rpartition("column ")[2] for fault in refused.value.faults]
    assert told == ["period", "value", "comparator", "series_id"]
    assert not (tmp_path / "out.parquet").exists()


def test_a_file_that_is_no_parquet_is_named(tmp_path):
    (tmp_path / "in.parquet").write_text("text")
    with pytest.raises(InputError) as refused:
        assess_files(str(tmp_path / "in.parquet"), str(tmp_path / "none"), tmp_path / "o", 2022.0)
    assert [Path(fault.place).name for fault in refused.value.faults] == ["in.parquet", "none"]


def test_a_failure_leaves_the_former_answers_and_no_unfinished_file(tmp_path, monkeypatch):
    def fail(*_):
        raise OSError("no space left")

    assessed(tmp_path, SERIES, TARGETS)
    before = (tmp_path / "out.parquet").read_bytes()
    monkeypatch.setattr(run, "assess_block", fail)
    with pytest.raises(OSError, match="no space left"):
        assessed(tmp_path, SERIES, TARGETS)
    assert (tmp_path / "out.parquet").read_bytes() == before
    assert sorted(p.name for p in tmp_path.iterdir()) == ["in.parquet", "out.parquet", "t.parquet"]


def test_progress_counts_the_targets(tmp_path):
    seen = []
    assessed(tmp_path, SERIES, TARGETS)
    files = [str(tmp_path / name) for name in ("in.parquet", "t.parquet")]
    assess_files(*files, tmp_path / "o", 2022.5, Limits(threads=1), lambda *done: seen.append(done))
    assert seen[-1] == (4, 3)


def test_blocks_hold_whole_series_of_both_streams():
    def stream(keys: list[int], rows: int) -> pa.RecordBatchReader:
        table = pa.table({merge.KEY: pa.array(keys, pa.uint64()), "of": keys})
        return pa.RecordBatchReader.from_batches(table.schema, table.to_batches(rows))

    values, targets = sorted([5] * 9 + list(range(20)) * 2), [0, 0, 4, 19, 30, 31]
    found = list(merge.blocks(stream(values, 3), stream(targets, 2), 4))
    for side, whole in ((0, values), (1, targets)):
        parts = [pair[side]["of"].to_pylist() for pair in found]
        assert [key for part in parts for key in part] == whole
    seen = [set(left["of"].to_pylist() + right["of"].to_pylist()) for left, right in found]
    assert len(found) > 3
    assert sum(map(len, seen)) == len(set().union(*seen))
