"""A page's content stream -> its operators, several times as fast as pdfminer's own parser, which
goes letter by letter. What is unusual (pictures in the stream, errors) is left to pdfminer."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from typing import Any

from pdfminer.pdfinterp import PDFPageInterpreter
from pdfminer.pdftypes import PDFStream, stream_value
from pdfminer.psparser import LIT, PSLiteral

LARGEST_BYTES = 4 * 1024 * 1024  # of content read at once
SPACE = rb"\x00\t\n\x0c\r "
TOKEN = re.compile(
    rb"[" + SPACE + rb"]+|%[^\r\n]*"
    rb"|([+-]?\d+(?![^" + SPACE + rb"/<>\[\]()%]))"
    rb"|([+-]?(?:\d+\.\d*|\.\d+)(?![^" + SPACE + rb"/<>\[\]()%]))"
    rb"|/([A-Za-z0-9_.+*:-]*)(?![^" + SPACE + rb"/<>\[\]()%])"
    rb"|<([0-9A-Fa-f" + SPACE + rb"]*)>"
    rb"|\(([^()\\\r]*)\)"
    rb"|([A-Za-z'\"][A-Za-z0-9*]*)(?![^" + SPACE + rb"/<>\[\]()%])"
    rb"|(<<|>>|[\[\]])"
    rb"|(\()"
)
HEX_PAIR = re.compile(rb"[0-9A-Fa-f]{2}|.")
BLANK = re.compile(rb"[" + SPACE + rb"]")
ESCAPED = re.compile(rb"\\([0-7]{1,3}|\r\n|.)", re.S)
PAREN = re.compile(rb"\\.|[()]", re.S)
SPECIAL = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f"}
Call = tuple[str, list[Any]]


class UnusualError(ValueError):
    """Something in a stream that pdfminer's parser should see."""


class QuickInterpreter(PDFPageInterpreter):
    """Draws pages as pdfminer does, from operators parsed by `calls_of`."""

    def execute(self, streams: Sequence[object]) -> None:
        try:
            calls = calls_of(self._content(streams))
        except UnusualError:
            super().execute(streams)
            return
        for name, operands in calls:
            found = _operator(name)
            self.argstack += operands
            if found is None:
                continue
            draw, count = found
            if not count:
                draw(self)
            elif len(arguments := self.pop(count)) == count:
                draw(self, *arguments)

    def _content(self, streams: Sequence[object]) -> bytes:
        """The content of all streams. Raises: UnusualError, also where one draws itself."""
        found = [stream_value(each) for each in streams]
        numbers = {stream.objid for stream in found}
        if None in numbers or numbers & self.parent_stream_ids:
            raise UnusualError
        self.stream_ids.clear()
        self.stream_ids.update(stream.objid for stream in found if stream.objid is not None)
        return _joined(found)


def _joined(streams: Sequence[PDFStream]) -> bytes:
    pieces: list[bytes] = []
    for stream in streams:
        pieces.append(stream.get_data())
        if sum(map(len, pieces)) > LARGEST_BYTES:
            raise UnusualError
    return b"\n".join(pieces)


@cache
def _operator(name: str) -> tuple[Callable[..., object], int] | None:
    """What draws an operator, and how many operands it takes."""
    method = name.replace("*", "_a").replace('"', "_w").replace("'", "_q")
    found = getattr(PDFPageInterpreter, f"do_{method}", None)
    return None if found is None else (found, found.__code__.co_argcount - 1)


def calls_of(data: bytes) -> list[Call]:
    """The operators of a stream in order, each with what stands before it.

    Raises: UnusualError.
    """
    calls: list[Call] = []
    operands: list[Any] = []
    outer: list[list[Any]] = []
    for value, is_operator in _tokens(data):
        if not is_operator:
            operands.append(value)
        elif value in ("[", "<<"):
            outer.append(operands)
            operands = [value]
        elif value in ("]", ">>"):
            inner = _closed(operands, value)
            if not outer:
                raise UnusualError
            operands = outer.pop()
            operands.append(inner)
        elif outer or value in ("BI", "ID", "EI"):
            raise UnusualError
        else:
            calls.append((value, operands))
            operands = []
    if outer:
        raise UnusualError
    return calls


def _closed(operands: Sequence[Any], end: str) -> list[Any] | dict[str, Any]:
    """The array or dictionary that ends here."""
    begin, *values = operands or [""]
    if (begin, end) == ("[", "]"):
        return values
    keys = values[::2]
    named = all(isinstance(key, PSLiteral) for key in keys)
    if (begin, end) != ("<<", ">>") or len(values) % 2 or not named:
        raise UnusualError
    return {str(key.name): value for key, value in zip(keys, values[1::2], strict=True)}


def _tokens(data: bytes) -> Iterator[tuple[Any, bool]]:
    """Each value or word, and whether it is a word."""
    place, size = 0, len(data)
    match = TOKEN.match
    while place < size:
        found = match(data, place)
        if found is None:
            raise UnusualError
        place = found.end()
        group = found.lastindex
        if group is None:
            continue
        text = found.group(group)
        if group == 8:
            value, place = _string(data, place)
            yield value, False
        elif group == 7:
            yield text.decode(), True
        elif group == 6:
            word = text.decode()
            constant = {"true": True, "false": False}.get(word)
            yield (word, True) if constant is None else (constant, False)
        else:
            yield _value(group, text), False


def _value(group: int, text: bytes) -> object:
    if group == 1:
        return int(text)
    if group == 2:
        return float(text)
    if group == 3:
        return LIT(text.decode())
    if group == 4:
        digits = BLANK.sub(b"", text)
        return bytes(int(pair, 16) for pair in HEX_PAIR.findall(digits))
    return text


def _string(data: bytes, start: int) -> tuple[bytes, int]:
    """A string with parentheses or escapes in it, and the place after it."""
    depth = 1
    for found in PAREN.finditer(data, start):
        sign = found.group()
        depth += {b"(": 1, b")": -1}.get(sign, 0)
        if not depth:
            return ESCAPED.sub(_unescaped, data[start : found.start()]), found.end()
    raise UnusualError


def _unescaped(found: re.Match[bytes]) -> bytes:
    text = found.group(1)
    if text[:1].isdigit() and text[:1] < b"8":
        return bytes([int(text, 8) & 255])
    if text in (b"\n", b"\r", b"\r\n"):
        return b""
    return SPECIAL.get(text, text)
