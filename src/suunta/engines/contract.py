"""What the files of a bulk assessment hold: the columns that come in and those that go out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from suunta.core.errors import Fault

# What a column may hold, and the kinds of column that do. "nothing": every value is null.
ALLOWED = {
    "id": ("text", "whole"),
    "label": ("text", "whole", "nothing"),
    "code": ("text", "nothing"),
    "number": ("number", "whole", "nothing"),
    "flag": ("flag", "nothing"),
}
WORDS = {
    "id": "text or whole numbers",
    "label": "text or whole numbers",
    "code": "text",
    "number": "numbers",
    "flag": "true or false",
}


@dataclass(frozen=True)
class Column:
    """One column: its name, a key of ALLOWED, and whether the file must have it."""

    name: str
    holds: str
    needed: bool = False


SERIES = (
    Column("series_id", "id", needed=True),
    Column("period", "number", needed=True),
    Column("value", "number", needed=True),
    Column("numerator", "number"),
    Column("denominator", "number"),
    Column("suppressed", "flag"),
)
TARGETS = (
    Column("series_id", "id", needed=True),
    Column("target_id", "label", needed=True),
    Column("comparator", "code", needed=True),
    Column("value", "number", needed=True),
    Column("value_max", "number"),
    Column("basis", "code"),
    Column("deadline", "number", needed=True),
    Column("direction", "code"),
    Column("lo", "number"),
    Column("hi", "number"),
    Column("baseline_value", "number"),
)
ANSWERS = (
    *("series_id", "target_id", "status", "certain", "value", "value_period", "target"),
    *("forecast", "low80", "high80", "p_reach", "trend", "required_pace", "actual_pace"),
    *("n", "note"),
)


def column_faults(place: str, columns: Iterable[Column], found: Mapping[str, str]) -> list[Fault]:
    """Everything that is wrong with a file's columns.

    place: the file; found: the kind (text, whole, number, flag, nothing, other) by name.
    """
    faults = []
    for column in columns:
        kind = found.get(column.name)
        where = f"{place}, column {column.name}"
        if kind is None:
            if column.needed:
                faults.append(Fault("The column is missing.", where, f"Add {_words(column)}."))
        elif kind not in ALLOWED[column.holds]:
            faults.append(Fault(f"The column must hold {_words(column)}.", where, "Convert it."))
    return faults


def doubtful(columns: Iterable[Column], found: Mapping[str, str]) -> list[str]:
    """Columns of whole numbers that must hold something else, unless every value is null.

    A column of nulls alone has no type of its own in Parquet and is read as whole numbers.
    """
    return [
        column.name
        for column in columns
        if found.get(column.name) == "whole"
        and "nothing" in ALLOWED[column.holds]
        and "whole" not in ALLOWED[column.holds]
    ]


def id_faults(series: Mapping[str, str], targets: Mapping[str, str]) -> list[Fault]:
    """Whether both files name series in one way."""
    kinds = (series.get("series_id"), targets.get("series_id"))
    if set(kinds) != {"text", "whole"}:
        return []
    return [
        Fault(
            "One file has text in it and the other whole numbers.",
            "column series_id",
            "Convert one of them.",
        )
    ]


def absent(columns: Iterable[Column], found: Mapping[str, str]) -> list[str]:
    """The columns that a file may leave out and does; what hides values is seldom there."""
    return [
        column.name
        for column in columns
        if not (column.needed or column.holds == "flag" or column.name in found)
    ]


def selected(column: Column, found: Mapping[str, str], text_type: str) -> str:
    """A column in SQL, in the type that the kernel takes."""
    types = {"code": text_type, "number": "DOUBLE", "flag": "BOOLEAN"}
    whole = found.get(column.name) == "whole"
    sql_type = types.get(column.holds, "BIGINT" if whole else text_type)
    source = column.name if column.name in found else "NULL"
    return f"CAST({source} AS {sql_type}) AS {column.name}"


def _words(column: Column) -> str:
    return WORDS[column.holds]
