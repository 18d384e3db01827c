"""From Parquet to assessed Parquet on one machine, in blocks."""

from __future__ import annotations

import os
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

import duckdb
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from suunta.core.errors import Fault, InputError, OutsideError
from suunta.engines.block import answer_schema, assess_block, error_line, error_rows
from suunta.engines.duckdb.files import Source, open_sources
from suunta.engines.merge import blocks

BLOCK_ROWS = 500_000
Progress = Callable[[int, int], None]


@dataclass(frozen=True)
class Limits:
    """What DuckDB may take: memory as it writes it ("1GB"), a folder to spill to, threads."""

    memory: str = "1GB"
    spill_folder: Path | None = None
    threads: int | None = None


def assess_files(
    series: str,
    targets: str,
    out: Path,
    today: float,
    limits: Limits | None = None,
    progress: Progress = lambda done, total: None,
    say: Callable[[str], None] = lambda line: None,
) -> Counter[str]:
    """Assess files and write the answers; returns how many have each status.

    series, targets: a file, a folder or a pattern; out: replaced when everything is written, and
    left as it was if anything fails.
    Raises: InputError, OutsideError.
    """
    limits = limits or Limits()
    folder = limits.spill_folder or out.parent
    with (
        _translated(),
        tempfile.TemporaryDirectory(prefix=".suunta-bulk-", dir=folder) as spill,
        duckdb.connect(config=_config(limits, spill)) as connection,
    ):
        observations, promises = open_sources(connection, series, targets)
        for source in (observations, promises):
            if missing := source.absent():
                say(f"{source.place}: no column {', '.join(missing)}: taken as unknown")
        return _write(observations, promises, out, today, progress)


def _config(limits: Limits, spill: str) -> dict[str, str | bool | int | float | list[str]]:
    config: dict[str, str | bool | int | float | list[str]] = {
        "memory_limit": limits.memory,
        "temp_directory": spill,
        "preserve_insertion_order": False,
    }
    return config if limits.threads is None else config | {"threads": limits.threads}


def _write(
    observations: Source, promises: Source, out: Path, today: float, progress: Progress
) -> Counter[str]:
    total, counts = promises.count(), Counter[str]()
    schema = answer_schema(promises.type_of("series_id"), promises.type_of("target_id"))
    with (
        _finished(out) as unfinished,
        pq.ParquetWriter(unfinished, schema, use_dictionary=["status", "trend", "note"]) as writer,
    ):
        for table in chain(
            nameless(observations, promises), _assessed(observations, promises, today)
        ):
            writer.write_table(table)
            for count in pc.value_counts(table["status"]).to_pylist():
                counts[count["values"]] += count["counts"]
            progress(counts.total(), total)
    return counts


def _assessed(observations: Source, promises: Source, today: float) -> Iterator[pa.Table]:
    for left, right in blocks(observations.sorted(), promises.sorted(), BLOCK_ROWS):
        yield assess_block(left, right, today)


def nameless(observations: Source, promises: Source) -> Iterator[pa.Table]:
    """An error for each target whose series has no name, and one for all such values together."""
    kinds = promises.type_of("series_id"), promises.type_of("target_id")
    if rows := promises.count_nameless():
        nothing = pa.nulls(rows, kinds[0])
        yield error_rows(nothing, promises.nameless("target_id"), "targets.series_id: missing")
    if rows := observations.count_nameless():
        one = pa.nulls(1, kinds[0]), pa.nulls(1, kinds[1])
        yield error_rows(*one, f"series.series_id: missing in {rows} rows")


def first_errors(out: str | Path, count: int) -> list[str]:
    """The first answers that are errors, each with its series and target."""
    lines: list[str] = []
    with pq.ParquetFile(out) as answers:
        for batch in answers.iter_batches(columns=["series_id", "target_id", "status", "note"]):
            wrong = batch.filter(pc.equal(batch["status"], "error"))
            lines += [error_line(row) for row in wrong.slice(0, count - len(lines)).to_pylist()]
            if len(lines) == count:
                break
    return lines


@contextmanager
def _finished(out: Path) -> Iterator[Path]:
    """A file beside `out` that takes its place when everything is written."""
    handle, name = tempfile.mkstemp(prefix=f".{out.name}-", dir=out.parent)
    os.close(handle)
    unfinished = Path(name)
    try:
        yield unfinished
        unfinished.chmod(0o666 & ~_umask())
        unfinished.replace(out)
    finally:
        unfinished.unlink(missing_ok=True)


def _umask() -> int:
    """The umask, which can only be read by setting it."""
    mask = os.umask(0)
    os.umask(mask)
    return mask


@contextmanager
def _translated() -> Iterator[None]:
    """DuckDB's failures in our words: what the machine lacks may be retried, the rest is input."""
    try:
        yield
    except duckdb.OutOfMemoryException as error:
        remedy = "Free space in the spill folder, or give more: --memory-limit, --spill-folder."
        raise OutsideError(Fault(str(error).splitlines()[0], remedy=remedy)) from error
    except duckdb.Error as error:
        what = str(error).splitlines()[0]
        raise InputError.single(what, remedy="Check both files and the limits given.") from error
