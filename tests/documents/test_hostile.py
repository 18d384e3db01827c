"""Files made to do harm, each read as an upload is: in a child process within limits."""

from __future__ import annotations

import io
import json
import time
import zipfile
import zlib
from pathlib import Path
from typing import Any

import pytest

from suunta.core.errors import Fault, InputError
from suunta.readers import read_bytes

HOSTILE = Path(__file__).parent / "hostile"
FILES = HOSTILE.parent / "files"
CASES: list[dict[str, Any]] = json.loads((HOSTILE / "expected.json").read_text("utf-8"))
MB = 1024 * 1024
QUICK_S = 20.0
SHEET = "xl/worksheets/sheet1.xml"


def read_or_fault(name: str, data: bytes) -> Fault | int:
    """The number of goals, or what is said of the file."""
    try:
        return len(read_bytes(name, data).goals())
    except InputError as error:
        return error.faults[0]


def refused(name: str, data: bytes) -> Fault:
    found = read_or_fault(name, data)
    assert isinstance(found, Fault)
    assert found.what
    assert found.remedy
    assert found.place.startswith(name)
    return found


@pytest.mark.parametrize("case", CASES, ids=[case["file"] for case in CASES])
def test_a_hostile_file_is_refused_with_a_remedy_or_read(case: dict[str, Any]) -> None:
    found = read_or_fault(case["file"], (HOSTILE / case["file"]).read_bytes())
    if isinstance(found, Fault):
        assert case["expect"] != "read", found
        assert case.get("says", "") in found.what
        assert found.remedy
    else:
        assert case["expect"] != "refuse"
        assert found


def with_member(name: str, member: str, pieces: int, piece: bytes) -> bytes:
    """A good document with a member written piece by piece."""
    file = io.BytesIO()
    with (
        zipfile.ZipFile(FILES / name) as good,
        zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as made,
    ):
        for part in good.namelist():
            if part != member:
                made.writestr(part, good.read(part))
        with made.open(member, "w", force_zip64=True) as out:
            for _ in range(pieces):
                out.write(piece)
    return file.getvalue()


@pytest.mark.parametrize(
    ("name", "member"),
    [("kuvite.docx", "word/document.xml"), ("tuulensuu.xlsx", SHEET), ("utula.ods", "content.xml")],
)
def test_a_zip_bomb_is_refused(name: str, member: str) -> None:
    assert "zip bomb" in refused(name, with_member(name, member, 200, b" " * MB)).what


def test_a_picture_of_very_many_bytes_is_refused() -> None:
    data = with_member("kuvite.docx", "word/media/image1.png", 200, bytes(MB))
    assert "zip bomb" in refused("kuvite.docx", data).what


def test_very_many_paragraphs_are_refused_soon() -> None:
    piece = b"<w:p><w:r><w:t>tavoite 50 %</w:t></w:r></w:p>" * 10_000
    started = time.monotonic()
    refused("kuvite.docx", with_member("kuvite.docx", "word/document.xml", 300, piece))
    assert time.monotonic() - started < QUICK_S


def test_very_many_members_are_refused() -> None:
    file = io.BytesIO((FILES / "kuvite.docx").read_bytes())
    with zipfile.ZipFile(file, "a") as made:
        for number in range(20_000):
            made.writestr(f"word/x{number}.xml", b"")
    assert "too many members" in refused("kuvite.docx", file.getvalue()).what


def rows_of(count: int) -> bytes:
    """A workbook whose only sheet has this many filled rows."""
    cell = '<c t="inlineStr"><is><t>{}</t></is></c>'
    rows = "".join(
        f"<row>{cell.format(f'{place // 10}.1 Tavoite')}{cell.format(f'Mittari {place}')}"
        f"<c><v>{place % 100}</v></c></row>"
        for place in range(1, count + 1)
    )
    head = "".join(cell.format(name) for name in ("Tavoite", "Mittari", "Tavoitetaso 2027"))
    space = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    sheet = f'<worksheet xmlns="{space}"><sheetData><row>{head}</row>{rows}</sheetData></worksheet>'
    return with_member("tuulensuu.xlsx", SHEET, 1, sheet.encode())


def test_a_sheet_of_100_000_rows_is_refused_soon() -> None:
    started = time.monotonic()
    found = read_or_fault("rows.xlsx", rows_of(100_000))
    assert time.monotonic() - started < QUICK_S
    assert isinstance(found, Fault)
    assert "10000 rows" in found.what


def test_one_line_of_twenty_megabytes_is_refused() -> None:
    assert "line" in refused("line.txt", b"tavoite 90 % (2019: 89 %), " * 750_000).what


def test_twenty_thousand_nested_lists_are_refused() -> None:
    page = "<html><body>" + "<ul><li>" * 20_000 + "Tavoite</body></html>"
    refused("lists.html", page.encode())


def numbered(objects: list[bytes]) -> bytes:
    """A PDF of some objects, the first its catalogue."""
    data, places = b"%PDF-1.5\n", []
    for number, content in enumerate(objects, start=1):
        places.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    rows = b"".join(b"%010d 00000 n \n" % place for place in places)
    end = b"trailer<</Root 1 0 R/Size %d>>\nstartxref\n%d\n%%%%EOF" % (len(places) + 1, len(data))
    return data + b"xref\n0 %d\n0000000000 65535 f \n" % (len(places) + 1) + rows + end


def test_a_page_that_unpacks_to_gigabytes_is_refused() -> None:
    packed = zlib.compress(b" " * (256 * MB), 9)
    stream = b"<</Length %d/Filter/FlateDecode>>stream\n%s\nendstream" % (len(packed), packed)
    sheet = b"/MediaBox[0 0 595 842]/Contents[%s]/Resources<<>>" % (b"4 0 R " * 8)
    page = b"<</Type/Page/Parent 2 0 R%s>>" % sheet
    pages = b"<</Type/Pages/Kids[3 0 R]/Count 1>>"
    data = numbered([b"<</Type/Catalog/Pages 2 0 R>>", pages, page, stream])
    assert "unpacks to more than" in refused("bomb.pdf", data).what


def test_five_thousand_pages_are_refused() -> None:
    count = 5_000
    kids = b" ".join(b"%d 0 R" % (place + 3) for place in range(count))
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>"
    tree = b"<</Type/Pages/Kids[%s]/Count %d>>" % (kids, count)
    data = numbered([b"<</Type/Catalog/Pages 2 0 R>>", tree, *[page] * count])
    assert "pages" in refused("pages.pdf", data).what


def test_nothing_is_written_outside_the_archive() -> None:
    outside = Path("/tmp/suunta-escaped.txt")
    read_or_fault("path-tricks.docx", (HOSTILE / "path-tricks.docx").read_bytes())
    assert not outside.exists()
