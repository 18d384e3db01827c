"""OpenDocument spreadsheets: what shows of each sheet, as a table."""

from __future__ import annotations

import pytest
from office_files import grid, ods, tables

from suunta.core.errors import InputError
from suunta.readers.blocks import Table
from suunta.readers.ods import read_document


def read(table: str, styles: str = "", name: str = "Mittarit") -> Table:
    data = ods(f'<table:table table:name="{name}">{table}</table:table>', styles)
    return tables(read_document("mittarit.ods", data))[0]


def row(*cells: str, more: str = "") -> str:
    return f"<table:table-row{more}>{''.join(cells)}</table:table-row>"


def cell(text: str = "", more: str = "", inside: str = "") -> str:
    inner = f"<text:p>{text}</text:p>" if text else ""
    return f"<table:table-cell{more}>{inside}{inner}</table:table-cell>"


def valued(kind: str, value: str, text: str) -> str:
    name = "date-value" if kind == "date" else "value"
    return cell(text, f' office:value-type="{kind}" office:{name}="{value}"')


COVERED = "<table:covered-table-cell/>"


def test_rows_and_cells_are_read_with_repeated_ones() -> None:
    found = read(
        row(cell("a", ' table:number-columns-repeated="2"'), cell("b"))
        + row(cell("c"), more=' table:number-rows-repeated="2"')
    )
    assert grid(found) == [["a", "a", "b"], ["c", "", ""], ["c", "", ""]]


def test_endless_empty_rows_and_cells_are_passed_over() -> None:
    endless = ' table:number-columns-repeated="2000000000"'
    found = read(
        row(cell("a"), cell("", endless))
        + row(cell("", endless), more=' table:number-rows-repeated="2000000000"')
    )
    assert grid(found) == [["a"]]


def test_a_filled_row_repeated_without_end_is_refused() -> None:
    with pytest.raises(InputError, match=r"mittarit\.ods, sheet Mittarit: .*10000 rows"):
        read(row(cell("a"), more=' table:number-rows-repeated="1000000"'))


def test_merged_cells_are_repeated() -> None:
    spans = ' table:number-columns-spanned="2" table:number-rows-spanned="2"'
    found = read(
        row(cell("A", spans), COVERED, cell("x"))
        + row(COVERED, COVERED, cell("y"))
        + row(cell("B"), cell("C"), cell("z"))
    )
    assert grid(found) == [["A", "<A", "x"], ["^A", "^<A", "y"], ["B", "C", "z"]]


def test_a_merged_cell_whose_first_row_is_hidden_shows_below() -> None:
    hidden = ' table:visibility="collapse"'
    found = read(
        row(cell("A", ' table:number-rows-spanned="3"'), cell("x"), more=hidden)
        + row(COVERED, cell("y"))
        + row(COVERED, cell("z"))
    )
    assert grid(found) == [["A", "y"], ["^A", "z"]]


def test_hidden_rows_columns_and_filtered_rows_are_left_out() -> None:
    hidden = ' table:visibility="collapse"'
    found = read(
        f"<table:table-column/><table:table-column{hidden}/>"
        + row(cell("a"), cell("b"), cell("c"))
        + row(cell("d"), cell("e"), cell("f"), more=hidden)
        + row(cell("g"), cell("h"), cell("i"), more=' table:visibility="filter"')
        + row(cell("j"), cell("k"), cell("l"))
    )
    assert grid(found) == [["a", "c"], ["j", "l"]]


def test_a_hidden_sheet_is_left_out() -> None:
    styles = (
        '<style:style style:name="ta2" style:family="table">'
        '<style:table-properties table:display="false"/></style:style>'
    )
    hidden = (
        f'<table:table table:name="Listat" table:style-name="ta2">{row(cell("x"))}</table:table>'
    )
    data = ods(f'{hidden}<table:table table:name="Talous">{row(cell("y"))}</table:table>', styles)
    assert [table.name for table in tables(read_document("a.ods", data))] == ["Talous"]


def test_rows_in_groups_and_headings_are_read() -> None:
    found = read(
        f"<table:table-header-rows>{row(cell('a'))}</table:table-header-rows>"
        f"<table:table-row-group>{row(cell('b'))}</table:table-row-group>"
    )
    assert grid(found) == [["a"], ["b"]]


def test_numbers_percentages_and_days_are_as_stored() -> None:
    found = read(
        row(
            valued("float", "18650", "18 650"),
            valued("percentage", "0.125", "13 %"),
            valued("date", "2027-12-31", "31.12.2027"),
            valued("date", "2027-01-01", "2027"),
            valued("currency", "5", "5 €"),
        )
    ).rows[0]
    assert [(one.text, one.number, one.is_percent, one.day) for one in found] == [
        ("18 650", 18650.0, False, None),
        ("13 %", 0.125, True, None),
        ("31.12.2027", None, False, "2027-12-31"),
        ("2027", None, False, None),
        ("5 €", None, False, None),
    ]


def test_a_comment_is_a_note_and_no_text() -> None:
    note = "<office:annotation><text:p>Lähde: THL</text:p></office:annotation>"
    found = read(row(cell("Mittari", inside=note))).rows[0][0]
    assert (found.text, found.note) == ("Mittari", "Lähde: THL")


def test_spaces_tabs_breaks_and_spans_are_text() -> None:
    text = 'a<text:s text:c="4"/>b<text:line-break/>c<text:tab/><text:span>d</text:span>'
    assert [line.text for line in read(row(cell(text))).rows[0][0].lines] == ["a    b", "c\td"]


def test_text_has_the_colour_and_weight_of_its_style() -> None:
    styles = (
        '<style:style style:name="ce1" style:family="table-cell"><style:text-properties'
        ' fo:color="#00B050" fo:font-weight="bold"/></style:style>'
    )
    column = '<table:table-column table:default-cell-style-name="ce1"/><table:table-column/>'
    found = read(column + row(cell("Teko"), cell("Musta teksti")), styles).rows[0]
    assert [(one.lines[0].colour, one.lines[0].bold) for one in found] == [
        ("#00b050", True),
        (None, False),
    ]


def test_a_formula_without_its_value_is_refused() -> None:
    with pytest.raises(InputError, match=r"Mittarit!B1: 1 formulas have no stored value"):
        read(row(cell("a"), cell("", ' table:formula="of:=1+1"')))
