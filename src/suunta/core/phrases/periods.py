"""Periods in words around figures: deadlines, starting years, rates, terms, seasons, quarters."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from suunta.core.phrases import calendar
from suunta.core.phrases.period_roles import in_context
from suunta.core.phrases.tokens import (
    NOTHING,
    Period,
    PeriodRole,
    Rewritten,
    Token,
    at,
    joined,
    rewrite,
)

_LONGEST_MONTH = 31
_LONGEST_MARKER = 3
_SHORT_YEAR = re.compile(r"[1-4]\d")


def find_periods(tokens: Sequence[Token]) -> list[Token]:
    """The tokens with every period joined with the words that give it its role."""
    named = rewrite(
        tokens,
        _short_year,
        _short_month,
        _dated_section,
        _dated_month,
        _day_of_month,
        _part_of_year,
        _season,
        _figures,
        _words,
    )
    return rewrite(rewrite(named, _between_years), in_context)


def _short_year(tokens: Sequence[Token], index: int) -> Rewritten:
    """ "TP 22: 14 %": a year in two figures after a marker of accounts or budgets."""
    number, before = at(tokens, index), at(tokens, index - 1)
    two_figures = number.kind == "number" and _SHORT_YEAR.fullmatch(number.low.lstrip("-"))
    if not two_figures or before.tag("baseline") != "weak" or len(before.low) > _LONGEST_MARKER:
        return None
    after = at(tokens, index + 1)
    if not after.is_mark(":)") and after.kind != "number":
        return None
    return _period(tokens, index, index + 1, f"20{number.low.lstrip('-')}")


def _short_month(tokens: Sequence[Token], index: int) -> Rewritten:
    """ "(22/23: 14 %)", "(6/22: 14 %)": years and months in two figures, in a bracket."""
    first, slash, last = (at(tokens, index + step) for step in range(3))
    before = at(tokens, index - 1)
    written = first.kind == "number" and slash.is_mark("/") and last.kind == "number"
    if not written or slash.spaced or last.spaced or not _SHORT_YEAR.fullmatch(last.low):
        return None
    told = at(tokens, index + 3).is_mark(":") and len(first.low) <= len("12")
    if not before.is_mark("(") and not before.has("baseline") and not told:
        return None
    if len(first.low) == 2 and int(first.low) + 1 == int(last.low):
        code: str | None = f"20{first.low}/20{last.low}"
    else:
        code = calendar.month(f"20{last.low}", first.low) if first.low.isdigit() else None
    return _period(tokens, index, index + 3, code)


def _between_years(tokens: Sequence[Token], index: int) -> Rewritten:
    """ "between 2020 and 2025", "vuosien 2020 ja 2025 välillä": years from one to the other."""
    opened = int(tokens[index].has("between", "year"))
    if not opened and tokens[index].kind != "period":
        return None
    first, link, last = (at(tokens, index + opened + step) for step in range(3))
    linked = link.has("conjunction") and first.kind == last.kind == "period"
    if not linked or not (
        at(tokens, index).has("between") or at(tokens, index + opened + 3).has("during")
    ):
        return None
    if not (calendar.is_year(first.low) and calendar.is_year(last.low)):
        return None
    end = index + opened + 3
    return _period(tokens, index, end, calendar.years(first.low, last.low))


def _dated_section(tokens: Sequence[Token], index: int) -> Rewritten:
    """ "12.4.2022 § 45": the date of a decision, no period of a measure."""
    date, section = at(tokens, index), at(tokens, index + 1)
    if date.kind == "period" and section.kind == "name" and section.low.startswith("§"):
        return joined(tokens[index : index + 2], "name"), 2
    return None


def _dated_month(tokens: Sequence[Token], index: int) -> Rewritten:
    """ "kesäkuussa 2024", "31 december 2025", "joulukuun 2025 loppuun"."""
    place = index
    day = None
    if at(tokens, place).kind == "number" and at(tokens, place + 1).has("month"):
        day = at(tokens, place).value
        place += 1
    elif at(tokens, place).kind == "number" and at(tokens, place + 2).has("month"):
        if not at(tokens, place + 1).is_mark("."):
            return None
        day = at(tokens, place).value
        place += 2
    month, year = at(tokens, place), at(tokens, place + 1)
    if not month.has("month"):
        return None
    if year.has("article", "year") or year.is_mark(","):
        place += 1
        year = at(tokens, place + 1)
    if not _is_year(year):
        return None
    number = month.tags["month"]
    code = calendar.day(year.low, number, int(day)) if day else calendar.month(year.low, number)
    return _period(tokens, index, place + 2, code)


def _day_of_month(tokens: Sequence[Token], index: int) -> Rewritten:
    """ "by 31 March each year", "senast den 31 mars": a day of every year, and no value."""
    day, month = at(tokens, index), at(tokens, index + 1)
    if month.kind == "number" and day.has("month"):
        day, month = month, day
    within_month = day.kind == "number" and 1 <= (day.value or 0) <= _LONGEST_MONTH
    if not within_month or not month.has("month") or _is_year(at(tokens, index + 2)):
        return None
    return replace(joined(tokens[index : index + 2], "name"), tags={"note": ""}), 2


def _part_of_year(tokens: Sequence[Token], index: int) -> Rewritten:
    """ "2. neljännes 2026", "kvartal 3 2025", "third quarter of 2026"."""
    if not (tokens[index].tags or tokens[index].kind in ("number", "mark")):
        return None
    end, found = index, dict[str, str]()
    while end < index + 6 and (key := _part_key(at(tokens, end))):
        if key[0] in found:
            break
        found[key[0]] = key[1]
        end += 1
    letter = "Q" if "quarter" in found else "H"
    if "year" not in found or "number" not in found or not found.keys() & {"quarter", "half_year"}:
        return None
    return _period(tokens, index, end, f"{found['year']}-{letter}{found['number']}")


def _part_key(token: Token) -> tuple[str, str] | None:
    if _is_year(token):
        return "year", token.low
    if token.kind == "number" and token.value in (1, 2, 3, 4):
        return "number", str(int(token.value))
    for name in ("quarter", "half_year"):
        if token.has(name):
            return name, ""
    if token.has("ordinal"):
        return "number", token.tags["ordinal"]
    return (token.low, "") if token.has("article", "year") or token.is_mark(".") else None


def _season(tokens: Sequence[Token], index: int) -> Rewritten:
    season, year = at(tokens, index), at(tokens, index + 1)
    if not season.has("season"):
        return None
    name = season.tags["season"]
    if _is_year(year):
        return _period(tokens, index, index + 2, f"{name} {year.low}")
    return _period(tokens, index, index + 1, name)


def _figures(tokens: Sequence[Token], index: int) -> Rewritten:
    """A bare year that counts nothing: "2030", but not "2030 asukasta" or "vähintään 2000"."""
    token, before, after = at(tokens, index), at(tokens, index - 1), at(tokens, index + 1)
    if not _is_year(token) or (after.has("unit") and not after.has("year")):
        return None
    if after.has("people", "money_scale") and not before.has("year"):
        return None
    if before.has("deadline_before") and (after is NOTHING or after.kind == "mark"):
        return _period(tokens, index, index + 1, token.low)
    minutes = before.has("unit") and at(tokens, index - 2).kind == "number"
    bound = before.tag("comparator") in (">=", "<=") and not minutes
    if bound or before.has("approximate"):
        return None
    if after.is_mark("-") and not after.spaced and at(tokens, index + 2).kind == "number":
        return None
    return _period(tokens, index, index + 1, token.low)


def _words(tokens: Sequence[Token], index: int) -> Rewritten:
    token = at(tokens, index)
    if token.kind != "word" and not token.is_mark("/"):
        return None
    if token.has("rate"):
        return _period(tokens, index, index + 1, token.tags["rate"], "rate")
    if token.is_mark("/") and at(tokens, index + 1).has("year_unit"):
        return _period(tokens, index, index + 2, "per year", "rate")
    for name, code in (("term", "term"), ("plan_period", "plan period")):
        if token.has(name):
            return _period(tokens, index, index + 1, code)
    if token.has("previous"):
        return _period(tokens, index, index + 1, "previous year", "base")
    return None


def _is_year(token: Token) -> bool:
    return token.kind == "number" and calendar.is_year(token.low)


def _period(
    tokens: Sequence[Token], start: int, end: int, code: str | None, role: PeriodRole = "at"
) -> Rewritten:
    if code is None:
        return None
    token = joined(tokens[start:end], "period")
    # "vuosikasvu" is a rate and a change at once.
    tags = {name: value for name, value in token.tags.items() if name.startswith("change")}
    return replace(token, period=Period(code, role), tags=tags), end - start
