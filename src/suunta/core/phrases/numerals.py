"""Figures and fractions: how fi, sv and en write them and what they are worth."""

from __future__ import annotations

import re

from suunta.core.phrases.tokens import Relation
from suunta.core.phrases.vocabulary import Language

# Groups and digits are bounded: a town's figures are, and it keeps the scan linear.
FORM = (
    r"(?<![\w.,])(?:(?<![%€$)])[+-])?(?:\d{1,3}(?: \d{3}){1,4}(?!\d)(?:[.,]\d{1,6})?(?!\d)"
    r"|\d{1,3}(?:[.,]\d{3}){2,4}(?!\d)|\d{1,15}(?:[.,]\d{1,6})?(?!\d))"
)
FRACTION_SIGNS = {"½": "1/2", "⅓": "1/3", "⅔": "2/3", "¼": "1/4", "¾": "3/4", "⅕": "1/5"}
_ENDINGS: tuple[tuple[re.Pattern[str], Relation], ...] = (
    (re.compile(r"ll[aä]$"), "by"),
    (re.compile(r"(?:st|lt)[aä]$"), "from"),
    (re.compile(r"(?:([aeiouyäö])\1|ih[ie]|h[aeiouyäö])n$|seen$|lle$"), "to"),
)
_GROUPED = re.compile(r"[+-]?\d{1,3}(?:([.,])\d{3})(?:\1\d{3})*")


def figure(text: str, language: Language) -> float:
    """The value of figures as written in a language: "1 850", "-1,5", "112,450" (en).

    A single group of three digits after a sign is thousands where that sign is not the
    language's decimal sign ("1.500" in fi and sv, "1,500" in en).
    """
    bare = text.replace(" ", "")
    decimal = "." if language == "en" else ","
    grouped = _GROUPED.fullmatch(bare)
    if grouped and (grouped[1] != decimal or bare.count(grouped[1]) > 1):
        bare = bare.replace(grouped[1], "")
    return float(bare.replace(",", "."))


def share(fraction: str) -> float:
    """A fraction such as "1/3" as a share of one."""
    numerator, _, denominator = fraction.partition("/")
    return int(numerator) / int(denominator)


def relation(word: str, language: Language) -> Relation | None:
    """How a Finnish case ending binds a number to its verb: "20:een", "prosenttiin" -> to."""
    if language != "fi":
        return None
    return next((name for pattern, name in _ENDINGS if pattern.search(word)), None)
