"""What each column of a table holds, by the meaning of its headings and the look of its cells."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from suunta.readers.blocks import Cell
from suunta.readers.layout.cellvalues import PERIOD, canonical_period
from suunta.readers.table.headers import MAIN, YEAR, YEAR_RANGE, roles_named
from suunta.readers.table.words import all_languages
from suunta.readers.table.words import columns as vocabulary

LONGEST_HEADING = 90
MOST_BEFORE = 3  # columns before the goals that may say what they belong to
MOST_WORDS = 9
COMPOUND = 5  # letters of a role's word that may end a compound ("tulosmittari")
FIGURE = re.compile(r"[\d%€≥≤<>]")
NUMBERED = re.compile(r"^\s*[A-Z]?\d{1,2}(?:\.\d{1,2})*[.):]?\s+(?=[A-ZÅÄÖ])")
GOAL_NUMBER = re.compile(r"\s*[A-Z]?\d{1,2}(?:\.\d{1,2}){0,2}\.?\s*")
TICKS = frozenset("x✓✔●•√")
BUDGET = re.compile(r"(?i)\b(?:talousarvi|tae?\s?20|budget|bg\s?20)")


@dataclass(frozen=True)
class Heading:
    """The heading of a column: its own words and those of the group above it."""

    own: str
    group: str = ""

    @property
    def text(self) -> str:
        return " ".join(part for part in (self.group, self.own) if part)


@dataclass(frozen=True)
class Column:
    """A column: its role ("" when none is known), the period its heading gives, the heading;
    guessed: the role is told by the look of its cells, not by its heading."""

    role: str
    heading: str = ""
    period: str | None = None
    group: str = ""
    guessed: bool = False


def is_heading(text: str) -> bool:
    """Whether a text is short enough to head a column."""
    words = [word for word in text.split() if any(sign.isalpha() for sign in word)]
    ended = text.endswith(".") and len(words) > 2  # "No." and "Nro." have not ended
    return len(text) <= LONGEST_HEADING and len(words) <= MOST_WORDS and not ended


@lru_cache(maxsize=4096)
def roles_of(text: str) -> tuple[str, ...]:
    """The roles that a heading may mean; compounds ("delmål") where no word begins with one."""
    roles = tuple(roles_named(text))
    if roles or not text:
        return roles
    if text.strip().endswith("?") and text.strip(" ?").lower() in all_languages("short_questions"):
        return ("actions",)
    found = _endings().search(text.lower())
    return (_role_of_word()[found.group(1) or found.group(2)],) if found else ()


@cache
def _role_of_word() -> dict[str, str]:
    """Word of the vocabulary -> its role; the first role that has the word."""
    roles: dict[str, str] = {}
    for role, languages in vocabulary().items():
        for word in (word.lower() for words in languages.values() for word in words):
            roles.setdefault(word, role)
    return roles


@cache
def _endings() -> re.Pattern[str]:
    """The words, the longest first, where they end a compound; short ones only at its end."""
    words = sorted((w for w in _role_of_word() if len(w) >= COMPOUND), key=len, reverse=True)
    return re.compile(rf"\w({'|'.join(map(re.escape, words))})|\w(mål|mått)(?:en|et)?\b")


def read_columns(
    headings: Sequence[Heading], body: Sequence[Sequence[Cell]]
) -> tuple[Column, ...] | None:
    """The columns, if these headings head a strategy table; body: the rows below, to look at."""
    texts = [heading.text for heading in headings]
    if sum(bool(text) for text in texts) < 2:
        return None
    if sum(bool(roles_of(text)) for text in texts) < 2:
        return None
    roles = _settled(headings, body)
    known = {role for role in roles if role}
    unknown = sum(bool(text) and not role for text, role in zip(texts, roles, strict=True))
    if unknown > len(known) or not _is_enough(known):
        return None
    return tuple(
        Column(role, heading.text, period_in(heading), heading.group)
        for role, heading in zip(roles, headings, strict=True)
    )


def _is_enough(known: set[str]) -> bool:
    main = known & set(MAIN)
    return len(main) > 1 or (bool(main & {"actions", "measures"}) and len(known) > 1)


def period_in(heading: Heading) -> str | None:
    """The period that a heading names: a year, or the years of a range."""
    for text in (heading.own, heading.group):
        span = YEAR_RANGE.search(text)
        if span:
            return f"{span.group(1)}-01..{span.group(2)}-12"
        if len(YEAR.findall(text)) == 1 and (found := re.search(PERIOD, text)):
            return canonical_period(found.group()) or YEAR.findall(text)[0]
    return None


def _settled(headings: Sequence[Heading], body: Sequence[Sequence[Cell]]) -> list[str]:
    candidates = [_candidates(heading) for heading in headings]
    figures = [_holds_figures(place, body) for place in range(len(headings))]
    roles = _assigned(candidates)
    roles = _measures_as_actions(roles, headings)
    roles = _goals_among_targets(roles, headings, figures)
    roles = _targets_among_goals(roles, headings, figures)
    roles = _areas_among_goals(_unheaded(roles, headings, body))
    roles = _goals_by_place(roles, headings, figures)
    roles = [
        "" if role == "target" and _holds_ticks(place, body) else role
        for place, role in enumerate(roles)
    ]
    roles = _years_beside(roles, headings, body)
    roles = [_strongest(place, roles, headings) for place in range(len(roles))]
    return _outturn_budgets(_bare_years_before(roles, headings, figures), headings)


def _bare_years_before(
    roles: list[str], headings: Sequence[Heading], figures: Sequence[bool]
) -> list[str]:
    """Years alone, or with an unknown word, that are earlier than the targets say where things
    stood; a target is one that is called so, or has a year where another column has a word."""
    targets = [place for place, role in enumerate(roles) if role == "target"]
    called = [place for place in targets if _has_word(headings[place])]
    others = [place for place, role in enumerate(roles) if not role and figures[place]]
    years = [year for place in called or targets if (year := _year(headings[place]))]
    if not called and len(years) == 2 and "baseline" not in roles and years[1] - years[0] > 1:
        years = years[1:]  # "2022 | 2030": where it stands, and where it shall
    for place in [*(set(targets) - set(called)), *others]:
        year = _year(headings[place])
        if year and years and year < min(years):
            roles[place] = "baseline"
    return roles


def _has_word(heading: Heading) -> bool:
    words = heading.text if "target" in roles_of(heading.group) else heading.own
    return re.search(r"[^\W\d_]", words) is not None


def _year(heading: Heading) -> int | None:
    found = YEAR.findall(heading.text)
    return int(found[0]) if found else None


def _unheaded(
    roles: list[str], headings: Sequence[Heading], body: Sequence[Sequence[Cell]]
) -> list[str]:
    """Columns without a known heading before the goals: numbers of goals, or the focus areas or
    bodies beside them. Before actions, a first column without any heading holds the goals."""
    found = list(roles)
    nameless = not roles[0] and not headings[0].text and roles[1:2] == ["actions"]
    end = roles.index("goals") if "goals" in roles else 1 if nameless else 0
    for place in range(min(end, MOST_BEFORE)):
        texts = [row[place].text.strip() for row in body if place < len(row)]
        texts = [text for text in texts if text]
        if found[place] or not texts:
            continue
        numbers = all(len(text) < 8 and any(sign.isdigit() for sign in text) for text in texts)
        role = "number" if numbers else "areas" if "goals" in roles else "goals"
        found[place] = role if role not in found else ""
    return found


def _goals_by_place(
    roles: list[str], headings: Sequence[Heading], figures: Sequence[bool]
) -> list[str]:
    """Between the focus areas and what is done or measured stand the goals, however headed."""
    if "goals" in roles or "areas" not in roles:
        return roles
    first, after = roles.index("areas"), [role in ("actions", "measures") for role in roles]
    if not any(after):
        return roles
    place = after.index(True) - 1
    if place > first and not roles[place] and headings[place].text and not figures[place]:
        return [*roles[:place], "goals", *roles[place + 1 :]]
    return roles


def _candidates(heading: Heading) -> list[str]:
    own = list(roles_of(heading.own))
    bare_year = own == ["target"] and not re.search(r"[^\W\d_]", heading.own)
    if heading.group and (not own or bare_year):
        group = list(roles_of(heading.group))
        return _of_group(group, bare_year) or own
    return own


def _of_group(group: list[str], bare_year: bool) -> list[str]:
    """A year under "goals" or "measures and levels" is a target."""
    values = [role for role in group if role in ("baseline", "target")]
    if bare_year and not values and group:
        return ["target"] if set(group) <= {"goals", "measures"} else group
    return values or group


def _assigned(candidates: Sequence[list[str]]) -> list[str]:
    """One role for each: sure ones first, then what is still missing."""
    taken = {found[0] for found in candidates if len(found) == 1}
    roles = []
    for found in candidates:
        free = [role for role in found if role not in taken]
        main = [role for role in free if role in MAIN]
        role = ([*main, *free, *found] or [""])[0] if len(found) > 1 else "".join(found)
        taken.add(role)
        roles.append(role)
    return roles


def _measures_as_actions(roles: list[str], headings: Sequence[Heading]) -> list[str]:
    """ "Measures | Indicators" in English: measures are what is done."""
    if "actions" in roles or roles.count("measures") != 2:
        return roles
    places = [place for place, role in enumerate(roles) if role == "measures"]
    words = [headings[place].text.lower() for place in places]
    if words[0].startswith("measures") and "indicator" in words[1]:
        roles[places[0]] = "actions"
    return roles


def _goals_among_targets(
    roles: list[str], headings: Sequence[Heading], figures: Sequence[bool]
) -> list[str]:
    """ "Binding target | Indicator | ...": words before the measures, under no year, are goals."""
    measures = roles.index("measures") if "measures" in roles else 0
    for place, role in enumerate(roles[:measures]):
        if role == "target" and "goals" not in roles and not figures[place]:
            roles[place] = "target" if YEAR.search(headings[place].text) else "goals"
    return roles


def _targets_among_goals(
    roles: list[str], headings: Sequence[Heading], figures: Sequence[bool]
) -> list[str]:
    """Of columns headed "goal", those that hold figures, or carry a year after another, are
    targets."""
    places = [place for place, role in enumerate(roles) if role == "goals"]
    measures = roles.index("measures") if "measures" in roles else len(roles)
    for order, place in enumerate(places):
        has_year = YEAR.search(headings[place].text) is not None
        later = place > measures and (order > 0 or has_year)
        if later or (order > 0 and has_year) or (figures[place] and "measures" in roles):
            roles[place] = "target"
    return roles


def _areas_among_goals(roles: list[str]) -> list[str]:
    """Of two columns of goals left, the first is the focus area."""
    places = [place for place, role in enumerate(roles) if role == "goals"]
    for place in places[:-1]:
        roles[place] = "areas" if "areas" not in roles else ""
    return roles


def _years_beside(
    roles: list[str], headings: Sequence[Heading], body: Sequence[Sequence[Cell]]
) -> list[str]:
    """Of several columns of levels or targets, one that holds years alone dates the others."""
    found = list(roles)
    for place, role in enumerate(roles):
        texts = [row[place].text.strip() for row in body if place < len(row)]
        years = any(texts) and all(YEAR.fullmatch(text) for text in texts if text)
        named = YEAR.search(headings[place].text) is not None
        if role in ("baseline", "target") and roles.count(role) > 1 and years and not named:
            found[place] = f"{role}_year"
    return found


def _strongest(place: int, roles: Sequence[str], headings: Sequence[Heading]) -> str:
    """The role of a column, unless another of the same role is headed by a stronger word."""
    role = roles[place]
    if role not in ("actions", "measures", "areas", "goals"):
        return role
    ranks = [_rank(headings[i].text, role) for i, other in enumerate(roles) if other == role]
    return role if _rank(headings[place].text, role) == min(ranks) else ""


def _rank(text: str, role: str) -> int:
    """The place of the heading's word in the vocabulary: the first words are the surest."""
    lower = text.lower()
    ranks = [
        order
        for words in vocabulary()[role].values()
        for order, word in enumerate(words)
        if word in lower
    ]
    return min(ranks, default=99)


def _outturn_budgets(roles: list[str], headings: Sequence[Heading]) -> list[str]:
    """Of several budgets by year, all but the last are where things stood."""
    budgets = [
        place
        for place, role in enumerate(roles)
        if role == "target"
        and BUDGET.search(headings[place].text)
        and YEAR.search(headings[place].text)
    ]
    for place in budgets[:-1]:
        roles[place] = "baseline"
    return roles


def _holds_ticks(place: int, body: Sequence[Sequence[Cell]]) -> bool:
    """Whether the cells of a column only tick a year."""
    texts = {row[place].text.strip().lower() for row in body if place < len(row)} - {""}
    return bool(texts) and texts <= TICKS


def _holds_figures(place: int, body: Sequence[Sequence[Cell]]) -> bool:
    """Whether most filled cells of a column are figures or short words with figures."""
    cells = [row[place] for row in body if place < len(row) and row[place].text.strip()]
    if not cells or (place == 0 and all(GOAL_NUMBER.fullmatch(cell.text) for cell in cells)):
        return False
    figures = sum(
        cell.number is not None
        or (len(cell.text) < 30 and bool(FIGURE.search(NUMBERED.sub("", cell.text))))
        for cell in cells
    )
    return figures * 2 > len(cells)
