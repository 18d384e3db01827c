"""The recognised parts of a measure's words, as pieces to mark."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from django.utils.translation import gettext as _

from suunta.core.strategy import Part, SubMeasure

YEAR = re.compile(r"\d{4}")
# The field of a part -> how it is marked: target, baseline, source, deadline.
MARKS = {
    "target_value": "t",
    "target_value_max": "t",
    "target_fraction": "t",
    "comparator": "t",
    "change_bound": "t",
    "benchmark": "t",
    "baseline": "b",
    "source": "q",
    "target_period": "d",
}


class Piece(NamedTuple):
    """A stretch of text; mark: "" for plain words; word: what it was recognised as."""

    text: str
    mark: str = ""
    word: str = ""


class Stretch(NamedTuple):
    """A marked stretch of a measure's words; end exclusive."""

    start: int
    end: int
    mark: str


def mark_words(mark: str) -> str:
    """What a mark means."""
    return {
        "t": _("target"),
        "b": _("baseline"),
        "q": _("source"),
        "d": _("deadline"),
        "x": _("missing"),
    }[mark]


def field_of(part: Part, sub: SubMeasure) -> str:
    """The field that a part gave. A year that is a baseline's own is no deadline."""
    years = YEAR.findall(part.text)
    if part.field != "target_period" or not years:
        return part.field
    due = sub.target_period or ""
    based = any(year in (one.period or "") for one in sub.baseline for year in years)
    return "baseline" if based and not any(year in due for year in years) else part.field


def stretches(text: str, subs: Iterable[SubMeasure]) -> list[Stretch]:
    """The marked stretches of a text in order, none over another, neighbours made one."""
    found = sorted(
        Stretch(part.start, part.end, "x" if sub.placeholder and mark == "t" else mark)
        for sub in subs
        for part in sub.parts
        if (mark := MARKS.get(field_of(part, sub))) and 0 <= part.start < part.end <= len(text)
    )
    merged: list[Stretch] = []
    for one in found:
        last = merged[-1] if merged else None
        if last and one.mark == last.mark and not text[last.end : one.start].strip(" :"):
            merged[-1] = last._replace(end=max(last.end, one.end))
        elif last is None or one.start >= last.end:
            merged.append(one)
    return merged


def pieces(text: str, marked: Iterable[Stretch]) -> list[Piece]:
    """A text cut at its marks."""
    cut, at = [], 0
    for start, end, mark in marked:
        cut.append(Piece(text[at:start]))
        cut.append(Piece(text[start:end], mark, mark_words(mark)))
        at = end
    cut.append(Piece(text[at:]))
    return [piece for piece in cut if piece.text]


def around(line: str, text: str) -> tuple[str, str, str]:
    """A line of the document as what stands before, in and after a text that was read from it;
    all of it is the text where its words cannot be told apart."""
    at = line.find(text) if text else -1
    if at < 0:
        return "", line, ""
    return line[:at], text, line[at + len(text) :]


def pieces_in(line: str, text: str, marked: Iterable[Stretch]) -> list[Piece]:
    """A line that holds all or a part of a measure's words, with their marks."""
    part = text.find(line.strip()) if line.strip() else -1
    if part < 0:
        return [Piece(line)]
    begin = part - (len(line) - len(line.lstrip()))
    moved = [one._replace(start=one.start - begin, end=one.end - begin) for one in marked]
    return pieces(line, [one for one in moved if one.start >= 0 and one.end <= len(line)])
