"""The words that a document writes within its lines."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from suunta.readers.pdf.parts import TextLine
from suunta.readers.pdf.words import Compounds, compounds_of

HYPHENS = "-\u2010"
WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


@dataclass(frozen=True)
class Lexicon:
    """The words that a document writes within lines, in small letters, and its language."""

    words: frozenset[str]
    language: str

    @property
    def compounds(self) -> Compounds:
        """How the language writes compounds."""
        return compounds_of(self.language)


def lexicon_of(lines: Iterable[TextLine], language: str) -> Lexicon:
    """What a document's lines tell of its words; those at ends of lines may be broken ones."""
    words: set[str] = set()
    for line in lines:
        texts = [word.text for word in line.words[1:]]
        if texts and texts[-1].endswith(tuple(HYPHENS)):
            texts.pop()
        for text in texts:
            words.update(match.group().lower() for match in WORD.finditer(text))
    return Lexicon(frozenset(words), language)
