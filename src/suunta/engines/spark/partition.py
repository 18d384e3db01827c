"""What every worker does with its part of the series. Nothing here knows Spark.

Rows are observations, with a null in `target`, and targets, with a struct there; all rows of a
series are in one part and stand together.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import pyarrow as pa
import pyarrow.compute as pc

from suunta.engines.block import assess_block
from suunta.engines.contract import SERIES, TARGETS

BLOCK_ROWS = 500_000


def assess_partition(
    batches: Iterable[pa.RecordBatch], today: float, rows: int = BLOCK_ROWS
) -> Iterator[pa.RecordBatch]:
    """Assess a part in blocks of about so many rows; no block ends within a series."""
    held: list[pa.RecordBatch] = []
    for batch in batches:
        held.append(batch)
        if sum(map(len, held)) >= rows:
            whole, held = _whole_series(held)
            yield from _assessed(whole, today)
    if held:
        yield from _assessed(pa.Table.from_batches(held), today)


def _whole_series(held: list[pa.RecordBatch]) -> tuple[pa.Table, list[pa.RecordBatch]]:
    """The series that are complete, and the rows of the last, which may go on."""
    table = pa.Table.from_batches(held)
    cut = pc.index(table["series_id"], table["series_id"][-1]).as_py()
    return table.slice(0, cut), table.slice(cut).to_batches()


def _assessed(table: pa.Table, today: float) -> Iterator[pa.RecordBatch]:
    if not len(table):
        return
    promised = table.filter(pc.is_valid(table["target"]))
    fields = dict(
        zip(
            [field.name for field in table.schema.field("target").type],
            promised["target"].combine_chunks().flatten(),
            strict=True,
        )
    )
    targets = pa.table({"series_id": promised["series_id"], **fields})
    observations = table.filter(pc.is_null(table["target"])).select([c.name for c in SERIES])
    order = [column.name for column in TARGETS]
    yield from assess_block(observations, targets.select(order), today).to_batches()
