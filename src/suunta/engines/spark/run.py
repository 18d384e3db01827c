"""From Parquet to assessed Parquet on a cluster; nothing but counts comes back to the driver."""

from __future__ import annotations

import os
import re
import sys
import uuid
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pyarrow as pa
from pyspark.errors import AnalysisException, PySparkException
from pyspark.sql import DataFrame, SparkSession
from pyspark.sql import functions as f

from suunta.core.errors import Fault, InputError, OutsideError
from suunta.engines.block import error_line
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
from suunta.engines.spark.partition import assess_partition

ARROW_ROWS = 100_000
KINDS = (
    ("text", r"string|(var)?char\(\d+\)"),
    ("whole", r"tinyint|smallint|int|bigint"),
    ("number", r"float|double|decimal.*"),
    ("flag", r"boolean"),
    ("nothing", r"void"),
)
ANSWER = (
    "status string, certain boolean, value double, value_period double, target double, "
    "forecast double, low80 double, high80 double, p_reach double, trend string, "
    "required_pace double, actual_pace double, n bigint, note string"
)


def assess_files(
    series: str,
    targets: str,
    out: str,
    today: float,
    master: str,
    shown: int,
    say: Callable[[str], None] = lambda line: None,
) -> tuple[Counter[str], list[str]]:
    """Assess files and write a folder of answers.

    Returns: how many have each status, and the first errors. `out` is left as it was if anything
    fails. Raises: InputError, OutsideError.
    """
    with _session(master) as spark:
        read = {place: _read(spark, place) for place in (series, targets)}
        found = [
            _kinds(read[place], columns)
            for place, columns in ((series, SERIES), (targets, TARGETS))
        ]
        faults = [
            *column_faults(series, SERIES, found[0]),
            *column_faults(targets, TARGETS, found[1]),
            *id_faults(*found),
        ]
        if faults:
            raise InputError(faults)
        for place, columns, kinds in zip((series, targets), (SERIES, TARGETS), found, strict=True):
            if missing := absent(columns, kinds):
                say(f"{place}: no column {', '.join(missing)}: taken as unknown")
        observations = _typed(read[series], SERIES, found[0])
        promises = _typed(read[targets], TARGETS, found[1])
        _write(spark, _answers(observations, promises, today), out)
        return _told(spark.read.parquet(_address(out)), shown)


def _answers(observations: DataFrame, promises: DataFrame, today: float) -> DataFrame:
    """Both inputs as rows of one kind, all of a series in one place, through the kernel."""
    target = f.struct(*[column.name for column in TARGETS if column.name != "series_id"])
    kind = promises.select(target.alias("target")).schema["target"].dataType
    values = observations.withColumn("target", f.lit(None).cast(kind))
    held = promises.select("series_id", target.alias("target"))
    rows = values.unionByName(held, allowMissingColumns=True).where("series_id IS NOT NULL")
    ids = [
        f"{name} {promises.schema[name].dataType.simpleString()}"
        for name in ("series_id", "target_id")
    ]

    def assessed(batches: Iterable[pa.RecordBatch]) -> Iterable[pa.RecordBatch]:
        yield from assess_partition(batches, today)

    judged = (
        rows.repartition("series_id")
        .sortWithinPartitions("series_id", "period")
        .mapInArrow(assessed, ", ".join([*ids, ANSWER]))
    )
    return judged.unionByName(_nameless(observations, promises), allowMissingColumns=True)


def _nameless(observations: DataFrame, promises: DataFrame) -> DataFrame:
    """An error for each target whose series has no name, and one for all such values together."""
    error = (f.lit("error").alias("status"), f.lit(False).alias("certain"))
    zero = f.lit(0).cast("bigint").alias("n")
    without = promises.where("series_id IS NULL").select(
        "series_id", "target_id", *error, zero, f.lit("targets.series_id: missing").alias("note")
    )
    missing = observations.where("series_id IS NULL").agg(f.count("*").alias("rows"))
    ids = [
        f.lit(None).cast(promises.schema[n].dataType).alias(n) for n in ("series_id", "target_id")
    ]
    words = f.concat(f.lit("series.series_id: missing in "), "rows", f.lit(" rows"))
    together = missing.where("rows > 0").select(*ids, *error, zero, words.alias("note"))
    return without.unionByName(together)


def _write(spark: SparkSession, answers: DataFrame, out: str) -> None:
    """Write beside `out`, then put it in its place."""
    address = _address(out)
    unfinished, former = (f"{address}.{word}-{uuid.uuid4().hex}" for word in ("new", "old"))
    gateway: Any = spark.sparkContext._jvm
    path = gateway.org.apache.hadoop.fs.Path
    files = path(address).getFileSystem(spark.sparkContext._jsc.hadoopConfiguration())
    try:
        answers.write.parquet(unfinished)
        if files.exists(path(address)):
            files.rename(path(address), path(former))
        files.rename(path(unfinished), path(address))
        files.delete(path(former), True)
    finally:
        files.delete(path(unfinished), True)


def _told(answers: DataFrame, shown: int) -> tuple[Counter[str], list[str]]:
    counts = Counter(
        {row["status"]: row["count"] for row in answers.groupBy("status").count().collect()}
    )
    wrong = answers.where("status = 'error'").select("series_id", "target_id", "note")
    return counts, [error_line(row.asDict()) for row in wrong.limit(shown).collect()]


def _read(spark: SparkSession, place: str) -> DataFrame:
    try:
        return spark.read.parquet(_address(place))
    except AnalysisException as error:
        what = f"The file cannot be read: {str(error).splitlines()[0]}"
        raise InputError.single(what, place, "Give a Parquet file.") from error


def _typed(frame: DataFrame, columns: tuple[Column, ...], found: dict[str, str]) -> DataFrame:
    return frame.selectExpr(*[selected(column, found, "STRING") for column in columns])


def _kinds(frame: DataFrame, columns: tuple[Column, ...]) -> dict[str, str]:
    found = {
        field.name: next(
            (k for k, form in KINDS if re.fullmatch(form, field.dataType.simpleString())), "other"
        )
        for field in frame.schema
    }
    for name in doubtful(columns, found):
        if frame.where(f.col(name).isNotNull()).isEmpty():
            found[name] = "nothing"
    return found


def _address(place: str) -> str:
    """A place with its scheme as it is, any other as a file of this machine."""
    return place if re.match(r"\w+://", place) else Path(place).resolve().as_uri()


@contextmanager
def _session(master: str) -> Iterator[SparkSession]:
    if master.startswith("local"):
        # Workers on this machine take the Python that Suunta is installed in.
        os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    try:
        spark = (
            SparkSession.builder.master(master)
            .appName("suunta assess")
            .config("spark.sql.execution.arrow.maxRecordsPerBatch", ARROW_ROWS)
            .getOrCreate()
        )
    except PySparkException as error:
        remedy = "Spark needs Java 17 (JAVA_HOME) and a cluster that answers (--master)."
        raise OutsideError(Fault(str(error).splitlines()[0], remedy=remedy)) from error
    try:
        yield spark
    except PySparkException as error:
        raise OutsideError(Fault(str(error).splitlines()[0], remedy="See Spark's log.")) from error
    finally:
        spark.stop()
