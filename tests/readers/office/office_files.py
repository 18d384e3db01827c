"""Office files made part by part, and tables as texts to compare."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

from suunta.readers.blocks import Cell, Document, Heading, Line, Table

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
S = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
ODS = "".join(
    f' xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for prefix, name in (
        ("office", "office"),
        ("table", "table"),
        ("text", "text"),
        ("style", "style"),
        ("fo", "xsl-fo-compatible"),
    )
)


def zipped(parts: Mapping[str, str | bytes]) -> bytes:
    """An archive of these members."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return file.getvalue()


def relations(*targets: tuple[str, str, str], mode: str = "") -> str:
    """A part of relations: (id, kind, target) each."""
    inner = "".join(
        f'<Relationship Id="{one}" Type="{R}/{kind}" Target="{target}"{mode}/>'
        for one, kind, target in targets
    )
    return f'<Relationships xmlns="{PACKAGE}">{inner}</Relationships>'


def word_parts(body: str, styles: str = "", numbering: str = "") -> dict[str, str | bytes]:
    """The members of a Word document."""
    return {
        "_rels/.rels": relations(("r1", "officeDocument", "word/document.xml")),
        "word/_rels/document.xml.rels": relations(
            ("r1", "styles", "styles.xml"), ("r2", "numbering", "numbering.xml")
        ),
        "word/document.xml": f'<w:document xmlns:w="{W}"><w:body>{body}</w:body></w:document>',
        "word/styles.xml": f'<w:styles xmlns:w="{W}">{styles}</w:styles>',
        "word/numbering.xml": f'<w:numbering xmlns:w="{W}">{numbering}</w:numbering>',
    }


def word(body: str, styles: str = "", numbering: str = "") -> bytes:
    """A Word document of this body."""
    return zipped(word_parts(body, styles, numbering))


def p(text: str, properties: str = "", run: str = "") -> str:
    """A paragraph of a Word document."""
    return f"<w:p><w:pPr>{properties}</w:pPr><w:r><w:rPr>{run}</w:rPr><w:t>{text}</w:t></w:r></w:p>"


def tc(content: str, properties: str = "") -> str:
    """A cell of a Word table."""
    inner = content if content.startswith("<") else p(content)
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{inner}</w:tc>"


def tr(*cells: str, properties: str = "") -> str:
    """A row of a Word table."""
    return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(cells)}</w:tr>"


def tbl(*rows: str) -> str:
    """A Word table."""
    return f"<w:tbl>{''.join(rows)}</w:tbl>"


def book_parts(
    rows: str, after: str = "", styles: str = "", before: str = ""
) -> dict[str, str | bytes]:
    """The members of a workbook of one sheet."""
    return {
        "_rels/.rels": relations(("r1", "officeDocument", "xl/workbook.xml")),
        "xl/_rels/workbook.xml.rels": relations(
            ("r1", "worksheet", "worksheets/sheet1.xml"), ("r2", "styles", "styles.xml")
        ),
        "xl/workbook.xml": f'<workbook xmlns="{S}" xmlns:r="{R}"><sheets>'
        '<sheet name="Mittarit" sheetId="1" r:id="r1"/></sheets></workbook>',
        "xl/styles.xml": f'<styleSheet xmlns="{S}">{styles}</styleSheet>',
        "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{S}">{before}'
        f"<sheetData>{rows}</sheetData>{after}</worksheet>",
    }


def ods(tables: str, styles: str = "") -> bytes:
    """An OpenDocument spreadsheet of these tables."""
    content = (
        f"<office:document-content{ODS}><office:automatic-styles>{styles}"
        "</office:automatic-styles><office:body><office:spreadsheet>"
        f"{tables}</office:spreadsheet></office:body></office:document-content>"
    )
    return zipped(
        {"mimetype": "application/vnd.oasis.opendocument.spreadsheet", "content.xml": content}
    )


def texts(document: Document) -> list[str]:
    """The headings ("# ..."), lines ("- ..." for list items) and tables of a document."""
    return [_text(block) for block in document.blocks]


def _text(block: Heading | Line | Table) -> str:
    if isinstance(block, Heading):
        return f"{'#' * block.level} {block.text}"
    if isinstance(block, Line):
        return line_text(block)
    return f"table {len(block.rows)} x {len(block.rows[0]) if block.rows else 0}"


def line_text(line: Line) -> str:
    """A line with a dash for each level of its list."""
    return line.text if line.depth is None else f"{'-' * (line.depth + 1)} {line.text}"


def tables(document: Document) -> list[Table]:
    """The tables of a document."""
    return [block for block in document.blocks if isinstance(block, Table)]


def grid(table: Table) -> list[list[str]]:
    """The texts of a table's cells: "^" continues from above, "<" from the left."""
    return [[_cell(cell) for cell in row] for row in table.rows]


def _cell(cell: Cell) -> str:
    mark = "^" * cell.continues_above + "<" * cell.continues_left
    return mark + " / ".join(map(line_text, cell.lines))
