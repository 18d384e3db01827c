"""Number formats of spreadsheets: what a stored number shows as."""

from __future__ import annotations

import datetime as dt
import math
import re
from collections.abc import Iterator
from dataclasses import dataclass

LARGEST_DAY = 2_958_465  # 31.12.9999
BUILT_IN = {
    9: "0%",
    10: "0.00%",
    14: "d.m.yyyy",
    15: "d-mmm-yy",
    16: "d-mmm",
    17: "mmm-yy",
    18: "h:mm",
    19: "h:mm:ss",
    20: "h:mm",
    21: "h:mm:ss",
    22: "d.m.yyyy h:mm",
    45: "mm:ss",
    46: "[h]:mm:ss",
    47: "mm:ss",
}
TOKEN = re.compile(
    r'"(?P<quoted>[^"]*)"|\\(?P<escaped>.)|[_*].|\[\$(?P<currency>[^\]-]*)[^\]]*\]'
    r"|(?P<elapsed>\[[hms]+\])|\[[^\]]*\]|(?P<date>y+|m+|d+|h+|s+|AM/PM)|(?P<other>.)",
    re.I | re.S,
)
UNIT = re.compile(r"[^\W\d_]|[€$£%]")


@dataclass(frozen=True)
class Shown:
    """What a number shows as: its text; whether per cent; the day that it is as an ISO date;
    whether it is a number and nothing else, and not a date or a figure with its unit."""

    text: str
    is_percent: bool = False
    day: str | None = None
    is_number: bool = True


@dataclass(frozen=True)
class _Token:
    kind: str  # literal, date, elapsed, other
    text: str


def shown(value: float, code: str, from_1904: bool = False) -> Shown:
    """What a number shows as in a format; from_1904: days are counted from 1904."""
    tokens = list(_tokens(_section(code, value)))
    if _is_date(tokens):
        return _as_date(value, tokens, from_1904) or Shown(plain(value))
    if any(token == _Token("other", "%") for token in tokens):
        return Shown(f"{plain(round(100 * value, 6))} %", is_percent=True)
    before, after, scale = _around(tokens)
    if not UNIT.search(before + after):
        return Shown(plain(value))
    figure = plain(value / scale).replace(".", ",")
    return Shown(" ".join(f"{before} {figure} {after}".split()), is_number=False)


def plain(value: float) -> str:
    """A number in its shortest form: "1.1", "18650"."""
    if value == int(value) and abs(value) < 1e15:
        return str(int(value))
    if abs(value) >= 1e15:
        return format(value, ".12g")
    return f"{value:.10f}".rstrip("0").rstrip(".")


def _section(code: str, value: float) -> str:
    """The section of a format for a value: positive, negative, zero."""
    parts = re.findall(r'(?:"[^"]*"|\\.|[^;"\\])+', code, re.S) or [""]
    if value < 0 and len(parts) > 1:
        return str(parts[1])
    return str(parts[2] if value == 0 and len(parts) > 2 and parts[2].strip() else parts[0])


def _tokens(section: str) -> Iterator[_Token]:
    if section.strip().lower() in ("general", "@", "standard"):
        return
    for match in TOKEN.finditer(section):
        found = {kind: text for kind, text in match.groupdict().items() if text is not None}
        for kind, text in found.items():
            literal = kind in ("quoted", "escaped", "currency")
            yield _Token("literal" if literal else kind, text)


def _is_date(tokens: list[_Token]) -> bool:
    digits = any(token.kind == "other" and token.text in "0#?" for token in tokens)
    return not digits and any(token.kind in ("date", "elapsed") for token in tokens)


def _as_date(value: float, tokens: list[_Token], from_1904: bool) -> Shown | None:
    if not math.isfinite(value) or not 0 <= value <= LARGEST_DAY:
        return None
    start = dt.datetime(1904, 1, 1) if from_1904 else dt.datetime(1899, 12, 30)  # noqa: DTZ001
    try:
        moment = start + dt.timedelta(seconds=round(value * 86_400))
    except OverflowError:
        return None
    letters = "".join(token.text[0].lower() for token in tokens if token.kind == "date")
    text = "".join(_part(token, moment, place, tokens) for place, token in enumerate(tokens))
    if letters == "my":  # a month is a number here, whatever name its format gives it
        text = f"{moment.month}/{moment.year}"
    day = moment.date().isoformat() if "d" in letters and "m" in letters else None
    return Shown(" ".join(text.split()), day=day, is_number=False)


def _part(token: _Token, moment: dt.datetime, place: int, tokens: list[_Token]) -> str:
    if token.kind == "elapsed":
        return f"{moment.hour:02d}"
    if token.kind != "date":
        return token.text if token.text not in "@;" else ""
    letter, length = token.text[0].lower(), len(token.text)
    if letter == "y":
        return f"{moment.year:04d}"
    if letter == "m" and not _is_minutes(place, tokens):
        return f"{moment.month:02d}" if length == 2 else str(moment.month)
    if letter == "d":  # names of weekdays say nothing here
        return "" if length > 2 else f"{moment.day:02d}" if length == 2 else str(moment.day)
    numbers = {"h": moment.hour, "m": moment.minute, "s": moment.second}
    return f"{numbers[letter]:02d}" if letter in numbers else ""


def _is_minutes(place: int, tokens: list[_Token]) -> bool:
    """Whether an "m" stands for minutes: it follows hours or precedes seconds."""
    dates = [(at, one.text[0].lower()) for at, one in enumerate(tokens) if one.kind == "date"]
    before = [letter for at, letter in dates if at < place]
    after = [letter for at, letter in dates if at > place]
    hours_before = bool(before and before[-1] == "h") or (
        place > 1 and tokens[place - 2].kind == "elapsed"
    )
    return hours_before or bool(after and after[0] == "s")


def _around(tokens: list[_Token]) -> tuple[str, str, float]:
    """The words before and after the digits of a format, and what it divides the number by."""
    places = [i for i, one in enumerate(tokens) if one.kind == "other" and one.text in "0#?"]
    if not places:
        return "", "", 1.0
    first, last = places[0], places[-1]
    words = [_words(tokens[:first]), _words(tokens[last + 1 :])]
    commas = 0
    while last + 1 + commas < len(tokens) and tokens[last + 1 + commas] == _Token("other", ","):
        commas += 1
    return words[0], words[1], 1000.0**commas


def _words(tokens: list[_Token]) -> str:
    signs = ("literal", "date")  # letters that are not quoted, as in "0 kpl" of other programs
    return "".join(
        one.text if one.kind in signs or one.text in "€$£ " or one.text.isalpha() else ""
        for one in tokens
    )
