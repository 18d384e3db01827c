"""Parquet files as DuckDB sees them: what they hold, and their rows in the order of the series."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import duckdb
import pyarrow as pa

from suunta.core.errors import Fault, InputError
from suunta.engines.contract import (
    SERIES,
    TARGETS,
    Column,
    absent,
    column_faults,
    doubtful,
    id_faults,
    selected,
)
from suunta.engines.merge import KEY

BATCH_ROWS = 250_000
KINDS = (
    ("text", r"VARCHAR|ENUM.*|UUID"),
    ("whole", r"U?(TINY|SMALL|BIG)?INT(EGER)?|U?INTEGER|HUGEINT"),
    ("number", r"FLOAT|DOUBLE|DECIMAL.*"),
    ("flag", r"BOOLEAN"),
    ("nothing", r'"?NULL"?'),
)


@dataclass(frozen=True)
class Source:
    """One input: where it is, its columns, and the kind of each that was found."""

    connection: duckdb.DuckDBPyConnection
    place: str
    columns: tuple[Column, ...]
    found: dict[str, str]
    order: tuple[str, ...]

    def sorted(self) -> pa.RecordBatchReader:
        """Rows with a series, in the order of a hash of it.

        Sorting by eight bytes takes half the time of sorting by text; within equal hashes the
        series decides, so that its rows stand together.
        """
        query = (
            f"SELECT hash(series_id) AS {KEY}, * FROM ({self._rows()}) "  # noqa: S608
            f"WHERE series_id IS NOT NULL ORDER BY {', '.join((KEY, *self.order))}"
        )
        return self._cursor(query).to_arrow_reader(BATCH_ROWS)

    def nameless(self, column: str) -> pa.Array:
        """A column of the rows whose series_id is null."""
        query = f"SELECT {column} FROM ({self._rows()}) WHERE series_id IS NULL"  # noqa: S608
        return self._cursor(query).to_arrow_table()[column].combine_chunks()

    def count_nameless(self) -> int:
        """How many rows have no series_id."""
        return self._count("WHERE series_id IS NULL")

    def count(self) -> int:
        """How many rows there are."""
        return self._count("")

    def type_of(self, name: str) -> pa.DataType:
        """Arrow's type of an id."""
        return pa.int64() if self.found[name] == "whole" else pa.string()

    def absent(self) -> list[str]:
        """The columns that are not there and count as unknown."""
        return absent(self.columns, self.found)

    def _rows(self) -> str:
        columns = ", ".join(selected(column, self.found, "VARCHAR") for column in self.columns)
        return f"SELECT {columns} FROM read_parquet({literal(self.place)})"  # noqa: S608

    def _count(self, condition: str) -> int:
        query = f"SELECT count(*) FROM read_parquet({literal(self.place)}) {condition}"  # noqa: S608
        (count,) = self._cursor(query).fetchall()[0]
        return int(count)

    def _cursor(self, query: str) -> duckdb.DuckDBPyConnection:
        return self.connection.cursor().execute(query)


def open_sources(
    connection: duckdb.DuckDBPyConnection, series: str, targets: str
) -> tuple[Source, Source]:
    """Both inputs.

    Raises: InputError with everything that is wrong with either.
    """
    faults: list[Fault] = []
    observations = _open(connection, series, SERIES, ("series_id", "period"), faults)
    promises = _open(connection, targets, TARGETS, ("series_id", "target_id"), faults)
    faults += id_faults(observations.found, promises.found)
    if faults:
        raise InputError(faults)
    return observations, promises


def _open(
    connection: duckdb.DuckDBPyConnection,
    place: str,
    columns: tuple[Column, ...],
    order: tuple[str, ...],
    faults: list[Fault],
) -> Source:
    if Path(place).is_dir():
        place = f"{place}/**/*.parquet"
    found: dict[str, str] = {}
    try:
        query = f"DESCRIBE SELECT * FROM read_parquet({literal(place)})"  # noqa: S608
        found = kinds(connection.execute(query).fetchall())
        for name in doubtful(columns, found):
            query = f"SELECT count({name}) FROM read_parquet({literal(place)})"  # noqa: S608
            if connection.execute(query).fetchall() == [(0,)]:
                found[name] = "nothing"
        faults += column_faults(place, columns, found)
    except duckdb.Error as error:
        what = str(error).splitlines()[0]
        faults.append(Fault(f"The file cannot be read: {what}", place, "Give a Parquet file."))
    return Source(connection, place, columns, found, order)


def kinds(described: Iterable[tuple[str, ...]]) -> dict[str, str]:
    """The kind of each column, by name, from rows of (name, type, ...)."""
    return {name: _kind(type_) for name, type_, *_ in described}


def _kind(type_: str) -> str:
    return next((kind for kind, form in KINDS if re.fullmatch(form, type_)), "other")


def literal(text: str) -> str:
    """A text in SQL."""
    return "'" + text.replace("'", "''") + "'"
