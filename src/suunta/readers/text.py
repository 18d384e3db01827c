"""A plain text file whose lines are the rows of a strategy table."""

from __future__ import annotations

from suunta.core.strategy import Strategy
from suunta.readers.decode import decode_text
from suunta.readers.table.assembly import assemble
from suunta.readers.table.rows import rows_of


def read_text(name: str, data: bytes) -> Strategy:
    """The strategy of a text file. Raises: InputError."""
    return assemble(rows_of(decode_text(name, data), name), name)
