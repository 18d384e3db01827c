"""What a file really is, told by its first bytes, whatever its name says."""

from __future__ import annotations

from collections.abc import Iterable

from suunta.core.errors import InputError

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ZIP = b"PK\x03\x04"
EMPTY_ZIP = b"PK\x05\x06"
SIGNATURES: tuple[tuple[bytes, str], ...] = (
    (b"\x89PNG\r\n\x1a\n", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"BM", "a BMP picture"),
    (b"II*\0", "a TIFF picture"),
    (b"MM\0*", "a TIFF picture"),
    (b"%PDF", "a PDF document"),
    (b"{\\rtf", "an RTF document"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive"),
    (b"Rar!", "a RAR archive"),
    (b"MZ", "a program"),
    (b"\x7fELF", "a program"),
)
PACKED = (
    ("word/", "a Word document"),
    ("xl/", "an Excel workbook"),
    ("ppt/", "a PowerPoint presentation"),
)
ENCRYPTED = "EncryptedPackage".encode("utf-16-le")


def is_zip(data: bytes) -> bool:
    """Whether the bytes begin as a zip archive does."""
    return data.startswith((ZIP, EMPTY_ZIP))


def kind_of(data: bytes) -> str:
    """What the bytes are, in words that go after "The file is"."""
    for signature, kind in SIGNATURES:
        if data.startswith(signature):
            return kind
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return "a WebP picture"
    if data.startswith(OLE):
        return "an Office document of the old binary kind (.doc, .xls)"
    if is_zip(data):
        return "a zip archive"
    head = data[:1024].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if head.startswith((b"<!doctype html", b"<html")):
        return "a web page"
    if head.startswith(b"<?xml"):
        return "an XML file"
    return "text" if b"\0" not in data[:4096] else "of an unknown kind"


def packed_kind(names: Iterable[str]) -> str:
    """What Office wrote an archive as, by its members' folders; "" where none tells."""
    kinds = {kind for name in names for folder, kind in PACKED if name.startswith(folder)}
    return kinds.pop() if len(kinds) == 1 else ""


def refuse_other(name: str, data: bytes, wanted: str, extension: str) -> None:
    """Refuse what is no zip archive, saying what it is.

    wanted: the format in words, "a Word document". Raises: InputError.
    """
    if is_zip(data):
        return
    if data.startswith(OLE) and ENCRYPTED in data:
        what = "The document is encrypted with a password."
        remedy = "Open it in Office, remove the password, save it and give that file."
        raise InputError.single(what, name, remedy)
    what = f"The file is {kind_of(data)}, not {wanted} ({extension})."
    remedy = f"Give the document itself, saved as {extension} in Office or LibreOffice."
    raise InputError.single(what, name, remedy)
