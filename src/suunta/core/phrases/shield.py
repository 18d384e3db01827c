"""Numbers that belong to a name, an age, a grade, a scale or a frequency and are no target."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from suunta.core.phrases.ages import age, range_length
from suunta.core.phrases.calendar import is_year
from suunta.core.phrases.durations import clock
from suunta.core.phrases.frequencies import frequency
from suunta.core.phrases.homographs import noun_like_verb
from suunta.core.phrases.rungs import rung, top_of_rungs
from suunta.core.phrases.tokens import Rewritten, Token, TokenKind, at, joined, rewrite

_ORDINALS_UP_TO = 31
_HIGHEST_GRADE = 13
_SCALES_FROM = (-100, 0, 1, 4)


def shield(tokens: Sequence[Token]) -> list[Token]:
    """The tokens with every number that cannot be a target joined into what it belongs to."""
    return rewrite(
        tokens, frequency, clock, age, rung, top_of_rungs, _reference, _ordinals, _ordinal,
        _program, _scale, _out_of, _bare_scale, _per_many, noun_like_verb,
    )  # fmt: skip


def _reference(tokens: Sequence[Token], index: int) -> Rewritten:
    """ "liite 2", "§ 45", "åk 9", "Agenda 2030", "ISO 9001", "DP 35.1"."""
    word, number = at(tokens, index), at(tokens, index + 1)
    if word.kind == "number" and number.has("reference_word") and number.kind == "word":
        # "3 kap. 5 §", "5 luvun 2 §": a chapter and its section.
        section, sign = at(tokens, index + 2), at(tokens, index + 3)
        if section.kind == "number" and sign.is_mark("§"):
            return joined(tokens[index : index + 4], "name"), 4
    if word.kind == "number" and number.is_mark("§"):
        return joined(tokens[index : index + 2], "name"), 2
    refers = (
        word.is_mark("§")
        or word.has("reference_word", "grade_word", "numbered")
        or _code(tokens, index)
    )
    if word.has("target", "grade_word") and is_year(number.low):
        return None
    if not refers or number.kind != "number" or at(tokens, index + 2).has("unit"):
        return None
    end = index + 2
    listed = word.has("grade_word", "numbered")
    while _continues(tokens, end) or (listed and _next_grade(tokens, end)):
        end += 2
    whole = joined(tokens[index:end], "name")
    kept = {name: "" for name in ("grade_word",) if word.has(name)}
    return replace(whole, tags=kept) if listed else whole, end - index


def _continues(tokens: Sequence[Token], index: int) -> bool:
    """Whether a reference goes on: "9001/14001", "3-4"."""
    sign, number = at(tokens, index), at(tokens, index + 1)
    return sign.is_mark("/-.") and not sign.spaced and number.kind in ("number", "period")


def _next_grade(tokens: Sequence[Token], index: int) -> bool:
    """Whether a list of grades goes on: "grades 6, 8 and 9"."""
    sign, number = at(tokens, index), at(tokens, index + 1)
    listed = sign.is_mark(",") or sign.has("conjunction")
    grade = 0 < (number.value or 0) <= _HIGHEST_GRADE
    return listed and grade and not at(tokens, index + 2).has("unit")


def _code(tokens: Sequence[Token], index: int) -> bool:
    """An abbreviation in brackets before a number: "(DP 35.1)"."""
    return (
        at(tokens, index - 1).is_mark("(")
        and at(tokens, index).capital
        and not at(tokens, index).tags
        and len(at(tokens, index).low) <= 3
        and at(tokens, index + 2).is_mark(")")
        and at(tokens, index + 1).value is not None
    )


def _ordinals(tokens: Sequence[Token], index: int) -> Rewritten:
    """ "8.-9. lk", "8. ja 9. luokka", "8.-9.-luokkalaiset": grades in a range."""
    number, dot = at(tokens, index), at(tokens, index + 1)
    # "8.- ja 9.-luokkalaiset": the hyphen stands for the word that both share.
    hung = int(at(tokens, index + 2).is_mark("-") and at(tokens, index + 3).has("conjunction"))
    link, last, final = (at(tokens, index + 2 + hung + step) for step in range(3))
    numbered = number.kind == "number" and last.kind == "number"
    linked = link.is_mark("-") or link.has("conjunction")
    if not (numbered and linked and dot.is_mark(".") and final.is_mark(".")) or dot.spaced:
        return None
    end = index + 5 + hung
    if at(tokens, end).is_mark("-") and not at(tokens, end).spaced:
        end += 2
    elif at(tokens, end).has("grade_word"):
        end += 1
    kind: TokenKind = "population" if end > index + 5 + hung else "name"
    return replace(joined(tokens[index:end], kind), tags={}), end - index


def _ordinal(tokens: Sequence[Token], index: int) -> Rewritten:
    """ "2. asteen", "9. luokka", "ensimmäisen (1/3) osan"."""
    number, dot, noun = at(tokens, index), at(tokens, index + 1), at(tokens, index + 2)
    if (
        number.kind == "number"
        and dot.is_mark(".")
        and not dot.spaced
        and noun.kind == "word"
        and not noun.capital
        and 0 < (number.value or 0) <= _ORDINALS_UP_TO
        and not noun.has("quarter", "half_year")
    ):
        return joined(tokens[index : index + 2], "name"), 2
    if number.has("ordinal") and dot.is_mark("("):
        end = index + 2
        while at(tokens, end).kind == "number" or at(tokens, end).is_mark("/"):
            end += 1
        if end > index + 2 and at(tokens, end).is_mark(")"):
            return joined(tokens[index : end + 1], "name"), end + 1 - index
    return None


def _program(tokens: Sequence[Token], index: int) -> Rewritten:
    """ "2030 -ohjelma", "2035-strategi": a year in the name of a programme."""
    year, tail = at(tokens, index), at(tokens, index + 1)
    if year.has("deliverable") and (
        (tail.period is not None and _whole_years(tail.period.code))
        or (tail.kind == "number" and is_year(tail.low.partition(":")[0]))
    ):
        return joined(tokens[index : index + 2], "name"), 2
    if year.kind == "number" and tail.kind == "word" and tail.low.startswith("-"):
        return joined(tokens[index : index + 2], "name"), 2
    return None


def _whole_years(code: str) -> bool:
    """ "Strategia 2022-2025" is a name; "päätös 12/2025" a decision with its date."""
    return is_year(code) or ".." in code or "/" in code


def _scale(tokens: Sequence[Token], index: int) -> Rewritten:
    """ "asteikolla 1-5", "skala 0-100", "on a scale of 1 to 5"."""
    word = at(tokens, index)
    if word.tag("measure") == "pistettä" and range_length(tokens, index + 1) == 3:
        # "betyg 1-5: minst 4,2"
        return _scale_after(tokens, index)
    if not word.has("scale_word"):
        return None
    place = index + 1
    while at(tokens, place).has("article", "filler") or at(tokens, place).is_mark(":"):
        place += 1
    return _scale_token(tokens, index, place) if range_length(tokens, place) == 3 else None


def _scale_after(tokens: Sequence[Token], index: int) -> Rewritten:
    if not at(tokens, index + 4).is_mark(":),"):
        return None
    return _scale_token(tokens, index, index + 1)


def _out_of(tokens: Sequence[Token], index: int) -> Rewritten:
    """ "60 (out of 100)", "8,4 (av 10)": the top of the scale in brackets."""
    top = at(tokens, index + 1)
    opened = at(tokens, index - 1).is_mark("(") and at(tokens, index + 2).is_mark(")")
    if not opened or not at(tokens, index).has("of_total") or top.kind != "number":
        return None
    return replace(joined(tokens[index : index + 2], "scale"), value=0.0, high=top.value), 2


def _bare_scale(tokens: Sequence[Token], index: int) -> Rewritten:
    """A range alone in brackets: "(1-5)"."""
    alone = at(tokens, index - 1).is_mark("(") and at(tokens, index + 3).is_mark(")")
    if alone and at(tokens, index).value not in _SCALES_FROM:
        # "(3-9)": from which grade to which, perhaps, but no scale and no value.
        small = (at(tokens, index + 2).value or 0) <= _HIGHEST_GRADE and range_length(tokens, index)
        return (joined(tokens[index : index + 3], "name"), 3) if small == 3 else None
    return (
        _scale_token(tokens, index, index) if alone and range_length(tokens, index) == 3 else None
    )


def _scale_token(tokens: Sequence[Token], start: int, place: int) -> Rewritten:
    low, high = tokens[place], tokens[place + 2]
    token = replace(joined(tokens[start : place + 3], "scale"), value=low.value, high=high.value)
    return token, place + 3 - start


def _per_many(tokens: Sequence[Token], index: int) -> Rewritten:
    """ "/ 1 000 asukasta", "per 100 000 invånare", "1 000 asukasta kohti"."""
    first = at(tokens, index)
    if (first.is_mark("/") or first.has("per")) and at(tokens, index + 1).kind == "number":
        if first.is_mark("/") and _worth(tokens, index - 1) and _worth(tokens, index + 1):
            return None
        return joined(tokens[index : index + 2], "name"), 2
    if first.kind == "number" and at(tokens, index + 2).has("per_after"):
        return joined(tokens[index : index + 3], "name"), 3
    return None


def _worth(tokens: Sequence[Token], index: int) -> bool:
    """Whether a value stands there, as in the pairs "90/1400" and "25 kpl / 200 ha"."""
    token = at(tokens, index)
    return token.kind in ("number", "unit") or (
        token.kind == "word" and at(tokens, index - 1).kind == "number"
    )
