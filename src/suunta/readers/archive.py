"""Office files as zip archives of XML parts, opened so that no file can do harm: sizes are looked
at before anything is inflated, nothing is written to disk, no entity or outside file is loaded."""

from __future__ import annotations

import re
import stat
import struct
import zipfile
import zlib
from collections import Counter
from collections.abc import Iterator
from io import BytesIO

from lxml import etree

from suunta.core.errors import InputError
from suunta.readers.sniff import packed_kind, refuse_other

MOST_MEMBERS = 5_000
LARGEST_DIRECTORY_BYTES = 1024 * 1024
LARGEST_TOTAL_BYTES = 500 * 1024 * 1024  # of all members, also those never inflated
LARGEST_TREE_BYTES = 40 * 1024 * 1024  # of a part that is held as a tree: about five times as much
LARGEST_STREAM_BYTES = 200 * 1024 * 1024  # of a part that is read row by row
RATIO_FREE_BYTES = 4 * 1024 * 1024  # a part below this may be packed as tightly as it likes
HIGHEST_RATIO = 300  # documents reach 10 to 60
END_RECORD = struct.Struct("<4s4H2LH")
MACROS = re.compile(r"(^|/)vbaproject\.bin$|^(basic|scripts)/.+", re.I)
DOCTYPES = tuple("<!DOCTYPE".encode(code) for code in ("ascii", "utf-16-le", "utf-16-be"))
PARTS = (".xml", ".rels")
HEAD_BYTES = 4096  # of every part, also one that nothing refers to
DAMAGED = "Open it in Office or LibreOffice, save it anew and give that file."
WITHOUT_MACROS = "Save it as a document without macros (.docx, .xlsx, .ods) and give that file."
HONEST = "Give the document itself, saved in Office or LibreOffice."
BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError, struct.error)
TRANSITIONAL = {  # ISO 29500 strict names -> the ones that everybody writes
    b"http://purl.oclc.org/ooxml/wordprocessingml/main": (
        b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    ),
    b"http://purl.oclc.org/ooxml/spreadsheetml/main": (
        b"http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    ),
    b"http://purl.oclc.org/ooxml/officeDocument/relationships": (
        b"http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    ),
}


class Archive:
    """An office file's members by name, safe to read.

    wanted, extension: the format in words and as ".docx", for errors.
    Raises: InputError on opening a file that is no such archive, is damaged, encrypted or hostile.
    """

    def __init__(self, name: str, data: bytes, wanted: str, extension: str) -> None:
        refuse_other(name, data, wanted, extension)
        self.name = name
        self._check_directory(data)
        try:
            self._zip = zipfile.ZipFile(BytesIO(data))
        except (*BROKEN, ValueError):
            raise self.fault("The file is damaged: its archive has no readable end.") from None
        infos = [info for info in self._zip.infolist() if not info.is_dir()]
        self._members = {_member_name(info.filename): info for info in infos}
        self._check_members(infos)
        kind = packed_kind(self.names())
        if kind not in ("", wanted):
            what = f"The file is {kind}, not {wanted} ({extension})."
            raise self.fault(what, remedy="Give the file its right ending, or save it anew.")

    def fault(self, what: str, part: str = "", remedy: str = DAMAGED) -> InputError:
        """An error of this file, or of a part of it."""
        return InputError.single(what, f"{self.name}, {part}" if part else self.name, remedy)

    def names(self) -> tuple[str, ...]:
        """The names of all members."""
        return tuple(self._members)

    def __contains__(self, part: str) -> bool:
        return part in self._members

    def tree(self, part: str) -> etree._Element:
        """The root of an XML part. Raises: InputError."""
        data = self.content(part, LARGEST_TREE_BYTES)
        parser = etree.XMLParser(
            resolve_entities=False,
            no_network=True,
            load_dtd=False,
            remove_comments=True,
            remove_pis=True,
        )
        try:
            root = etree.fromstring(data, parser)
        except (etree.XMLSyntaxError, ValueError) as error:
            raise self._not_well_formed(part, error) from None
        return root

    def elements(self, part: str, *tags: str) -> Iterator[etree._Element]:
        """The elements of a part with these tags as they end, each forgotten after its use.

        Raises: InputError.
        """
        data = self.content(part, LARGEST_STREAM_BYTES)
        events = etree.iterparse(
            BytesIO(data),
            tag=tags,
            resolve_entities=False,
            no_network=True,
            load_dtd=False,
            remove_comments=True,
            remove_pis=True,
        )
        try:
            for _, element in events:
                yield element
                _forget(element)
        except (etree.XMLSyntaxError, ValueError) as error:
            raise self._not_well_formed(part, error) from None

    def content(self, part: str, most: int) -> bytes:
        """The bytes of a member of at most so many, with strict names of XML made usual.

        Raises: InputError.
        """
        info = self._members.get(part)
        if info is None:
            raise self.fault("The file is not complete: a part is missing.", part)
        if info.file_size > most:
            size, limit = info.file_size // 1024 // 1024, most // 1024 // 1024
            what = f"The part has {size} MB when unpacked; at most {limit} MB are read."
            raise self.fault(what, part, HONEST)
        data = self._unpacked(part, info.file_size)
        if _defines(data):
            raise self._has_doctype(part)
        for strict, usual in TRANSITIONAL.items():
            data = data.replace(strict, usual)
        return data

    def _unpacked(self, part: str, most: int) -> bytes:
        """The first bytes of a member, never more than its directory entry says."""
        try:
            with self._zip.open(self._members[part]) as member:
                data = member.read(most)
                member.read(1)  # at the end, checks the sum
        except BROKEN:
            what = "The file is damaged: a part cannot be unpacked or its checksum is wrong."
            raise self.fault(what, part) from None
        except (RuntimeError, ValueError):  # zipfile's word for members that need a password
            raise self.fault("A part of the file cannot be unpacked.", part) from None
        return data

    def _check_directory(self, data: bytes) -> None:
        """Refuse a list of members too long to load, by the record at the archive's end."""
        place = data.rfind(b"PK\x05\x06", max(0, len(data) - 65_557))
        record = data[place : place + END_RECORD.size] if place >= 0 else b""
        if len(record) < END_RECORD.size:
            raise self.fault("The file is damaged: the end of its archive is missing.")
        size = END_RECORD.unpack(record)[5]
        if size > LARGEST_DIRECTORY_BYTES:
            what = f"The archive lists too many members: {size // 1024} kB of names."
            raise self.fault(what, remedy=HONEST)

    def _check_members(self, infos: list[zipfile.ZipInfo]) -> None:
        if len(infos) > MOST_MEMBERS:
            what = f"The archive has {len(infos)} members; at most {MOST_MEMBERS} are read."
            raise self.fault(what, remedy=HONEST)
        counts = Counter(_member_name(info.filename).lower() for info in infos)
        for info in infos:
            part = _member_name(info.filename)
            if MACROS.search(part):
                raise self.fault("The file holds macros (program code).", part, WITHOUT_MACROS)
            if what := _wrong_with(info, part):
                raise self.fault(what, part[:200], HONEST)
            if counts[part.lower()] > 1:
                raise self.fault("The archive holds this member twice.", part, HONEST)
            if part.endswith(PARTS) and _defines(self._unpacked(part, HEAD_BYTES)):
                raise self._has_doctype(part)
        total = sum(info.file_size for info in infos)
        if total > LARGEST_TOTAL_BYTES:
            size, limit = total // 1024 // 1024, LARGEST_TOTAL_BYTES // 1024 // 1024
            what = f"The file has {size} MB when unpacked; at most {limit} MB are read."
            raise self.fault(what, remedy=HONEST)

    def _not_well_formed(self, part: str, error: Exception) -> InputError:
        line = getattr(error, "lineno", None)
        place = f"{part}, line {line}" if line else part
        said = getattr(error, "msg", None) or "it is not text"
        return self.fault(f"The file is damaged: a part is no XML ({said}).", place)

    def _has_doctype(self, part: str) -> InputError:
        what = "The file defines a document type or entities, which no office program writes."
        return self.fault(what, part, HONEST)


def _defines(data: bytes) -> bool:
    """Whether XML defines a document type, where entities stand."""
    return any(mark in data for mark in DOCTYPES)


def _member_name(name: str) -> str:
    return name.replace("\\", "/").lstrip("/")


def _wrong_with(info: zipfile.ZipInfo, part: str) -> str:
    """Why a member makes the file one to refuse; "" when it does not."""
    if ".." in part.split("/") or re.match(r"[A-Za-z]:", part) or "\0" in part:
        return "The archive holds a member whose name leads outside it."
    if stat.S_ISLNK(info.external_attr >> 16):
        return "The archive holds a link to another file."
    if info.flag_bits & 0x1:
        return "A part of the file is encrypted with a password."
    if info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        return "A part is packed in a way that office programs do not use."
    if info.file_size > RATIO_FREE_BYTES and info.file_size > HIGHEST_RATIO * info.compress_size:
        size = info.file_size // 1024 // 1024
        return f"A part of {info.compress_size // 1024} kB unpacks to {size} MB: a zip bomb."
    return ""


def _forget(element: etree._Element) -> None:
    """Free an element and those before it; a stream holds nothing that was used."""
    element.clear()
    while element.getprevious() is not None:
        parent = element.getparent()
        if parent is None:
            return
        del parent[0]
