"""Word documents: tables as full grids."""

from __future__ import annotations

import io

import docx
import pytest
from office_files import grid, p, tables, tbl, tc, texts, tr, word

from suunta.core.errors import InputError
from suunta.readers.blocks import Table
from suunta.readers.docx import read_document
from suunta.readers.docx.tables import MOST_COLUMNS

RESTART = '<w:vMerge w:val="restart"/>'


def read(*rows: str) -> Table:
    (table,) = tables(read_document("a.docx", word(tbl(*rows))))
    return table


def span(columns: int) -> str:
    return f'<w:gridSpan w:val="{columns}"/>'


def test_merges_made_with_python_docx_are_repeated() -> None:
    made = docx.Document()
    table = made.add_table(rows=3, cols=3)
    table.cell(0, 0).merge(table.cell(0, 2)).text = "Otsikko"
    table.cell(1, 0).merge(table.cell(2, 0)).text = "Tavoite"
    table.cell(1, 1).text, table.cell(2, 2).text = "Teko", "Mittari"
    file = io.BytesIO()
    made.save(file)
    (found,) = tables(read_document("a.docx", file.getvalue()))
    assert grid(found) == [
        ["Otsikko", "<Otsikko", "<Otsikko"],
        ["Tavoite", "Teko", ""],
        ["^Tavoite", "", "Mittari"],
    ]


def test_a_block_merged_both_ways_is_repeated_both_ways() -> None:
    found = read(
        tr(tc("A", span(2) + RESTART), tc("1")),
        tr(tc("", span(2) + "<w:vMerge/>"), tc("2")),
        tr(tc("b"), tc("c"), tc("3")),
    )
    assert grid(found) == [["A", "<A", "1"], ["^A", "^<A", "2"], ["b", "c", "3"]]


def test_rows_marked_as_repeated_are_headings() -> None:
    head = "<w:tblHeader/>"
    found = read(
        tr(tc("A"), tc("B"), properties=head),
        tr(tc("a"), tc("b")),
        tr(tc("c"), tc("d"), properties=head),
    )
    assert found.header_rows == 1
    assert [row[0].header for row in found.rows] == [True, False, False]


def test_deleted_and_hidden_rows_are_out_and_inserted_ones_in() -> None:
    found = read(
        tr(tc("a")),
        tr(tc("b"), properties="<w:del/>"),
        tr(tc("c"), properties="<w:ins/>"),
        tr(tc("d"), properties="<w:hidden/>"),
    )
    assert grid(found) == [["a"], ["c"]]


def test_rows_and_cells_in_content_controls_are_read() -> None:
    cell = f"<w:sdt><w:sdtContent>{tc('b')}</w:sdtContent></w:sdt>"
    row = f"<w:sdt><w:sdtContent>{tr(tc('a'), cell)}</w:sdtContent></w:sdt>"
    assert grid(read(row)) == [["a", "b"]]


def test_a_row_may_begin_later_and_end_earlier() -> None:
    found = read(tr(tc("a"), tc("b"), tc("c")), tr(tc("d"), properties='<w:gridBefore w:val="1"/>'))
    assert grid(found) == [["a", "b", "c"], ["", "d", ""]]


def test_a_table_in_a_cell_gives_a_line_for_each_row() -> None:
    inner = tbl(tr(tc("PISA"), tc("520")), tr(tc("Viihtyvyys"), tc("4,0")))
    assert grid(read(tr(tc("Mittarit"), tc(inner)))) == [["Mittarit", "PISA 520 / Viihtyvyys 4,0"]]


def test_a_table_that_only_frames_others_is_seen_through() -> None:
    inner = tbl(tr(tc("a"), tc("b")))
    document = read_document("a.docx", word(tbl(tr(tc(p("Elinvoima") + inner)))))
    assert texts(document) == ["Elinvoima", "table 1 x 2"]


def test_a_cell_has_its_place() -> None:
    found = read(tr(tc("a"), tc("b")), tr(tc("c"), tc("d")))
    assert found.rows[1][1].span.cell == "table 1 B2"
    assert found.rows[1][1].lines[0].span.lines == (4,)


def test_a_huge_span_is_bounded() -> None:
    found = read(tr(tc("a", span(100_000_000)), tc("b")), tr(*(tc("c") for _ in range(200))))
    assert {len(row) for row in found.rows} == {MOST_COLUMNS}


def test_cells_stand_under_each_other_though_borders_were_moved() -> None:
    found = read(
        tr(tc("Arki", span(7))),
        tr(tc("Tavoite", span(3)), tc("Teko", span(2)), tc("Mittari", span(2))),
        tr(tc("Koulu", span(2)), tc("Opetus", span(3)), tc("Lainat", span(2))),
    )
    assert grid(found) == [
        ["Arki", "<Arki", "<Arki"],
        ["Tavoite", "Teko", "Mittari"],
        ["Koulu", "Opetus", "Lainat"],
    ]


def test_a_column_in_which_no_cell_begins_is_none() -> None:
    found = read(tr(tc("Taso", span(3)), tc("x")), tr(tc("a", span(2)), tc("b"), tc("c")))
    assert grid(found) == [["Taso", "<Taso", "x"], ["a", "b", "c"]]


def test_a_table_of_too_many_cells_is_refused() -> None:
    rows = tr(tc("a", span(99)), tc("b")) * 2_000 + tr(tc("c"), tc("d"), tc("e")) * 2
    with pytest.raises(InputError, match=r"a\.docx, table 1: .*more than 200000 cells"):
        read_document("a.docx", word(tbl(rows)))
