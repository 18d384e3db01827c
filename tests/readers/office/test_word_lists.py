"""Word documents: bullets and automatic numbers, counted as Word counts them."""

from __future__ import annotations

from office_files import grid, p, tables, tbl, tc, texts, tr, word

from suunta.readers.docx import read_document


def level(number: int, shape: str, text: str) -> str:
    return (
        f'<w:lvl w:ilvl="{number}"><w:start w:val="1"/><w:numFmt w:val="{shape}"/>'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
    )


NUMBERING = (
    f'<w:abstractNum w:abstractNumId="0">{level(0, "bullet", "•")}{level(1, "bullet", "o")}'
    f'</w:abstractNum><w:abstractNum w:abstractNumId="1">{level(0, "decimal", "%1.")}'
    f"{level(1, 'decimal', '%1.%2')}</w:abstractNum>"
    f'<w:abstractNum w:abstractNumId="2">{level(0, "lowerLetter", "%1)")}</w:abstractNum>'
    f'<w:abstractNum w:abstractNumId="3">{level(0, "decimal", "Tavoite %1")}</w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    '<w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>'
    '<w:num w:numId="3"><w:abstractNumId w:val="2"/></w:num>'
    '<w:num w:numId="4"><w:abstractNumId w:val="3"/></w:num>'
    '<w:num w:numId="5"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0">'
    '<w:startOverride w:val="7"/></w:lvlOverride></w:num>'
)
HEADING = '<w:style w:type="paragraph" w:styleId="H1"><w:name w:val="heading 1"/></w:style>'


def item(text: str, number: int, depth: int = 0, more: str = "", run: str = "") -> str:
    properties = f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{number}"/></w:numPr>{more}'
    return p(text, properties, run)


def lines(body: str) -> list[str]:
    return texts(read_document("a.docx", word(body, HEADING, NUMBERING)))


def cells(*rows: str) -> list[list[str]]:
    document = read_document("a.docx", word(tbl(*rows), HEADING, NUMBERING))
    return grid(tables(document)[0])


def test_bullets_have_the_depth_of_their_level() -> None:
    assert lines(item("a", 1) + item("b", 1, 1) + item("c", 1)) == ["- a", "-- b", "- c"]


def test_number_zero_takes_a_paragraph_out_of_its_list() -> None:
    assert lines(item("a", 0)) == ["a"]


def test_a_heading_keeps_its_automatic_number() -> None:
    style = '<w:pStyle w:val="H1"/>'
    body = item("Arki", 2, 0, style) + item("Työ", 2, 0, style)
    assert lines(body) == ["# 1. Arki", "# 2. Työ"]


def test_a_number_of_several_parts_belongs_to_the_text() -> None:
    body = item("x", 2) + item("Koulu", 2, 1) + item("Koti", 2, 1) + item("y", 2) + item("Z", 2, 1)
    assert lines(body) == ["- x", "1.1 Koulu", "1.2 Koti", "- y", "2.1 Z"]


def test_a_number_with_a_word_belongs_to_the_text() -> None:
    assert lines(item("Koulu", 4) + item("Koti", 4)) == ["Tavoite 1 Koulu", "Tavoite 2 Koti"]


def test_letters_and_numbers_alone_are_items_of_a_list() -> None:
    assert lines(item("a", 3) + item("b", 3)) == ["- a", "- b"]


def test_a_bold_numbered_line_keeps_its_number() -> None:
    assert lines(item("Arki", 2, run="<w:b/>")) == ["1. Arki"]


def test_a_list_may_start_elsewhere() -> None:
    assert lines(item("Arki", 5, run="<w:b/>")) == ["7. Arki"]


def test_a_goal_in_the_first_column_keeps_its_number_and_actions_do_not() -> None:
    actions = item("teko", 3) + item("toinen", 3)
    found = cells(
        tr(tc("Tavoite"), tc("Teema"), tc("Toimenpide")),
        tr(tc(item("Koulu", 2)), tc("x"), tc(item("yksi", 3))),
        tr(tc(item("Koti", 2)), tc("y"), tc(actions)),
    )
    assert [row[0] for row in found] == ["Tavoite", "1. Koulu", "2. Koti"]
    assert [row[2] for row in found] == ["Toimenpide", "- yksi", "- teko / - toinen"]


def test_a_cell_of_an_automatic_number_alone_holds_the_number() -> None:
    found = cells(tr(tc(item("", 2)), tc("Koulu")), tr(tc(item("", 2)), tc("Koti")))
    assert found == [["1.", "Koulu"], ["2.", "Koti"]]


def test_typed_bullets_stay_and_indented_ones_are_nested() -> None:
    indented = p("– ryhmät", '<w:ind w:left="720"/>')
    assert cells(tr(tc(p("• Koulu") + indented), tc("x"))) == [["• Koulu / -- – ryhmät", "x"]]


def test_a_style_gives_the_list_and_its_family_the_depth() -> None:
    styles = (
        '<w:style w:type="paragraph" w:styleId="L2"><w:name w:val="List Bullet 2"/><w:pPr>'
        '<w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    )
    body = p("kaava", '<w:pStyle w:val="L2"/>')
    assert texts(read_document("a.docx", word(body, styles, NUMBERING))) == ["-- kaava"]


def test_a_heading_has_the_number_of_the_level_that_is_linked_to_its_style() -> None:
    linked = level(1, "decimal", "%1.%2").replace("<w:numFmt", '<w:pStyle w:val="O2"/><w:numFmt')
    numbering = (
        f'<w:abstractNum w:abstractNumId="0">{level(0, "decimal", "%1")}{linked}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    )
    styles = "".join(
        f'<w:style w:type="paragraph" w:styleId="O{number}"><w:name w:val="heading {number}"/>'
        '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
        for number in (1, 2)
    )
    body = "".join(
        p(text, f'<w:pStyle w:val="O{number}"/>')
        for text, number in (("Arki", 1), ("Koulu", 2), ("Koti", 2), ("Kunta", 1), ("Yritys", 2))
    )
    assert texts(read_document("a.docx", word(body, styles, numbering))) == [
        "# 1 Arki",
        "## 1.1 Koulu",
        "## 1.2 Koti",
        "# 2 Kunta",
        "## 2.1 Yritys",
    ]
