"""Tokens with their meanings: the scanner's tokens looked up in the vocabulary, longest first."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from suunta.core.phrases import numerals
from suunta.core.phrases.calendar import is_year
from suunta.core.phrases.scanner import scan
from suunta.core.phrases.tokens import Token, TokenKind, joined
from suunta.core.phrases.vocabulary import Entry, Lexicon, fits

_MARKER_AND_YEAR = re.compile(r"([^\W\d_]+)-?(\d{4}|[1-4]\d)")
# Words that are written together with a year.
_GLUED = ("baseline", "end_word", "middle")
# Expressions of the vocabulary that are one unit of measure or one blank, not words.
_KIND_OF: dict[str, TokenKind] = {"placeholder": "blank"}


def tokenise(text: str, lexicon: Lexicon) -> list[Token]:
    """The tokens of a text with their meanings; expressions of several words are joined."""
    bare = [part for token in scan(text, lexicon.language) for part in _unglued(token, lexicon)]
    tokens = list(_abbreviations(bare, lexicon))
    return list(_meanings(tokens, lexicon))


def _unglued(token: Token, lexicon: Lexicon) -> Iterator[Token]:
    """A marker written together with its year, apart: "TP2022", "BS22", "mid-2027"."""
    match = _MARKER_AND_YEAR.fullmatch(token.low)
    marker, written = match.groups() if match else ("", "")
    year = written if len(written) == 4 else f"20{written}"
    glued = token.kind == "word" and is_year(year)
    if not glued or not any(one.category in _GLUED for one in lexicon.starting(marker)):
        yield token
        return
    middle = token.end - len(written)
    yield replace(token, end=token.start + len(marker), low=marker)
    yield Token("number", middle, token.end, year, value=float(year), spaced=False)


def _abbreviations(tokens: Sequence[Token], lexicon: Lexicon) -> Iterator[Token]:
    """Words joined with the full stop that belongs to them ("väh.", "milj.")."""
    index = 0
    while index < len(tokens):
        token, after = tokens[index], tokens[index + 1 : index + 2]
        if (
            token.kind == "word"
            and after
            and after[0].low == "."
            and not after[0].spaced
            and f"{token.low}." in lexicon.abbreviations
        ):
            yield replace(token, end=after[0].end, low=f"{token.low}.")
            index += 2
        else:
            yield token
            index += 1


def _meanings(tokens: Sequence[Token], lexicon: Lexicon) -> Iterator[Token]:
    index = 0
    while index < len(tokens):
        token = tokens[index]
        entries = _entries(token, lexicon)
        found = [entry for entry in entries if _follows(entry, tokens, index)]
        length = max((len(entry.words) for entry in found), default=1)
        yield _tagged(tokens[index : index + length], found, lexicon)
        index += length


def _entries(token: Token, lexicon: Lexicon) -> Sequence[Entry]:
    """What the vocabulary has of a word; of "MWh:sta" what it has of "MWh"."""
    if token.kind not in ("word", "unit", "mark"):
        return ()
    found = lexicon.starting(token.low)
    stem, colon, _ = token.low.partition(":")
    return found or (lexicon.starting(stem) if colon and stem else ())


def _follows(entry: Entry, tokens: Sequence[Token], index: int) -> bool:
    rest = entry.words[1:]
    following = tokens[index + 1 : index + 1 + len(rest)]
    return len(following) == len(rest) and all(
        fits(pattern, token.low) for pattern, token in zip(rest, following, strict=True)
    )


def _tagged(tokens: Sequence[Token], found: Sequence[Entry], lexicon: Lexicon) -> Token:
    best: dict[str, Entry] = {}
    for entry in found:
        held = best.get(entry.category)
        if len(entry.words) == len(tokens) and (held is None or entry.weight > held.weight):
            best[entry.category] = entry
    tags = {category: entry.value for category, entry in best.items()}
    token = tokens[0]
    if len(tokens) > 1:
        token = joined(tokens, token.kind)
    elif token.tags:
        tags = {**token.tags, **tags}
    kind = next((_KIND_OF[name] for name in tags if name in _KIND_OF), token.kind)
    relation = token.relation or numerals.relation(token.low, lexicon.language)
    if not tags and relation == token.relation:
        return token
    return replace(token, kind=kind, tags=tags, relation=relation)
