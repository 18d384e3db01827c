"""Who is responsible: the codes in an action's last parenthesis, and the sectors they mean."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache

from suunta.core.strategy import SectorMark
from suunta.readers.table.words import all_languages

GROUP = re.compile(r"\(([^()]*)\)")
SEPARATORS = re.compile(r"\s*[,;/+]\s*")
CONJUNCTION = re.compile(r"(?<!-)\s+(?:ja|sekä|och|samt|and)\s+", re.I)
PARTS = re.compile(rf"\s*[,;/+&]\s*|{CONJUNCTION.pattern}", re.I)
YEARS = re.compile(r"\s*[,;/]\s*(?:19|20)\d\d(?:\s*[-–]\s*(?:(?:19|20)?\d\d)?)?\s*$")
LONGEST_CODE = 40
SHORT = 5  # letters of an abbreviation that needs no other evidence


@dataclass(frozen=True)
class Codes:
    """What counts as a code in one document.

    legend: its sectors; repeated: what stands in the last parenthesis of several of its items.
    """

    legend: tuple[SectorMark, ...] = ()
    repeated: frozenset[str] = field(default_factory=frozenset)


def codes_of(legend: tuple[SectorMark, ...], texts: Iterable[str]) -> Codes:
    """The codes of a document from its legend and the texts of its actions."""
    counts = Counter(
        part.lower()
        for text in texts
        for group in _candidates(text)
        for part in PARTS.split(group)
        if part and len(part) <= LONGEST_CODE
    )
    return Codes(legend, frozenset(part for part, count in counts.items() if count > 1))


def responsible_in(text: str, codes: Codes) -> tuple[str, ...]:
    """The codes that a text names, verbatim and in its order."""
    labelled = _label().search(text)
    if labelled:
        return parts_of(labelled.group(1).rstrip(". )"))
    for group in reversed(_candidates(text)):
        parts = parts_of(YEARS.sub("", group))
        if len(parts) == 1 and YEARS.search(group) and parts[0][0].isupper():
            return parts  # "(Traffic Planning, 2029)": who and when
        if parts and all(_is_code(part, codes) for part in parts) and not _spells(text, group):
            return parts
    return ()


def sectors_of(responsible: Iterable[str], legend: tuple[SectorMark, ...]) -> tuple[str, ...]:
    """The legend's sectors that the codes mean ("sote-siv" is two)."""
    found = (_sector(piece, legend) for code in responsible for piece in (code, *code.split("-")))
    return tuple(dict.fromkeys(code for code in found if code))


def bodies_of(cell: str) -> tuple[str, ...]:
    """Those whom a cell of a responsible column names. "And" parts them only after somebody:
    "Sivistystoimi ja tekninen toimi" are two, "Hälsa och välfärd" is one."""
    found: list[str] = []
    for piece in SEPARATORS.split(cell):
        start = 0
        for joint in CONJUNCTION.finditer(piece):
            before = piece[start : joint.start()].strip().lower()
            if before and _is_role(before):
                found.append(piece[start : joint.start()])
                start = joint.end()
        found.append(piece[start:])
    return tuple(name.strip() for name in found if name.strip())


def names_body(text: str) -> bool:
    """Whether a text names a body or an officer: "Tekninen johtaja", "Sivistystoimi"."""
    pieces = [piece for piece in PARTS.split(text.strip().lower()) if piece]
    return bool(pieces) and all(_is_role(piece) for piece in pieces)


def _candidates(text: str) -> list[str]:
    """The parentheses that may name somebody: those at the end, and one before a colon."""
    groups = list(GROUP.finditer(text))
    found = []
    end = len(text.rstrip(" .:"))
    for group in reversed(groups):
        if text[group.end() : end].strip():
            break
        found.append(group.group(1).strip())
        end = group.start()
    before_colon = [g.group(1).strip() for g in groups if text[g.end() :].lstrip()[:1] == ":"]
    return before_colon + found[::-1] if not found else found[::-1]


def parts_of(group: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in PARTS.split(group) if part.strip())


def _is_code(part: str, codes: Codes) -> bool:
    lower = part.lower()
    if len(part) > LONGEST_CODE or any(sign.isdigit() for sign in part):
        return False
    if lower in all_languages("not_roles"):
        return False
    pieces = lower.split("-")
    if all(_sector(piece, codes.legend) for piece in pieces):
        return True
    if _is_role(lower):
        return True
    if " " in part:
        return False
    return len(re.sub(r"\W", "", part)) <= SHORT or (lower in codes.repeated and len(part) <= 12)


def _is_role(text: str) -> bool:
    """Whether the words name a body or an officer; up to four words."""
    if len(text.split()) > 4:
        return False
    words = text.split()
    beginnings, endings = (
        tuple(all_languages("role_beginnings")),
        tuple(all_languages("role_endings")),
    )
    return (
        text.startswith(beginnings)
        or words[-1].endswith(endings)
        or words[-1].startswith(beginnings)
    )


def _sector(code: str, legend: tuple[SectorMark, ...]) -> str | None:
    """The legend's code that this is or abbreviates by at least three letters."""
    lower = code.lower().strip(". ")
    for mark in legend:
        if lower in (mark.code, mark.name.lower()):
            return mark.code
    if len(lower) < 3:
        return None
    names = ((mark, mark.name.lower()) for mark in legend)
    return next(
        (m.code for m, name in names if name.startswith(lower) or _inflects(lower, name)), None
    )


def _inflects(word: str, name: str) -> bool:
    """Whether a word is the sector's name with an ending ("sivistystoimi" of "sivistys")."""
    return len(name) > 3 and word.isalpha() and word.startswith(name) and len(word) - len(name) <= 6


def _spells(text: str, group: str) -> bool:
    """Whether the group is the abbreviation of the words before it ("maankäyttö, asuminen,
    liikenne (MAL)")."""
    letters = re.sub(r"\W", "", group)
    if not letters.isupper() or len(letters) < 2:
        return False
    before = re.findall(r"\w+", text[: text.rfind("(" + group)])[-len(letters) :]
    return "".join(word[0].upper() for word in before) == letters


@cache
def _label() -> re.Pattern[str]:
    words = sorted(all_languages("role_labels"), key=len, reverse=True)
    alternatives = "|".join(re.escape(word) for word in words)
    return re.compile(rf"(?<!\w)(?:{alternatives})\s*:\s*([^.:()]{{2,120}})[.)]?\s*$", re.I)
