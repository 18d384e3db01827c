"""Answers as bytes: decoded, and refused where they are not what their source sends."""

from __future__ import annotations

import json
from typing import Any

from suunta.core.errors import InputError

AGAIN = "Fetch it again; if it stays so, the source has changed its form."


def text_of(data: bytes, *encodings: str) -> str:
    """The text of an answer: UTF-8 unless it is none, then the encodings named, then latin-1."""
    for encoding in ("utf-8-sig", *encodings, "cp1252"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    return data.decode("latin-1")


def json_of(data: bytes) -> Any:
    """The value of a JSON answer. Raises InputError."""
    text = text_of(data).strip()
    if not text:
        raise InputError.single("The answer is empty.", "", AGAIN)
    if text.startswith("<"):
        raise InputError.single("The answer is a web page or XML, no JSON.", "", AGAIN)
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        place = f"line {error.lineno}, column {error.colno}"
        cut = error.pos >= len(text) - 1
        what = "The answer was cut off." if cut else f"This is no JSON: {error.msg}."
        raise InputError.single(what, place, AGAIN) from None
    except (RecursionError, ValueError):
        raise InputError.single("The answer nests too deep to read.", "", AGAIN) from None


def unexpected(what: str, place: str = "") -> InputError:
    """An answer that is not what its source sends."""
    return InputError.single(what, place, AGAIN)
