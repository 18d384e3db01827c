"""Bulk assessment, as ratios in one run: against DuckDB's own sort, against pandas, on Spark.

    python bench/bulk.py [SERIES] [--spark]

100,000 series of 20 values by default; limits are stated for 1000000. Every engine runs in a
process of its own, so that peak memory is its own.
"""

from __future__ import annotations

import importlib.util
import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import duckdb
import pandas as pd
import pyarrow.parquet as pq
from bulk_parts.by_group import assess_by_group
from bulk_parts.data import write_data

TODAY = 2024.5
SAMPLE = 1000
MEASURED = """
import resource, sys, time
from pathlib import Path
{setup}
start = time.perf_counter()
{run}
print(time.perf_counter() - start, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
"""
OURS = "from suunta.engines.duckdb.run import assess_files"
# The same rows sorted and each series gathered into lists: what any method must do first.
SORT = """config = {{'memory_limit': '{memory}', 'temp_directory': {spill!r}}}
duckdb.connect(config=config).execute(
    \"\"\"COPY (SELECT series_id, list(period), list(value), list(numerator), list(denominator)
    FROM (SELECT * FROM read_parquet({series!r}) ORDER BY series_id, period) GROUP BY series_id)
    TO {out!r} (FORMAT parquet)\"\"\")"""
SPARK = "from suunta.engines.spark.run import assess_files"


def measured(setup: str, run: str) -> tuple[float, float]:
    """Seconds and peak MB of a piece of Python in a new process; imports are not counted."""
    script = MEASURED.format(setup=setup, run=run)
    command = [sys.executable, "-c", script]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    seconds, peak = done.stdout.split()[-2:]
    return float(seconds), float(peak)


def ours(files: tuple[str, str], warm: tuple[str, str], out: Path) -> tuple[float, float]:
    """Our bulk assessment on DuckDB, after a small one: libraries load when first used."""
    call = "assess_files({!r}, {!r}, Path({!r}), {})"
    first = f"{OURS}\n{call.format(*warm, str(out), TODAY)}"
    return measured(first, call.format(*files, str(out), TODAY))


def against_sorting(folder: Path, files: tuple[str, str], seconds: float, peak: float) -> None:
    """Print the ratio to DuckDB's own scan, sort and group."""
    sort = SORT.format(
        series=files[0], out=str(folder / "sorted"), spill=str(folder / "spill"), memory="8GB"
    )
    own, own_peak = measured("import duckdb", sort)
    print(
        f"  Parquet to assessed Parquet {seconds:.1f} s, DuckDB's scan-sort-group {own:.1f} s: "
        f"{seconds / own:.2f} times (4); peak {peak:.0f} MB (2000), theirs {own_peak:.0f} MB"
    )


def against_pandas(folder: Path, files: tuple[str, str], series: int, seconds: float) -> None:
    """Print how much faster than pandas, which is measured on a sample."""
    frames = [pd.read_parquet(place) for place in files]
    start = time.perf_counter()
    theirs = assess_by_group(*frames, TODAY)
    each = (time.perf_counter() - start) / SAMPLE
    ours(files, files, folder / "sample")
    answers = pq.read_table(folder / "sample").to_pandas().set_index("series_id")
    agree = (answers["status"].reindex(theirs.index) == theirs["status"]).mean()
    print(
        f"  pandas group-by {each * 1e3:.2f} ms a series (sample of {SAMPLE}, same status in "
        f"{agree:.1%}): ours is {each * series / seconds:.0f} times faster (100)"
    )


def on_spark(folder: Path, files: tuple[str, str], seconds: float) -> None:
    """Print the overhead of two Spark workers, and whether the answers are the same."""
    os.environ["PYSPARK_PYTHON"] = sys.executable
    out = folder / "spark"
    call = f"{files[0]!r}, {files[1]!r}, {str(out)!r}, {TODAY}, 'local-cluster[2,1,1536]', 5"
    took, _ = measured(SPARK, f"assess_files({call})")
    query = "SELECT count(*) FROM (FROM read_parquet('{a}') EXCEPT ALL FROM read_parquet('{b}'))"
    places = f"{out}/*.parquet", str(folder / "out")
    differ = [
        duckdb.sql(query.format(a=a, b=b)).fetchall()[0][0] for a, b in (places, places[::-1])
    ]
    print(
        f"  Spark with two workers {took:.1f} s, {took / seconds:.2f} times DuckDB; "
        f"rows that differ: {sum(differ)}"
    )


def main() -> None:
    """Print the figures."""
    numbers = [int(text) for text in sys.argv[1:] if text.isdigit()]
    series = numbers[0] if numbers else 100_000
    folder = Path(tempfile.mkdtemp(prefix="suunta-bench-"))
    try:
        small = max(series // 100, SAMPLE)
        warm = write_data(folder, SAMPLE)
        few, _ = ours(write_data(folder, small), warm, folder / "out")
        files = write_data(folder, series)
        seconds, peak = ours(files, warm, folder / "out")
        print(f"bulk: {series} series, {series * 20} values, {os.cpu_count()} cores")
        against_sorting(folder, files, seconds, peak)
        ratio = seconds / few * small / series
        print(
            f"  {small} series {few / small * 1e6:.1f} us each, {series} series "
            f"{seconds / series * 1e6:.1f} us each: {ratio:.2f} times linear (1.20)"
        )
        against_pandas(folder, warm, series, seconds)
        if "--spark" in sys.argv and importlib.util.find_spec("pyspark"):
            on_spark(folder, files, seconds)
        elif "--spark" in sys.argv:
            print("  Spark: not measured, the extra spark is not installed")
    finally:
        shutil.rmtree(folder)


if __name__ == "__main__":
    main()
