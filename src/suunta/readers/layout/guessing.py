"""What the columns of a table hold where their headings do not name it, told by how they look.

Only for documents in which nothing else is found: every measure read so is a question.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from suunta.core.phrases import detect_language, parse_phrase
from suunta.readers.blocks import Cell
from suunta.readers.layout.columns import Column, Heading, is_heading, period_in, roles_of
from suunta.readers.layout.items import promises
from suunta.readers.table.headers import MAIN, YEAR
from suunta.readers.table.responsible import names_body

MOST = 0.5  # of the filled cells of a column look alike
LONGEST_CODE = 8
LONGEST_SCHEDULE = 25
SHORTEST_TEXT = 12  # letters of a goal, an action or a measure, on average
Row = Sequence[Cell]


def guessed_columns(rows: Sequence[Row]) -> tuple[Column, ...] | None:
    """The columns of a table by its first row and the look of the cells below; None where they do
    not look like goals with actions or measures."""
    if len(rows) < 3 or len(rows[0]) < 2 or not all(is_heading(cell.text) for cell in rows[0]):
        return None
    headings = [Heading(" ".join(cell.text.split())) for cell in rows[0]]
    body = [[row[place] for row in rows[1:]] for place in range(len(headings))]
    roles = [
        _named(heading) or _looks(cells) for heading, cells in zip(headings, body, strict=True)
    ]
    roles = _texts_by_place(roles, body)
    if "goals" not in roles or not {"actions", "measures"} & set(roles):
        return None
    return tuple(
        Column(role, heading.text, period_in(heading), guessed=True)
        for role, heading in zip(roles, headings, strict=True)
    )


def _named(heading: Heading) -> str:
    roles = roles_of(heading.own)
    return roles[0] if len(roles) == 1 else ""


def _looks(cells: Sequence[Cell]) -> str:
    """The role that most cells of a column look like; "text" for words of no such kind."""
    filled = [cell for cell in cells if cell.text.strip() and not cell.continues_above]
    if not filled:
        return ""
    kinds: tuple[tuple[str, Callable[[Cell], bool]], ...] = (
        (
            "number",
            lambda cell: (
                len(cell.text) < LONGEST_CODE
                and cell.text[:1].isdigit()
                and not YEAR.search(cell.text)
            ),
        ),
        (
            "schedule",
            lambda cell: (
                len(cell.text) < LONGEST_SCHEDULE and bool(YEAR.search(cell.text) or cell.day)
            ),
        ),
        ("target", lambda cell: cell.number is not None or _is_value(cell.text)),
        ("responsible", lambda cell: len(cell.text.split()) < 5 and names_body(cell.text)),
        ("actions", lambda cell: promises(cell.text)),
        ("measures", lambda cell: has_figure(cell.text)),
    )
    for role, looks_so in kinds:
        if sum(map(looks_so, filled)) > MOST * len(filled):
            return role
    return "text" if sum(len(cell.text) for cell in filled) >= SHORTEST_TEXT * len(filled) else ""


def _is_value(text: str) -> bool:
    letters = sum(sign.isalpha() for sign in text)
    return any(sign.isdigit() for sign in text) and letters < 8


def has_figure(text: str) -> bool:
    return any(sub.kind == "numeric" for sub in parse_phrase(text, detect_language(text)))


def _texts_by_place(roles: Sequence[str], body: Sequence[Sequence[Cell]]) -> list[str]:
    """Columns of words by their order: goals first, then what is done, then what is measured."""
    found = list(roles)
    missing = [role for role in MAIN if role not in found]
    places = [place for place, role in enumerate(found) if role == "text"]
    if "goals" in missing and not places:
        return found
    for place in places:
        found[place] = ""
        if missing and _in_order(found, place, missing[0]):
            found[place] = missing.pop(0)
    figures = [place for place, role in enumerate(found) if role == "number"]
    if "measures" not in found and figures and "actions" in found:
        found[figures[0]] = ""
    return found


def _in_order(roles: Sequence[str], place: int, role: str) -> bool:
    """Whether no column of a later kind stands before a place."""
    later = MAIN[MAIN.index(role) + 1 :]
    return not any(other in later for other in roles[:place])
