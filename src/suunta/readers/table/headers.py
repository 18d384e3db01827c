"""Which column holds what, told by the meaning of its heading in Finnish, Swedish or English."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache

from suunta.readers.table.markup import clean, segments
from suunta.readers.table.words import columns

MAIN = ("goals", "actions", "measures")
YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
YEAR_RANGE = re.compile(r"(?<!\d)((?:19|20)\d\d)\s*[-–—/]\s*((?:19|20)\d\d)(?!\d)")
NUMBERED = re.compile(r"\d{1,2}\.\d{1,2}[.):]?\s|[A-Z]\d{1,2}[.):]\s")  # a goal, no heading
LONGEST_HEADING = 80
MOST_WORDS = 6


@dataclass(frozen=True)
class Columns:
    """The columns of a table: role and heading of each, in the document's order."""

    roles: tuple[str, ...]
    headings: tuple[str, ...] = field(default=())

    def index(self, role: str) -> int | None:
        """The first column with a role."""
        return self.roles.index(role) if role in self.roles else None

    def named(self) -> tuple[tuple[str, str], ...]:
        """(role, heading) of every column that has a role; a second "target" is "target_2"."""
        found: list[tuple[str, str]] = []
        for place, (role, heading) in enumerate(zip(self.roles, self.headings, strict=True)):
            count = self.roles[: place + 1].count(role)
            if role:
                found.append((role if count == 1 else f"{role}_{count}", heading))
        return tuple(found)

    def heads_again(self, other: Columns) -> bool:
        """Whether another row of headings heads this table once more, or one like it."""
        main = {role for role in other.roles if role in MAIN}
        return other.roles == self.roles or len(main) == len(MAIN)


def read_headings(cells: list[str]) -> Columns | None:
    """The columns if this row is a row of headings, else None."""
    texts = [heading_text(cell) for cell in cells]
    if sum(bool(text) for text in texts) < 2 or not all(map(_is_heading, texts)):
        return None
    candidates = [roles_named(text) for text in texts]
    roles = _assign(candidates, texts)
    known = {role for role in roles if role}
    enough = len(known & set(MAIN)) > 1 or (
        bool(known & {"actions", "measures"}) and len(known) > 1
    )
    unknown = sum(bool(text) and not role for text, role in zip(texts, roles, strict=True))
    if not enough or unknown > len(known):
        return None
    return Columns(tuple(roles), tuple(_tidy(text) for text in texts))


def heading_text(cell: str) -> str:
    """The words of a cell without its markup; too long a text where the cell holds a list."""
    found = segments(cell) if len(cell) <= 20 * LONGEST_HEADING else []
    if any(part.depth or part.marked for part in found) or (cell.strip() and not found):
        return "x" * (LONGEST_HEADING + 1)
    return clean(" ".join(part.text for part in found))


def _is_heading(text: str) -> bool:
    if NUMBERED.match(text):
        return False
    words = [word for word in text.split() if any(sign.isalpha() for sign in word)]
    return len(text) <= LONGEST_HEADING and len(words) <= MOST_WORDS and not text.endswith(".")


def _tidy(text: str) -> str:
    """The heading with ranges of years written without spaces ("2018- 2022")."""
    return YEAR_RANGE.sub(lambda match: re.sub(r"\s", "", match.group()), text)


@cache
def _beginnings() -> tuple[re.Pattern[str], dict[str, tuple[str, ...]]]:
    """One pattern of all beginnings of words, longest first, and the roles that each names."""
    roles: dict[str, tuple[str, ...]] = {}
    for role, languages in columns().items():
        for word in (word.lower() for words in languages.values() for word in words):
            roles[word] = (*roles.get(word, ()), role)
    longest = sorted(roles, key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest))})"), roles


def roles_named(text: str) -> list[str]:
    """The roles that the words of a heading may mean, in the order of the words."""
    lower = text.lower()
    pattern, roles = _beginnings()
    found = [role for match in pattern.finditer(lower) for role in roles[match.group()][:1]]
    if not found and YEAR.fullmatch(lower.strip(". ")):
        return ["target"]
    return list(dict.fromkeys(found))


def _assign(candidates: list[list[str]], texts: list[str]) -> list[str]:
    """One role for each column: sure ones first, the doubtful get what is still missing."""
    taken = {found[0] for found in candidates if len(found) == 1}
    roles = []
    for found in candidates:
        if len(found) < 2:
            roles.append(found[0] if found else "")
            continue
        free = [role for role in found if role not in taken]
        main = [role for role in free if role in MAIN]
        role = (main or free or found)[0]
        taken.add(role)
        roles.append(role)
    return _part_goals(roles, texts)


def _part_goals(roles: list[str], texts: list[str]) -> list[str]:
    """Of two columns headed "goal", one with a year or after the measures is the target; of two
    before the actions, the first is the focus area."""
    places = [place for place, role in enumerate(roles) if role == "goals"]
    measures = roles.index("measures") if "measures" in roles else len(roles)
    for place in places[1:]:
        if place > measures or YEAR.search(texts[place]):
            roles[place] = "target"
    left = [place for place in places if roles[place] == "goals"]
    for place in left[:-1]:
        roles[place] = "areas" if "areas" not in roles else ""
    return roles
