"""The numbers of focus areas and goals, in the styles that documents use."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from suunta.readers.table.words import all_languages

AFTER = r"\s*[.):–—-]*(?:\s+|(?=[^\W\d_]))(.*)"


@dataclass(frozen=True)
class Numbered:
    """A heading taken apart: its number ("1", "1.1", "A1") and the text after it."""

    number: str
    text: str


def _alternatives(topic: str) -> str:
    words = sorted(all_languages(topic), key=len, reverse=True)
    return "|".join(re.escape(word) for word in words)


@cache
def _area_styles() -> tuple[re.Pattern[str], ...]:
    words = _alternatives("area_words")
    number = r"(\d{1,2}|[IVX]{1,4}|[A-H])(?![\w.]*\w)"
    return (
        re.compile(rf"(?i:{words})\s*{number}\s*[.):–—-]*\s*(.*)", re.S),
        re.compile(r"(\d{1,2}|[IVX]{1,4}|[A-H])\s*[.):]\s+(.*)", re.S),
        re.compile(r"(\d{1,2})[.):]\s*(?=[^\W\d_])(.*)", re.S),
        re.compile(r"(\d{1,2})(?:\s+[–—-])?\s+(?=[^\W\d_])(.*)", re.S),
    )


@cache
def _goal_styles() -> dict[str, re.Pattern[str]]:
    words = rf"(?:(?i:{_alternatives('goal_words')})\s*)?"
    named = rf"(?i:{_alternatives('goal_words')})\s*(\d{{1,2}})\s*[.):–—-]*\s+(.*)"
    return {
        "dotted": re.compile(rf"{words}(\d{{1,2}}(?:\.\d{{1,2}}){{1,2}}){AFTER}", re.S),
        "letter": re.compile(rf"{words}([A-Z]{{1,2}}\.?\d{{1,2}}(?:\.\d{{1,2}})?){AFTER}", re.S),
        "roman": re.compile(rf"{words}([IVX]{{1,4}}\.\d{{1,2}}){AFTER}", re.S),
        "lettered": re.compile(rf"{words}(\d{{1,2}}\s?[a-z])(?:[.):]+\s*|\s+)(.*)", re.S),
        "named": re.compile(named, re.S),
        "plain": re.compile(r"(\d{1,2})[.):]\s*(?=[^\W\d_])(.*)", re.S),
    }


def area_number(text: str) -> Numbered | None:
    """The number of a focus area, where the text begins with one."""
    for pattern in _area_styles():
        found = _match(pattern, text)
        if found:
            return found
    return None


def goal_style(titles: Iterable[str]) -> str:
    """The style by which most of these texts are numbered; "" when they are not."""
    counts: Counter[str] = Counter()
    for title in titles:
        counts.update(style for style, pattern in _goal_styles().items() if _match(pattern, title))
    best = max(_goal_styles(), key=lambda style: counts[style])
    return best if counts[best] else ""


def goal_number(text: str, style: str) -> Numbered | None:
    """The number of a goal in a style, where the text begins with one."""
    return _match(_goal_styles()[style], text) if style else None


def _match(pattern: re.Pattern[str], text: str) -> Numbered | None:
    match = pattern.fullmatch(text.strip())
    if match is None or not match.group(2).strip():
        return None
    return Numbered(match.group(1), match.group(2).strip())
