"""Office files made to do harm: refused before anything is unpacked, saying what and why."""

from __future__ import annotations

import io
import stat
import struct
import zipfile
from collections.abc import Callable

import pytest
from office_files import book_parts, p, relations, texts, word, word_parts, zipped

from suunta.core.errors import Fault, InputError
from suunta.readers import archive, docx, xlsx
from suunta.readers import ods as open_sheets

ENTITIES = (
    '<!DOCTYPE w [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;">'
    '<!ENTITY f SYSTEM "file:///etc/passwd">]>'
)
OUTSIDE = ' TargetMode="External"'
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 504


def refused(data: bytes, read: Callable[[str, bytes], object] = docx.read_document) -> Fault:
    with pytest.raises(InputError) as caught:
        read("a.docx", data)
    fault = caught.value.faults[0]
    assert fault.what
    assert fault.remedy
    assert fault.place.startswith("a.docx")
    return fault


def changed(member: str, change: Callable[[zipfile.ZipInfo], None], content: str = "x") -> bytes:
    """A good document with one more member, its directory entry changed."""
    file = io.BytesIO(word(p("Teksti")))
    with zipfile.ZipFile(file, "a") as made:
        info = zipfile.ZipInfo(member)
        change(info)
        made.writestr(info, content)
    return file.getvalue()


def test_a_part_that_unpacks_to_very_much_is_refused_before_it_is_unpacked() -> None:
    parts = word_parts(p("Teksti")) | {"word/document.xml": b" " * 30_000_000}
    assert "zip bomb" in refused(zipped(parts)).what


def test_a_picture_that_unpacks_to_very_much_is_refused_too() -> None:
    parts = word_parts(p("Teksti")) | {"word/media/image1.png": b"\0" * 30_000_000}
    assert "zip bomb" in refused(zipped(parts)).what


def test_a_part_larger_than_is_read_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive, "LARGEST_TREE_BYTES", 2 * 1024 * 1024)
    fault = refused(word(p("Teksti ") * 40_000))
    assert "at most 2 MB are read" in fault.what
    assert fault.place == "a.docx, word/document.xml"


def test_parts_larger_together_than_are_read_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive, "LARGEST_TOTAL_BYTES", 1024 * 1024)
    assert "at most 1 MB" in refused(word(p("Teksti ") * 20_000)).what


def test_a_size_that_lies_unpacks_no_more_than_it_says() -> None:
    data = bytearray(zipped({"word/document.xml": b"x" * 100_000}))
    entry = data.rfind(b"PK\x01\x02")
    struct.pack_into("<L", data, entry + 24, 100)
    assert "damaged" in refused(bytes(data)).what


def test_an_archive_of_very_many_members_is_refused() -> None:
    members = {f"word/{number}": b"" for number in range(archive.MOST_MEMBERS + 1)}
    assert "5001 members" in refused(zipped(members)).what


def test_a_list_of_members_too_long_to_load_is_refused() -> None:
    members = {f"{number:0>5000}": b"" for number in range(250)}
    assert "lists too many members" in refused(zipped(members)).what


@pytest.mark.parametrize(
    "part", ["word/document.xml", "word/styles.xml", "word/_rels/document.xml.rels"]
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_entities_and_document_types_are_refused_in_every_part(part: str, encoding: str) -> None:
    parts = word_parts(p("&c;&f;"))
    parts[part] = (ENTITIES + str(parts[part])).encode(encoding)
    fault = refused(zipped(parts))
    assert "document type or entities" in fault.what
    assert fault.place == f"a.docx, {part}"


def test_entities_are_refused_in_a_part_that_nothing_refers_to() -> None:
    parts = book_parts("<row><c><v>1</v></c></row>") | {"xl/sharedStrings.xml": ENTITIES + "<sst/>"}
    assert "entities" in refused(zipped(parts), xlsx.read_document).what


def test_entities_are_refused_behind_a_long_comment() -> None:
    parts = word_parts(p("x"))
    parts["word/document.xml"] = f"<!--{'x' * 9_000}-->{ENTITIES}{parts['word/document.xml']}"
    assert "entities" in refused(zipped(parts)).what


def test_macros_are_refused_with_the_remedy() -> None:
    fault = refused(zipped(word_parts(p("x")) | {"word/vbaProject.bin": OLE}))
    assert "macros" in fault.what
    assert "without macros" in fault.remedy


@pytest.mark.parametrize("name", ["../../../tmp/a", "word/..\\..\\a", "C:\\a.txt", "/../a"])
def test_names_that_lead_outside_are_refused(name: str) -> None:
    assert "leads outside" in refused(changed(name, lambda info: None)).what


def test_links_to_other_files_are_refused() -> None:
    def link(info: zipfile.ZipInfo) -> None:
        info.external_attr = (stat.S_IFLNK | 0o777) << 16

    assert "link" in refused(changed("word/theme.xml", link, "/etc/passwd")).what


@pytest.mark.filterwarnings("ignore:Duplicate name")
@pytest.mark.parametrize("name", ["word/document.xml", "Word/Document.xml", "word\\document.xml"])
def test_a_member_given_twice_is_refused(name: str) -> None:
    assert "twice" in refused(changed(name, lambda info: None)).what


def test_encrypted_members_are_refused() -> None:
    data = bytearray(word(p("x")))
    data[data.rfind(b"PK\x01\x02") + 8] |= 1
    assert "encrypted" in refused(bytes(data)).what


def test_a_member_packed_in_another_way_is_refused() -> None:
    def pack(info: zipfile.ZipInfo) -> None:
        info.compress_type = zipfile.ZIP_LZMA

    assert "packed in a way" in refused(changed("word/theme.xml", pack)).what


def test_links_to_the_outside_are_not_followed() -> None:
    parts = word_parts(p("Teksti"))
    parts["word/_rels/document.xml.rels"] = relations(
        ("r1", "styles", "http://127.0.0.1:1/styles.xml"),
        ("r2", "numbering", "file:///etc/passwd"),
        ("r3", "attachedTemplate", "http://127.0.0.1:1/a.dotm"),
        mode=OUTSIDE,
    )
    assert texts(docx.read_document("a.docx", zipped(parts))) == ["Teksti"]


def test_a_relation_out_of_the_archive_leads_nowhere() -> None:
    parts = word_parts(p("Teksti"))
    parts["word/_rels/document.xml.rels"] = relations(("r1", "styles", "../../../etc/passwd"))
    assert texts(docx.read_document("a.docx", zipped(parts))) == ["Teksti"]


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"\x89PNG\r\n\x1a\n...", "a PNG picture"),
        (b"\xff\xd8\xff\xe0...", "a JPEG picture"),
        (b"RIFF....WEBP", "a WebP picture"),
        (b"%PDF-1.7", "a PDF document"),
        (b"{\\rtf1", "an RTF document"),
        (b"<!DOCTYPE html><p>", "a web page"),
        (b"<?xml version='1.0'?>", "an XML file"),
        (b"Hei", "text"),
        (b"\1\0\2", "of an unknown kind"),
        (OLE, "an Office document of the old binary kind"),
        (zipped(book_parts("")), "an Excel workbook"),
        (zipped({"ppt/presentation.xml": "<a/>"}), "a PowerPoint presentation"),
    ],
)
def test_another_kind_of_file_is_named(data: bytes, kind: str) -> None:
    assert f"The file is {kind}" in refused(data).what


def test_a_document_with_a_password_is_refused_with_the_remedy() -> None:
    fault = refused(OLE + "EncryptedPackage".encode("utf-16-le"))
    assert "password" in fault.what
    assert "remove the password" in fault.remedy


def test_a_spreadsheet_with_a_password_is_refused() -> None:
    manifest = (
        '<m:manifest xmlns:m="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"><m:file-entry>'
        "<m:encryption-data/></m:file-entry></m:manifest>"
    )
    parts = {"META-INF/manifest.xml": manifest, "content.xml": b"\x8f\x02"}
    assert "password" in refused(zipped(parts), open_sheets.read_document).what


def test_a_text_document_is_no_spreadsheet() -> None:
    fault = refused(zipped({"content.xml": "<a/>"}), open_sheets.read_document)
    assert "no spreadsheet" in fault.what


def test_a_workbook_of_the_binary_kind_is_named() -> None:
    parts = {
        "_rels/.rels": relations(("r1", "officeDocument", "xl/workbook.bin")),
        "xl/workbook.bin": b"\x83\x01",
    }
    assert ".xlsb" in refused(zipped(parts), xlsx.read_document).what


def test_a_file_inside_the_text_is_refused_since_its_words_would_be_missing() -> None:
    fault = refused(word(p("x") + '<w:altChunk r:id="r1" xmlns:r="r"/>'))
    assert "another file inside it" in fault.what


def test_a_cut_file_is_refused() -> None:
    data = word(p("x"))
    assert "damaged" in refused(data[: len(data) // 2]).what


def test_changed_bytes_are_refused() -> None:
    data = bytearray(zipped(word_parts(p("Teksti"))))
    place = data.find(b"word/document.xml") + 40
    data[place : place + 8] = b"\xff" * 8
    assert "damaged" in refused(bytes(data)).what


def test_a_missing_part_is_named() -> None:
    parts = word_parts(p("x"))
    del parts["word/document.xml"]
    fault = refused(zipped(parts))
    assert (fault.what, fault.place) == (
        "The file is not complete: a part is missing.",
        "a.docx, word/document.xml",
    )


def test_broken_xml_is_refused_with_its_line() -> None:
    parts = word_parts(p("x")) | {"word/document.xml": "<a>\n<b></a>"}
    assert refused(zipped(parts)).place == "a.docx, word/document.xml, line 2"


def test_tables_without_end_in_each_other_are_refused() -> None:
    body = "<w:tbl><w:tr><w:tc>" * 2_000 + "</w:tc></w:tr></w:tbl>" * 2_000
    assert "damaged" in refused(word(body)).what
