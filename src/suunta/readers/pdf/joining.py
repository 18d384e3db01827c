"""Tables and paragraphs that a page's end breaks are joined; repeated header rows are dropped."""

from __future__ import annotations

from collections.abc import Sequence

from suunta.readers.pdf.paragraphs import ends_broken, has_room
from suunta.readers.pdf.parts import Grid, GridCell, Item, Para

SAME_EDGE = 5.0
MOST_HEADER_ROWS = 4


def over_pages(pages: Sequence[Sequence[Item]]) -> list[Item]:
    """The items of all pages, what goes on from page to page joined."""
    found: list[Item] = []
    for items in pages:
        own = list(items)
        if found and own:
            last, first = found[-1], own[0]
            if isinstance(last, Grid) and isinstance(first, Grid) and _same_columns(last, first):
                _append(last, first)
                own.pop(0)
            elif isinstance(last, Para) and isinstance(first, Para) and _continues(last, first):
                last.lines += first.lines
                own.pop(0)
        found += own
    return found


def _same_columns(last: Grid, first: Grid) -> bool:
    if last.width != first.width:
        return False
    shift = first.xs[0] - last.xs[0]
    tolerance = SAME_EDGE if last.ruled else 4 * SAME_EDGE
    inner = zip(last.xs[1:-1], first.xs[1:-1], strict=True)
    return all(abs(new - old - shift) < tolerance for old, new in inner) or all(
        abs(new - old) < tolerance for old, new in zip(last.xs[1:-1], first.xs[1:-1], strict=True)
    )


def _append(last: Grid, first: Grid) -> None:
    """Adds the rows of a table's part on the next page to it."""
    skipped = _repeated(last, first)
    if skipped < first.height and _breaks_row(last, first, skipped):
        _join_rows(last, first, skipped)
        skipped += 1
    else:
        _join_tall(last, first, skipped)
    for (row, column), cell in first.cells.items():
        if row >= skipped:
            last.cells[row - skipped + last.height, column] = cell
        elif row + cell.rows > skipped:
            cell.rows -= skipped - row
            cell.paras = []
            last.cells[last.height, column] = cell
    last.height += first.height - skipped
    last.page, last.bottom = first.page, first.bottom


def _repeated(last: Grid, first: Grid) -> int:
    """How many rows at the top repeat those at the top of the table."""
    for row in range(min(MOST_HEADER_ROWS, first.height, last.height)):
        if _row_text(first, row) != _row_text(last, row):
            return row
    return min(MOST_HEADER_ROWS, first.height, last.height)


def _row_text(grid: Grid, row: int) -> tuple[str, ...]:
    return tuple(
        _text(grid.cells[row, column]) if (row, column) in grid.cells else ""
        for column in range(grid.width)
    )


def _text(cell: GridCell) -> str:
    return " ".join(line.text for para in cell.paras for line in para.lines)


def _cell_at(grid: Grid, row: int, column: int) -> GridCell | None:
    """The cell that covers a place."""
    for (top, left), cell in grid.cells.items():
        if top <= row < top + cell.rows and left <= column < left + cell.columns:
            return cell
    return None


def _pairs(last: Grid, first: Grid, row: int) -> list[tuple[int, GridCell, GridCell]]:
    """Cells of the last row and, below them on the next page, those of a row."""
    pairs = []
    for column in range(first.width):
        below = first.cells.get((row, column))
        above = _cell_at(last, last.height - 1, column)
        if below is not None and above is not None:
            pairs.append((column, above, below))
    return pairs


def _breaks_row(last: Grid, first: Grid, row: int) -> bool:
    """Whether a row is the rest of the last row of the page before: some text goes on in it,
    and none begins that would have had room there."""
    goes_on = False
    for _, above, below in _pairs(last, first, row):
        if not below.paras or not above.paras:
            if below.paras and above.rows == 1 and below.paras[0].bullet is None:
                return False
            continue
        verdict = _verdict(above.paras[-1], below.paras[0])
        if verdict is False and above.rows == 1:
            return False
        goes_on = goes_on or (verdict is True and above.rows == 1)
    return goes_on


def _verdict(above: Para, below: Para) -> bool | None:
    """Whether a text goes on in another: yes, no, or perhaps."""
    if below.bullet is not None:
        return None
    last, first = above.last, below.lines[0]
    if ends_broken(last):
        return True
    if has_room(last, first, above.right):
        return False
    start = first.words[0].text[0]
    return True if start.islower() or start in "(%€" or _hangs(above, below) else None


def _hangs(above: Para, below: Para) -> bool:
    """Whether a text stands as far in as that of the list item above, without a bullet."""
    if above.bullet is None:
        return False
    inwards = above.last.x0 - above.bullet > SAME_EDGE / 2
    return inwards and abs(below.lines[0].x0 - above.last.x0) < SAME_EDGE / 2


def _join_rows(last: Grid, first: Grid, row: int) -> None:
    for _, above, below in _pairs(last, first, row):
        _join_cells(above, below)


def _join_tall(last: Grid, first: Grid, row: int) -> None:
    """Joins the text of cells that go on although their row does not: merged cells' texts."""
    if row >= first.height:
        return
    for column, above, below in _pairs(last, first, row):
        if not above.paras or not below.paras or column > 1:
            continue
        if _verdict(above.paras[-1], below.paras[0]) is True:
            _join_cells(above, below)
            below.paras = []


def _join_cells(above: GridCell, below: GridCell) -> None:
    paras = below.paras
    if above.paras and paras and _verdict(above.paras[-1], paras[0]):
        above.paras[-1].lines += paras[0].lines
        paras = paras[1:]
    above.paras += paras


def _continues(last: Para, first: Para) -> bool:
    """Whether a paragraph goes on at the top of the next page."""
    if first.bullet is not None or last.page == first.page:
        return False
    same = abs(last.last.size - first.lines[0].size) < 0.5
    start = first.lines[0].words[0].text[0]
    broken = ends_broken(last.last)
    full = not has_room(last.last, first.lines[0], last.right)
    return same and last.last.bold == first.lines[0].bold and (broken or (full and start.islower()))
