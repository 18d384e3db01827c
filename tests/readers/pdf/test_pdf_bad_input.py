"""Bad PDFs are refused with what is wrong and what to do."""

from __future__ import annotations

import logging
import zlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pdf_drawing import Sheet, pdf

from suunta.core.errors import InputError
from suunta.readers.blocks import Document
from suunta.readers.pdf.document import read_document
from suunta.readers.sandbox import read_apart

GOOD = pdf(
    Sheet().grid([50, 200, 350], [100, 120, 140]).text(54, 114, "Tavoite").text(204, 114, "Mittari")
)
ENCRYPTED = (
    "/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <" + "41" * 32 + "> /U <" + "42" * 32 + "> >>"
    " /ID [<00> <00>]"
)


def refusal(data: bytes) -> str:
    with pytest.raises(InputError) as caught:
        read_document("plan.pdf", data)
    return str(caught.value)


def test_a_scan_is_refused_with_the_remedy() -> None:
    said = refusal(pdf(Sheet().picture()))
    assert "scan" in said
    assert "OCR" in said


def test_another_file_named_pdf_is_refused() -> None:
    assert "not a PDF" in refusal(b"PK\x03\x04 something else")


def test_an_encrypted_file_is_refused() -> None:
    assert "password" in refusal(pdf(Sheet().text(50, 100, "Sana"), trailer=ENCRYPTED))


def test_a_stream_that_unpacks_to_very_much_is_refused() -> None:
    bomb = zlib.compress(b" " * (61 * 1024 * 1024))
    assert "unpacks to more than 60 MB" in refusal(pdf(Sheet(), packed=bomb))


def test_too_many_pages_are_refused() -> None:
    assert "more than 1000 pages" in refusal(pdf(*[Sheet()] * 1001))


def test_what_is_not_read_is_said_also_from_the_child_process(
    caplog: pytest.LogCaptureFixture,
) -> None:
    half = pdf(Sheet().text(50, 100, "Sana."), Sheet().picture())
    with caplog.at_level(logging.WARNING, logger="suunta.readers.sandbox"):
        read_apart("suunta.readers.pdf.document", "plan.pdf", half)
    assert "plan.pdf: no text on page 2" in caplog.text


@settings(max_examples=60, deadline=None)
@given(
    changes=st.lists(
        st.tuples(st.integers(0, len(GOOD) - 1), st.integers(0, 255)), min_size=1, max_size=12
    ),
    cut=st.integers(0, len(GOOD)),
)
def test_damaged_bytes_are_read_or_refused_and_nothing_else(
    changes: list[tuple[int, int]], cut: int
) -> None:
    data = bytearray(GOOD)
    for place, value in changes:
        data[place] = value
    for version in (bytes(data), bytes(data[:cut])):
        assert outcome(version)


def outcome(data: bytes) -> Document | str:
    """The document, or the remedy of what is wrong with it."""
    try:
        return read_document("plan.pdf", data)
    except InputError as error:
        return error.faults[0].remedy
