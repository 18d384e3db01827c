"""Whatever the bytes: blocks, or an error of the file; never anything else."""

from __future__ import annotations

import random
from collections.abc import Callable
from contextlib import suppress

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from office_files import book_parts, ods, p, tbl, tc, tr, word_parts, zipped

from suunta.core.errors import InputError
from suunta.readers import docx, html, xlsx
from suunta.readers import ods as open_sheets
from suunta.readers.blocks import Document, Table

Reader = Callable[[str, bytes], Document]
READERS: dict[str, Reader] = {
    "docx": docx.read_document,
    "xlsx": xlsx.read_document,
    "ods": open_sheets.read_document,
    "html": html.read_document,
}
MERGED = '<w:gridSpan w:val="2"/><w:vMerge w:val="restart"/>'
BODY = p("Arki", '<w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr>') + tbl(
    tr(tc("a", MERGED), tc("b")), tr(tc("", '<w:gridSpan w:val="2"/><w:vMerge/>'), tc("c"))
)
NUMBERING = (
    '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="1"><w:numFmt w:val="decimal"/>'
    '<w:lvlText w:val="%1.%2"/></w:lvl></w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
)
ROWS = '<row r="1"><c r="A1" s="0"><v>45000</v></c><c r="B1" t="str"><v>x</v></c></row>'
STYLES = (
    '<numFmts><numFmt numFmtId="170" formatCode="d.m.yyyy"/></numFmts>'
    '<cellXfs><xf numFmtId="170"/></cellXfs>'
)
MERGE = '<mergeCells><mergeCell ref="A1:B2"/></mergeCells>'
PARTS: dict[str, dict[str, str | bytes]] = {
    "docx": word_parts(BODY, numbering=NUMBERING),
    "xlsx": book_parts(ROWS, MERGE, STYLES, '<cols><col min="3" max="4" hidden="1"/></cols>'),
}
CELL = (
    '<table:table-cell table:number-columns-repeated="2" table:number-rows-spanned="2"'
    ' office:value-type="float" office:value="1"><text:p>1</text:p></table:table-cell>'
)
TABLE = f'<table:table table:name="A"><table:table-row>{CELL}</table:table-row></table:table>'
PAGE = (
    b"<h1 style='color:#123'>A</h1><ul><li>b<ul><li>c</ul></ul><table><tr><th rowspan=2 colspan=2>d"
    b"</th><td>e</td></tr></table>"
)
NUMBERS = ("0", "-1", "1", "999999999999", "x", "", "1e400", "٣", "²", "nan")


def read(kind: str, data: bytes) -> None:
    with suppress(InputError):
        document = READERS[kind]("a", data)
        for block in document.blocks:
            if isinstance(block, Table):
                assert len({len(row) for row in block.rows}) <= 1


@pytest.mark.parametrize("kind", READERS)
@given(st.binary(max_size=300))
@example(b"PK\x03\x04")
@example(b"PK\x05\x06" + b"\0" * 18)
@settings(max_examples=40, deadline=None)
def test_any_bytes(kind: str, data: bytes) -> None:
    read(kind, data)


@pytest.mark.parametrize("kind", ["docx", "xlsx", "ods", "html"])
@given(st.randoms(use_true_random=False))
@settings(max_examples=40, deadline=None)
def test_any_changed_file(kind: str, chance: random.Random) -> None:
    whole = {"ods": ods(TABLE), "html": PAGE}.get(kind) or zipped(PARTS[kind])
    data = bytearray(whole)
    for _ in range(chance.randint(1, 8)):
        data[chance.randrange(len(data))] = chance.randrange(256)
    read(kind, bytes(data[: chance.choice((len(data), chance.randrange(len(data))))]))


@pytest.mark.parametrize("kind", PARTS)
@given(st.randoms(use_true_random=False), st.sampled_from(NUMBERS))
@settings(max_examples=40, deadline=None)
def test_any_changed_part(kind: str, chance: random.Random, number: str) -> None:
    parts = dict(PARTS[kind])
    name = chance.choice(sorted(parts))
    parts[name] = _mutated(str(parts[name]), chance, number)
    read(kind, zipped(parts))


@given(st.randoms(use_true_random=False), st.sampled_from(NUMBERS))
@settings(max_examples=40, deadline=None)
def test_any_changed_open_sheet(chance: random.Random, number: str) -> None:
    read("ods", ods(_mutated(TABLE, chance, number)))


@given(st.randoms(use_true_random=False), st.sampled_from(NUMBERS))
@settings(max_examples=40, deadline=None)
def test_any_changed_page(chance: random.Random, number: str) -> None:
    read("html", _mutated(PAGE.decode(), chance, number).encode())


def _mutated(text: str, chance: random.Random, number: str) -> str:
    """A text with attributes' values exchanged, or a stretch taken out or doubled."""
    pieces = text.split('"' if '"' in text else "=")
    if len(pieces) > 2 and chance.random() < 0.7:
        place = chance.randrange(1, len(pieces), 2)
        pieces[place] = chance.choice((number, pieces[chance.randrange(len(pieces))]))
        return ('"' if '"' in text else "=").join(pieces)
    start = chance.randrange(len(text))
    end = min(len(text), start + chance.randint(1, 60))
    return chance.choice((text[:start] + text[end:], text[:end] + text[start:]))
