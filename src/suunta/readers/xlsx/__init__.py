"""Excel workbooks (.xlsx) -> blocks: a table for each sheet that shows.

Read part by part instead of with openpyxl, which builds every cell of a merged range and of a
100,000-row sheet before anything can be refused.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from suunta.core.errors import InputError
from suunta.readers.archive import Archive
from suunta.readers.blocks import Document
from suunta.readers.colours import without_usual_colour
from suunta.readers.package import part_of_kind, relations, title_of
from suunta.readers.sheets import (
    MOST_ROWS,
    STRATEGY_ALONE,
    Range,
    Sheet,
    refuse_unstored,
    span_of,
    table_of,
)
from suunta.readers.xlsx.cells import Cells, Text, is_unstored, text_of
from suunta.readers.xlsx.notes import notes_of
from suunta.readers.xlsx.styles import Element, Looks, x

RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
REFERENCE = re.compile(r"\$?([A-Z]{1,3})\$?([1-9]\d{0,6})")
ON = ("1", "true")
MOST_SHEETS = 200
MOST_STRINGS = 200_000
MOST_HIDDEN_ROWS = 1_000  # read, since a merged cell that begins in one may show below it
LAST_COLUMN = 16_383


def read_document(name: str, data: bytes) -> Document:
    """The blocks of a workbook. Raises: InputError."""
    archive = Archive(name, data, "an Excel workbook", ".xlsx")
    main = part_of_kind(archive, "", "officeDocument") or "xl/workbook.xml"
    if main.endswith(".bin"):
        raise archive.fault(
            "The workbook is of the binary kind (.xlsb).", main, "Save it as .xlsx."
        )
    book = archive.tree(main)
    if book.tag != x("workbook"):
        raise archive.fault("The file is an Office file, but no workbook.", main)
    cells = _cells(archive, main, book)
    sheets = [_sheet(archive, path, title, cells) for title, path in _visible(archive, main, book)]
    refuse_unstored(name, sheets)
    tables = [table for sheet in sheets if (table := table_of(name, sheet))]
    return Document(tuple(without_usual_colour(tables)), title_of(archive))


def _cells(archive: Archive, main: str, book: Element) -> Cells:
    styles, theme = (part_of_kind(archive, main, kind) for kind in ("styles", "theme"))
    looks = Looks(
        None if styles is None else archive.tree(styles),
        None if theme is None else archive.tree(theme),
    )
    properties = book.find(x("workbookPr"))
    from_1904 = properties is not None and properties.get("date1904") in ON
    return Cells(_strings(archive, main, looks), looks, from_1904)


def _strings(archive: Archive, main: str, looks: Looks) -> list[Text]:
    path = part_of_kind(archive, main, "sharedStrings")
    found: list[Text] = []
    if path is None:
        return found
    for element in archive.elements(path, x("si")):
        found.append(text_of(element, looks))
        if len(found) > MOST_STRINGS:
            what = f"The workbook has more than {MOST_STRINGS} different texts."
            raise archive.fault(what, path, STRATEGY_ALONE)
    return found


def _visible(archive: Archive, main: str, book: Element) -> list[tuple[str, str]]:
    """The sheets that are not hidden, in order: name and part."""
    parts = relations(archive, main)
    found = []
    for one in book.iter(x("sheet")):
        kind, path = parts.get(one.get(RELATION, ""), ("", ""))
        if kind == "worksheet" and one.get("state", "visible") == "visible":
            found.append((one.get("name", ""), path))
    if len(found) > MOST_SHEETS:
        what = f"The workbook has {len(found)} sheets; at most {MOST_SHEETS} are read."
        raise archive.fault(what, main, STRATEGY_ALONE)
    return found


def _sheet(archive: Archive, path: str, title: str, cells: Cells) -> Sheet:
    sheet = Sheet(title)
    notes = notes_of(archive, path)
    row = -1
    filled = 0
    for element in archive.elements(path, x("col"), x("row"), x("mergeCell")):
        if element.tag == x("col"):
            _hide_columns(sheet, element)
        elif element.tag == x("mergeCell"):
            sheet.merged += _range(element.get("ref", ""))
        else:
            row = _row_number(element, row)
            if element.get("hidden") in ON:
                sheet.hidden_rows.add(row)
                if len(sheet.hidden_rows) > MOST_HIDDEN_ROWS:
                    continue
            filled += _read_row(archive, sheet, element, row, cells, notes)
            if filled > MOST_ROWS:
                raise _too_long(archive, title)
    return sheet


def _read_row(
    archive: Archive, sheet: Sheet, element: Element, row: int, cells: Cells, notes: dict[str, str]
) -> bool:
    """Read a row's cells into the sheet; whether it has any content that shows."""
    shows = row not in sheet.hidden_rows
    column = -1
    filled = False
    for one in element.iterfind(x("c")):
        reference = REFERENCE.fullmatch(one.get("r", ""))
        column = _column(reference.group(1)) if reference else column + 1
        if column > LAST_COLUMN:
            break
        span = span_of(sheet.name, row, column)
        if shows and is_unstored(one) and sheet.shows_column(column):
            sheet.unstored.append(str(span.cell))
        cell = cells.read(one, span)
        if cell is not None:
            filled = shows
            note = notes.get(str(span.cell))
            sheet.put(archive.name, row, column, replace(cell, note=note) if note else cell)
    return filled


def _row_number(element: Element, before: int) -> int:
    number = element.get("r", "")
    return int(number) - 1 if re.fullmatch(r"[1-9]\d{0,6}", number) else before + 1


def _too_long(archive: Archive, title: str) -> InputError:
    what = f"The sheet has more than {MOST_ROWS} rows with content."
    return archive.fault(what, f"sheet {title}", STRATEGY_ALONE)


def _hide_columns(sheet: Sheet, element: Element) -> None:
    first, last = element.get("min", ""), element.get("max", "")
    if element.get("hidden") in ON and first.isdecimal() and last.isdecimal():
        sheet.hidden_columns.append((int(first) - 1, int(last) - 1))


def _range(text: str) -> Iterator[Range]:
    """The merged range of a reference "A1:C3"."""
    ends = [REFERENCE.fullmatch(end) for end in text.split(":")]
    if len(ends) == 2 and ends[0] and ends[1]:
        rows = sorted(int(end.group(2)) - 1 for end in ends if end)
        columns = sorted(_column(end.group(1)) for end in ends if end)
        yield Range(rows[0], columns[0], rows[1], columns[1])


def _column(letters: str) -> int:
    number = 0
    for letter in letters:
        number = 26 * number + ord(letter) - ord("A") + 1
    return number - 1
