"""Goals and focus areas while their rows are read, and how a row's items join what stands above."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from suunta.readers.table.cells import TAIL, Item
from suunta.readers.table.outline import Heading
from suunta.readers.table.words import Words


@dataclass
class GoalDraft:
    """A goal: its number as written ("" when none), the parts of its title, its columns' items."""

    number: str
    title: list[str] = field(default_factory=list)
    lines: list[int] = field(default_factory=list)
    points: list[Item] = field(default_factory=list)
    actions: list[Item] = field(default_factory=list)
    measures: list[Item] = field(default_factory=list)

    def column(self, role: str) -> list[Item]:
        """The items of a column: "goals", "actions" or "measures"."""
        return {"goals": self.points, "actions": self.actions, "measures": self.measures}[role]


@dataclass
class AreaDraft:
    """A focus area and its goals."""

    heading: Heading
    goals: list[GoalDraft] = field(default_factory=list)


def add_items(column: list[Item], new: Sequence[Item], line: int, words: Words) -> None:
    """Add a row's items to a column; the first may go on with the column's last item."""
    sublist = _sublist_bullet(column, new)
    for place, item in enumerate(new):
        item.lines.append(line)
        if sublist and item.bullet == sublist:
            item.nested = True
        if place == 0 and column and goes_on(column[-1], item, words):
            column[-1].parts += item.parts
            _add_line(column[-1].lines, line)
        else:
            item.nested = item.nested and bool(column)
            column.append(item)


def _sublist_bullet(column: list[Item], new: Sequence[Item]) -> str:
    """The bullet of a nested list that a page break cut, where the row goes on with it."""
    if not column or not new or not new[0].bullet or not column[-1].nested:
        return ""
    return new[0].bullet if new[0].bullet == column[-1].bullet else ""


def _add_line(lines: list[int], line: int) -> None:
    if lines[-1:] != [line]:
        lines.append(line)


def goes_on(last: Item, first: Item, words: Words) -> bool:
    """Whether an item of the next row continues the last item of the row above."""
    return not first.marked and text_goes_on(last.parts, first.parts[0], words)


def text_goes_on(parts: Sequence[str], following: str, words: Words) -> bool:
    """Whether a text continues: it breaks off, or what follows begins in lower case."""
    tail = parts[-1][-TAIL:]
    if words.leaves_open(tail):
        return True
    ended = tail.endswith((".", "!", "?"))
    return following[0].islower() and not ended and not parts[0][0].islower()
