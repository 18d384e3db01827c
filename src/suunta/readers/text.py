"""A plain text file: the rows of a strategy table, or headings and lists without one."""

from __future__ import annotations

from suunta.core.strategy import Strategy
from suunta.readers.decode import decode_text
from suunta.readers.layout import interpret
from suunta.readers.outline_text import outline_blocks
from suunta.readers.table.assembly import assemble
from suunta.readers.table.rows import rows_of


def read_text(name: str, data: bytes) -> Strategy:
    """The strategy of a text file. Raises: InputError."""
    text = decode_text(name, data)
    rows = rows_of(text, name)
    if any(row.columns for row in rows):
        return assemble(rows, name)
    return interpret(outline_blocks(text), name)
