"""Automatic numbers and bullets of a Word document: numbering.xml, counted as Word counts."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from suunta.readers.docx.markup import Element, number, value, w

DEEPEST = 8
ROMAN = ((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))


@dataclass(frozen=True)
class Mark:
    """The list place of a paragraph.

    depth: 0 is outermost; label: its number as printed ("1.1"), "" for a bullet; compound: the
    label has several numbers or a word, as the numbers of chapters and goals do.
    """

    depth: int
    label: str = ""
    compound: bool = False


@dataclass
class _List:
    """An abstract list: its levels, and the counters that all lists made of it share."""

    levels: dict[int, Element] = field(default_factory=dict)
    counts: dict[int, int] = field(default_factory=dict)
    restarted: set[str] = field(default_factory=set)


class Numbering:
    """The lists of a document. `mark` is asked once for each paragraph, in reading order."""

    def __init__(self, root: Element | None) -> None:
        self._lists: dict[str, _List] = {}
        self._of_number: dict[str, tuple[str, Element]] = {}
        if root is None:
            return
        for abstract in root.findall(w("abstractNum")):
            self._lists[abstract.get(w("abstractNumId"), "")] = _List(_levels(abstract))
        for one in root.findall(w("num")):
            self._of_number[one.get(w("numId"), "")] = (value(one, "abstractNumId") or "", one)
        self._follow_links(root)

    def _follow_links(self, root: Element) -> None:
        """Give lists that only name a style the levels of the list that defines the style."""
        defining = {
            value(abstract, "styleLink"): abstract.get(w("abstractNumId"), "")
            for abstract in root.findall(w("abstractNum"))
            if value(abstract, "styleLink")
        }
        for abstract in root.findall(w("abstractNum")):
            source = defining.get(value(abstract, "numStyleLink"))
            if source is not None:
                self._lists[abstract.get(w("abstractNumId"), "")].levels = self._lists[
                    source
                ].levels

    def mark(self, number_id: str | None, level: str | None) -> Mark | None:
        """The mark of the next paragraph of a list; None when it is in none."""
        if number_id in (None, "0") or number_id not in self._of_number:
            return None
        abstract_id, element = self._of_number[number_id]
        listed = self._lists.get(abstract_id)
        depth = number(level, 0, DEEPEST) or 0
        if listed is None:
            return Mark(depth)
        definition = listed.levels.get(depth)
        if _format(definition) in ("bullet", "none"):
            return Mark(depth)
        self._count(listed, number_id, element, depth)
        text = value(definition, "lvlText") or ""
        return Mark(depth, _label(text, listed), _is_compound(text))

    def level_of(self, number_id: str | None, style_id: str | None) -> str | None:
        """The level of a list that is linked to a style; None where none is."""
        abstract_id, _ = self._of_number.get(number_id or "", ("", None))
        listed = self._lists.get(abstract_id)
        if listed is None or style_id is None:
            return None
        linked = (one for one, level in listed.levels.items() if value(level, "pStyle") == style_id)
        return next((str(one) for one in linked), None)

    def _count(self, listed: _List, number_id: str, element: Element, depth: int) -> None:
        starts = _overrides(element)
        if number_id not in listed.restarted:
            listed.restarted.add(number_id)
            for level, start in starts.items():
                listed.counts[level] = start - 1
        for level in range(depth):
            if level not in listed.counts:
                listed.counts[level] = starts.get(level, _start(listed, level))
        current = listed.counts.get(depth, starts.get(depth, _start(listed, depth)) - 1)
        listed.counts[depth] = current + 1
        for level in [level for level in listed.counts if level > depth]:
            if value(listed.levels.get(level), "lvlRestart") != "0":
                del listed.counts[level]


def _levels(abstract: Element) -> dict[int, Element]:
    found = {}
    for level in abstract.findall(w("lvl")):
        place = number(level.get(w("ilvl")), 0, DEEPEST)
        if place is not None:
            found[place] = level
    return found


def _overrides(element: Element) -> dict[int, int]:
    """Where a list starts its levels anew."""
    found = {}
    for override in element.findall(w("lvlOverride")):
        level = number(override.get(w("ilvl")), 0, DEEPEST)
        start = number(value(override, "startOverride"), 0, 10_000)
        if level is not None and start is not None:
            found[level] = start
    return found


def _start(listed: _List, level: int) -> int:
    start = number(value(listed.levels.get(level), "start"), 0, 10_000)
    return 1 if start is None else start


def _format(level: Element | None) -> str:
    return value(level, "numFmt") or "decimal"


def _is_compound(text: str) -> bool:
    return len(re.findall(r"%\d", text)) > 1 or any(sign.isalpha() for sign in text)


def _label(text: str, listed: _List) -> str:
    def count(match: re.Match[str]) -> str:
        level = int(match.group(1)) - 1
        counted = listed.counts.get(level, _start(listed, level))
        return _written(counted, _format(listed.levels.get(level)))

    return " ".join(re.sub(r"%([1-9])", count, text).split())


def _written(count: int, how: str) -> str:
    if how in ("lowerLetter", "upperLetter") and count:
        letter = chr(ord("a") + (count - 1) % 26) * ((count - 1) // 26 + 1)
        return letter.upper() if how == "upperLetter" else letter
    if how in ("lowerRoman", "upperRoman") and 0 < count < 40:
        roman, left = "", count
        for worth, signs in ROMAN:
            roman += signs * (left // worth)
            left %= worth
        return roman.upper() if how == "upperRoman" else roman
    return f"{count:02d}" if how == "decimalZero" else str(count)
