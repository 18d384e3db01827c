"""OpenDocument spreadsheets (.ods) -> blocks: a table for each sheet that shows."""

from __future__ import annotations

from collections.abc import Iterator

from suunta.core.errors import InputError
from suunta.readers.archive import Archive
from suunta.readers.blocks import Document
from suunta.readers.colours import without_usual_colour
from suunta.readers.ods.cells import cell_of, is_unstored
from suunta.readers.ods.styles import Element, Styles, o
from suunta.readers.sheets import (
    MOST_ROWS,
    STRATEGY_ALONE,
    Range,
    Sheet,
    refuse_unstored,
    span_of,
    table_of,
)

LAST_COLUMN = 16_383
LAST_ROW = 1_048_575
MANIFEST = "META-INF/manifest.xml"
CELLS = (o("table:table-cell"), o("table:covered-table-cell"))
GROUPS = {
    o(f"table:table-{part}{name}")
    for part in ("row", "column", "header-row", "header-column")
    for name in ("-group", "s")
}


def read_document(name: str, data: bytes) -> Document:
    """The blocks of an OpenDocument spreadsheet. Raises: InputError."""
    archive = Archive(name, data, "an OpenDocument spreadsheet", ".ods")
    if MANIFEST in archive and archive.tree(MANIFEST).find(".//{*}encryption-data") is not None:
        remedy = "Open it in LibreOffice, save it without a password and give that file."
        raise archive.fault("The document is encrypted with a password.", remedy=remedy)
    root = archive.tree("content.xml")
    book = root.find(f"{o('office:body')}/{o('office:spreadsheet')}")
    if book is None:
        remedy = "Give a spreadsheet saved as .ods, or save a text document as .docx."
        raise archive.fault("The file is an OpenDocument, but no spreadsheet.", remedy=remedy)
    styles = Styles(archive.tree("styles.xml") if "styles.xml" in archive else None, root)
    sheets = [
        _sheet(archive, table, styles)
        for table in book.iterchildren(o("table:table"))
        if not styles.is_hidden(table.get(o("table:style-name")))
    ]
    refuse_unstored(name, sheets)
    tables = [table for sheet in sheets if (table := table_of(name, sheet))]
    return Document(tuple(without_usual_colour(tables)), _title(archive))


def _title(archive: Archive) -> str | None:
    if "meta.xml" not in archive:
        return None
    found = archive.tree("meta.xml").find(f".//{o('dc:title')}")
    return (found.text or "").strip() or None if found is not None else None


def _sheet(archive: Archive, table: Element, styles: Styles) -> Sheet:
    sheet = Sheet(table.get(o("table:name"), ""))
    looks: list[tuple[int, str | None]] = []  # the last column and the style of each stretch
    column = row = 0
    filled = 0
    for element in _flattened(table):
        if element.tag == o("table:table-column"):
            last = min(column + _times(element, "columns"), LAST_COLUMN + 1) - 1
            looks.append((last, element.get(o("table:default-cell-style-name"))))
            if _is_hidden(element):
                sheet.hidden_columns.append((column, last))
            column = last + 1
        elif element.tag == o("table:table-row"):
            times = _times(element, "rows")
            hidden = _is_hidden(element)
            if hidden and times <= MOST_ROWS:
                sheet.hidden_rows.update(range(row, row + times))
            if _has_content(element) and (not hidden or times == 1):
                filled += times
                if filled > MOST_ROWS or row + times > LAST_ROW + 1:
                    raise _too_long(archive, sheet)
                for place in range(row, row + times):
                    _read_row(archive, sheet, element, place, looks, styles)
            row += times
            if row > LAST_ROW:
                break
    return sheet


def _flattened(table: Element) -> Iterator[Element]:
    """The columns and rows of a table, those in groups included."""
    for one in table:
        if one.tag in GROUPS:
            yield from _flattened(one)
        else:
            yield one


def _times(element: Element, what: str) -> int:
    """How often a row, column or cell is repeated."""
    times = element.get(o(f"table:number-{what}-repeated"), "1")
    return max(1, int(times)) if times.isdecimal() and len(times) < 12 else 1


def _is_hidden(element: Element) -> bool:
    return element.get(o("table:visibility"), "visible") in ("collapse", "filter")


def _has_content(row: Element) -> bool:
    return any(
        cell.get(o("office:value-type")) or cell.get(o("table:formula")) or len(cell)
        for cell in row.iterchildren(*CELLS)
    )


def _too_long(archive: Archive, sheet: Sheet) -> InputError:
    what = f"The sheet has more than {MOST_ROWS} rows with content."
    return archive.fault(what, f"sheet {sheet.name}", STRATEGY_ALONE)


def _read_row(
    archive: Archive,
    sheet: Sheet,
    row: Element,
    place: int,
    looks: list[tuple[int, str | None]],
    styles: Styles,
) -> None:
    column = 0
    for element in row.iterchildren(*CELLS):
        times = _times(element, "columns")
        if element.tag == CELLS[0] and (len(element) or element.get(o("office:value-type"))):
            for at in range(column, min(column + times, LAST_COLUMN + 1)):
                own = element.get(o("table:style-name"))
                look = own or next((style for last, style in looks if at <= last), None)
                cell = cell_of(element, look, styles, span_of(sheet.name, place, at))
                if cell is not None:
                    sheet.put(archive.name, place, at, cell)
                    sheet.merged += _merged(element, place, at)
        if is_unstored(element) and place not in sheet.hidden_rows:
            sheet.unstored.append(str(span_of(sheet.name, place, column).cell))
        column += times
        if column > LAST_COLUMN:
            break


def _merged(element: Element, row: int, column: int) -> Iterator[Range]:
    tall, wide = (
        int(text) if text.isdecimal() and len(text) < 12 else 1
        for text in (
            element.get(o(f"table:number-{what}-spanned"), "1") for what in ("rows", "columns")
        )
    )
    if tall > 1 or wide > 1:
        yield Range(row, column, min(row + tall - 1, LAST_ROW), min(column + wide - 1, LAST_COLUMN))
