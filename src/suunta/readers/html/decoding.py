"""The bytes of a web page -> text, as browsers tell its encoding: mark, declaration, else UTF-8."""

from __future__ import annotations

import codecs
import re

from suunta.core.errors import InputError
from suunta.readers.decode import UTF16
from suunta.readers.sniff import kind_of

LOOKED_AT_BYTES = 4096
DECLARED = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([A-Za-z0-9_.:-]{2,40})""", re.I)
READ_AS = {  # what browsers read for these names (WHATWG Encoding)
    "iso8859-1": "cp1252",
    "ascii": "cp1252",
    "utf-16": "utf-8",
    "utf-16-le": "utf-8",
    "utf-16-be": "utf-8",
}
FALLBACK = "cp1252"
PAGE_KINDS = ("a web page", "an XML file", "text")


def decoded(name: str, data: bytes) -> str:
    """The text of a web page. Raises: InputError for what is no text, saying what it is."""
    for mark, encoding in UTF16.items():
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, "replace")
    kind = kind_of(data)
    if kind not in PAGE_KINDS or b"\0" in data:
        what = f"The file is {kind}, not a web page (.html)."
        raise InputError.single(what, name, "Give the page as the browser saves it.")
    for encoding in dict.fromkeys((_declared(data), "utf-8")):
        try:
            return data.removeprefix(codecs.BOM_UTF8).decode(encoding)
        except UnicodeDecodeError:
            continue
    return data.decode(FALLBACK, "replace")


def _declared(data: bytes) -> str:
    if data.startswith(codecs.BOM_UTF8):
        return "utf-8"
    found = DECLARED.search(data[:LOOKED_AT_BYTES])
    try:
        name = codecs.lookup(found.group(1).decode("ascii")).name if found else "utf-8"
        "".encode(name)  # some codecs that Python knows are not of text
    except (LookupError, UnicodeError):
        return "utf-8"
    return READ_AS.get(name, name)
