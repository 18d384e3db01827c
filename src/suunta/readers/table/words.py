"""The vocabulary of a document's language, as the readers use it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Any

from suunta.core.definitions import folder, load_yaml

LANGUAGES = ("fi", "sv", "en")


@cache
def reading() -> dict[str, Any]:
    """definitions/vocabulary/reading.yaml."""
    content: dict[str, Any] = load_yaml(folder("definitions") / "vocabulary" / "reading.yaml")
    return content


@cache
def columns() -> dict[str, dict[str, list[str]]]:
    """definitions/vocabulary/columns.yaml: role -> language -> beginnings of words."""
    content: dict[str, dict[str, list[str]]] = load_yaml(
        folder("definitions") / "vocabulary" / "columns.yaml"
    )
    return content


@cache
def all_languages(topic: str) -> frozenset[str]:
    """The words of a topic in every language."""
    return frozenset(word for words in reading()[topic].values() for word in words)


@dataclass(frozen=True)
class Words:
    """What the readers ask about words of one language."""

    language: str
    unfinished: frozenset[str]
    abbreviations: frozenset[str]
    value_openers: frozenset[str]
    introduces: tuple[str, ...]
    capitalised: frozenset[str]
    parallel_endings: tuple[str, ...]
    parallel_pairs: tuple[tuple[str, str], ...]

    def leaves_open(self, text: str) -> bool:
        """Whether a text breaks off: in a conjunction, a comma, an open parenthesis."""
        text = text.rstrip()
        if not text:
            return False
        if text.endswith((",", ";", "-", "–", "/", "&", "(")) or text.count("(") > text.count(")"):
            return True
        return self.is_unfinished(text.rsplit(None, 1)[-1])

    def is_unfinished(self, word: str) -> bool:
        """Whether no item ends in this word."""
        return word.lower().lstrip("(”\"“'") in self.unfinished

    def announces(self, text: str) -> bool:
        """Whether the text introduces the list after it ("..., mm.", "...:")."""
        return text.rstrip().lower().endswith(self.introduces)

    def opens_value(self, text: str) -> bool:
        """Whether a nested item states a level or target of the measure above it."""
        if not re.search(r"[\d½⅓¼%]", text):
            return False
        first = re.match(r"[\s(]*([\w.]+)", text)
        if first is None:
            return True
        word = first.group(1).lower()
        return word[0].isdigit() or word.rstrip(":") in self.value_openers


@cache
def words_of(language: str) -> Words:
    """The vocabulary of a language ("fi", "sv" or "en")."""
    content = reading()
    parallel = content["parallel"][language]
    return Words(
        language=language,
        unfinished=frozenset(content["unfinished"][language]),
        abbreviations=frozenset(content["abbreviations"][language]),
        value_openers=frozenset(content["value_openers"][language]),
        introduces=tuple(content["introduces"][language]),
        capitalised=frozenset(content["capitalised"][language]),
        parallel_endings=tuple(parallel["endings"]),
        parallel_pairs=tuple((first, ending) for first, ending in parallel["pairs"]),
    )


def detect_language(text: str) -> str:
    """The language whose small words are most frequent in the text; Finnish when none are."""
    found = re.findall(r"[^\W\d_]+", text.lower())
    sample = found[:20_000]
    counts = {
        language: sum(word in words_of(language).unfinished for word in sample)
        + sum(word.startswith(_headings(language)) for word in sample)
        for language in LANGUAGES
    }
    return max(LANGUAGES, key=lambda language: counts[language])


@cache
def _headings(language: str) -> tuple[str, ...]:
    roles = ("goals", "actions", "measures")
    return tuple(word for role in roles for word in columns()[role][language])
