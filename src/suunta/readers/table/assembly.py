"""Rows -> Strategy: focus areas, goals and their items, joined over page breaks."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import PurePath

from suunta.core.errors import InputError
from suunta.core.strategy import Strategy
from suunta.readers.table.build import built_areas
from suunta.readers.table.cells import Context, Item, Role, is_glued, items_of
from suunta.readers.table.drafts import AreaDraft, GoalDraft, add_items, text_goes_on
from suunta.readers.table.figures import Figure
from suunta.readers.table.headers import YEAR, Columns
from suunta.readers.table.markup import BULLET, TAG, Segment, segments
from suunta.readers.table.numbering import Numbered, goal_number, goal_style
from suunta.readers.table.outline import Heading, find_headings, heading_of, plain
from suunta.readers.table.preamble import Preamble, read_preamble
from suunta.readers.table.rows import Row
from suunta.readers.table.split import Names, names_in
from suunta.readers.table.words import Words, all_languages, detect_language, words_of

BESIDE = ("responsible", "schedule", "baseline", "target", "source", "unit")
Cells = Mapping[str, Sequence[Figure]]  # what a row holds, by the role of the column
TITLE_PARTS = 5  # a title runs over no more pages
NO_TABLE = (
    "A row must name the columns, parted by tabs: goals, actions and measures, in Finnish, "
    "Swedish or English."
)
NO_GOAL = (
    "Below the row of column headings, each goal needs a row with its text in the goals' column."
)


@dataclass
class _Reading:
    """Where the reading of a table stands."""

    words: Words
    names: Names
    style: str
    columns: Columns
    fallback: Heading  # the focus area of goals that stand under none
    areas: list[AreaDraft] = field(default_factory=list)
    last_role: str = "goals"

    @property
    def goal(self) -> GoalDraft | None:
        """The goal that rows belong to now."""
        goals = self.areas[-1].goals if self.areas else []
        return goals[-1] if goals else None

    def add_area(self, heading: Heading) -> None:
        self.areas.append(AreaDraft(heading))

    def add_goal(self, number: str) -> GoalDraft:
        if not self.areas:
            self.add_area(self.fallback)
        goal = GoalDraft(number)
        self.areas[-1].goals.append(goal)
        return goal


def assemble(rows: Sequence[Row], place: str = "") -> Strategy:
    """The strategy of a document's rows.

    place: the file's name, for errors, and for a document without a title. Raises: InputError
    where no row names the columns of a strategy table, or the table holds no goal.
    """
    header = next(((index, row.columns) for index, row in enumerate(rows) if row.columns), None)
    if header is None:
        raise InputError.single("No strategy table was found.", place, NO_TABLE)
    first, columns = header
    style = goal_style(_titles(rows, columns))
    headings = find_headings(rows, style)
    start = min([first, *headings])
    lines = [plain(row.cells[0]) for row in rows[:start]]
    preamble = read_preamble(lines, [heading for _, heading in columns.named()])
    if not preamble.title:
        preamble = replace(preamble, title=PurePath(place).stem or columns.named()[0][1])
    state = _begin(rows, columns, style, preamble)
    _read_rows(state, rows[start:], {index - start: heading for index, heading in headings.items()})
    return _finish(state, columns, preamble, place)


def _begin(rows: Sequence[Row], columns: Columns, style: str, preamble: Preamble) -> _Reading:
    text = "\n".join(cell for row in rows for cell in row.cells)
    words = words_of(detect_language(text))
    names = names_in(BULLET.sub(" • ", TAG.sub(" • ", text)), words, preamble.municipality)
    fallback = Heading("", preamble.title, None, ())
    return _Reading(words, names, style, columns, fallback)


def _finish(state: _Reading, columns: Columns, preamble: Preamble, place: str) -> Strategy:
    year = _action_year(columns)
    areas = built_areas(state.areas, preamble.legend, year, state.words.language)
    if not any(area.goals for area in areas):
        raise InputError.single("The table holds no goal.", place, NO_GOAL)
    return Strategy(
        title=preamble.title,
        subtitle=preamble.subtitle,
        vision=preamble.vision,
        municipality=preamble.municipality,
        language=state.words.language,
        term=preamble.term,
        action_year=year,
        column_headers=columns.named(),
        sector_legend=preamble.legend,
        focus_areas=areas,
    )


def _titles(rows: Sequence[Row], columns: Columns) -> list[str]:
    """The beginnings of the goals' cells, to see how goals are numbered."""
    place = columns.index("goals") or 0
    cells = (row.cells[place] for row in rows if not row.columns and len(row.cells) > place)
    return [plain(cell[:300])[:120] for cell in cells if cell.strip()]


def _action_year(columns: Columns) -> int | None:
    """The year in the heading of the actions."""
    years = [YEAR.findall(heading) for role, heading in columns.named() if role == "actions"]
    return int(years[0][0]) if years and len(years[0]) == 1 else None


def _read_rows(state: _Reading, rows: Sequence[Row], headings: Mapping[int, Heading]) -> None:
    slogans = {line for heading in headings.values() for line in heading.lines[1:]}
    for index, row in enumerate(rows):
        if index in headings:
            state.add_area(headings[index])
        elif row.columns:
            state.columns = row.columns
        elif row.line not in slogans:
            _read_row(state, row)


def _read_row(state: _Reading, row: Row) -> None:
    cells = _cells_by_role(state, row)
    if cells is None:
        return
    _read_area_cell(state, _first(cells, "areas"), row)
    _read_goal_cell(state, _first(cells, "goals"), row)
    goal = state.goal or state.add_goal("")
    if goal.lines[-1:] != [row.line]:
        goal.lines.append(row.line)
    found = _row_items(state, cells)
    for role, items in found.items():
        _put_beside(items, cells, role)
        add_items(goal.column(role), items, row.line, state.words)
    filled = [role for role, texts in cells.items() if any(told.text.strip() for told in texts)]
    state.last_role = filled[-1] if filled else state.last_role


def _cells_by_role(state: _Reading, row: Row) -> Cells | None:
    """The row's cells by the role of their column; None where the row is no part of the table."""
    if row.tabbed or len(state.columns.roles) < 2:
        cells: dict[str, list[Figure]] = {}
        columns = zip(state.columns.roles, state.columns.headings, row.cells, strict=False)
        for role, heading, cell in columns:
            if role:
                cells.setdefault(role, []).append(Figure(heading, cell))
        return cells
    text = row.cells[0]
    opening = plain(text[:300])
    if not opening:
        return None
    if goal_number(opening, state.style):
        return {"goals": [Figure("", text)]}
    marked = text.lstrip()[:1] == "<" or BULLET.match(text.lstrip()) is not None
    goes_on = marked or opening[0].islower() or not row.after_break
    return {state.last_role: [Figure("", text)]} if goes_on and state.goal else None


def _first(cells: Cells, role: str) -> str:
    """The text of the first column with a role; "" without one."""
    return next((told.text for told in cells.get(role, [])), "")


def _read_area_cell(state: _Reading, cell: str, row: Row) -> None:
    """A focus area given in a column of its own."""
    name = plain(cell)
    if name and not (state.areas and state.areas[-1].heading.name in name):
        state.add_area(heading_of(name, (row.line,)))


def _read_goal_cell(state: _Reading, cell: str, row: Row) -> None:
    found = segments(cell)
    items = items_of(found, Context(state.words, state.names, is_glued([found]), role="goals"))
    if not items:
        return
    numbered = goal_number(items[0].text, state.style)
    if numbered:
        items[0].parts = [numbered.text]
    goal = state.goal
    if goal is None or _begins_goal(state, goal, items[0], numbered):
        goal = state.add_goal(numbered.number if numbered else "")
        goal.title = list(items.pop(0).parts)
    elif numbered or _repeats_title(goal, items[0]):
        items.pop(0)
    elif not goal.points and not items[0].marked and items[0].bare and _goes_on(goal, items, state):
        goal.title += items.pop(0).parts
    add_items(goal.points, items, row.line, state.words)


def _goes_on(goal: GoalDraft, items: Sequence[Item], state: _Reading) -> bool:
    return text_goes_on(goal.title, items[0].text, state.words)


def _begins_goal(state: _Reading, goal: GoalDraft, first: Item, numbered: Numbered | None) -> bool:
    """Whether a goal's cell opens another goal than the one that rows belong to now."""
    if not state.areas[-1].goals:
        return True
    if state.style:
        return numbered is not None and numbered.number != goal.number
    if not first.bare or first.marked or _repeats_title(goal, first):
        return False
    above = goal.points[-1].parts if goal.points else goal.title
    return not text_goes_on(above, first.text, state.words)


def _repeats_title(goal: GoalDraft, item: Item) -> bool:
    """Whether a page break repeats the goal's title, with or without "continued"."""
    words = "|".join(re.escape(word) for word in all_languages("continued"))
    text = re.sub(rf"\s*\(?(?:{words})\)?\s*$", "", item.text, flags=re.I)
    return len(goal.title) < TITLE_PARTS and text == " ".join(goal.title)


def _row_items(state: _Reading, cells: Cells) -> dict[Role, list[Item]]:
    """The items of the row's actions and measures."""
    found: dict[Role, list[Segment]] = {
        role: [part for told in cells.get(role, []) for part in segments(told.text)]
        for role in ("actions", "measures")
    }
    tight = is_glued(found.values())
    whole, apart = (
        {
            role: items_of(parts, Context(state.words, state.names, tight, sentences, role))
            for role, parts in found.items()
        }
        for sentences in (False, True)
    )
    if len(apart["actions"]) == len(apart["measures"]):
        return apart
    closest = min(
        ((a, m) for a in (whole, apart) for m in (whole, apart)),
        key=lambda pair: abs(len(pair[0]["actions"]) - len(pair[1]["measures"])),
    )
    return {
        role: apart[role] if _all_sentences(apart[role]) else chosen[role]
        for role, chosen in zip(found, closest, strict=True)
    }


def _all_sentences(items: Sequence[Item]) -> bool:
    """Whether every item ends as a sentence does."""
    return all(re.search(r"[.!?](?:\s*\([^()]*\))?$", item.text) for item in items)


def _put_beside(items: Sequence[Item], cells: Cells, role: str) -> None:
    """Give each item what the row's other columns say: one each, or all of it to all."""
    top = [item for item in items if not item.nested]
    for name in BESIDE:
        if (name in ("responsible", "schedule")) != (role == "actions"):
            continue
        for told in cells.get(name, []):
            texts = [item.text for item in items_of(segments(told.text), Context(words_of("fi")))]
            shared = texts if len(texts) == len(top) else [" ".join(texts)] * len(top)
            for item, text in zip(top, shared, strict=True):
                item.beside.setdefault(name, []).append(Figure(told.heading, text))
