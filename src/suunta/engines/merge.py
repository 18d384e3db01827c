"""Two streams in the order of one key, cut into blocks of whole series, never all in memory."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pyarrow as pa

Batches = Iterator[pa.RecordBatch]
KEY = "key"  # an unsigned number that all rows of a series share; rows come in its order


class _Side:
    """What has come of one stream and has not been handed on."""

    def __init__(self, batches: Batches, schema: pa.Schema, rows: int) -> None:
        self.batches, self.rows, self.done = batches, rows, False
        self.held = schema.empty_table()

    def fill(self) -> None:
        parts, count = [self.held], len(self.held)
        while count < self.rows and not self.done:
            batch = next(self.batches, None)
            if batch is None:
                self.done = True
            else:
                parts.append(pa.Table.from_batches([batch], self.held.schema))
                count += len(batch)
        self.held = pa.concat_tables(parts)

    def bound(self) -> int | None:
        """The key whose rows may not all be here; None where they all are."""
        return None if self.done else int(self.held[KEY][-1].as_py())

    def take(self, bound: int | None) -> pa.Table:
        """The rows before a key, without the key."""
        cut = len(self.held)
        if bound is not None:
            cut = int(np.searchsorted(self.held[KEY].to_numpy(), np.uint64(bound)))
        taken, self.held = self.held.slice(0, cut), self.held.slice(cut)
        return taken.drop_columns([KEY])


def blocks(
    first: pa.RecordBatchReader, second: pa.RecordBatchReader, rows: int
) -> Iterator[tuple[pa.Table, pa.Table]]:
    """Blocks of about so many rows; every series is whole, with the rows of both streams.

    A single series longer than that is read until it ends.
    """
    sides = [_Side(iter(stream), stream.schema, rows) for stream in (first, second)]
    while True:
        for side in sides:
            side.fill()
        bounds = [bound for side in sides if (bound := side.bound()) is not None]
        bound = min(bounds, default=None)
        left, right = (side.take(bound) for side in sides)
        if len(left) or len(right):
            yield left, right
        elif bound is None:
            return
        else:
            for side in sides:
                side.rows *= 2
            continue
        for side in sides:
            side.rows = rows
