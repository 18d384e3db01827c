"""Lists right below headings, in documents that label none: items told by how they are written."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from suunta.readers.blocks import Line
from suunta.readers.layout.events import LABEL_LINE, Event, Label, Title
from suunta.readers.layout.guessing import has_figure
from suunta.readers.layout.items import promises


def with_guessed_lists(events: Sequence[Event]) -> list[Event]:
    """The flow with labels before the items of lists that stand right below headings."""
    found: list[Event] = []
    under_title = False
    for is_list, group in groupby(events, key=_is_item):
        run = list(group)
        if is_list and under_title:
            found += _labelled([event for event in run if isinstance(event, Line)])
        else:
            found += run
            under_title = isinstance(run[-1], Title) or (under_title and isinstance(run[-1], Line))
    return found


def _is_item(event: Event) -> bool:
    return isinstance(event, Line) and event.depth is not None


def _labelled(items: Sequence[Line]) -> Iterator[Event]:
    for role, group in groupby(items, key=lambda item: _role(item.text)):
        yield Label(role, "", LABEL_LINE, inferred=True)
        yield from group


def _role(text: str) -> str:
    if promises(text):
        return "actions"
    return "measures" if has_figure(text) else "points"
