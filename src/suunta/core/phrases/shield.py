"""Numbers that belong to a name, an age, a grade, a scale or a frequency and are no target."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from suunta.core.phrases.calendar import is_year
from suunta.core.phrases.tokens import Period, Rewritten, Token, at, joined, rewrite

_ORDINALS_UP_TO = 31
_OLDEST = 120


def shield(tokens: Sequence[Token]) -> list[Token]:
    """The tokens with every number that cannot be a target joined into what it belongs to."""
    return rewrite(
        tokens, _frequency, _age, _reference, _ordinal, _program, _scale, _bare_scale, _per_many
    )


def _frequency(tokens: Sequence[Token], index: int) -> Rewritten:
    """ "vähintään kerran viikossa", "2 gånger per år", "1 krt / valtuustokausi", "twice a year"."""
    place = index
    if at(tokens, place).has("comparator") and not at(tokens, place).kind == "mark":
        place += 1
    count = _count(at(tokens, place))
    if count is not None and at(tokens, place).kind != "blank":
        place += 0 if at(tokens, place).has("frequency_once") else 1
    if not at(tokens, place).has("frequency_once"):
        return _regularly(tokens, index)
    place += 1
    while at(tokens, place).is_mark("/") or at(tokens, place).has("per", "article"):
        place += 1
    unit = at(tokens, place)
    if not unit.has("time_unit", "rate", "term"):
        return None
    if at(tokens, place + 1).has("during"):
        place += 1
    return _frequency_token(tokens[index : place + 1], 1.0 if count is None else count, unit)


def _regularly(tokens: Sequence[Token], index: int) -> Rewritten:
    first, second = at(tokens, index), at(tokens, index + 1)
    if first.has("every") and not first.has("rate"):
        return _frequency_token(tokens[index : index + 1], 1.0, first)
    if first.has("comparator") and first.kind == "word" and second.has("every", "rate"):
        return _frequency_token(tokens[index : index + 2], 1.0, second)
    return None


def _frequency_token(tokens: Sequence[Token], count: float, unit: Token) -> Rewritten:
    code = unit.tag("rate") or ("term" if unit.has("term") else unit.tag("time_unit"))
    code = code or unit.tag("every") or None
    period = Period(code, "rate") if code else None
    token = replace(joined(tokens, "frequency"), value=count, period=period)
    return token, len(tokens)


def _count(token: Token) -> float | None:
    if token.kind == "number":
        return token.value
    if token.has("number"):
        return float(token.tags["number"])
    return float(token.tag("frequency_once") or 1) if token.has("frequency_once") else None


def _age(tokens: Sequence[Token], index: int) -> Rewritten:
    """ "alle 18-vuotiaat", "75 vuotta täyttäneet", "16-24 år", "aged 16 to 24", "över 65 år"."""
    place = index
    if at(tokens, place).has("comparator") and at(tokens, place).kind == "word":
        place += 1
    if at(tokens, place).has("age_word") and at(tokens, place).low[0].isdigit():
        return joined(tokens[index : place + 1], "population"), place + 1 - index
    if at(tokens, place).has("age_before"):
        place += 1
        if at(tokens, place).has("comparator"):
            place += 1
    length = _numbers(tokens, place)
    if not length or (at(tokens, place).value or 0) > _OLDEST:
        return None
    end = place + length
    before = at(tokens, place - 1).has("age_before")
    plus = at(tokens, end).is_mark("+") and not at(tokens, end + 1).has("unit")
    end += int(plus)
    if at(tokens, end).has("age_word"):
        end += 1
    elif at(tokens, end).has("age_unit") and _about_people(tokens, index, end, length):
        end += 1
    elif not before and not plus:
        return None
    return joined(tokens[index:end], "population"), end - index


def _numbers(tokens: Sequence[Token], index: int) -> int:
    """How many tokens a number or a range of numbers takes; 0 when there is none."""
    if at(tokens, index).kind != "number":
        return 0
    between, last = at(tokens, index + 1), at(tokens, index + 2)
    if (between.is_mark("-") or between.has("level")) and last.kind == "number":
        return 3
    return 1


def _about_people(tokens: Sequence[Token], start: int, end: int, length: int) -> bool:
    after, before = at(tokens, end + 1), at(tokens, start - 1)
    return after.has("people") or before.has("people") or length == 3


def _reference(tokens: Sequence[Token], index: int) -> Rewritten:
    """ "liite 2", "§ 45", "åk 9", "Agenda 2030", "ISO 9001", "DP 35.1"."""
    word, number = at(tokens, index), at(tokens, index + 1)
    if word.is_mark("§") or word.has("reference_word", "grade_word") or _code(tokens, index):
        if number.kind == "number" and not at(tokens, index + 2).has("unit"):
            end = index + 2
            while (at(tokens, end).is_mark("/-.") and not at(tokens, end).spaced) and at(
                tokens, end + 1
            ).kind in ("number", "period"):
                end += 2
            return joined(tokens[index:end], "name"), end - index
    if word.kind == "number" and number.is_mark("§"):
        return joined(tokens[index : index + 2], "name"), 2
    return None


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
        tail.kind == "period" or (tail.kind == "number" and is_year(tail.low))
    ):
        return joined(tokens[index : index + 2], "name"), 2
    if year.kind == "number" and tail.kind == "word" and tail.low.startswith("-"):
        return joined(tokens[index : index + 2], "name"), 2
    return None


def _scale(tokens: Sequence[Token], index: int) -> Rewritten:
    """ "asteikolla 1-5", "skala 0-100", "on a scale of 1 to 5"."""
    if not at(tokens, index).has("scale_word"):
        return None
    place = index + 1
    while at(tokens, place).has("article", "filler") or at(tokens, place).is_mark(":"):
        place += 1
    return _scale_token(tokens, index, place) if _numbers(tokens, place) == 3 else None


def _bare_scale(tokens: Sequence[Token], index: int) -> Rewritten:
    """A range alone in brackets: "(1-5)"."""
    alone = at(tokens, index - 1).is_mark("(") and at(tokens, index + 3).is_mark(")")
    return _scale_token(tokens, index, index) if alone and _numbers(tokens, index) == 3 else None


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
