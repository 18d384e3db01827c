"""Excel workbooks: what shows of each sheet, as a table."""

from __future__ import annotations

import datetime as dt
import io
from typing import Any

import pytest
from office_files import S, book_parts, grid, relations, tables, zipped
from openpyxl import Workbook
from openpyxl.comments import Comment
from openpyxl.styles import Font
from openpyxl.styles.colors import Color

from suunta.core.errors import InputError
from suunta.readers.blocks import Cell, Document, Table
from suunta.readers.sheets import MOST_ROWS
from suunta.readers.xlsx import read_document


def saved(book: Workbook) -> Document:
    file = io.BytesIO()
    book.save(file)
    return read_document("mittarit.xlsx", file.getvalue())


def book_of(*rows: list[Any]) -> tuple[Workbook, Any]:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in rows:
        sheet.append(row)
    return book, sheet


def first(document: Document) -> Table:
    return tables(document)[0]


def raw(rows: str, after: str = "", styles: str = "", before: str = "") -> Table:
    parts = book_parts(rows, after, styles, before)
    return first(read_document("mittarit.xlsx", zipped(parts)))


def cell(code: str, value: object) -> Cell:
    book, sheet = book_of([value])
    sheet["A1"].number_format = code
    return first(saved(book)).rows[0][0]


def test_each_sheet_that_shows_is_a_table_in_order() -> None:
    book, sheet = book_of(["a"])
    sheet.title = "Elinvoima"
    for name, state in (("Listat", "hidden"), ("Salassa", "veryHidden"), ("Talous", "visible")):
        other = book.create_sheet(name)
        other["A1"], other.sheet_state = "x", state
    assert [table.name for table in tables(saved(book))] == ["Elinvoima", "Talous"]


def test_hidden_rows_and_columns_are_left_out_and_empty_ones_too() -> None:
    book, sheet = book_of(["a", "b", "c"], [], ["d", "e", "f"], ["g", "h", "i"])
    sheet.column_dimensions["B"].hidden = True
    sheet.row_dimensions[3].hidden = True
    assert grid(first(saved(book))) == [["a", "c"], ["g", "i"]]


def test_merged_cells_are_repeated() -> None:
    book, sheet = book_of(["A", None, "x"], [None, None, "y"], ["B", "C", "z"])
    sheet.merge_cells("A1:B2")
    assert grid(first(saved(book))) == [["A", "<A", "x"], ["^A", "^<A", "y"], ["B", "C", "z"]]


def test_a_merged_cell_whose_first_row_is_hidden_shows_below() -> None:
    book, sheet = book_of(["A", "x"], [None, "y"], [None, "z"])
    sheet.merge_cells("A1:A3")
    sheet.row_dimensions[1].hidden = True
    assert grid(first(saved(book))) == [["A", "y"], ["^A", "z"]]


def test_a_merge_of_the_whole_sheet_is_read_within_what_is_filled() -> None:
    rows = '<row r="1"><c r="A1"><v>1</v></c></row><row r="9"><c r="C9"><v>2</v></c></row>'
    after = '<mergeCells count="1"><mergeCell ref="A1:XFD1048576"/></mergeCells>'
    assert grid(raw(rows, after)) == [["1"], ["^1"]]


@pytest.mark.parametrize(
    ("code", "value", "text", "number", "percent"),
    [
        ("General", 1.1, "1.1", 1.1, False),
        ("0 %", 0.85, "85 %", 0.85, True),
        ("0.0%", 0.058, "5.8 %", 0.058, True),
        ("#,##0", 18650, "18650", 18650, False),
        ("0.00", 4.1, "4.1", 4.1, False),
        ('0 "kpl"', 12, "12 kpl", None, False),
        ("#,##0 €", 18650, "18650 €", None, False),
        ("[$€-40B] #,##0", 5, "€ 5", None, False),
        ('0.0,, "M€"', 12500000, "12,5 M€", None, False),
        ('0;-0;"ei"', -3, "-3", -3, False),
        ('0" %"', 85, "85 %", None, False),
    ],
)
def test_a_number_shows_as_its_format_says(
    code: str, value: float, text: str, number: float | None, percent: bool
) -> None:
    found = cell(code, value)
    assert (found.text, found.number, found.is_percent) == (text, number, percent)


@pytest.mark.parametrize(
    ("code", "text", "day"),
    [
        ("d.m.yyyy", "31.12.2027", "2027-12-31"),
        ("yyyy-mm-dd", "2027-12-31", "2027-12-31"),
        ("mm-dd-yy", "31.12.2027", "2027-12-31"),
        ("yyyy", "2027", None),
        ("m/yyyy", "12/2027", None),
        ("mmmm yyyy", "12/2027", None),
        ("dd.mm.yyyy", "31.12.2027", "2027-12-31"),
        ("d.m.yyyy h:mm", "31.12.2027 00:00", "2027-12-31"),
    ],
)
def test_a_date_is_a_day_when_its_day_shows(code: str, text: str, day: str | None) -> None:
    found = cell(code, dt.date(2027, 12, 31))
    assert (found.text, found.day, found.number) == (text, day, None)


def test_days_may_be_counted_from_1904() -> None:
    parts = book_parts(
        '<row r="1"><c r="A1" s="0"><v>44559</v></c></row>',
        styles='<cellXfs><xf numFmtId="14"/></cellXfs>',
    )
    book = str(parts["xl/workbook.xml"])
    parts["xl/workbook.xml"] = book.replace("<sheets>", '<workbookPr date1904="1"/><sheets>')
    # python3 -c "import datetime as d; print(d.date(1904,1,1)+d.timedelta(44559))"
    assert first(read_document("a.xlsx", zipped(parts))).rows[0][0].day == "2025-12-30"


def test_a_comment_is_a_note_of_its_cell() -> None:
    book, sheet = book_of(["Mittari"])
    sheet["A1"].comment = Comment("Lähde: THL", "Strategiatiimi")
    assert first(saved(book)).rows[0][0].note == "Lähde: THL"


def test_text_has_the_colour_and_weight_of_its_font() -> None:
    book, sheet = book_of(["Teko", "Toinen", "Musta teksti"])
    sheet["A1"].font = Font(bold=True, color="FF00B050")
    sheet["B1"].font = Font(color=Color(theme=4))
    lines = [cell.lines[0] for cell in first(saved(book)).rows[0]]
    # Theme colour 4 of the Office theme, ECMA-376 and the file's theme1.xml: accent1.
    assert [(line.colour, line.bold) for line in lines] == [
        ("#00b050", True),
        ("#4f81bd", False),
        (None, False),
    ]


def test_each_line_of_a_cell_is_a_line_with_its_indentation() -> None:
    book, _ = book_of(["• yksi\n    • sisempi"])
    assert [one.text for one in first(saved(book)).rows[0][0].lines] == ["• yksi", "    • sisempi"]


def test_rich_text_in_shared_strings_is_joined_without_phonetic_hints() -> None:
    black = '<c r="B1" t="str"><v>Musta teksti</v></c>'
    parts = book_parts(f'<row r="1"><c r="A1" t="s"><v>0</v></c>{black}</row>')
    parts["xl/_rels/workbook.xml.rels"] = relations(
        ("r1", "worksheet", "worksheets/sheet1.xml"), ("r2", "sharedStrings", "sharedStrings.xml")
    )
    parts["xl/sharedStrings.xml"] = (
        f'<sst xmlns="{S}"><si><r><t>Ka</t></r><r><rPr><b/><color rgb="FFFF0000"/></rPr>'
        '<t>svaa_x000D_</t></r><rPh sb="0" eb="1"><t>x</t></rPh></si></sst>'
    )
    found = first(read_document("a.xlsx", zipped(parts))).rows[0][0]
    assert (found.text, found.lines[0].colour) == ("Kasvaa", "#ff0000")


def test_a_formula_gives_its_stored_value() -> None:
    found = raw('<row r="1"><c r="A1"><f>SUM(B1:B9)</f><v>42</v></c></row>')
    assert found.rows[0][0].number == 42


def test_formulas_without_stored_values_are_refused_with_their_cells() -> None:
    book, _ = book_of(["Tavoite", "=1+1"], ["=A1"])
    with pytest.raises(InputError, match=r"Sheet!B1, Sheet!A2: 2 formulas have no stored value"):
        saved(book)


def test_a_formula_of_empty_text_is_an_empty_cell() -> None:
    rows = '<row r="1"><c r="A1"><v>1</v></c><c r="B1" t="str"><f>""</f><v></v></c></row>'
    assert grid(raw(rows)) == [["1"]]


@pytest.mark.parametrize("kind", ["e", "b"])
def test_errors_and_truth_values_are_empty(kind: str) -> None:
    rows = f'<row r="1"><c r="A1"><v>1</v></c><c r="B1" t="{kind}"><v>0</v></c></row>'
    assert grid(raw(rows)) == [["1"]]


def test_cells_without_references_follow_each_other() -> None:
    rows = "<row><c><v>1</v></c><c><v>2</v></c></row><row><c/><c><v>3</v></c></row>"
    assert grid(raw(rows)) == [["1", "2"], ["", "3"]]


def test_a_cell_has_its_place() -> None:
    span = raw('<row r="7"><c r="AB7"><v>1</v></c></row>').rows[0][0].span
    assert (span.sheet, span.cell) == ("Mittarit", "AB7")


def test_a_sheet_of_too_many_rows_is_refused() -> None:
    rows = "<row><c><v>1</v></c></row>" * (MOST_ROWS + 1)
    with pytest.raises(InputError, match=r"sheet Mittarit: .*more than 10000 rows"):
        raw(rows)


def test_a_sheet_of_far_apart_cells_is_refused_before_its_grid_is_made() -> None:
    rows = "".join(
        f'<row r="{place}"><c r="{name}{place}"><v>1</v></c></row>'
        for place, name in enumerate(
            (a + b for a in "ABCDEFGHIJKLMNOPQRSTUVW" for b in "ABCDEFGHIJKLMNOPQRSTUVWXYZ"), 1
        )
    )
    with pytest.raises(InputError, match="598 rows and 598 columns"):
        raw(rows)
