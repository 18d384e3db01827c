"""Ages and grades, whose numbers tell who is meant: "alle 18-vuotiaat", "aged 16 to 24"."""

from __future__ import annotations

from collections.abc import Sequence

from suunta.core.phrases.tokens import Rewritten, Token, at, joined

_OLDEST = 120
_HUNDRED = 100


def age(tokens: Sequence[Token], index: int) -> Rewritten:
    """An age or a range of ages with its comparator, as one token of kind `population`."""
    place = index + _words_before(tokens, index)
    if end := _hanging_range(tokens, place):
        return joined(tokens[index:end], "population"), end - index
    opened = any(token.has("age_before") for token in tokens[index:place])
    if at(tokens, place).has("age_word") and at(tokens, place).low[0].isdigit():
        end = place + 1
    else:
        length = range_length(tokens, place)
        if not length or (at(tokens, place).value or 0) > _OLDEST:
            return None
        if not _are_years(tokens, place, length):
            return None
        end = _end(tokens, place + length, opened or _about_people(tokens, index, length))
        if end == place + length and (not opened or at(tokens, end).has("unit")):
            return None
    return joined(tokens[index:end], "population"), end - index


def _hanging_range(tokens: Sequence[Token], index: int) -> int:
    """Where "16- to 17-year-olds" and "16- ja 17-vuotiaat" end; 0 when they do not stand there."""
    if at(tokens, index).kind != "number":
        return 0
    hyphen, link, last = (at(tokens, index + step) for step in (1, 2, 3))
    hanging = hyphen.is_mark("-") and not hyphen.spaced
    linked = link.has("to", "conjunction", "level")
    aged = last.has("age_word") and last.low[0].isdigit()
    return index + 4 if hanging and linked and aged else 0


def range_length(tokens: Sequence[Token], index: int) -> int:
    """How many tokens a number or a range of numbers takes; 0 when there is none."""
    if at(tokens, index).kind != "number":
        return 0
    link, last = at(tokens, index + 1), at(tokens, index + 2)
    linked = link.is_mark("-") or link.has("level", "to")
    return 3 if linked and last.kind == "number" else 1


def _are_years(tokens: Sequence[Token], index: int, length: int) -> bool:
    """Whether numbers can be ages: whole ones, from the lower to the higher; "100+" is a number."""
    first, last = at(tokens, index).value or 0, at(tokens, index + length - 1).value or 0
    many = first >= _HUNDRED and at(tokens, index + length).is_mark("+")
    return first == int(first) and first <= last and not many


def _words_before(tokens: Sequence[Token], index: int) -> int:
    """How many words stand before an age: "alle", "aged", "i åldern över"."""
    length = 0
    for category in ("comparator", "age_before", "comparator"):
        token = at(tokens, index + length)
        length += int(token.kind == "word" and token.has(category))
    return length


def _end(tokens: Sequence[Token], index: int, people: bool) -> int:
    """Where an age ends after its numbers: "65+", "75 vuotta täyttäneet", "16-24 år"."""
    end = index
    after = at(tokens, end + 1)
    if at(tokens, end).is_mark("+") and (after.has("age_unit") or not after.has("unit")):
        end += int(not _scored(tokens, index))
    following = at(tokens, end)
    return end + int(following.has("age_word") or (following.has("age_unit") and people))


def _scored(tokens: Sequence[Token], index: int) -> bool:
    """ "score of 60+", "target 60+": a bound, and no age."""
    before = tokens[max(0, index - 5) : index]
    return any(t.tag("measure") == "pistettä" or t.has("target") or t.is_mark(":") for t in before)


def _about_people(tokens: Sequence[Token], index: int, length: int) -> bool:
    """Whether years are an age: beside people, or as a range, which durations seldom are."""
    after = next((t for t in tokens[index : index + 6] if t.has("age_unit")), None)
    beside = [at(tokens, index - 1)]
    if after is not None:
        beside.append(at(tokens, tokens.index(after, index) + 1))
    return length == 3 or any(token.has("people") for token in beside)
