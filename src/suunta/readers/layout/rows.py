"""The rows of a table under headed columns -> areas, goals, actions and measures."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from suunta.readers.blocks import Cell
from suunta.readers.layout.columns import Column
from suunta.readers.layout.drafts import ActionDraft, MeasureDraft, Value
from suunta.readers.layout.events import Grid, row_label
from suunta.readers.layout.grid import Band, Head, Row
from suunta.readers.layout.items import Item, items_of
from suunta.readers.layout.labels import label_role, own_number
from suunta.readers.layout.numbers import same
from suunta.readers.layout.reading import Reading, add_actions, add_measures, add_points
from suunta.readers.table.drafts import text_goes_on
from suunta.readers.table.headers import MAIN
from suunta.readers.table.numbering import area_number

OF_MEASURES = (
    "baseline",
    "target",
    "baseline_year",
    "target_year",
    "source",
    "unit",
    "schedule",
)
LONGEST_BAND = 200
Columns = tuple[Column, ...]


def read_grid(reading: Reading, grid: Grid) -> None:
    """Read a table with headed columns."""
    columns: Columns = ()
    fresh = True  # the row follows a row of headings: it may go on with the page above
    if grid.has_goals and not _names_areas(grid):
        reading.area_above(reading.levels.areas)
    for place, part in enumerate(grid.parts):
        if isinstance(part, Head):
            columns, fresh = part.columns, True
            continue
        if row_label(part) == "goals" and not _has_goals(columns):
            _read_labelled_goal(reading, part.cells)
        elif isinstance(part, Band) and _is_band(reading, columns, part):
            following = grid.parts[place + 1 : place + 2]
            _read_band(reading, columns, part, isinstance((*following, None)[0], Band))
        else:
            read_row(reading, columns, part.cells, fresh)
        fresh = False


def _has_goals(columns: Columns) -> bool:
    return any(column.role == "goals" for column in columns)


def _read_labelled_goal(reading: Reading, cells: Row) -> None:
    """A row like "Tavoite 2 | Osaajat viihtyvät"."""
    label, *others = [cell for cell in cells if cell.text.strip() and not cell.continues_left]
    items = items_of([line for cell in others for line in cell.lines])
    if items:
        goal = reading.new_goal(items[0].text, items[0].span, own_number(label.text))
        add_points(goal, items[1:])


def _names_areas(grid: Grid) -> bool:
    heads = [part for part in grid.parts if isinstance(part, Head)]
    return any(column.role == "areas" for head in heads for column in head.columns)


def _is_band(reading: Reading, columns: Columns, band: Band) -> bool:
    """Whether a row of one text names an area or a goal; else it is a row like others."""
    text = band.cell.text.strip()
    if band.merged:
        return True
    place = next(i for i, cell in enumerate(band.cells) if cell is band.cell)
    if place >= len(columns) or columns[place].role not in ("goals", "areas", "number"):
        return place == 0 and (not columns[0].role or _is_bold(band.cell))
    if columns[place].role == "areas" or reading.style.number(text):
        return False
    return _is_bold(band.cell) or area_number(text) is not None


def _is_bold(cell: Cell) -> bool:
    return cell.header or (bool(cell.lines) and all(line.bold for line in cell.lines))


def _read_band(reading: Reading, columns: Columns, band: Band, again: bool) -> None:
    """again: another band follows, so this one is the higher."""
    text = " ".join(band.cell.text.split())
    if len(text) > LONGEST_BAND or text.startswith("*") or label_role(text) in MAIN:
        return
    has_goals = _has_goals(columns)
    is_goal = reading.style.number(text) is not None and not _is_higher(reading, text)
    if is_goal or (not has_goals and not again):
        if not (reading.goal and same(reading.goal.source, text)):
            reading.new_goal(text, band.cell.span)
    else:
        reading.area(text, band.cell.span)


def _is_higher(reading: Reading, text: str) -> bool:
    """Whether a number of one part is an area's, where goals are numbered alike."""
    return reading.style.name in ("plain", "spaced") and area_number(text) is not None


def read_row(reading: Reading, columns: Columns, row: Row, fresh: bool = False) -> None:
    """Read a row of content; fresh: it may go on with a page above."""
    by_role = {
        role: list(_cells(columns, row, role)) for role in {c.role for c in columns if c.role}
    }
    for _, cell in by_role.get("areas", []):
        if not cell.continues_above and cell.text.strip():
            reading.area(" ".join(cell.text.split()), cell.span)
    if "goals" in by_role:
        _read_goal(reading, by_role, fresh)
    elif not _has_items(by_role):
        return
    _read_actions(reading, by_role, fresh)
    _read_measures(reading, by_role, fresh)


def _cells(columns: Columns, row: Row, role: str) -> Iterator[Value]:
    for column, cell in zip(columns, row, strict=False):
        if column.role == role:
            yield column, _without_heading(cell, column)


def _without_heading(cell: Cell, column: Column) -> Cell:
    """The cell without a line that repeats the column's heading, as page breaks leave behind."""
    lines = tuple(line for line in cell.lines if line.text.strip() != column.heading)
    return cell if len(lines) == len(cell.lines) else replace(cell, lines=lines)


def _has_items(by_role: dict[str, list[Value]]) -> bool:
    return any(
        cell.text.strip() for role in ("actions", "measures") for _, cell in by_role.get(role, [])
    )


def _read_goal(reading: Reading, by_role: dict[str, list[Value]], fresh: bool) -> None:
    cell = by_role["goals"][0][1]
    items = items_of(cell.lines, cell.span)
    number = " ".join(cell.text.strip() for _, cell in by_role.get("number", [])[:1])
    goal = reading.goal
    if not items or (cell.continues_above and goal):
        return
    title = f"{number} {items[0].text}" if number else items[0].text
    if goal and (
        items[0].text == goal.title or same(goal.source, title) or same(goal.source, items[0].text)
    ):
        _add_new_points(reading, items[1:])
        return
    if goal and items[0].listed:
        _add_new_points(reading, items)
        return
    if goal and fresh and not reading.style.number(items[0].text) and _goes_on(reading, items[0]):
        goal.title = f"{goal.title} {items[0].text}"
        _add_new_points(reading, items[1:])
        return
    _begin_goal(reading, items, number, cell)


def _goes_on(reading: Reading, item: Item) -> bool:
    goal = reading.goal
    return (
        goal is not None
        and not goal.points
        and text_goes_on([goal.title], item.text, reading.words)
    )


def _begin_goal(reading: Reading, items: list[Item], number: str, cell: Cell) -> None:
    if label_role(items[0].text.rstrip(" 0123456789.:")) == "goals" and len(items) > 1:
        number, items = number or items[0].text.split()[-1].strip(".:"), items[1:]
    add_points(reading.new_goal(items[0].text, items[0].span, number), items[1:])


def _add_new_points(reading: Reading, items: Sequence[Item]) -> None:
    if reading.goal:
        known = set(reading.goal.points)
        add_points(reading.goal, [item for item in items if item.text not in known])


def _read_actions(reading: Reading, by_role: dict[str, list[Value]], fresh: bool) -> None:
    cells = [
        (column, cell)
        for column, cell in by_role.get("actions", [])
        if cell.text.strip() and not cell.continues_above
    ]
    for column, cell in cells:
        goal = reading.goal_here()
        items = items_of(cell.lines, cell.span)
        if (
            fresh
            and goal.actions
            and items
            and _continues(reading, goal.actions[-1].text, items[0])
        ):
            last = goal.actions[-1]
            last.text, items = f"{last.text} {items[0].text}", items[1:]
        actions = add_actions(goal, items)
        for action in actions:
            action.year = action.year or _year_of(column)
        for role in ("responsible", "schedule"):
            _put_beside(actions, role, [c for _, c in by_role.get(role, [])])


def _year_of(column: Column) -> int | None:
    return int(column.period) if column.period and column.period.isdigit() else None


def _continues(reading: Reading, above: str, item: Item) -> bool:
    return not item.listed and text_goes_on([above], item.text, reading.words)


def _put_beside(actions: Sequence[ActionDraft], role: str, cells: Sequence[Cell]) -> None:
    """Give each action its line of another cell, or all of it."""
    for cell in cells:
        texts = [item.text for item in items_of(cell.lines, cell.span)]
        for place, action in enumerate(actions):
            own = [texts[place]] if len(texts) == len(actions) else texts
            beside = action.responsible if role == "responsible" else action.schedule
            beside += [text for text in own if text not in beside]


def _read_measures(reading: Reading, by_role: dict[str, list[Value]], fresh: bool) -> None:
    values = [value for role in OF_MEASURES for value in by_role.get(role, [])]
    for column, cell in by_role.get("measures", []):
        items = items_of(cell.lines, cell.span)
        if not items or cell.continues_above:
            continue
        goal = reading.goal_here()
        if fresh and goal.measures and _continues(reading, goal.measures[-1].text, items[0]):
            last = goal.measures[-1]
            last.text, items = f"{last.text} {items[0].text}", items[1:]
        measures = add_measures(goal, items)
        for measure in measures:
            measure.inferred = column.guessed
        _give_values(measures, values)


def _give_values(measures: Sequence[MeasureDraft], values: Sequence[Value]) -> None:
    """Give a row's one measure the row's values; of several measures, each its line of a cell."""
    for column, cell in values:
        lines = [line for line in cell.lines if line.text.strip()]
        for place, measure in enumerate(measures):
            if len(measures) == 1:
                measure.values.append((column, cell))
            elif len(lines) == len(measures):
                measure.values.append((column, Cell(lines=(lines[place],), span=cell.span)))
