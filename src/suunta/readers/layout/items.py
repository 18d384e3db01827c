"""The lines of a cell or list -> its items: typed bullets taken off, broken lines joined."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from suunta.core.strategy import Span
from suunta.readers.blocks import Line
from suunta.readers.table.markup import BULLET
from suunta.readers.table.words import all_languages

SIGN = re.compile(rf"\s*({BULLET.pattern}|[-–—*o](?=\s))\s*(?=\S)")
ENUMERATOR = re.compile(r"\s*\(?(?:\d{1,2}|[a-zåäö])[.)]\s+(?=\S)")
VALUE_LINE = re.compile(r"([^\W\d_]+)\s*(?:\(?\d{4}\)?)?\s*:\s*\D{0,20}\d")
ENDED = (".", "!", "?", ":", ";")


@dataclass(frozen=True)
class Item:
    """An item: depth 0 is the outermost; `listed` when a bullet or the document marks it so."""

    text: str
    depth: int
    listed: bool
    span: Span
    colour: str | None = None
    bold: bool = False


def items_of(lines: Iterable[Line], span: Span | None = None) -> list[Item]:
    """The items of some lines in order; span: where they stand when they do not say so."""
    found: list[Item] = []
    signs: list[str] = []
    for line in _enumerated(list(_apart(lines))):
        sign = SIGN.match(line.text)
        text = line.text[sign.end() :] if sign else line.text
        text = " ".join(text.split())
        if not text:
            continue
        typed = _depth(sign.group(1), line.text, signs) if sign else None
        depth = typed if line.depth is None else max(line.depth, typed or 0)
        place = line.span if line.span != Span() else (span or Span())
        item = Item(text, depth or 0, depth is not None, place, line.colour, line.bold)
        if found and _continues(found[-1], item):
            found[-1] = _joined(found[-1], item)
        else:
            found.append(item)
    return found


def _joined(item: Item, rest: Item) -> Item:
    """Two texts as one item, the first one's."""
    return replace(item, text=f"{item.text} {rest.text}", span=item.span.joined(rest.span))


def _apart(lines: Iterable[Line]) -> Iterable[Line]:
    """The lines, those parted that hold several items after typed bullets."""
    for line in lines:
        for text in line.text.splitlines():
            cuts = [match.start() for match in BULLET.finditer(text)]
            bounds = sorted({0, *cuts, len(text)})
            if len(cuts) < 2:
                bounds = [0, len(text)]
            for start, end in pairwise(bounds):
                yield replace(line, text=text[start:end])


def _enumerated(lines: list[Line]) -> list[Line]:
    """The lines without "1)", "2)" or "a.", "b.", where every one of several has such a mark."""
    marked = [line for line in lines if line.text.strip()]
    if len(marked) < 2 or not all(ENUMERATOR.match(line.text) for line in marked):
        return lines
    return [
        replace(line, text=ENUMERATOR.sub("", line.text, count=1), depth=line.depth or 0)
        for line in marked
    ]


def _depth(sign: str, text: str, signs: list[str]) -> int:
    """How deep a typed bullet is: by its indentation, else by the order of new signs."""
    indent = len(text) - len(text.lstrip())
    if sign not in signs:
        signs.append(sign)
    return max(min(indent // 4, 3), signs.index(sign))


def _continues(last: Item, item: Item) -> bool:
    """Whether a line goes on with the item above it: it begins in lower case, unmarked."""
    begins = item.text[0].islower() and not item.listed
    return begins and not last.text.endswith(ENDED)


def grouped(items: Sequence[Item]) -> list[tuple[Item, list[Item]]]:
    """The outermost items, each with those nested in it.

    A list below a plain line is nested in the line; a list alone is not.
    """
    groups: list[tuple[Item, list[Item]]] = []
    base = min((item.depth for item in items if item.listed), default=0)
    plain = False
    for item in items:
        if not item.listed:
            plain = True
            groups.append((item, []))
        elif (plain or item.depth > base) and groups:
            groups[-1][1].append(item)
        else:
            groups.append((item, []))
    return groups


def measure_texts(items: Sequence[Item]) -> list[tuple[str, Item]]:
    """The measures of a list: levels and figures nested under one belong to its text."""
    texts: list[tuple[str, Item]] = []
    for item, nested in grouped(items):
        if texts and _names_value(item.text):
            texts[-1] = _with_level(*texts[-1], item)
            continue
        if nested and item.text.endswith(":") and not any(_is_level(one) for one in nested):
            texts += [(one.text, one) for one in nested]
            continue
        texts.append((item.text, item))
        for one in filter(_is_level, nested):
            texts[-1] = _with_level(*texts[-1], one)
        texts += [(one.text, one) for one in nested if not _is_level(one)]
    return texts


def _with_level(text: str, item: Item, level: Item) -> tuple[str, Item]:
    """A measure with a line that gives its level or target."""
    return f"{text} {level.text}", replace(item, span=item.span.joined(level.span))


def _is_level(item: Item) -> bool:
    return item.text[0].isdigit() or item.text[0].islower() or _names_value(item.text)


def _names_value(text: str) -> bool:
    """Whether a line gives a level or target of the measure above it: "Tavoite 2026: 4,2"."""
    match = VALUE_LINE.match(text)
    return match is not None and match.group(1).lower() in all_languages("value_openers")


def promises(text: str) -> bool:
    """Whether a text says what somebody will do: "We will ...", "Vi bygger ...", "Avaamme ...".

    Finnish puts it in the verb, first of all: the endings of "we do" and of "is done".
    """
    first = text.split()[0].lower() if text.split() else ""
    return first in ("we", "vi") or first.endswith(("mme", "taan", "tään", "daan", "dään"))
