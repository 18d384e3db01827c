"""The one gate between stored figures and everybody: small cells leave the store suppressed.

Pages, charts, downloads, assessments, computed figures and exports ask queries; every query that
returns figures passes its rows through `protected`. The rows must hold whole tables: all groups and
all publications of an indicator, area and period, also those that are known only later.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from suunta.core.breakdown import read_breakdown
from suunta.core.disclose import Counted, hidden_groups
from suunta.store.queries.row import Row
from suunta.store.queries.texts import text_columns

PROTECTION_COLUMNS = (
    *("pk", "indicator_id", "area__code", "period", "breakdown", "kind", "status", "value"),
    *("numerator", "denominator", "known_on"),
    *("indicator__people", "indicator__threshold", "indicator__unit"),
)
PEOPLE = "hlö"
FEWEST = 5
NOTES = tuple(text_columns("note"))


def protected(rows: Iterable[Row]) -> list[Row]:
    """The rows in their order, those suppressed that tell about too few people or would give away
    another that does."""
    listed = [dict(row) for row in rows]
    hidden = hidden_rows(listed)
    return [suppressed(row) if row["pk"] in hidden else row for row in listed]


def hidden_rows(rows: Sequence[Row]) -> set[int]:
    """Ids of the rows to suppress."""
    tables: dict[tuple[int, str, str], list[Row]] = defaultdict(list)
    for row in rows:
        tables[row["indicator_id"], row["area__code"], row["period"]].append(row)
    found: set[int] = set()
    for table in tables.values():
        found |= hidden_of(table)
    return found


def hidden_of(table: Sequence[Row]) -> set[int]:
    """Ids of the rows to suppress of one indicator, area and period."""
    counted = [as_counted(row) for row in table]
    limit = table[0]["indicator__threshold"] or FEWEST
    groups = hidden_groups(counted, limit)
    if not groups:
        return set()
    if all(row.group == () for row in counted):
        return outgrown(counted, limit)
    return {row.id for row in counted if row.group in groups}


def outgrown(counted: Sequence[Counted], limit: int) -> set[int]:
    """Of a figure without groups, the publications up to the last one that was hidden: a later one
    that is large enough gives nothing away."""
    small = [row for row in counted if hidden_groups([row], limit)]
    last = max((row.known_on, row.id) for row in small)
    return {row.id for row in counted if (row.known_on, row.id) <= last}


def as_counted(row: Row) -> Counted:
    """The row as counts of people."""
    return Counted(
        id=row["pk"],
        group=read_breakdown(row["breakdown"]),
        counts=counts_of(row),
        known_on=row["known_on"],
        kind=row["kind"],
        suppressed=row["status"] == "suppressed",
    )


def counts_of(row: Row) -> tuple[float, ...]:
    """How many people the figure is about, unless it counts none: those who are, those who are not
    and all of a share, a number of people itself. Anything but whole numbers counts nobody."""
    part, whole = row["numerator"], row["denominator"]
    if row["indicator__people"] is False:
        return ()
    if part is not None and whole is not None:
        counts = [part, whole - part, whole] if whole >= part else [part, whole]
    elif part is not None:
        counts = [part]
    elif row["indicator__unit"] == PEOPLE and row["value"] is not None:
        counts = [row["value"]]
    else:
        return ()
    return tuple(counts) if all(count >= 0 and count == int(count) for count in counts) else ()


def suppressed(row: Row) -> Row:
    """The row without its numbers, and without the words that might tell them; what its source
    hid keeps the source's words."""
    if row["status"] == "suppressed":
        return row
    gone = {name: None for name in ("value", "numerator", "denominator", *NOTES) if name in row}
    return {**row, **gone, "status": "suppressed"}
