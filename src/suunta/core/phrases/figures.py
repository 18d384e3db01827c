"""Bare values: a number, a range, a fraction, a number in words, a blank, "all"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from suunta.core.phrases import numerals
from suunta.core.phrases.tokens import NOTHING, Relation, Token, at

_TOPS = (4, 5, 6, 7, 10)
_HUNDRED = 100
_FRACTION_BELOW = (2, 3, 4, 5, 10)


@dataclass(frozen=True, slots=True)
class Figure:
    """A bare value: where its tokens end, its low and high, what its form says.

    form: number, range, score, ratio, fraction, word, blank or all; fraction: "1/3" and its like.
    """

    end: int
    low: float | None
    high: float | None = None
    form: str = "number"
    fraction: str | None = None
    relation: Relation | None = None


def figure_at(tokens: Sequence[Token], index: int) -> Figure | None:
    """The bare value that begins at an index, or None."""
    token = at(tokens, index)
    if token.kind == "blank":
        return Figure(index + 1, None, form="blank")
    if token.kind == "number":
        return _in_digits(tokens, index)
    if token.kind == "word" and token.low[0].isdigit() and token.has("unit"):
        # "100-prosenttisesti": the word is a number and its unit at once.
        digits = token.low.split("-")[0].replace(",", ".")
        return Figure(index, float(digits)) if digits.replace(".", "").isdigit() else None
    return _in_words(tokens, index)


def _in_digits(tokens: Sequence[Token], index: int) -> Figure | None:
    token, sign, other = (at(tokens, index + step) for step in range(3))
    if sign.is_mark("/") and sign.spaced == other.spaced and _is_out_of(token, other):
        return Figure(index + 3, token.value, form="score")
    if sign.is_mark("/") and _is_fraction(token, other):
        return _fraction(index + 3, f"{token.low}/{other.low}", None)
    if sign.is_mark(":") and not sign.spaced and not other.spaced and other.value == 1:
        return Figure(index + 3, token.value, form="ratio")
    if sign.low == "x" and not sign.spaced:
        return Figure(index + 2, token.value, form="ratio")
    if sign.has("tolerance") and other.kind == "number":
        # "0 ± 3 %": from three below to three above.
        middle, width = token.value or 0.0, other.value or 0.0
        return Figure(index + 3, middle - width, middle + width, form="range")
    if sign.is_mark("-") and other.kind == "number":
        return Figure(index + 3, token.value, other.value, form="range")
    if (
        (sign.has("of_total") or sign.low == "in")
        and other.kind == "number"
        and _is_share(token, other)
    ):
        # "8 av 10 invånare" is a share; "12 of 15 libraries" is a number of libraries.
        return _fraction(index + 3, f"{token.low}/{other.low}", None)
    return Figure(index + 1, token.value, relation=token.relation)


def _is_out_of(part: Token, whole: Token) -> bool:
    """ "4,1/5": a score with the top of its scale."""
    if whole.value == _HUNDRED:
        return not whole.spaced and (part.value or 0) <= _HUNDRED
    scored = part.value is not None and part.value != int(part.value)
    return scored and whole.value in _TOPS and (part.value or 0) <= whole.value


def _is_share(part: Token, whole: Token) -> bool:
    return (
        whole.value in (*_FRACTION_BELOW, 100)
        and part.value is not None
        and part.value == int(part.value)
        and 0 < part.value < whole.value
    )


def _in_words(tokens: Sequence[Token], index: int) -> Figure | None:
    token, after = at(tokens, index), at(tokens, index + 1)
    if token.kind != "word":
        return None
    if token.has("number") and after.has("fraction") and not after.has("ambiguous"):
        # "two fifths", "kolme neljäsosaa"
        above, below = float(token.tags["number"]), after.tags["fraction"].partition("/")
        if above * float(below[0]) < float(below[2]):
            return _fraction(index + 2, f"{above * float(below[0]):g}/{below[2]}", after.relation)
    if token.has("fraction") and (not token.has("ambiguous") or at(tokens, index - 1).has("best")):
        return _fraction(index + 1, token.tags["fraction"], token.relation)
    if token.has("all_share") and after.has("people", "age_word"):
        return Figure(index + 1, 100.0, form="all")
    if token.has("number") and after.has("conjunction") and _is_half(at(tokens, index + 2)):
        # "neljä ja puoli", "four and a half"
        end = at(tokens, index + 2)
        return Figure(index + 3, float(token.tags["number"]) + 0.5, relation=end.relation)
    opens = index == 0 or at(tokens, index - 1).has("comparator")
    sure = not token.has("ambiguous") or after.has("unit")
    sure = sure or (opens and not token.has("predicate"))
    if token.has("number") and _alone(tokens, index):
        return Figure(index + 1, float(token.tags["number"]))
    if token.has("number") and sure:
        value = float(token.tags["number"])
        return Figure(index + 1, value, form="word", relation=token.relation)
    return None


def _is_half(token: Token) -> bool:
    return token.tag("fraction") == "1/2"


def _alone(tokens: Sequence[Token], index: int) -> bool:
    """ "Accidents: nil": a number word with nothing but signs around it."""
    before, after = at(tokens, index - 1), at(tokens, index + 1)
    return (before.is_mark(":|=") or before.has("target")) and (
        after is NOTHING or after.is_mark(".;|,)(") or after.kind == "period"
    )


def _is_fraction(above: Token, below: Token) -> bool:
    return (
        below.kind == "number"
        and not below.spaced
        and below.value in _FRACTION_BELOW
        and above.value is not None
        and above.value == int(above.value)
        and 0 < above.value < below.value
    )


def _fraction(end: int, fraction: str, relation: Relation | None) -> Figure:
    percent = round(100 * numerals.share(fraction), 2)
    return Figure(end, percent, form="fraction", fraction=fraction, relation=relation)
