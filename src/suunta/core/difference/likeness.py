"""How alike two items are in what they speak of, their figures aside.

The words of an item are weighed by how telling they are in the two documents; words of one stem
count as one (`core.lint.kinship`), and a part of a compound counts for the compound:
"lapsiperheiden köyhyys" and "lapsiperheköyhyysaste" speak of the same thing.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from math import log
from typing import Any

import numpy as np
from numpy.typing import NDArray

from suunta.core.definitions import folder, load_yaml
from suunta.core.difference.items import Item
from suunta.core.lint.kinship import is_common

Matrix = NDArray[np.float64]
SHORTEST, STEM = 3, 5
COMMON, OF_FIGURES, NUMBER = 0.3, 0.3, 0.8
OTHER_UNIT, OTHER_PEOPLE, CONTRAST = 0.8, 0.8, 0.55
# Units that a document may use one for the other.
FAMILIES = (
    frozenset({"%", "%-yks"}),
    frozenset({"kpl", "hlö", "krt"}),
    frozenset({"€", "t€", "M€", "mnkr"}),
    frozenset({"pv", "vrk", "vko", "kk", "v", "h"}),
    frozenset({"tCO2e", "ktCO2e"}),
)


@cache
def _definition() -> Mapping[str, Any]:
    content: Mapping[str, Any] = load_yaml(folder("definitions") / "difference" / "words.yaml")
    return content


@cache
def _beginnings(name: str) -> tuple[str, ...]:
    return tuple(_single(stem) for stems in _definition()[name].values() for stem in stems)


def _single(word: str) -> str:
    """Doubled letters made single, as Finnish doubles and undoubles consonants in its cases."""
    return re.sub(r"(.)\1", r"\1", word.lower())


def telling_words(text: str) -> list[str]:
    """The words of a text that say what it is about, in the spelling in which they are compared."""
    found = (_single(word) for word in re.findall(r"[^\W\d_]+", text))
    return [w for w in found if len(w) >= SHORTEST and not w.startswith(_beginnings("of_targets"))]


@lru_cache(maxsize=65536)
def kin(one: str, other: str) -> float:
    """How surely two words are of one stem, 0 to 1: the whole word, another ending, a compound
    with the same beginning, a part of a compound."""
    if one == other:
        return 1.0
    short, long = sorted((one, other), key=len)
    if len(short) < STEM:
        return 0.85 if long.startswith(short) and len(short) > SHORTEST else 0.0
    shared = _shared(one, other)
    if shared >= STEM:
        tail = len(short) - shared
        return 0.95 if len(long) - shared <= 4 else 0.8 if tail <= 3 else 0.5
    if shared == STEM - 1 and len(long) <= STEM + 2:
        return 0.8
    return 0.8 if short[: STEM + 1] in long[1:] or long[:STEM] in short else 0.0


def _shared(one: str, other: str) -> int:
    """How many first letters are the same."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((at for at, (a, b) in pairs if a != b), min(len(one), len(other)))


@dataclass(frozen=True)
class Likeness:
    """Old items by row, new ones by column: `score` is how alike they are; `old_told` how much of
    the old item the new one says, `new_told` the other way about; all 0 to 1."""

    score: Matrix
    old_told: Matrix
    new_told: Matrix


def likeness(before: Sequence[Item], after: Sequence[Item], *, content: bool = False) -> Likeness:
    """How alike all items of one kind are in two documents; content: by what stands below them."""
    old = [_tokens(item, content) for item in before]
    new = [_tokens(item, content) for item in after]
    weights = _weights(old, new)
    kinship = _kinship(_words(old), _words(new))
    new_told = _told(new, old, weights, kinship)
    old_told = _told(old, new, weights, _turned(kinship)).T
    score = np.sqrt(new_told * old_told)
    if not content:
        score *= _agreement(before, after)
    return Likeness(score, old_told, new_told)


def _tokens(item: Item, content: bool) -> list[str]:
    if content:
        return telling_words(item.about.content)
    return telling_words(item.text) + [f"#{number}" for number in sorted(item.about.numbers)]


def _words(texts: Iterable[Sequence[str]]) -> list[str]:
    return sorted({word for text in texts for word in text})


def _weights(old: Sequence[Sequence[str]], new: Sequence[Sequence[str]]) -> dict[str, float]:
    """How much each word tells: less where many items have its stem."""
    often: Counter[str] = Counter()
    for texts in (old, new):
        counted = Counter(stem for text in texts for stem in {word[:STEM] for word in text})
        for stem, count in counted.items():
            often[stem] = max(often[stem], count)
    every = {word for texts in (old, new) for text in texts for word in text}
    return {word: _base(word) / (1 + log(often[word[:STEM]])) for word in every}


def _base(word: str) -> float:
    if word.startswith("#"):
        return NUMBER
    if word.startswith(_beginnings("of_figures")):
        return OF_FIGURES
    return COMMON if is_common(word) else 1.0


def _kinship(old: Sequence[str], new: Sequence[str]) -> dict[str, dict[str, float]]:
    """New word -> the old words of its stem, found through an index of beginnings and insides."""
    inside: dict[str, set[str]] = defaultdict(set)
    for word in old:
        for piece in _pieces(word):
            inside[piece].add(word)
    found: dict[str, dict[str, float]] = {}
    for word in new:
        near = {other for piece in _pieces(word) for other in inside[piece]}
        found[word] = {other: how for other in near if (how := kin(word, other)) > 0}
    return found


def _pieces(word: str) -> Iterator[str]:
    """Every four letters in a row, by which words that may be kin are found; short words whole."""
    yield from {word[at : at + STEM - 1] for at in range(max(1, len(word) - STEM + 2))}


def _turned(kinship: Mapping[str, Mapping[str, float]]) -> dict[str, dict[str, float]]:
    turned: dict[str, dict[str, float]] = defaultdict(dict)
    for word, others in kinship.items():
        for other, how in others.items():
            turned[other][word] = how
    return turned


def _told(
    items: Sequence[Sequence[str]],
    others: Sequence[Sequence[str]],
    weights: Mapping[str, float],
    kinship: Mapping[str, Mapping[str, float]],
) -> Matrix:
    """Row: one of `others`, column: one of `items`; how much of the item the other says."""
    holders: dict[str, set[int]] = defaultdict(set)
    for row, text in enumerate(others):
        for word in text:
            holders[word].add(row)
    told = np.zeros((len(others), len(items)))
    for column, text in enumerate(items):
        whole = sum(weights[word] for word in set(text))
        for word in set(text):
            best = np.zeros(len(others))
            for other, how in kinship.get(word, {}).items():
                rows = list(holders[other])
                best[rows] = np.maximum(best[rows], how)
            told[:, column] += weights[word] / whole * best
    return told


def _agreement(before: Sequence[Item], after: Sequence[Item]) -> Matrix:
    """What is left of likeness where the unit, the people or what is contrasted differ."""
    contrasts = [[_contrast(item) for item in items] for items in (before, after)]
    people = [[telling_words(item.about.population) for item in both] for both in (before, after)]
    found = np.ones((len(before), len(after)))
    for row, old in enumerate(before):
        for column, new in enumerate(after):
            factor = _agree(old, new)
            if _strangers(people[0][row], people[1][column]):
                factor *= OTHER_PEOPLE
            if _opposed(contrasts[0][row], contrasts[1][column]):
                factor *= CONTRAST
            found[row, column] = factor
    return found


def _agree(old: Item, new: Item) -> float:
    units, others = old.about.units, new.about.units
    factor = 1.0
    if units and others and not units & others and not _one_family(units | others):
        factor *= OTHER_UNIT
    if old.about.numbers and new.about.numbers and not old.about.numbers & new.about.numbers:
        factor *= OTHER_PEOPLE
    return factor


def _strangers(people: Sequence[str], their: Sequence[str]) -> bool:
    """Whether two items are about different people."""
    return bool(people and their and not any(kin(a, b) for a in people for b in their))


def _one_family(units: frozenset[str]) -> bool:
    return any(units <= family for family in FAMILIES)


@cache
def _contrasts() -> tuple[tuple[tuple[str, ...], ...], ...]:
    """The lines of contrasts, each a row of sides, each side the beginnings of its words."""
    return tuple(
        tuple(tuple(_single(stem) for stem in stems) for stems in sides)
        for sides in _definition()["contrasts"]
    )


def _contrast(item: Item) -> tuple[frozenset[int], ...]:
    """For each line of contrasts, which of its sides the item names."""
    words = [_single(word) for word in re.findall(r"[^\W\d_]+", item.text)]
    return tuple(
        frozenset(
            side
            for side, stems in enumerate(sides)
            if any(word.startswith(stems) for word in words)
        )
        for sides in _contrasts()
    )


def _opposed(old: Sequence[frozenset[int]], new: Sequence[frozenset[int]]) -> bool:
    pairs = zip(old, new, strict=True)
    return any(mine and theirs and not mine & theirs for mine, theirs in pairs)
