"""How Finnish, Swedish and English write compounds: definitions/vocabulary/compounds.yaml."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from suunta.core.definitions import folder, load_yaml


@dataclass(frozen=True)
class Compounds:
    """conjunctions: before them a hyphen stands for a later part; prefixes: always with a
    hyphen; heads: beginnings of words joined to a name by a hyphen; same_vowels: a hyphen stands
    between equal vowels."""

    conjunctions: frozenset[str]
    prefixes: frozenset[str]
    heads: tuple[str, ...]
    same_vowels: bool


@cache
def compounds_of(language: str) -> Compounds:
    """The compounds of a language."""
    content = load_yaml(folder("definitions") / "vocabulary" / "compounds.yaml")
    own = content[language]
    conjunctions = frozenset(word for part in content.values() for word in part["conjunctions"])
    return Compounds(
        conjunctions, frozenset(own["prefixes"]), tuple(own["heads"]), bool(own["same_vowels"])
    )
