"""How Word files look: page, styles and language, set on an empty document."""

from __future__ import annotations

from typing import Any

from docx.document import Document
from docx.enum.section import WD_ORIENT
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.oxml.parser import OxmlElement
from docx.shared import Cm, Pt, RGBColor

# On every machine, or replaced by one with the same widths (Liberation Sans).
FONT = "Arial"
INK, INK_2 = RGBColor(0x1B, 0x23, 0x2E), RGBColor(0x4A, 0x55, 0x63)
ACCENT = RGBColor(0x1F, 0x4E, 0x8C)
INSERTED, DELETED = RGBColor(0x0B, 0x5D, 0x3F), RGBColor(0x8F, 0x2A, 0x14)
LINE, GROUND = "B9C0C8", "EEF1F4"
A4 = (Cm(21), Cm(29.7))
MARGIN, MARGIN_FOOT = Cm(2), Cm(1.9)
LOCALES = {"fi": "fi-FI", "sv": "sv-FI", "en": "en-GB"}
TABLE, LEAD, NOTE, BIG, FOOT = "Suunta Table", "Lead", "Note", "Big", "Footer"
CAPTION, CONTENTS = "Caption", "Contents Title"
# Type on slides is so much larger; that of tables, which must still fit, a little.
SLIDE, SLIDE_TABLE = 1.6, 1.15
CELL, CELL_HEAD = "Table Text", "Table Heading"
STRONG, EMPHASIS, INS, DEL, LINK = "Strong", "Emphasis", "Inserted", "Deleted", "Hyperlink"

# Style: size, space before and after, all in points.
HEADINGS = {1: (16, 20, 6), 2: (13, 14, 4), 3: (11, 10, 3), 4: (10.5, 8, 2)}


def style_id(name: str) -> str:
    """How a file names a style of this look. python-docx finds it by going through all styles, for
    every paragraph and run: most of the time that a long report took."""
    return name.replace(" ", "")


def set_look(document: Document, language: str, *, landscape: bool, slides: bool = False) -> None:
    """Page, styles and language of a document that has no content yet."""
    _set_page(document, landscape=landscape)
    _set_paragraph_styles(document)
    if slides:
        _enlarge(document)
    _set_character_styles(document)
    document.styles.element.append(parse_xml(TABLE_STYLE))
    _set_language(document, LOCALES[language])


def _set_page(document: Document, *, landscape: bool) -> None:
    section = document.sections[0]
    short, long = A4
    section.orientation = WD_ORIENT.LANDSCAPE if landscape else WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = (long, short) if landscape else (short, long)
    section.left_margin = section.right_margin = section.top_margin = MARGIN
    section.bottom_margin = MARGIN_FOOT


def _set_paragraph_styles(document: Document) -> None:
    styles = document.styles
    _paragraph(styles["Normal"], 10.5, 0, 6, spacing=1.2)
    _paragraph(styles["Title"], 22, 0, 6, bold=True)
    _drop(styles["Title"], "w:pBdr")
    for level, (size, before, after) in HEADINGS.items():
        _paragraph(styles[f"Heading {level}"], size, before, after, bold=True)
        styles[f"Heading {level}"].font.italic = False
    _paragraph(styles["List Bullet"], 10.5, 0, 3, spacing=1.2)
    _paragraph(styles[FOOT], 8.5, 0, 0, colour=INK_2)
    _paragraph(_added(document, LEAD), 12.5, 0, 10, spacing=1.25)
    _paragraph(_added(document, NOTE), 9, 0, 6, colour=INK_2)
    _paragraph(_added(document, BIG), 14, 4, 10, spacing=1.15)
    _paragraph(styles[CAPTION], 10, 10, 4, bold=True)
    _paragraph(_added(document, CONTENTS), 13, 14, 4, bold=True)
    for level, indent in ((1, 0.0), (2, 0.6)):
        line = _added(document, f"TOC {level}")
        _paragraph(line, 10, 0, 2)
        line.paragraph_format.left_indent = Cm(indent)
    _paragraph(_added(document, CELL), 9, 2, 2, spacing=1.1)
    head = _added(document, CELL_HEAD)
    _paragraph(head, 9, 2, 2, bold=True)
    head.paragraph_format.keep_with_next = True


def _enlarge(document: Document) -> None:
    """Type for a room instead of a desk."""
    for style in document.styles:
        if style.type == WD_STYLE_TYPE.PARAGRAPH and style.font.size and style.name != FOOT:
            scale = SLIDE_TABLE if style.name in (CELL, CELL_HEAD) else SLIDE
            style.font.size = Pt(round(style.font.size.pt * scale * 2) / 2)


def _paragraph(
    style: Any,
    size: float,
    before: float,
    after: float,
    *,
    spacing: float = 1.1,
    bold: bool = False,
    colour: RGBColor = INK,
) -> None:
    """One paragraph style. The template's theme fonts would win over a font's name: they go."""
    _drop(style, "w:rFonts")
    font, form = style.font, style.paragraph_format
    font.name, font.size, font.bold, font.color.rgb = FONT, Pt(size), bold, colour
    for script in ("w:cs", "w:eastAsia"):
        style.element.rPr.rFonts.set(qn(script), FONT)
    form.space_before, form.space_after, form.line_spacing = Pt(before), Pt(after), spacing


def _drop(style: Any, tag: str) -> None:
    for found in list(style.element.iter(qn(tag))):
        found.getparent().remove(found)


def _added(document: Document, name: str) -> Any:
    style: Any = document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    style.base_style = document.styles["Normal"]
    return style


def _set_character_styles(document: Document) -> None:
    for name, colour in ((INS, INSERTED), (DEL, DELETED), (LINK, ACCENT)):
        style: Any = document.styles.add_style(name, WD_STYLE_TYPE.CHARACTER)
        style.font.color.rgb = colour
        style.font.underline = name != DEL
        style.font.strike = name == DEL


def _set_language(document: Document, locale: str) -> None:
    """The language of every text, for spelling, hyphenation and screen readers."""
    for mark in document.styles.element.iter(qn("w:lang")):
        mark.set(qn("w:val"), locale)
    settings = document.settings.element
    for mark in settings.iter(qn("w:themeFontLang")):
        mark.set(qn("w:val"), locale)
    hyphens = OxmlElement("w:autoHyphenation")
    # The schema fixes the order of settings; this one stands before the tab stop.
    settings.find(qn("w:defaultTabStop")).addprevious(hyphens)


def _border(side: str, colour: str, size: int = 4) -> str:
    return f'<w:{side} w:val="single" w:sz="{size}" w:space="0" w:color="{colour}"/>'


TABLE_STYLE = f"""
<w:style {nsdecls("w")} w:type="table" w:customStyle="1" w:styleId="SuuntaTable">
  <w:name w:val="{TABLE}"/><w:basedOn w:val="TableNormal"/><w:uiPriority w:val="59"/>
  <w:tblPr>
    <w:tblBorders>{_border("top", LINE, 8)}{_border("bottom", LINE, 8)}{_border("insideH", LINE)}
    </w:tblBorders>
    <w:tblCellMar><w:top w:w="30" w:type="dxa"/><w:left w:w="85" w:type="dxa"/>
      <w:bottom w:w="30" w:type="dxa"/><w:right w:w="85" w:type="dxa"/></w:tblCellMar>
  </w:tblPr>
  <w:tblStylePr w:type="firstRow">
    <w:tcPr><w:shd w:val="clear" w:color="auto" w:fill="{GROUND}"/></w:tcPr>
  </w:tblStylePr>
</w:style>"""
