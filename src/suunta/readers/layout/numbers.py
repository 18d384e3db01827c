"""Numbers before the titles of goals and focus areas, and the slogans after them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from suunta.readers.layout.labels import inline_label, own_number
from suunta.readers.table.numbering import Numbered, area_number, goal_number, goal_style
from suunta.readers.table.outline import heading_of
from suunta.readers.table.words import all_languages


@dataclass(frozen=True)
class Style:
    """How the goals of a document are numbered: a style of `numbering`, "spaced" ("1 Title"),
    or "" for not at all."""

    name: str

    def number(self, text: str) -> Numbered | None:
        """The goal's number where the text begins with one."""
        if self.name == "spaced":
            return area_number(text)
        found = goal_number(text, self.name)
        return found and Numbered(found.number.rstrip("."), found.text)


def style_of(titles: Sequence[str]) -> Style:
    """The style of these goals' titles."""
    name = goal_style(titles)
    if name and 2 * sum(goal_number(title, name) is not None for title in titles) >= len(titles):
        return Style(name)
    if len(titles) > 1 and all(area_number(title) for title in titles):
        return Style("spaced")
    return Style("")


def area_parts(text: str) -> tuple[str, str, str | None]:
    """The number ("" when none), name and slogan of a focus area's heading."""
    heading = heading_of(text, ())
    words = sorted(all_languages("area_words"), key=len, reverse=True)
    label = re.compile(rf"^(?:{'|'.join(map(re.escape, words))})\s*:\s*(?=\S)", re.I)
    return heading.number, label.sub("", heading.name).strip(" :–—-"), heading.slogan


def without_goal_word(text: str) -> str:
    """The title after a "Tavoite:" that stands before it without a number."""
    label = inline_label(text)
    if label and label[0] == "goals" and not own_number(text.removesuffix(label[1])):
        return label[1]  # "Nämndmål: ..."
    return _goal_word().sub("", text) or text


@cache
def _goal_word() -> re.Pattern[str]:
    words = sorted(all_languages("goal_words"), key=len, reverse=True)
    return re.compile(rf"^\s*(?:{'|'.join(map(re.escape, words))})\s*:\s*", re.I)


def without_continued(text: str) -> str:
    """The text without a "continued" that a page break adds."""
    return _continued().sub("", text)


@cache
def _continued() -> re.Pattern[str]:
    words = "|".join(re.escape(word) for word in all_languages("continued"))
    short = "|".join(re.escape(word) for word in all_languages("continued") if word[-1] == ".")
    # A word in full is set apart: "Väestönkasvu jatkuu" is a goal.
    return re.compile(
        rf"(?:\s*[([]\s*(?:{words})\s*[)\]]|\s*[,–—]\s*(?:{words})|\s+(?:{short}))\s*$", re.I
    )


def same(one: str, other: str) -> bool:
    """Whether two texts are the same words, whatever their case and signs."""
    return key_of(one) == key_of(other)


@lru_cache(maxsize=16384)
def key_of(text: str) -> str:
    """The letters and digits of a text: what two writings of the same have in common."""
    return re.sub(r"[\W_]+", "", without_continued(text).lower())
