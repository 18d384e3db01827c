"""Word documents (.docx) -> blocks: the text as it shows, tables as full grids."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from suunta.readers.archive import Archive, part_of_kind
from suunta.readers.blocks import Block, Cell, Document, Heading, Line, Table
from suunta.readers.docx.body import Body
from suunta.readers.docx.markup import Element, child, w
from suunta.readers.docx.numbering import Numbering
from suunta.readers.docx.paragraphs import Paragraphs
from suunta.readers.docx.styles import Styles

BLACK = "#000000"
LEAST_BLACK = 0.05  # below this share of black text, the commonest colour is the usual one


def read_document(name: str, data: bytes) -> Document:
    """The blocks of a Word document. Raises: InputError."""
    archive = Archive(name, data, "a Word document", ".docx")
    main = part_of_kind(archive, "", "officeDocument") or "word/document.xml"
    root = archive.tree(main)
    body = child(root, "body")
    if root.tag != w("document") or body is None:
        remedy = "Give the document itself, saved as .docx."
        raise archive.fault("The file is an Office file, but no Word document.", main, remedy)
    styles = Styles(_part(archive, main, "styles"))
    numbering = Numbering(_part(archive, main, "numbering"))
    blocks = list(Body(Paragraphs(styles, numbering), name).blocks(body))
    language = (styles.language or "")[:2].lower() or None
    return Document(tuple(_coloured(_levelled(blocks))), _title(archive), language)


def _part(archive: Archive, main: str, kind: str) -> Element | None:
    path = part_of_kind(archive, main, kind)
    return None if path is None else archive.tree(path)


def _title(archive: Archive) -> str | None:
    """The title in the document's properties."""
    path = part_of_kind(archive, "", "core-properties")
    if path is None:
        return None
    found = archive.tree(path).find("{http://purl.org/dc/elements/1.1/}title")
    return (found.text or "").strip() or None if found is not None else None


def _levelled(blocks: Sequence[Block]) -> Iterator[Block]:
    """The blocks with the document's title, where it has one, above all its headings."""
    headings = [block for block in blocks if isinstance(block, Heading)]
    step = 1 if any(heading.level == 0 for heading in headings) else 0
    for block in blocks:
        yield replace(block, level=block.level + step) if isinstance(block, Heading) else block


def _coloured(blocks: Iterable[Block]) -> Iterator[Block]:
    """The blocks with the colour of lines that have the document's usual one taken off."""
    kept = list(blocks)
    shades = Counter[str | None]()
    for line in _lines(kept):
        shades[None if line.colour == BLACK else line.colour] += len(line.text)
    usual = {BLACK}
    if shades and shades[None] < LEAST_BLACK * shades.total():
        usual |= {shade for shade, _ in shades.most_common(1) if shade}
    for block in kept:
        if isinstance(block, Line):
            yield _plain(block, usual)
        elif isinstance(block, Table):
            rows = (tuple(_plain_cell(cell, usual) for cell in row) for row in block.rows)
            yield replace(block, rows=tuple(rows))
        else:
            yield block


def _lines(blocks: Iterable[Block]) -> Iterator[Line]:
    for block in blocks:
        if isinstance(block, Line):
            yield block
        elif isinstance(block, Table):
            yield from (line for row in block.rows for cell in row for line in cell.lines)


def _plain_cell(cell: Cell, usual: set[str]) -> Cell:
    if not any(line.colour in usual for line in cell.lines):
        return cell
    return replace(cell, lines=tuple(_plain(line, usual) for line in cell.lines))


def _plain(line: Line, usual: set[str]) -> Line:
    return replace(line, colour=None) if line.colour in usual else line
