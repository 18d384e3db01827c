"""Two wordings of one text, word by word: what stayed, what went and what came."""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

Mark = Literal["same", "ins", "del"]
_TOKENS = re.compile(r"\s+|\w+(?:[.,]\d+)*|[^\w\s]")
# Texts that share less than this are told apart whole: word marks would only be confetti.
LEAST_SHARED = 0.3


@dataclass(frozen=True)
class Piece:
    """Some words with what became of them."""

    mark: Mark
    text: str


def word_changes(old: str, new: str) -> tuple[Piece, ...]:
    """The pieces of both texts in reading order; what went stands before what came in its place.

    The pieces that are not "ins" are the old text, those that are not "del" the new one.
    """
    before, after = _TOKENS.findall(old), _TOKENS.findall(new)
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    if old != new and matcher.ratio() < LEAST_SHARED:
        return tuple(piece for piece in (Piece("del", old), Piece("ins", new)) if piece.text)
    pieces: list[Piece] = []
    for tag, a, b, c, d in matcher.get_opcodes():
        if tag == "equal":
            pieces.append(Piece("same", "".join(before[a:b])))
            continue
        pieces += [Piece("del", "".join(before[a:b])), Piece("ins", "".join(after[c:d]))]
    return _joined([piece for piece in pieces if piece.text])


def _joined(pieces: list[Piece]) -> tuple[Piece, ...]:
    """Words that went one after the other as one piece, also over the blank between them."""
    found: list[Piece] = []
    index = 0
    while index < len(pieces):
        gone: list[str] = []
        come: list[str] = []
        while index < len(pieces) and _joins(pieces, index, bool(gone or come)):
            piece = pieces[index]
            if piece.mark != "ins":
                gone.append(piece.text)
            if piece.mark != "del":
                come.append(piece.text)
            index += 1
        marks = (Piece("del", "".join(gone)), Piece("ins", "".join(come)))
        found += [piece for piece in marks if piece.text]
        if index < len(pieces):
            found.append(pieces[index])
            index += 1
    return tuple(found)


def _joins(pieces: list[Piece], index: int, begun: bool) -> bool:
    """Whether a piece belongs to a run of changes: it is one, or is a blank between two."""
    if pieces[index].mark != "same":
        return True
    follows = index + 1 < len(pieces) and pieces[index + 1].mark != "same"
    return begun and follows and not pieces[index].text.strip()
