"""The same files through Spark, in processes of its own: to the last bit the answers of DuckDB."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from bulk_cases import random_case, write_files

pytestmark = pytest.mark.spark


def suunta(*arguments: str, folder: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", "from suunta.cli import main; main()", "assess", *arguments]
    quiet = os.environ | {"SPARK_LOCAL_IP": "127.0.0.1", "SPARK_LOCAL_DIRS": str(folder)}
    return subprocess.run(command, capture_output=True, text=True, env=quiet, check=False)


def test_spark_and_duckdb_give_the_same_answers_to_the_last_bit(tmp_path):
    rng = np.random.default_rng(11)
    series, targets = write_files([random_case(rng) for _ in range(1500)], tmp_path)
    table = pq.read_table(targets).drop_columns(["direction"])
    pq.write_table(table.append_column("direction", pa.nulls(len(table))), targets)
    given = ["--bulk", series, "--targets", targets, "--as-of", "2022-03-31", "--out"]
    one = suunta(*given, str(tmp_path / "one"), folder=tmp_path)
    many = suunta(
        *given, str(tmp_path / "many"), "--engine", "spark", "--master", "local[2]", folder=tmp_path
    )
    assert (one.returncode, many.returncode) == (0, 0), many.stderr
    tables = [pq.read_table(tmp_path / name).sort_by("target_id") for name in ("one", "many")]
    assert tables[1].cast(tables[0].schema).equals(tables[0])
    last = [run.stderr.replace("/many:", "/one:").splitlines() for run in (one, many)]
    summary = next(line for line in last[0] if "1500 assessments" in line)
    assert summary in [line.rpartition("\r")[2].strip() for line in last[1]]


def test_spark_tells_what_is_missing_and_writes_nothing(tmp_path):
    rng = np.random.default_rng(12)
    series, targets = write_files([random_case(rng) for _ in range(5)], tmp_path)
    table = pq.read_table(series).drop_columns(["value"])
    pq.write_table(table, series)
    told = suunta(
        "--bulk", series, "--targets", targets, "--out", str(tmp_path / "many"),
        "--engine", "spark", "--master", "local[1]", folder=tmp_path,
    )  # fmt: skip
    assert told.returncode == 1
    assert "column value: The column is missing." in told.stderr
    assert not (tmp_path / "many").exists()
