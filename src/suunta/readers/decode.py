"""Bytes -> text, or an error that names the first byte that is no text."""

from __future__ import annotations

import codecs

from suunta.core.errors import InputError

UTF16 = {codecs.BOM_UTF16_LE: "utf-16-le", codecs.BOM_UTF16_BE: "utf-16-be"}
SAVE_AS_UTF8 = "Save the file as UTF-8 text and read it again."


def decode_text(name: str, data: bytes) -> str:
    """The text of a file: UTF-8, with or without a byte order mark, or UTF-16 with one.

    Raises: InputError for an empty, binary or wrongly encoded file.
    """
    encoding, start = _encoding(data)
    try:
        text = data[start:].decode(encoding)
    except UnicodeDecodeError as error:
        raise _undecodable(name, data, start + error.start, encoding) from None
    if "\0" in text:
        raise _binary(name, data)
    if not text.strip():
        raise InputError.single("The file is empty.", name, "Give a file that holds a strategy.")
    return text


def _encoding(data: bytes) -> tuple[str, int]:
    if data.startswith(codecs.BOM_UTF8):
        return "utf-8", len(codecs.BOM_UTF8)
    for mark, encoding in UTF16.items():
        if data.startswith(mark):
            return encoding, len(mark)
    return "utf-8", 0


def _place(name: str, data: bytes, offset: int) -> str:
    line = data.count(b"\n", 0, offset) + 1
    return f"{name}, line {line}, byte {offset}"


def _undecodable(name: str, data: bytes, offset: int, encoding: str) -> InputError:
    if encoding != "utf-8":
        what = "The file says it is UTF-16, but holds a byte that is not."
        return InputError.single(what, f"{name}, byte {offset}", SAVE_AS_UTF8)
    if b"\0" in data[:8192] or data[:4] in (b"PK\x03\x04", b"%PDF"):
        return _binary(name, data)
    what = f"Byte 0x{data[offset]:02X} is not UTF-8; the file may be Latin-1 or Windows-1252."
    return InputError.single(what, _place(name, data, offset), SAVE_AS_UTF8)


def _binary(name: str, data: bytes) -> InputError:
    offset = max(data.find(b"\0"), 0)
    what = "The file is not text: it holds bytes that no text has (NUL)."
    return InputError.single(what, _place(name, data, offset), SAVE_AS_UTF8)
