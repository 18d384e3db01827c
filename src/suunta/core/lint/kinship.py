"""Which words belong together across the case endings and compounds of Finnish and Swedish."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from suunta.core.definitions import folder, load_yaml

SHORTEST = 4  # letters of a word that means something
SHARED = 5  # letters that two words of one stem share


@cache
def words() -> dict[str, Any]:
    """definitions/lint/words.yaml."""
    content: dict[str, Any] = load_yaml(folder("definitions") / "lint" / "words.yaml")
    return content


@cache
def _common() -> tuple[str, ...]:
    return tuple(word for listed in words()["common"].values() for word in listed if len(word) > 3)


def content_words(text: str) -> tuple[str, ...]:
    """The words of a text that mean something, in lower case, doubled letters made single: the
    consonants that Finnish doubles and undoubles as it inflects."""
    found = (re.sub(r"(.)\1", r"\1", word) for word in re.findall(r"[^\W\d_]+", text.lower()))
    return tuple(word for word in found if len(word) >= SHORTEST and not is_common(word))


def is_common(word: str) -> bool:
    """Whether a word is in every strategy."""
    return word.startswith(_common_single())


@cache
def _common_single() -> tuple[str, ...]:
    return tuple(re.sub(r"(.)\1", r"\1", word) for word in _common())


def akin(one: str, other: str) -> bool:
    """Whether two content words share a stem: the beginning of one opens the other or a part of
    it ("työttömyys" of "nuorisotyöttömyys")."""
    length = min(SHARED, len(one), len(other))
    return one[:length] in other or other[:length] in one


def shared_words(one: str, other: str) -> int:
    """How many content words of the first text have a kin in the second."""
    theirs = content_words(other)
    return sum(any(akin(word, candidate) for candidate in theirs) for word in content_words(one))
