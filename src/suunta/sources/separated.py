"""Tables of separated values: which sign parts the cells, and the rows with their line."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from io import StringIO

from suunta.sources.answers import unexpected

SEPARATORS = (";", "\t", ",", "|")


def separator_of(text: str) -> str:
    """The sign that parts the most cells, the same number on most of the first lines."""
    lines = [line for line in text.splitlines()[:30] if line.strip()]

    def score(sign: str) -> tuple[int, int]:
        counts = [line.count(sign) for line in lines]
        usual = max(set(counts), key=counts.count, default=0)
        return (counts.count(usual) if usual else 0, usual)

    return max(SEPARATORS, key=score)


def rows_of(text: str, separator: str | None = None) -> Iterator[tuple[int, list[str]]]:
    """The rows with the line on which each ends. Raises InputError."""
    plain = text.replace("\r\n", "\n").replace("\r", "\n").replace("\0", "")
    reader = csv.reader(StringIO(plain), delimiter=separator or separator_of(plain))
    while True:
        try:
            row = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            raise unexpected(f"This is no CSV: {error}.", f"line {reader.line_num}") from None
        yield reader.line_num, row


def records_of(text: str, separator: str | None = None) -> Iterator[tuple[int, dict[str, str]]]:
    """Rows as name -> cell, by the names of the first row; empty rows are left out."""
    rows = rows_of(text, separator)
    _, names = next(rows, (0, []))
    for line, row in rows:
        if any(cell.strip() for cell in row):
            filled = row + [""] * (len(names) - len(row))
            yield line, dict(zip(names, filled, strict=False))
