"""What a cell beside a measure says: figures with their periods, a state, or nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from suunta.core.phrases import parse_phrase
from suunta.core.strategy import Comparator, SubMeasure
from suunta.readers.blocks import Cell
from suunta.readers.table.words import LANGUAGES, reading

PERIOD = (
    r"(?:\d{1,2}\s?[-–]\s?\d{1,2}/|\d{1,2}\.\d{1,2}\.|\d{1,2}/|Q[1-4]\s?/?\s?)?(?:19|20)\d\d"
    r"(?:\s?[-–/]\s?(?:20)?\d\d(?!\d))?(?:-H[12]|-Q[1-4])?"
)
BRACKETED = re.compile(rf"\(\s*(?:[^\W\d_]+\.?\s+)?({PERIOD})\s*\)")
LEADING = re.compile(rf"^\s*(?:[^\W\d_]+\.?\s+)?({PERIOD})\s*(?::|=|–\s|-\s)\s*(?=\S)")
TRAILING = re.compile(
    rf"(?<=[\s%])(?:vuonna|vuoteen|vuosi|v\.|år|in|by|till|senast)?\s*({PERIOD})(?:\s+mennessä|\s+loppuun)?\s*$"
)
EUROS = re.compile(r"^(?:€|eur)\s*(million|thousand)|^(million|thousand)s?\s*(?:€|eur)$", re.I)
COUNT = re.compile(r"kpl|lkm|st\.?|stycken|antal|pcs|no\.?|number|määrä|lukumäärä", re.I)
NAMED_UNIT = re.compile(r"(?:,\s*|\()([^,()]{1,25})\)?\s*$")
MILLIONS_AFTER_SIGN = re.compile(r"€\s*(million|thousand)\b", re.I)
MINUS_AFTER_SIGN = re.compile(r"€\s*[-−–](\d[\d.,]*)(\s*million)?")
SIGNED = re.compile(r"^\s*([+−–-])\s*\d")


@dataclass(frozen=True)
class Figure:
    """A value of a cell as a sub-measure without a name, and the period that it carries."""

    sub: SubMeasure
    period: str | None = None


def figures_of(cell: Cell, language: str) -> list[Figure]:
    """The figures of a cell; none when it holds words alone or nothing."""
    if cell.number is not None:
        value = round(100 * cell.number, 6) if cell.is_percent else cell.number
        sub = SubMeasure(
            "numeric", "", "%" if cell.is_percent else None, "=", value, None, "absolute"
        )
        return [Figure(sub)]
    if is_empty(cell):
        return []
    return [figure for piece in _pieces(cell) for figure in _figures(piece, language)]


def is_empty(cell: Cell) -> bool:
    """Whether a cell gives no value: a dash, "not available", nothing."""
    if cell.number is not None or cell.day is not None:
        return False
    text = cell.text.strip().lower()
    return not text or text in reading()["no_value"]


def _pieces(cell: Cell) -> Iterator[str]:
    for line in cell.lines:
        for piece in re.split(r";|\n|,\s+(?=\d[^,;]*\((?:19|20)\d\d)|(?<=\d\d\)),", line.text):
            if piece.strip():
                yield " ".join(piece.split())


@lru_cache(maxsize=8192)
def _figures(piece: str, language: str) -> tuple[Figure, ...]:
    written = MINUS_AFTER_SIGN.sub(r"-\1\2 euros", piece)
    period, rest = part_period(MILLIONS_AFTER_SIGN.sub(r"\1 euros", written))
    subs = [sub for sub in parse_phrase(rest, language) if sub.kind == "numeric"]
    if not subs and re.fullmatch(r"\d{4}", rest):
        subs = [SubMeasure("numeric", "", None, "=", float(rest), None, "absolute")]
    return tuple(Figure(_signed(sub, rest), period or sub.target_period) for sub in subs)


def _signed(sub: SubMeasure, text: str) -> SubMeasure:
    """ "-2 %-yks" is a fall of two; a bare negative number stays a level."""
    sign = SIGNED.match(text)
    if not sign or sub.target_value is None or sub.unit != "%-yks" or sub.comparator != "=":
        return sub
    comparator: Comparator = "increase" if sign.group(1) == "+" else "decrease"
    return replace(
        sub,
        comparator=comparator,
        target_value=abs(sub.target_value),
        target_basis="percentage_points",
        direction="up" if comparator == "increase" else "down",
    )


def part_period(text: str) -> tuple[str | None, str]:
    """A text's period, where it stands in brackets, before a colon or at the end, and the rest."""
    for pattern in (BRACKETED, LEADING, TRAILING):
        match = pattern.search(text)
        if match and text[: match.start()].strip() + text[match.end() :].strip():
            rest = f"{text[: match.start()]} {text[match.end() :]}"
            return canonical_period(match.group(1)), " ".join(rest.split())
    return None, text


@lru_cache(maxsize=1024)
def canonical_period(text: str) -> str | None:
    """A written period in the contract's form; None for what is no single period."""
    text = " ".join(text.split())
    if re.fullmatch(r"(?:19|20)\d\d", text):
        return text
    found = parse_phrase(f"valmis {text}", "fi")
    return found[0].target_period if found else None


@lru_cache(maxsize=1024)
def unit_of(text: str, language: str) -> tuple[str | None, str | None]:
    """The canonical unit and the scale that the words of a unit name."""
    text = " ".join(text.split()).strip("()")
    if not text or text.lower() in reading()["no_value"]:
        return None, None
    text = EUROS.sub(lambda match: f"{match.group(1) or match.group(2)} euros", text)
    for spoken in dict.fromkeys((language, *LANGUAGES)):
        found = parse_phrase(f"10 {text}", spoken)
        scale = next((sub.scale for sub in found if sub.scale), None)
        unit = next((sub.unit for sub in found if sub.unit), None)
        # A word that is no unit reads as the name of what is counted: "kpl".
        if (unit and (unit != "kpl" or COUNT.fullmatch(text))) or scale:
            return unit or "pistettä", scale
    return None, None


def unit_in_name(text: str, language: str) -> str | None:
    """The unit at the end of a measure's name: "Vuosikate, M€", "Investeringar (t€)"."""
    match = NAMED_UNIT.search(text)
    if not match or len(match.group(1).split()) > 3:
        return None
    return unit_of(match.group(1), language)[0]
