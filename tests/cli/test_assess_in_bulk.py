"""`suunta assess --bulk`: usage, progress on stderr, faults with their remedy."""

from __future__ import annotations

import sys
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from suunta.cli import run

SERIES = {"series_id": ["a", "b"], "period": [2022.0, 0.0], "value": [5.0, 6.0]}
TARGETS = {
    "series_id": ["a", "b"],
    "target_id": ["t1", "t2"],
    "comparator": [">=", ">="],
    "value": [5.0, 5.0],
    "deadline": [2026.0, 2026.0],
}


@pytest.fixture
def files(tmp_path: Path) -> list[str]:
    for name, columns in (("in", SERIES), ("targets", TARGETS)):
        pq.write_table(pa.table(columns), tmp_path / f"{name}.parquet")
    return [
        "assess",
        *("--bulk", str(tmp_path / "in.parquet")),
        *("--targets", str(tmp_path / "targets.parquet")),
        *("--out", str(tmp_path / "out.parquet")),
    ]


def test_bulk_writes_the_answers_and_names_the_faulty_series(files, tmp_path, capsys):
    assert run([*files, "--as-of", "2022-03-31"]) == 0
    told = capsys.readouterr()
    assert told.out == ""
    assert "2 assessments (1 error, 1 met)" in told.err
    assert "error: series b, target t2: series.period: must be a decimal year" in told.err
    assert "no column numerator, denominator: taken as unknown" in told.err
    assert pq.read_table(tmp_path / "out.parquet").num_rows == 2


def test_bulk_needs_targets_and_out(files, capsys):
    assert run(files[:3]) == 2
    assert "--targets and --out" in capsys.readouterr().err
    assert run(["assess", *files[3:5]]) == 2


def test_places_that_cannot_be_written_are_told_before_anything_is_read(files, tmp_path, capsys):
    assert run([*files[:-1], str(tmp_path / "none/out"), "--spill-folder", "/none"]) == 1
    told = capsys.readouterr().err
    assert str(tmp_path / "none") in told
    assert "/none: The folder is not there." in told


def test_the_answers_never_replace_an_input(files, capsys):
    assert run([*files[:-1], files[2]]) == 1
    assert "would replace an input" in capsys.readouterr().err


def test_a_missing_library_is_named_with_its_remedy(files, capsys, monkeypatch):
    for name in [name for name in sys.modules if name.startswith("suunta.engines")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "duckdb", None)
    assert run(files) == 1
    assert "pip install 'suunta[bulk]'" in capsys.readouterr().err


def test_a_limit_that_is_no_amount_of_memory_is_an_error_of_the_input(files, capsys):
    assert run([*files, "--memory-limit", "much"]) == 1
    assert "memory" in capsys.readouterr().err.lower()
