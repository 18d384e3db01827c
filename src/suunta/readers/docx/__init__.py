"""Word documents (.docx) -> blocks: the text as it shows, tables as full grids."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from suunta.readers.archive import Archive
from suunta.readers.blocks import Block, Document, Heading
from suunta.readers.colours import without_usual_colour
from suunta.readers.docx.body import Body
from suunta.readers.docx.markup import Element, child, w
from suunta.readers.docx.numbering import Numbering
from suunta.readers.docx.paragraphs import Paragraphs
from suunta.readers.docx.styles import Styles
from suunta.readers.package import part_of_kind, title_of


def read_document(name: str, data: bytes) -> Document:
    """The blocks of a Word document. Raises: InputError."""
    archive = Archive(name, data, "a Word document", ".docx")
    main = part_of_kind(archive, "", "officeDocument") or "word/document.xml"
    root = archive.tree(main)
    body = child(root, "body")
    if root.tag != w("document") or body is None:
        remedy = "Give the document itself, saved as .docx."
        raise archive.fault("The file is an Office file, but no Word document.", main, remedy)
    if next(body.iter(w("altChunk")), None) is not None:
        remedy = "Open it in Word, save it and give that file."
        raise archive.fault("The text holds another file inside it, not yet joined.", main, remedy)
    styles = Styles(_part(archive, main, "styles"))
    numbering = Numbering(_part(archive, main, "numbering"))
    blocks = list(Body(Paragraphs(styles, numbering), name).blocks(body))
    language = (styles.language or "")[:2].lower() or None
    return Document(tuple(without_usual_colour(_levelled(blocks))), title_of(archive), language)


def _part(archive: Archive, main: str, kind: str) -> Element | None:
    path = part_of_kind(archive, main, kind)
    return None if path is None else archive.tree(path)


def _levelled(blocks: Sequence[Block]) -> Iterator[Block]:
    """The blocks with the document's title, where it has one, above all its headings."""
    headings = [block for block in blocks if isinstance(block, Heading)]
    step = 1 if any(heading.level == 0 for heading in headings) else 0
    for block in blocks:
        yield replace(block, level=block.level + step) if isinstance(block, Heading) else block
