"""Content streams are parsed as pdfminer's own parser parses them, or left to it."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pdfminer.pdfinterp import PDFContentParser
from pdfminer.pdftypes import PDFStream
from pdfminer.psexceptions import PSEOF
from pdfminer.psparser import PSKeyword, PSLiteral, keyword_name

from suunta.readers.pdf.content import Call, UnusualError, calls_of

PIECES = st.sampled_from(
    [
        *(b"1", b"-2", b"+3", b".5", b"-0.25", b"4.", b"/F1", b"/P", b"(abc)", b"(a(b)c)", b"()"),
        *(rb"(a\)b\n\101\7x)", b"<48656C>", b"<4 8 6>", b"[1 (a) -20 (b)]", b"<</MCID 3>>"),
        *(b"true", b"false", b"BT", b"ET", b"Tf", b"TJ", b"T*", b"'", b'"', b"re", b"f*", b"q"),
        *(b"% note\n", b"<< /A [1 2] /B (x) >>", b"BDC"),
    ]
)
GAPS = st.sampled_from([b" ", b"\n", b"\r\n", b"\t", b"  "])


def by_pdfminer(data: bytes) -> list[Call]:
    parser = PDFContentParser([PDFStream({}, data)])
    calls: list[Call] = []
    operands: list[Any] = []
    while True:
        try:
            _, found = parser.nextobject()
        except PSEOF:
            return calls
        if isinstance(found, PSKeyword):
            name = keyword_name(found)
            calls.append((name if isinstance(name, str) else name.decode(), operands))
            operands = []
        else:
            operands.append(found)


def plain(calls: list[Call]) -> list[tuple[str, str]]:
    return [(name, repr(operands)) for name, operands in calls]


@given(st.lists(st.tuples(PIECES, GAPS), max_size=30))
@settings(max_examples=200, deadline=None)
def test_a_stream_of_usual_parts_gives_the_calls_that_pdfminer_finds(
    parts: list[tuple[bytes, bytes]],
) -> None:
    data = b"".join(piece + gap for piece, gap in parts) + b" n "
    assert plain(calls_of(data)) == plain(by_pdfminer(data))


def test_parts_without_a_space_between_are_told_apart() -> None:
    data = b"[(a)-20(b)]TJ/F1 12 Tf<</MCID 0>>BDC(x)Tj"
    assert plain(calls_of(data)) == plain(by_pdfminer(data + b" "))


@pytest.mark.parametrize(
    "data",
    [b"BI /W 1 ID x EI", b"1-2 w", b"/A#20B gs", b"[1 2", b"1 2]", b"<</A>> BDC", b"(abc", b"{} x"],
)
def test_what_is_unusual_is_left_to_pdfminer(data: bytes) -> None:
    with pytest.raises(UnusualError):
        calls_of(data)


def test_a_name_is_the_literal_that_pdfminer_knows() -> None:
    [(_, [name, _])] = calls_of(b"/F1 12 Tf")
    assert isinstance(name, PSLiteral)
    assert name.name == "F1"
