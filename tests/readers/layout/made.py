"""Documents made by hand, written as they look.

A table is a text with a row on each line and "|" between cells. In a cell "/" parts lines; a line
that begins with "* " is a list item and with "** " one nested in it; "^" repeats the cell above
and "<" the cell to the left, as merged cells do.
"""

from __future__ import annotations

from dataclasses import replace

from suunta.core.strategy import Goal, Span, Strategy
from suunta.readers.blocks import Block, Cell, Document, Heading, Line, Table
from suunta.readers.layout import interpret


def cell(text: str) -> Cell:
    """A cell from its lines."""
    return Cell(tuple(line(part) for part in text.split("/") if part.strip()))


def line(text: str) -> Line:
    """A paragraph, or a list item when it begins with "* " or "** "; "!" makes it bold."""
    text = text.strip()
    for mark, depth in (("** ", 1), ("* ", 0)):
        if text.startswith(mark):
            return Line(text.removeprefix(mark), depth)
    return Line(text.removeprefix("!"), bold=text.startswith("!"))


def table(text: str, name: str | None = None) -> Table:
    """A table from its rows; each cell's span names it as a spreadsheet does."""
    rows: list[tuple[Cell, ...]] = []
    for row_number, row in enumerate(text.strip().splitlines(), start=1):
        made: list[Cell] = []
        for column, part in enumerate(row.split("|")):
            place = Span(sheet=name, cell=f"{chr(ord('A') + column)}{row_number}")
            made.append(replace(_one(part.strip(), made, rows, column), span=place))
        rows.append(tuple(made))
    return Table(tuple(rows), name)


def _one(text: str, left: list[Cell], above: list[tuple[Cell, ...]], column: int) -> Cell:
    if text == "^":
        return replace(above[-1][column], continues_above=True)
    if text == "<":
        return replace(left[-1], continues_left=True)
    return cell(text.replace("\\n", "/"))


def with_numbers(made: Table, numbers: dict[str, tuple[float, bool]]) -> Table:
    """The table with the cells of these names holding numbers: (value, formatted as per cent)."""
    rows = tuple(
        tuple(
            replace(one, number=numbers[name][0], is_percent=numbers[name][1])
            if (name := one.span.cell or "") in numbers
            else one
            for one in row
        )
        for row in made.rows
    )
    return replace(made, rows=rows)


def document(*blocks: Block | str) -> Document:
    """A document from blocks; a text "# Title" is a heading of level 1, other texts are lines."""
    return Document(tuple(_block(block) for block in blocks))


def _block(block: Block | str) -> Block:
    if not isinstance(block, str):
        return block
    level = len(block) - len(block.lstrip("#"))
    return Heading(block[level:].strip(), level) if level else line(block)


def read(*blocks: Block | str) -> Strategy:
    """The strategy in a document made of blocks."""
    return interpret(document(*blocks), "made.docx")


def goals(strategy: Strategy) -> list[tuple[str, str, list[str], list[str]]]:
    """Each goal as its number, title, actions' and measures' texts."""
    return [(goal.number, goal.title, actions(goal), measures(goal)) for goal in strategy.goals()]


def areas(strategy: Strategy) -> list[tuple[str, str]]:
    """The number and name of each focus area."""
    return [(area.number, area.name) for area in strategy.focus_areas]


def actions(goal: Goal) -> list[str]:
    """The texts of a goal's actions."""
    return [action.text for action in goal.actions]


def measures(goal: Goal) -> list[str]:
    """The texts of a goal's measures."""
    return [measure.text for measure in goal.measures]
