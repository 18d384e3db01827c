"""Which level of headings names the focus areas of tables, and which the goals of lists."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from suunta.readers.layout.events import Card, Event, Grid, Label, Title


@dataclass(frozen=True)
class Levels:
    """areas: the level of headings above tables of goals; goals: that of headings above labelled
    lists and tables without goals; None where there are none."""

    areas: int | None = None
    goals: int | None = None


def levels_of(events: Sequence[Event]) -> Levels:
    """The levels at which a document's headings differ most."""
    above_tables: list[list[Title]] = []
    above_lists: list[list[Title]] = []
    stack: list[Title] = []
    for event in events:
        if isinstance(event, Title):
            stack = pushed(stack, event)
        elif isinstance(event, Label):
            stack = [title for title in stack if title.level < event.level]
            above_lists.append(stack)
        elif isinstance(event, Grid | Card):
            (above_tables if event.has_goals else above_lists).append(stack)
    return Levels(_richest(above_tables), _richest(above_lists))


def pushed(stack: Iterable[Title], title: Title) -> list[Title]:
    """The headings that a place below this one stands under."""
    return [above for above in stack if above.level < title.level] + [title]


def _richest(stacks: Iterable[Sequence[Title]]) -> int | None:
    """The level with most different headings, the deepest of equals."""
    texts: dict[int, set[str]] = defaultdict(set)
    for stack in stacks:
        for title in stack:
            texts[title.level].add(title.text)
    return max(texts, key=lambda level: (len(texts[level]), level), default=None)
