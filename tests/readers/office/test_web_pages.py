"""Web pages: headings, lists and tables of the page's own content."""

from __future__ import annotations

import pytest
from office_files import grid, tables, texts

from suunta.core.errors import InputError
from suunta.readers.blocks import Document, Line, Table
from suunta.readers.html import read_document
from suunta.readers.html.tables import MOST_COLUMNS


def read(body: str, head: str = "") -> Document:
    page = (
        f"<html lang='fi-FI'><head><title>Strategia</title>{head}</head><body>{body}</body></html>"
    )
    return read_document("strategia.html", page.encode())


def table(rows: str) -> Table:
    (found,) = tables(read(f"<table>{rows}</table>"))
    return found


def test_headings_paragraphs_and_nested_lists_are_read_in_order() -> None:
    document = read(
        "<h1>Mallilan <em>strategia</em></h1><p>Johdanto<br>jatkuu</p>"
        "<ul><li>teko<ul><li>vaihe</li></ul></li><li><p>toinen</p></li></ul>loppu"
    )
    expected = ["# Mallilan strategia", "Johdanto\njatkuu", "- teko", "-- vaihe", "- toinen"]
    assert texts(document) == [*expected, "loppu"]
    assert (document.title, document.language) == ("Strategia", "fi")


def test_a_list_after_an_item_that_ends_with_a_colon_is_nested_in_it() -> None:
    body = "<ul><li>teko:</ul><ul><li>vaihe</ul><ul><li>toinen</ul>"
    assert texts(read(body)) == ["- teko:", "-- vaihe", "- toinen"]


def test_lists_that_word_saved_as_paragraphs_are_lists() -> None:
    bullet = "<p style='mso-list:l0 level{} lfo1'><span style='mso-list:Ignore'>{}</span>{}</p>"
    body = bullet.format(1, "·&nbsp;", "teko") + bullet.format(2, "o ", "vaihe")
    assert texts(read(body + bullet.format(2, "1.1 ", "Koulu"))) == [
        "- teko",
        "-- vaihe",
        "1.1 Koulu",
    ]


def test_unclosed_items_and_cells_are_closed() -> None:
    assert texts(read("<ul><li>a<li>b</ul>")) == ["- a", "- b"]
    assert grid(table("<tr><td>a<td>b<tr><td>c<td>d")) == [["a", "b"], ["c", "d"]]


@pytest.mark.parametrize(
    "tag",
    ["script", "style", "nav", "footer", "aside", "noscript", "del", "iframe", "noframes"],
)
def test_what_is_no_content_is_left_out(tag: str) -> None:
    assert texts(read(f"<p>a</p><{tag}>x</{tag}><p>b</p>")) == ["a", "b"]


def test_what_does_not_show_is_left_out() -> None:
    body = (
        "<p hidden>a</p><p style='display: none'>b</p><p class='piilo'>c</p><p>d</p>"
        "<table><tr style='display:none'><td>e</td></tr><tr><td>f</td></tr></table>"
    )
    document = read(body, "<style>.piilo { display: none }</style>")
    assert texts(document) == ["d", "table 1 x 1"]


def test_a_panel_that_a_click_opens_is_read() -> None:
    body = "<button aria-controls=a>Avaa</button><div id=a hidden>b</div><div id=c hidden>d</div>"
    assert texts(read(body)) == ["b"]


def test_what_opens_a_panel_heads_it_and_descriptions_are_items() -> None:
    body = "<details><summary>Mål</summary><dl><dt>Så gör vi<dd>a<dd>b</dl></details>"
    document = read(body)
    assert texts(document) == ["Mål", "Så gör vi", "- a", "- b"]
    assert [block.bold for block in document.blocks if isinstance(block, Line)][:2] == [True, True]


def test_the_main_part_of_a_page_is_its_content() -> None:
    assert texts(read("<div>Valikko</div><main><h1>Strategia</h1></main>")) == ["# Strategia"]


def test_the_mark_of_a_footnote_is_left_out_and_other_raised_text_is_in() -> None:
    assert texts(read("<p>kysely<sup><a href='#1'>1</a></sup> m<sup>2</sup></p>")) == ["kysely m2"]


def test_spans_are_repeated() -> None:
    found = table(
        "<tr><td rowspan=2 colspan=2>A</td><td>x</td></tr><tr><td>y</td></tr>"
        "<tr><td>B</td><td>C</td><td>z</td></tr>"
    )
    assert grid(found) == [["A", "<A", "x"], ["^A", "^<A", "y"], ["B", "C", "z"]]


def test_a_row_span_of_zero_reaches_the_end_of_its_section() -> None:
    found = table(
        "<tbody><tr><td rowspan=0>A</td><td>x</td></tr><tr><td>y</td></tr></tbody>"
        "<tbody><tr><td>B</td><td>z</td></tr></tbody>"
    )
    assert grid(found) == [["A", "x"], ["^A", "y"], ["B", "z"]]


def test_huge_spans_are_bounded() -> None:
    found = table("<tr><td rowspan=2000000 colspan=2000000>A</td></tr><tr><td>b</td></tr>")
    assert grid(found) == [["A"], ["^A"]]
    rows = f"<tr><td colspan=2000000>A</td></tr><tr>{'<td>b</td>' * 200}</tr>"
    assert [len(row) for row in table(rows).rows] == [MOST_COLUMNS, MOST_COLUMNS]


def test_rows_of_headings_are_counted_and_marked() -> None:
    found = table("<thead><tr><th>A<th>B</thead><tr><td>a<td>b</tr>")
    assert found.header_rows == 1
    assert [row[0].header for row in found.rows] == [True, False]


def test_lists_and_headings_in_cells_are_lines() -> None:
    found = table("<tr><td><h3>Tavoite</h3><ul><li>a<ul><li>b</ul></ul></td><td>x</td></tr>")
    assert grid(found) == [["Tavoite / - a / -- b", "x"]]
    assert found.rows[0][0].lines[0].bold


def test_a_table_in_a_cell_gives_a_line_for_each_row() -> None:
    inner = "<table><tr><td>PISA<td>520</table>"
    assert grid(table(f"<tr><td>Mittarit</td><td>{inner}</td></tr>")) == [["Mittarit", "PISA 520"]]


def test_a_table_that_only_frames_others_is_seen_through() -> None:
    frame = "<table><tr><td><h2>Arki</h2><table><tr><td>a<td>b</table></td></tr></table>"
    assert texts(read(frame)) == ["## Arki", "table 1 x 2"]


def test_a_caption_names_its_table() -> None:
    assert table("<caption>Elin<b>voima</b></caption><tr><td>a</td></tr>").name == "Elinvoima"


@pytest.mark.parametrize(
    "marked",
    [
        "<p style='color:#00B050; font-weight: 700'>Teko</p>",
        "<p style='color: rgb(0, 176, 80)'><b>Teko</b></p>",
        "<p><strong><font color='#00b050'>Teko</font></strong></p>",
        "<p class=sivi>Teko</p>",
    ],
)
def test_a_line_has_the_colour_and_weight_of_its_text(marked: str) -> None:
    head = "<style>p.sivi, td.sivi { color: #00b050 !important; font-weight: bold }</style>"
    line = read(f"<p>Musta teksti</p>{marked}", head).blocks[1]
    assert isinstance(line, Line)
    assert (line.text, line.colour, line.bold) == ("Teko", "#00b050", True)


@pytest.mark.parametrize(
    ("encoding", "declared"),
    [
        ("utf-8", ""),
        ("utf-8-sig", "iso-8859-1"),
        ("iso-8859-1", "ISO-8859-1"),
        ("cp1252", ""),
        ("utf-16", ""),
        ("utf-8", "no-such-encoding"),
    ],
)
def test_the_encoding_is_told_as_browsers_tell_it(encoding: str, declared: str) -> None:
    page = f"<html><meta charset='{declared}'><p>Hyvä arki, åtgärd</p></html>"
    assert texts(read_document("a.html", page.encode(encoding))) == ["Hyvä arki, åtgärd"]


def test_entities_of_a_document_type_are_not_expanded() -> None:
    page = b'<!DOCTYPE html [<!ENTITY a "&b;&b;"><!ENTITY b "ha">]><p>x &a;</p>'
    assert "haha" not in str(texts(read_document("a.html", page)))


def test_lists_without_end_are_refused() -> None:
    with pytest.raises(InputError, match=r"strategia\.html: The page nests"):
        read("<ul><li>" * 5_000)


def test_a_table_of_too_many_cells_is_refused() -> None:
    rows = "<tr><td colspan=100>a</td></tr>" * 2_001
    with pytest.raises(InputError, match=r"strategia\.html, table 1: .*more than 200000 cells"):
        table(rows)


@pytest.mark.parametrize(
    ("data", "kind"), [(b"\x89PNG\r\n\x1a\n123", "a PNG picture"), (b"%PDF-1.7", "a PDF document")]
)
def test_another_kind_of_file_is_named(data: bytes, kind: str) -> None:
    with pytest.raises(InputError, match=f"The file is {kind}, not a web page"):
        read_document("a.html", data)
