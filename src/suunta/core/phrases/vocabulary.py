"""The words of measures in Finnish, Swedish and English, read once from `definitions/vocabulary`.

A pattern is a word, `word*` (any ending), `*word` (the first part of a compound may differ) or
`*word*`; several words make an expression. Where two patterns of one category fit a word, the one
that spells out more of it wins.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from typing import Any, Literal

import yaml

from suunta.core.definitions import folder

Language = Literal["fi", "sv", "en"]
LANGUAGES: tuple[Language, ...] = ("fi", "sv", "en")
# Longer words than this exist only in broken texts; looking at their head is enough.
LONGEST_WORD = 80


@dataclass(frozen=True, slots=True)
class Entry:
    """One pattern of the vocabulary: its category, what it stands for, its words in order."""

    category: str
    value: str
    words: tuple[str, ...]

    @property
    def weight(self) -> int:
        """How much of the text the pattern spells out."""
        return sum(len(word.strip("*")) + 2 for word in self.words)


class Lexicon:
    """The vocabulary of one language, indexed by first word."""

    def __init__(self, language: Language, entries: list[Entry]):
        self.language = language
        self.abbreviations = frozenset(
            word for entry in entries for word in entry.words if word.endswith(".")
        )
        self._exact: dict[str, list[Entry]] = defaultdict(list)
        self._ends: dict[str, list[Entry]] = defaultdict(list)
        self._inside: list[tuple[str, Entry]] = []
        self._starts: dict[str, list[Entry]] = defaultdict(list)
        for entry in entries:
            self._index(entry)
        self.starting = lru_cache(maxsize=20_000)(self._starting)

    def _index(self, entry: Entry) -> None:
        first = entry.words[0]
        if "*" not in first:
            self._exact[first].append(entry)
        elif first.startswith("*") and first.endswith("*"):
            self._inside.append((first.strip("*"), entry))
        elif first.startswith("*"):
            self._ends[first[1:]].append(entry)
        else:
            self._starts[first[:-1]].append(entry)

    def _starting(self, word: str) -> tuple[Entry, ...]:
        """All entries whose first word fits `word`."""
        word = word[:LONGEST_WORD]
        found = list(self._exact.get(word, ()))
        for length in range(1, len(word) + 1):
            found += self._starts.get(word[:length], ())
            found += self._ends.get(word[-length:], ())
        found += [entry for stem, entry in self._inside if stem in word]
        return tuple(found)


def fits(pattern: str, word: str) -> bool:
    """Whether a single-word pattern fits a word."""
    stem = pattern.strip("*")
    if pattern.startswith("*") and pattern.endswith("*"):
        return stem in word
    if pattern.startswith("*"):
        return word.endswith(stem)
    return word.startswith(stem) if pattern.endswith("*") else word == pattern


@dataclass(frozen=True)
class Units:
    """Signs that hold other characters than letters ("€/as", "%"), and denominators by word."""

    signs: Mapping[str, str]
    divisors: tuple[Entry, ...]

    @cached_property
    def _exact(self) -> Mapping[str, str]:
        return {one.words[0]: one.value for one in self.divisors}

    def divisor(self, word: str) -> str | None:
        """The code of what a value is divided by: "asukasta", "residents" -> as."""
        if code := self._exact.get(word):
            return code
        stems = (one for one in self.divisors if "*" in one.words[0])
        return next((one.value for one in stems if fits(one.words[0], word)), None)


@cache
def lexicon(language: Language) -> Lexicon:
    """The vocabulary of a language with the units' names in it."""
    data = words_of(language)
    entries = [entry for category, body in data.items() for entry in _entries(category, body)]
    return Lexicon(language, [*entries, *_unit_entries(language)])


@cache
def units() -> Units:
    """The signs and denominators of all languages."""
    data = words_of("units")
    signs = {sign: code for code, spec in data["units"].items() for sign in spec["signs"]}
    divisors = tuple(
        Entry("per", code, (word,))
        for code, spec in data["per"].items()
        for language in LANGUAGES
        for word in spec[language]
    )
    return Units({sign: code for sign, code in signs.items() if not _is_word(sign)}, divisors)


@cache
def words_of(name: str) -> dict[str, Any]:
    """A file of words. Every scalar is text: "on", "no" and "10" are words, never true or 10."""
    loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
    path = folder("definitions") / "vocabulary" / f"{name}.yaml"
    data: dict[str, Any] = yaml.load(path.read_text(encoding="utf-8"), Loader=loader)  # noqa: S506
    return data


def _unit_entries(language: Language) -> Iterator[Entry]:
    for code, spec in words_of("units")["units"].items():
        names = [*spec[language], *(sign for sign in spec["signs"] if _is_word(sign))]
        yield from (Entry("unit", code, tuple(name.split())) for name in names)


def _entries(category: str, body: Any) -> Iterator[Entry]:
    lists = body if isinstance(body, dict) else {"": body}
    for value, patterns in lists.items():
        yield from (Entry(category, value, tuple(pattern.split())) for pattern in patterns)


def _is_word(sign: str) -> bool:
    return sign.rstrip(".").isalpha()
