"""A text in Finnish, Swedish and English, each language with its state."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

Language = Literal["fi", "sv", "en"]
LANGUAGES: tuple[Language, ...] = ("fi", "sv", "en")

# original: the document's own words; draft: made from them and not yet read through by the town
# (an unofficial translation); reviewed: accepted by the town.
TextState = Literal["original", "draft", "reviewed"]


@dataclass(frozen=True)
class Shown:
    """What a reader gets: the text, the language it is really in, and its state there."""

    text: str
    language: Language
    state: TextState


@dataclass(frozen=True)
class Text:
    """One text in up to three languages; a language that is missing is absent, never empty."""

    words: Mapping[str, str] = field(default_factory=dict)
    states: Mapping[str, TextState] = field(default_factory=dict)

    def shown(self, language: str) -> Shown:
        """The text in `language`, else in its original language, else in any it has."""
        order = sorted(LANGUAGES, key=lambda lang: (lang != language, not self._original(lang)))
        for candidate in order:
            words = self.words.get(candidate)
            if words:
                return Shown(words, candidate, self.states.get(candidate, "draft"))
        return Shown("", "fi", "draft")

    def _original(self, language: Language) -> bool:
        return self.states.get(language) == "original"

    def __bool__(self) -> bool:
        return any(self.words.values())
