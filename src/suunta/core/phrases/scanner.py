"""From a phrase to bare tokens: figures, signs, calendar forms and words, in one linear pass."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from suunta.core.phrases import calendar, numerals
from suunta.core.phrases.normalise import plain
from suunta.core.phrases.tokens import Token
from suunta.core.phrases.vocabulary import Language, units

_LETTER = r"[^\W\d_]"
_CASE = rf"(?::{_LETTER}{{1,5}})?"
_WORD = rf"(?:{_LETTER}\.){{2,4}}(?!\w)|(?:%-|(?<=\s)-)?{_LETTER}(?:\w|[-'&](?=\w)|:(?={_LETTER}))*"
# "9-luokkalaisille", "20-24-vuotiaiden", "0-5-åringar", "24-hour": a number inside a word.
# "90th", "1st": so too.
_NUMBER_IN_WORD = (
    rf"(?<!\w)\d{{1,4}}(?:(?:[-.,]\d{{1,4}})?-{_LETTER}\w*(?:-\w+)?|(?:st|nd|rd|th)(?!\w))"
)
_BLANK = (
    r"(?<!\w)(?:x{2,8}|_+|\[ *x* *\]|<x+>|\?{2,}|(?:…|\.{3,})(?= ?[%€])"
    r"|x(?= ?(?:[%€.,)]|m²|m2|$)| (?!\d)))(?!\w)"
)
_COMPARATORS = {
    **dict.fromkeys((">=", "≥", "⩾"), ">="),
    **dict.fromkeys(("<=", "=<", "≤", "⩽"), "<="),
    ">": ">",
    "<": "<",
    "=": "=",
}
_ARROWS = {**dict.fromkeys("↑↗▲", "up"), **dict.fromkeys("↓↘▼", "down")}
_SIGNS = {
    "~": "approximate",
    "≈": "approximate",
    "→": "arrow",
    "->": "arrow",
    "=>": "arrow",
    "±": "tolerance",
    "+/-": "tolerance",
}


@cache
def _pattern() -> re.Pattern[str]:
    signs = sorted(units().signs, key=len, reverse=True)
    spelt = "|".join(re.escape(sign).replace(r"\ ", " ?") for sign in signs)
    return re.compile(
        rf"(?P<period>{calendar.FORMS})"
        rf"|(?P<name>(?<![\w.,])\d{{1,2}}\.\d{{1,2}}\.(?!\d)|(?<!\w)20xx(?!\w)"
        rf"|(?<![\w:])q[1-4](?!\w)|(?<![\w.,/])24/7(?![\w/])|(?<![\w:.,])\d{{1,2}}:\d\d(?![\w:]))"
        rf"|(?P<inword>{_NUMBER_IN_WORD})"
        rf"|(?P<fraction>[{''.join(numerals.FRACTION_SIGNS)}])"
        rf"|(?P<number>{numerals.FORM}){_CASE}"
        rf"|(?P<blank>{_BLANK})"
        rf"|(?P<sign>(?:(?<![^\W\d_])|(?=[%‰€£$]))(?:{spelt})(?![^\W\d_]|-(?!\d))){_CASE}"
        rf"|(?P<word>{_WORD})"
        rf"|(?P<mark><=|>=|=<|->|=>|→|\+/-|\S|\n)"
    )


def scan(text: str, language: Language) -> Iterator[Token]:
    """The tokens of a text in order, without the vocabulary's meanings.

    Every token's `low` is the plain spelling of text[start:end].
    """
    low = plain(text)
    for match in _pattern().finditer(low):
        start = match.start()
        spaced = start == 0 or low[start - 1].isspace()
        token = _token(match, language)
        yield replace(token, spaced=spaced, capital=text[start].isupper())


def _token(match: re.Match[str], language: Language) -> Token:
    low, start, end = match[0], match.start(), match.end()
    kind = match.lastgroup
    if kind == "period" and (period := calendar.written(low)):
        return Token("period", start, end, low, period=period)
    if kind == "number":
        value = numerals.figure(match["number"], language)
        relation = numerals.relation(low, language) if ":" in low else None
        return Token("number", start, end, low, value=value, relation=relation)
    if kind == "sign":
        tags = {"unit": _unit(match["sign"])}
        relation = numerals.relation(low, language) if ":" in low else None
        return Token("unit", start, end, low, tags, relation=relation)
    if kind == "fraction":
        tags = {"fraction": numerals.FRACTION_SIGNS[low]}
        return Token("word", start, end, low, tags)
    if kind == "name":
        # A bare "Q4" says when in a year that nothing names.
        return Token(
            "name", start, end, low, {"note": "", "sub_period": ""} if low[0] == "q" else {}
        )
    if kind in ("word", "inword"):
        return Token("word", start, end, low)
    return Token("blank" if kind == "blank" else "mark", start, end, low, _meaning(low))


def _unit(sign: str) -> str:
    known = units().signs
    return known.get(sign) or next(
        code for spelt, code in known.items() if spelt.replace(" ", "") == sign.replace(" ", "")
    )


def _meaning(sign: str) -> dict[str, str]:
    if sign in _COMPARATORS:
        return {"comparator": _COMPARATORS[sign]}
    if sign in _ARROWS:
        return {"change": _ARROWS[sign]}
    return {_SIGNS[sign]: ""} if sign in _SIGNS else {}
