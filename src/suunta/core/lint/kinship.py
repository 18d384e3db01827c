"""Which words belong together across the case endings and compounds of Finnish and Swedish."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import Any

from suunta.core.definitions import folder, load_yaml

SHORTEST = 4  # letters of a word that means something
LONGEST_ENDING = 9  # letters of a derived and inflected ending
SHARED = 5  # letters that two words of one stem share


@cache
def words() -> dict[str, Any]:
    """definitions/lint/words.yaml."""
    content: dict[str, Any] = load_yaml(folder("definitions") / "lint" / "words.yaml")
    return content


@cache
def _common() -> tuple[str, ...]:
    return tuple(word for listed in words()["common"].values() for word in listed if len(word) > 3)


@lru_cache(maxsize=4096)
def content_words(text: str) -> tuple[str, ...]:
    """The words of a text that mean something, in lower case, doubled letters made single: the
    consonants that Finnish doubles and undoubles as it inflects."""
    found = (re.sub(r"(.)\1", r"\1", word) for word in re.findall(r"[^\W\d_]+", text.lower()))
    return tuple(word for word in found if len(word) >= SHORTEST and not is_common(word))


def is_common(word: str) -> bool:
    """Whether a word is in every strategy: one of the common beginnings with an ending, not with
    another word of a compound ("kuntalaiskysely" is not "kunta")."""
    beginnings = _common_single()
    return word.startswith(beginnings) and any(
        word.startswith(begun) and len(word) <= len(begun) + LONGEST_ENDING for begun in beginnings
    )


@cache
def _common_single() -> tuple[str, ...]:
    return tuple(re.sub(r"(.)\1", r"\1", word) for word in _common())


def akin(one: str, other: str) -> bool:
    """Whether two content words share a stem: the beginning of one opens the other or a part of
    it ("työttömyys" of "nuorisotyöttömyys")."""
    length = min(SHARED, len(one), len(other))
    return one[:length] in other or other[:length] in one


def shared_words(one: str, other: str) -> int:
    """How many content words two texts share; a compound that holds two words of the other text
    ("skolvägskartläggningen": "skolvägarna kartläggs") counts as two."""
    mine, theirs = content_words(one), content_words(other)
    return max(_kin(mine, theirs), _kin(theirs, mine))


def _kin(words_of_one: tuple[str, ...], words_of_other: tuple[str, ...]) -> int:
    return sum(any(akin(word, other) for other in words_of_other) for word in words_of_one)
