"""One block of whole series, as Arrow tables, through the kernel: the same for every engine."""

from __future__ import annotations

from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from suunta.core.assess.bulk import BulkAnswers, assess_bulk
from suunta.core.assess.promises import Promises
from suunta.core.assess.ragged import Ragged
from suunta.engines.notes import notes

NUMBERS = ("value", "value_max", "deadline", "lo", "hi", "baseline_value")


def assess_block(observations: pa.Table, targets: pa.Table, today: float) -> pa.Table:
    """Assess a block of series.

    observations: the columns of `contract.SERIES`, rows of a series together, in any order of
    time; targets: those of `contract.TARGETS`, of these series and of series that have no rows;
    today: decimal year. Returns the columns of `contract.ANSWERS`, a row a target, and for a series
    without a target one row without.
    """
    names, series = _series(observations)
    index = pc.index_in(targets["series_id"].combine_chunks(), value_set=names)
    missing = len(names)  # an empty series of its own stands for those without rows
    owners = pc.fill_null(index, missing).to_numpy().astype(np.int64)
    followed = np.setdiff1d(np.arange(missing), owners)
    targets = _with_followed(targets, names.take(pa.array(followed)))
    owners = np.concatenate([owners, followed])
    answers = assess_bulk(series, _promises(targets, owners), today)
    return _table(targets, answers)


def answer_schema(series_id: pa.DataType, target_id: pa.DataType) -> pa.Schema:
    """The types of the answers."""
    number = pa.float64()
    return pa.schema(
        [
            ("series_id", series_id),
            ("target_id", target_id),
            ("status", pa.string()),
            ("certain", pa.bool_()),
            ("value", number),
            ("value_period", number),
            ("target", number),
            ("forecast", number),
            ("low80", number),
            ("high80", number),
            ("p_reach", number),
            ("trend", pa.string()),
            ("required_pace", number),
            ("actual_pace", number),
            ("n", pa.int64()),
            ("note", pa.string()),
        ]
    )


def error_rows(series: pa.Array, targets: pa.Array, note: str) -> pa.Table:
    """Answers that are errors all for the same reason."""
    schema = answer_schema(series.type, targets.type)
    count = len(series)
    told = {
        "series_id": series,
        "target_id": targets,
        "status": pa.array(["error"] * count, pa.string()),
        "certain": pa.array([False] * count),
        "n": pa.array([0] * count, pa.int64()),
        "note": pa.array([note] * count, pa.string()),
    }
    columns = [told.get(f.name, pa.nulls(count, f.type)) for f in schema]
    return pa.Table.from_arrays(columns, schema=schema)


def error_line(row: dict[str, Any]) -> str:
    """An answer that is an error, in a line."""
    return f"series {row['series_id']}, target {row['target_id']}: {row['note']}"


def _series(observations: pa.Table) -> tuple[pa.Array, Ragged]:
    """The names of the series and their rows; behind the last an empty one."""
    ids = observations["series_id"].combine_chunks()
    rows = len(ids)
    turns = pc.not_equal(ids.slice(1), ids.slice(0, max(rows - 1, 0))).to_numpy(False)
    starts = np.concatenate([[0] if rows else [], np.flatnonzero(turns) + 1]).astype(np.int64)
    period, value, numerator, denominator = (
        _floats(observations[name]) for name in ("period", "value", "numerator", "denominator")
    )
    hidden = pc.fill_null(observations["suppressed"], False).to_numpy()
    offsets = np.concatenate([starts, [rows, rows]])
    ragged = Ragged(offsets, period, value, numerator, denominator, hidden)
    return ids.take(pa.array(starts)), ragged


def _with_followed(targets: pa.Table, names: pa.Array) -> pa.Table:
    """The targets, and for each series without one a row that holds nothing else."""
    if not len(names):
        return targets
    columns = [
        names if f.name == "series_id" else pa.nulls(len(names), f.type) for f in targets.schema
    ]
    return pa.concat_tables([targets, pa.Table.from_arrays(columns, schema=targets.schema)])


def _promises(targets: pa.Table, owners: NDArray[np.int64]) -> Promises:
    value, value_max, deadline, low, high, baseline = (_floats(targets[name]) for name in NUMBERS)
    comparators, bases, directions = (
        _codes(targets[name]) for name in ("comparator", "basis", "direction")
    )
    return Promises(
        series=owners,
        comparators=comparators,
        values=value,
        values_max=value_max,
        bases=bases,
        deadlines=deadline,
        directions=directions,
        lows=low,
        highs=high,
        baselines=baseline,
    )


def _table(targets: pa.Table, answers: BulkAnswers) -> pa.Table:
    ids = targets["series_id"], targets["target_id"]
    schema = answer_schema(ids[0].type, ids[1].type)
    told: dict[str, Any] = {
        "series_id": ids[0],
        "target_id": ids[1],
        "value_period": answers.value_time,
        "note": notes(answers),
    }
    columns = [told.get(f.name, getattr(answers, f.name, None)) for f in schema]
    return pa.Table.from_arrays(
        [_arrow(column, field.type) for column, field in zip(columns, schema, strict=True)],
        schema=schema,
    )


def _arrow(column: Any, kind: pa.DataType) -> Any:
    """A column as Arrow; NaN and "" are null."""
    if not isinstance(column, np.ndarray):
        return column
    if column.dtype.kind != "U":
        return pa.array(column, kind, from_pandas=True)
    words, which = np.unique(column, return_inverse=True)
    dictionary = pa.array([str(word) or None for word in words], pa.string())
    return dictionary.take(pa.array(which))


def _floats(column: pa.ChunkedArray) -> NDArray[np.float64]:
    return np.asarray(column.to_numpy(), dtype=np.float64)


def _codes(column: pa.ChunkedArray) -> NDArray[np.str_]:
    """Codes as texts, null as ""."""
    coded = pc.fill_null(column, "").combine_chunks().dictionary_encode()
    words = np.asarray(coded.dictionary.to_pylist() or [""], dtype=np.str_)
    return np.asarray(words[coded.indices.to_numpy()])
