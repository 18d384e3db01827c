"""What stands before the table: title, vision, council term, sectors and their colours."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from suunta.core.strategy import SectorMark, Term
from suunta.readers.table.headers import YEAR, YEAR_RANGE
from suunta.readers.table.municipality import municipality_in
from suunta.readers.table.words import all_languages, reading


@dataclass(frozen=True)
class Preamble:
    """The document's own particulars."""

    title: str
    subtitle: str | None
    vision: str | None
    municipality: str | None
    term: Term
    legend: tuple[SectorMark, ...]


def read_preamble(lines: Sequence[str], headings: Sequence[str]) -> Preamble:
    """The particulars from the lines before the table and the table's headings."""
    legend = next((marks for line in lines if (marks := legend_in(line))), ())
    texts = [line for line in lines if not legend_in(line)]
    title = _title(texts)
    rest = [text for text in texts if text != title]
    vision = next((text for text in rest if _labelled_vision(text)), None)
    subtitle = next((text for text in rest if _is_structure(text) and text != vision), None)
    if vision is None:
        vision = next((text for text in rest if text != subtitle and not _is_note(text)), None)
    return Preamble(
        title=title,
        subtitle=subtitle,
        vision=_without_label(vision) if vision else None,
        municipality=municipality_in([title, *rest]),
        term=_term([title, *rest, *headings]),
        legend=legend,
    )


def _title(texts: list[str]) -> str:
    """The first line that names a strategy; else the first with years; else the first."""
    words = tuple(all_languages("document_words"))
    named = (text for text in texts if any(word in text.lower() for word in words))
    dated = (text for text in texts if YEAR.search(text))
    return next(named, None) or next(dated, None) or (texts[0] if texts else "")


def _is_structure(text: str) -> bool:
    lower = text.lower()
    return any(
        re.search(rf"(?<!\w){re.escape(w)}", lower) for w in all_languages("structure_words")
    )


def _is_note(text: str) -> bool:
    """Decisions and dates: a line that says who adopted it, or is mostly figures."""
    if text.lower().startswith(tuple(all_languages("adoption_words"))):
        return True
    return sum(sign.isdigit() for sign in text) * 4 > len(text)


def _labelled_vision(text: str) -> bool:
    return _without_label(text) != text


def _without_label(text: str) -> str:
    words = "|".join(re.escape(word) for word in sorted(all_languages("vision_words"), key=len))
    return re.sub(rf"^(?:{words})\s*(?:\d{{4}})?\s*[:–—-]\s*", "", text, flags=re.I)


def _term(texts: Sequence[str]) -> Term:
    for text in texts:
        match = YEAR_RANGE.search(text)
        if match and int(match.group(1)) < int(match.group(2)):
            return Term(int(match.group(1)), int(match.group(2)))
    return Term()


@cache
def _colours() -> tuple[tuple[str, str], ...]:
    pairs = [(word, colour) for colour, words in reading()["colours"].items() for word in words]
    return tuple(sorted(pairs, key=lambda pair: -len(pair[0])))


def _colour(word: str) -> str | None:
    lower = word.lower()
    return next((colour for stem, colour in _colours() if lower.startswith(stem)), None)


def legend_in(line: str) -> tuple[SectorMark, ...]:
    """The sectors and colours of a line like "Sector green Other sector blue"; () if it is none."""
    if len(line) > 600:
        return ()
    words = [word.strip(",;.()") for word in re.sub(r"([=:,;])", r" \1 ", line).split()]
    words = [word for word in words if word and word.lower() not in reading()["colour_links"]]
    colours = [_colour(word) for word in words]
    count = sum(colour is not None for colour in colours)
    if count < 2 or len(words) > 6 * count:
        return ()
    pairs = _pairs(words, colours)
    if not all(any(sign.isalpha() for sign in name) for name, _ in pairs if name):
        return ()
    return tuple(
        SectorMark(code=name.lower(), name=name, colour=colour) for name, colour in pairs if name
    )


def _pairs(words: list[str], colours: list[str | None]) -> list[tuple[str, str]]:
    """(name, colour), the name before its colour, or after where the line opens with a colour."""
    if colours[0] is not None:
        words, colours = words[::-1], colours[::-1]
        return [(" ".join(name.split()[::-1]), colour) for name, colour in _runs(words, colours)][
            ::-1
        ]
    return _runs(words, colours)


def _runs(words: list[str], colours: list[str | None]) -> list[tuple[str, str]]:
    pairs: list[tuple[str, str]] = []
    name: list[str] = []
    for word, colour in zip(words, colours, strict=True):
        if colour is None:
            name.append(word)
        else:
            pairs.append((" ".join(name), colour))
            name = []
    return pairs
