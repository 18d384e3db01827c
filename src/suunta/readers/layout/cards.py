"""A small table for each goal, whose rows are labelled by their first cell -> goals."""

from __future__ import annotations

from collections.abc import Sequence

from suunta.readers.blocks import Cell, Line
from suunta.readers.layout.columns import Column, Heading, period_in, read_columns
from suunta.readers.layout.events import Card, row_label
from suunta.readers.layout.grid import Band, Content, Head, Part
from suunta.readers.layout.items import Item, items_of
from suunta.readers.layout.labels import NUMBER, inline_label, own_number
from suunta.readers.layout.reading import Reading, add_actions, add_measures, add_points
from suunta.readers.layout.rows import OF_MEASURES, read_row
from suunta.readers.table.headers import MAIN
from suunta.readers.table.numbering import area_number

LONGEST_LABEL = 45


def read_card(reading: Reading, card: Card) -> None:
    """Read a table of labelled rows; what its first row names alone is the goal."""
    role, number = "", ""
    columns: tuple[Column, ...] = ()
    if card.has_goals:
        reading.area_above(reading.levels.areas)
    if is_turned(card.parts):
        _read_turned(reading, card.parts)
        return
    for place, part in enumerate(card.parts):
        if isinstance(part, Head):
            continue
        label = row_label(part) or _unknown_label(card.parts, place)
        cells = _beside(part, labelled=bool(label))
        if label:
            columns = _sub_columns(part)
            role = label
            number = own_number(part.cells[0].text) if label in ("goals", "areas") else ""
        if columns:
            if not label:
                read_row(reading, columns, part.cells)
        elif cells:
            if label or (role and not _titles_goal(card.parts, place)):
                _read_labelled(reading, role, number, part.cells[0].text, cells)
            else:
                role = ""
                _read_title(reading, cells)


def _unknown_label(parts: Sequence[Part], place: int) -> str:
    """What a row holds whose first cell is a label by its form alone, beside labels that are known:
    the goal where the card has none yet, else nothing of ours ("notes")."""
    if not _looks_labelled(parts[place]):
        return ""
    known = [row_label(part) for part in parts]
    if 2 * sum(map(bool, known)) < sum(map(_looks_labelled, parts)):
        return ""
    first = not any(known[:place]) and not any(map(_looks_labelled, parts[:place]))
    return "goals" if first and "goals" not in known else "notes"


def _looks_labelled(part: Part) -> bool:
    """Whether a row is two cells, of which the first is a few words without a number."""
    if not isinstance(part, Content) or len(part.cells) != 2 or part.cells[0].continues_above:
        return False
    label, content = (cell.text.strip() for cell in part.cells)
    short = len(label) < LONGEST_LABEL and not label.endswith(".")
    return bool(label and content) and short and not any(sign.isdigit() for sign in label)


def _sub_columns(part: Part) -> tuple[Column, ...]:
    """The columns that the cells beside a label head: "Mätare | Indikator | Nuläge | Mål"."""
    cells = part.cells if isinstance(part, Content) else ()
    columns = read_columns(
        [Heading(cell.text.strip() if place else "") for place, cell in enumerate(cells)], []
    )
    filled = sum(bool(cell.text.strip()) and not cell.continues_left for cell in cells[1:])
    known = [column for column in columns or () if column.role]
    return columns if columns and len(known) == filled else ()


def is_turned(parts: Sequence[Part]) -> bool:
    """Whether each column is a goal: several titles beside an empty or labelled first cell."""
    rows = [part.cells for part in parts if not isinstance(part, Head)]
    first = rows[0] if rows else ()
    labelled = bool(first) and (not first[0].text.strip() or row_label(parts[0]) == "goals")
    return labelled and all(
        sum(bool(cell.text.strip()) and not cell.continues_left for cell in row[1:]) > 1
        for row in rows[:2]
    )


def _read_turned(reading: Reading, parts: Sequence[Part]) -> None:
    """Read a table whose columns are goals and whose rows are labelled."""
    rows = [(row_label(part), part.cells) for part in parts if not isinstance(part, Head)]
    for column in range(1, len(rows[0][1])):
        role = "goals"
        for label, cells in rows:
            role = label or role
            cell = cells[column]
            if cell.text.strip() and not cell.continues_left:
                _read_labelled(reading, role, "", cells[0].text, [cell])


def _beside(part: Part, labelled: bool) -> list[Cell]:
    """The filled cells of a row, without its label."""
    if isinstance(part, Head):
        return []
    own = [
        cell
        for place, cell in enumerate(part.cells)
        if not cell.continues_left and not (place == 0 and cell.continues_above)
    ]
    return [cell for cell in (own[1:] if labelled else own) if cell.text.strip()]


def _titles_goal(parts: Sequence[Part], place: int) -> bool:
    """Whether a row of one text stands right above a labelled row, below a finished card."""
    part, after = parts[place], parts[place + 1 : place + 2]
    return isinstance(part, Band) and part.merged and bool(after) and bool(row_label(after[0]))


def _read_title(reading: Reading, cells: Sequence[Cell]) -> None:
    """The goal's own row: its title, or its number and title in two cells, and sub-points."""
    first, *others = cells
    items = items_of(first.lines, first.span)
    if others and items and not NUMBER.sub("", f"{items[0].text} ").strip():
        items = items_of([Line(f"{items[0].text} {others[0].lines[0].text}"), *others[0].lines[1:]])
    if not items:
        return
    _begin_goal(reading, items, "")


def _begin_goal(reading: Reading, items: Sequence[Item], number: str) -> None:
    goal = reading.new_goal(items[0].text, items[0].span)
    if not goal.number and (numbered := area_number(goal.title)) and not reading.style.name:
        goal.number, goal.title = numbered.number, numbered.text
    goal.number = goal.number or number
    add_points(goal, items[1:])


def _read_labelled(
    reading: Reading, role: str, number: str, label: str, cells: Sequence[Cell]
) -> None:
    lines = [line for cell in cells for line in cell.lines]
    items = items_of(lines, cells[0].span)
    if role == "areas":
        reading.area(" ".join(f"{number} {cells[0].text}".split()), cells[0].span)
    elif role == "goals":
        _begin_goal(reading, items, number)
    elif role == "actions":
        add_actions(reading.goal_here(), items)
    elif role == "measures":
        add_measures(reading.goal_here(), items)
    elif role in ("responsible", "schedule"):
        for action in reading.goal_here().actions:
            texts = action.responsible if role == "responsible" else action.schedule
            texts += [item.text for item in items]
    if role in OF_MEASURES:
        _give(reading, role, label, cells)


def _give(reading: Reading, role: str, label: str, cells: Sequence[Cell]) -> None:
    """Give the goal's measures a labelled row: a line each, or all of it where there is one."""
    measures = reading.goal_here().measures
    column = Column(role, label, period_in(Heading(label)))
    lines = [line for cell in cells for line in cell.lines if line.text.strip()]
    for place, measure in enumerate(measures):
        if len(measures) == 1:
            measure.values.append((column, cells[0]))
        elif len(lines) == len(measures):
            measure.values.append((column, Cell(lines=(lines[place],), span=cells[0].span)))


def labelled_line(reading: Reading, text: str, line: Line) -> None:
    """A line that labels itself: "Mittari: ...", "Vastuu: ..."."""
    role, content = inline_label(text) or ("", text)
    label = text.removesuffix(content).strip(" .:)–—-")
    texts = content.split("; ") if role in ("actions", "measures") else [content]
    depth = 0 if len(texts) > 1 else None
    cell = Cell(tuple(Line(each, depth, span=line.span) for each in texts), span=line.span)
    number = own_number(label) if role == "goals" else ""
    measures = reading.goal.measures if reading.goal else []
    if role == "goals":
        reading.area_above(None)
    elif role not in MAIN and reading.goal is None:
        return  # "Nykytila: ..." between a heading and its table is said of no measure
    if role in OF_MEASURES and measures:
        measures[-1].values.append((Column(role, label, period_in(Heading(label))), cell))
    else:
        _read_labelled(reading, role, number, label, [cell])
