"""Word documents: headings, paragraphs and what of their text shows."""

from __future__ import annotations

import io

import docx
import pytest
from office_files import W, p, texts, word, word_parts, zipped

from suunta.readers.blocks import Document, Line
from suunta.readers.docx import read_document


def read(body: str, styles: str = "", numbering: str = "") -> Document:
    return read_document("strategia.docx", word(body, styles, numbering))


def style(style_id: str, name: str, inner: str = "", kind: str = "paragraph") -> str:
    return (
        f'<w:style w:type="{kind}" w:styleId="{style_id}"><w:name w:val="{name}"/>{inner}</w:style>'
    )


def test_a_document_made_with_python_docx_is_read_in_order() -> None:
    made = docx.Document()
    made.add_paragraph("Mallilan strategia", style="Title")
    made.add_heading("Elinvoima", 1)
    made.add_paragraph("Johdanto")
    made.add_paragraph("Uusi tontti", style="List Bullet")
    made.add_paragraph("Kaava", style="List Bullet 2")
    made.core_properties.title = "Strategia 2025"
    file = io.BytesIO()
    made.save(file)
    document = read_document("strategia.docx", file.getvalue())
    expected = ["# Mallilan strategia", "## Elinvoima", "Johdanto", "- Uusi tontti", "-- Kaava"]
    assert texts(document) == expected
    assert (document.title, document.language) == ("Strategia 2025", "en")


def test_a_heading_is_known_by_its_style_whatever_its_id() -> None:
    body = p("Tavoite", '<w:pStyle w:val="Otsikko2"/>')
    assert texts(read(body, style("Otsikko2", "heading 2"))) == ["## Tavoite"]


def test_a_style_based_on_a_heading_is_one() -> None:
    styles = style("Otsikko1", "heading 1") + style("Oma", "Oma", '<w:basedOn w:val="Otsikko1"/>')
    assert texts(read(p("Tavoite", '<w:pStyle w:val="Oma"/>'), styles)) == ["# Tavoite"]


def test_an_outline_level_makes_a_heading() -> None:
    assert texts(read(p("Tavoite", '<w:outlineLvl w:val="2"/>'))) == ["### Tavoite"]


def test_styles_based_on_each_other_end() -> None:
    styles = style("A", "A", '<w:basedOn w:val="B"/>') + style("B", "B", '<w:basedOn w:val="A"/>')
    assert texts(read(p("Teksti", '<w:pStyle w:val="A"/>'), styles)) == ["Teksti"]


def test_inserted_text_is_in_and_deleted_text_out() -> None:
    body = (
        "<w:p><w:r><w:t>yli </w:t></w:r><w:del><w:r><w:delText>70</w:delText></w:r></w:del>"
        "<w:ins><w:r><w:t>75</w:t></w:r></w:ins><w:moveFrom><w:r><w:t>!</w:t></w:r></w:moveFrom>"
        "<w:r><w:t xml:space='preserve'> %</w:t></w:r></w:p>"
    )
    assert texts(read(body)) == ["yli 75 %"]


def test_a_comment_is_out() -> None:
    made = docx.Document()
    paragraph = made.add_paragraph("Teksti")
    made.add_comment(paragraph.runs, text="Onko näin?", author="Anna", initials="A")
    file = io.BytesIO()
    made.save(file)
    assert texts(read_document("strategia.docx", file.getvalue())) == ["Teksti"]


def test_a_paragraph_whose_end_is_deleted_goes_on_with_the_next() -> None:
    body = p("Asuntoja ", "<w:rPr><w:del/></w:rPr>") + p("kaikille")
    assert texts(read(body)) == ["Asuntoja kaikille"]


def test_hidden_text_is_out_also_by_style() -> None:
    styles = style("Piilo", "Piilo", "<w:rPr><w:vanish/></w:rPr>", "character")
    body = (
        "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>a</w:t></w:r>"
        '<w:r><w:rPr><w:rStyle w:val="Piilo"/></w:rPr><w:t>b</w:t></w:r>'
        '<w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>c</w:t></w:r></w:p>'
    )
    assert texts(read(body, styles)) == ["c"]


def test_links_controls_and_results_of_fields_are_in_their_codes_and_notes_out() -> None:
    body = (
        "<w:p><w:hyperlink><w:r><w:t>Kysely</w:t></w:r></w:hyperlink>"
        '<w:r><w:footnoteReference w:id="2"/></w:r>'
        "<w:sdt><w:sdtContent><w:r><w:t xml:space='preserve'> 80</w:t></w:r></w:sdtContent></w:sdt>"
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        '<w:r><w:t xml:space="preserve"> %</w:t></w:r></w:p>'
    )
    assert texts(read(body)) == ["Kysely 80 %"]


def test_the_prompt_of_an_empty_content_control_is_out() -> None:
    body = (
        "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>"
        f"{p('Napsauta tästä')}</w:sdtContent></w:sdt>{p('Teksti')}"
    )
    assert texts(read(body)) == ["Teksti"]


def test_the_table_of_contents_is_out() -> None:
    body = p("Elinvoima 3", '<w:pStyle w:val="Sis1"/>') + p("Teksti")
    assert texts(read(body, style("Sis1", "toc 1"))) == ["Teksti"]


def test_letters_are_composed_and_soft_hyphens_taken_out() -> None:
    assert texts(read(p("Pa\u0308iva\u0308\u00adkoti"))) == ["Päiväkoti"]


def test_a_line_break_stays_and_a_hard_hyphen_is_a_hyphen() -> None:
    body = "<w:p><w:r><w:t>a</w:t><w:br/><w:t>IT</w:t><w:noBreakHyphen/><w:t>tuki</w:t></w:r></w:p>"
    assert texts(read(body)) == ["a\nIT-tuki"]


def test_a_text_box_is_read_once() -> None:
    compatible = "http://schemas.openxmlformats.org/markup-compatibility/2006"
    box = f"<w:txbxContent>{p('Visio')}</w:txbxContent>"
    body = (
        f'<w:p><w:r><mc:AlternateContent xmlns:mc="{compatible}"><mc:Choice Requires="wps">{box}'
        f"</mc:Choice><mc:Fallback>{box}</mc:Fallback></mc:AlternateContent></w:r></w:p>"
    )
    assert texts(read(body)) == ["Visio"]


def test_a_line_has_the_colour_and_weight_of_its_text() -> None:
    document = read(p("Musta teksti") + p("Sivistys", run='<w:b/><w:color w:val="00B050"/>'))
    found = document.blocks[1]
    assert isinstance(found, Line)
    assert (found.colour, found.bold) == ("#00b050", True)


def test_colour_and_weight_come_from_styles_too() -> None:
    styles = style("Sote", "Sote", '<w:rPr><w:b/><w:color w:val="0000FF"/></w:rPr>')
    document = read(p("Muu teksti on mustaa") + p("Teko", '<w:pStyle w:val="Sote"/>'), styles)
    assert [(b.colour, b.bold) for b in document.blocks if isinstance(b, Line)] == [
        (None, False),
        ("#0000ff", True),
    ]


def test_the_usual_colour_of_a_document_is_none() -> None:
    grey = '<w:color w:val="333333"/>'
    document = read(p("Kaikki teksti", run=grey) + p("Teko", run='<w:color w:val="FF0000"/>'))
    assert [block.colour for block in document.blocks if isinstance(block, Line)] == [
        None,
        "#ff0000",
    ]


def test_each_paragraph_has_its_place() -> None:
    document = read(p("a") + p("") + p("b"))
    assert [block.span.lines for block in document.blocks] == [(1,), (3,)]


def test_the_strict_form_of_the_format_is_read() -> None:
    strict = "http://purl.oclc.org/ooxml/wordprocessingml/main"
    parts = word_parts(p("Teksti"))
    data = {name: str(content).replace(W, strict) for name, content in parts.items()}
    assert texts(read_document("a.docx", zipped(data))) == ["Teksti"]


@pytest.mark.parametrize("name", ["word\\document.xml", "/word/document.xml"])
def test_a_member_named_with_other_slashes_is_found(name: str) -> None:
    parts = word_parts(p("Teksti"))
    parts[name] = parts.pop("word/document.xml")
    assert texts(read_document("a.docx", zipped(parts))) == ["Teksti"]
