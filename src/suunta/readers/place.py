"""Where a cell stands, as people and spreadsheets name it: "B3"."""

from __future__ import annotations


def column_name(column: int) -> str:
    """The letters of a column, 0 the first: A, B ... Z, AA."""
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def cell_name(row: int, column: int) -> str:
    """The name of a cell by its row and column, 0 the first."""
    return f"{column_name(column)}{row + 1}"
