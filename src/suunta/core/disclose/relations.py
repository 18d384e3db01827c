"""The tables that were published, and which cells of them add up to which."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from suunta.core.breakdown import Breakdown
from suunta.core.disclose.model import Counted

Table = dict[Breakdown, Counted]


@dataclass(frozen=True)
class Relation:
    """A cell and the cells that split it by one name.

    rest: what the parts leave of the whole, for each kind of count; None where a count is unknown.
    """

    whole: Counted
    parts: tuple[Counted, ...]
    rest: tuple[float, ...] | None

    @property
    def cells(self) -> tuple[Counted, ...]:
        """All of its cells."""
        return (self.whole, *self.parts)

    @property
    def complete(self) -> bool:
        """Whether the parts add up to the whole, as far as anybody can tell, in some count."""
        return self.rest is None or not all(self.rest)


def tables_of(rows: Iterable[Counted]) -> list[Table]:
    """What could be seen on each day of publication: the newest row of each cell, kind by kind."""
    ordered = sorted(rows, key=lambda row: (row.known_on, row.id))
    found = []
    for kind in sorted({row.kind for row in ordered}):
        own = [row for row in ordered if row.kind == kind]
        for day in sorted({row.known_on for row in own}):
            table = {row.group: row for row in own if row.known_on <= day}
            if table not in found:
                found.append(table)
    return found


def relations_of(table: Table) -> Iterator[Relation]:
    """Every cell of a table with the cells that split it by one more name."""
    for group, whole in table.items():
        known = {name for name, _ in group}
        names = {name for other in table for name, _ in other} - known
        for name in sorted(names):
            parts = tuple(row for other, row in sorted(table.items()) if splits(other, group, name))
            if parts:
                yield Relation(whole, parts, rest_of(whole, parts))


def splits(other: Breakdown, group: Breakdown, name: str) -> bool:
    """Whether a cell is the group narrowed by this one name."""
    return len(other) == len(group) + 1 and {*group} == {p for p in other if p[0] != name}


def rest_of(whole: Counted, parts: Sequence[Counted]) -> tuple[float, ...] | None:
    """What the parts leave of the whole."""
    shape = len(whole.counts)
    if not shape or any(len(part.counts) != shape for part in parts):
        return None
    sums = (sum(part.counts[place] for part in parts) for place in range(shape))
    return tuple(whole.counts[place] - total for place, total in enumerate(sums))
