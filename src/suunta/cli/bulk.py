"""`suunta assess --bulk`: files of series, on one machine or many."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

from suunta.cli.output import progress, say
from suunta.core.errors import Fault, InputError
from suunta.core.period import decimal_year

SHOWN = 20  # faulty rows that are named on stderr; all of them stand in OUT


def assess_on_duckdb(
    series: str, targets: str, out: str, day: date, memory: str, spill_folder: str | None
) -> None:
    """One machine: blocks through the kernel, sorted by DuckDB."""
    with _extra("bulk"):
        from suunta.engines.duckdb.run import Limits, assess_files, first_errors
    check_places(series, targets, out, spill_folder)
    limits = Limits(memory, Path(spill_folder) if spill_folder else None)
    with progress("assessing") as shown:
        counts = assess_files(series, targets, Path(out), decimal_year(day), limits, shown, say)
    tell(out, counts, first_errors(out, SHOWN) if counts.get("error") else [])


def assess_on_spark(series: str, targets: str, out: str, day: date, master: str) -> None:
    """Many machines: the same kernel in every worker."""
    with _extra("spark"):
        from suunta.engines.spark.run import assess_files
    say(f"assessing on Spark ({master}) ...")
    counts, errors = assess_files(series, targets, out, decimal_year(day), master, SHOWN, say)
    tell(out, counts, errors)


def check_places(series: str, targets: str, out: str, spill_folder: str | None) -> None:
    """Places that cannot be written, or would overwrite what is read: all of them at once."""
    target = Path(out)
    faults = []
    if not target.parent.is_dir():
        faults.append(Fault("The folder is not there.", str(target.parent), "Create it."))
    if target.is_dir():
        faults.append(Fault("A folder stands there.", out, "Name a file."))
    if target.exists() and any(Path(p).resolve() == target.resolve() for p in (series, targets)):
        faults.append(Fault("The answers would replace an input.", out, "Name another file."))
    if spill_folder and not Path(spill_folder).is_dir():
        faults.append(Fault("The folder is not there.", spill_folder, "Create it."))
    if faults:
        raise InputError(faults)


def tell(out: str, counts: dict[str, int], errors: list[str]) -> None:
    """What came of it, and the first rows that are errors."""
    statuses = ", ".join(f"{count} {status}" for status, count in sorted(counts.items()))
    say(f"{out}: {sum(counts.values())} assessments ({statuses or 'none'})")
    for line in errors:
        say(f"error: {line}")
    if (hidden := counts.get("error", 0) - len(errors)) > 0:
        say(f"... and {hidden} more with status error in {out}")


@contextmanager
def _extra(name: str) -> Iterator[None]:
    """Say what to install where an optional part is missing."""
    try:
        yield
    except ModuleNotFoundError as error:
        what = f"The library {error.name} is not installed."
        raise InputError.single(what, remedy=f"pip install 'suunta[{name}]'") from error
