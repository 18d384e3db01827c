"""A cell of the table -> the items of its list, with their level and the lines they stand on."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal

from suunta.readers.table.figures import Figure
from suunta.readers.table.markup import Marker, Segment
from suunta.readers.table.split import NO_NAMES, Names, capitals, cut, glued, parallels
from suunta.readers.table.words import Words

TAIL = 400  # characters of a text's end that say how it ends
Role = Literal["goals", "actions", "measures"]


@dataclass(frozen=True)
class Context:
    """What the splitting of a cell leans on: the language, names, and how the row is written."""

    words: Words
    names: Names = NO_NAMES
    glued: bool = False  # the row's items touch without a space
    sentences: bool = False  # each sentence is an item
    role: Role = "actions"


@dataclass
class Item:
    """One item of a cell. `nested` under the item before it; `bare` when it stands outside any
    list; `marker` and `bullet` say what opens it; `parts` are joined by spaces; `beside` holds what
    the row's other columns say of the item, by their role."""

    parts: list[str]
    nested: bool = False
    bare: bool = False
    marker: Marker = ""
    bullet: str = ""
    lines: list[int] = field(default_factory=list)
    beside: dict[str, list[Figure]] = field(default_factory=dict)

    @property
    def text(self) -> str:
        return " ".join(self.parts)

    @property
    def marked(self) -> bool:
        """Whether a sign or tag of its own opens the item."""
        return self.marker in ("bullet", "li")


def is_glued(cells: Iterable[Sequence[Segment]]) -> bool:
    """Whether the row's unmarked lists are written without a space between their items."""
    loose = [part for cell in cells for part in _unmarked(cell)]
    return any(glued(part.text) for part in loose) or any(part.tight for part in loose)


def _unmarked(found: Sequence[Segment]) -> list[Segment]:
    return [part for part in found if part.marker == "" and part.depth > 0]


def items_of(found: Sequence[Segment], context: Context) -> list[Item]:
    """The items of a cell, from its stretches of text."""
    if not found:
        return []
    base = min((part.depth for part in found if part.depth), default=1)
    items: list[Item] = []
    escaped = False  # an unclosed nested list that turned out to have ended
    announced = False  # the last bare paragraph announces the list after it
    for part in found:
        below = part.depth > base or (announced and part.depth == base)
        escaped = escaped and part.depth > base and part.marker == ""
        items += _leveled(_pieces(part, below, context), part, below and not escaped, context)
        escaped = part.depth > base and bool(items) and not items[-1].nested
        if part.depth == 0:
            announced = context.words.announces(part.text[-TAIL:])
    return items


def _pieces(part: Segment, nested: bool, context: Context) -> list[str]:
    """The items of one segment."""
    text = part.text
    if part.marker:
        return [text]
    places = glued(text)
    if part.depth == 0:
        return _without_ends(cut(text, places or _semicolons(text, context.role)))
    if not places and not part.tight and (nested or not context.glued):
        sure, sentences = capitals(text, context.words, context.names)
        places = sure + (sentences if context.sentences else [])
        if nested:
            places += parallels(text, context.words)
    if not places:
        places = _semicolons(text, context.role)
    return _without_ends(cut(text, sorted(set(places))))


def _without_ends(pieces: list[str]) -> list[str]:
    """Pieces without the semicolon that parted them."""
    return [piece.rstrip("; ") or piece for piece in pieces]


def _semicolons(text: str, role: Role) -> list[int]:
    """Capitalised items parted by semicolons, at least three of them; never in a goal's title."""
    if role == "goals":
        return []
    places = [match.end() for match in re.finditer(r";\s+(?=[A-ZÅÄÖ])", text)]
    return places if len(places) > 1 and len(places) == text.count("; ") else []


def _leveled(new: list[str], part: Segment, nested: bool, context: Context) -> list[Item]:
    marked = part.marker != ""
    items = [Item([text], nested, part.depth == 0, part.marker, part.bullet) for text in new]
    if not nested or context.role == "goals":
        return [replace(item, nested=False) for item in items]
    if context.role == "measures":
        return _values_nested(items, explicit=marked or part.closed, words=context.words)
    return items if marked or part.closed else _until_capital(items)


def _until_capital(items: list[Item]) -> list[Item]:
    """A nested list in lower case has ended, unclosed, where a capitalised item comes."""
    if not items or not items[0].text[0].islower():
        return items
    end = next((i for i, item in enumerate(items) if item.text[0].isupper()), len(items))
    return [replace(item, nested=index < end) for index, item in enumerate(items)]


def _values_nested(items: list[Item], explicit: bool, words: Words) -> list[Item]:
    """Under a measure, levels and targets belong to it; anything else is a measure of its own."""
    if explicit:
        return [
            replace(item, nested=bool(re.search(r"\d", item.text)) or item.text[0].islower())
            for item in items
        ]
    end = next((i for i, item in enumerate(items) if not words.opens_value(item.text)), len(items))
    return [replace(item, nested=index < end) for index, item in enumerate(items)]
