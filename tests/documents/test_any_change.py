"""Documents changed at random, of every format: a strategy, or an error of the file, and nothing
else."""

from __future__ import annotations

import importlib
import io
import json
import logging
import random
import re
import zipfile
from collections.abc import Callable, Iterator
from functools import cache

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from scoring import FILES

from suunta.core.errors import InputError
from suunta.core.strategy import Strategy
from suunta.core.strategy_json import strategy_from_json, strategy_json
from suunta.readers import MODULES
from suunta.readers.layout import interpret
from suunta.readers.own import read_json, read_yaml
from suunta.readers.text import read_text

ZIPPED = ("docx", "xlsx", "ods")
SOURCES = {
    "docx": "haavelahti-cards.docx",
    "xlsx": "pahittsnas.xlsx",
    "ods": "inventvale.ods",
    "html": "makebelieve.html",
    "pdf": "sagostad.pdf",
    "txt": "kuvite.txt",
    "json": "kuvite.txt.gold.json",
    "yaml": "kuvite.txt.gold.json",
}
VALUES = (b"0", b"-1", b"9" * 20, b"1.5", b"NaN", b"1e400", b"", b"A1:ZZZ9", b"1.1 Tavoite", b"%")
PIECES = (b"\xff", b"\x00", b"<table>", b"</td>", b"<ul><li>", b"&amp;", b"[", b"<<", b"1.1", b"- ")
VALUE = re.compile(rb'"[^"<>]*"|>[^<>]+<')


def outcome(kind: str, data: bytes) -> Strategy | None:
    """The strategy; None where the file is refused."""
    try:
        return reader_of(kind)(f"plan.{kind}", data)
    except InputError:
        return None


def reader_of(kind: str) -> Callable[[str, bytes], Strategy]:
    own = {"txt": read_text, "json": read_json, "yaml": read_yaml}
    if kind in own:
        return own[kind]
    module = importlib.import_module(MODULES[f".{kind}"])
    return lambda name, data: interpret(module.read_document(name, data), name)


@cache
def source(kind: str) -> bytes:
    data = (FILES / SOURCES[kind]).read_bytes()
    return yaml.safe_dump(json.loads(data)).encode() if kind == "yaml" else data


def changed(data: bytes, chance: random.Random) -> bytes:
    """Bytes changed, put in, taken out, doubled or moved."""
    made = bytearray(data)
    for _ in range(chance.choice((1, 2, 5, 20))):
        start = chance.randrange(len(made) + 1)
        end = min(len(made), start + chance.choice((1, 5, 50, 500)))
        kind = chance.randrange(4)
        if kind == 0:
            made[start:end] = bytes([chance.randrange(256)])
        elif kind == 1:
            made[start:start] = chance.choice(PIECES)
        elif kind == 2:
            del made[start:end]
        else:
            place = chance.randrange(len(made) + 1)
            made[place:place] = made[start:end]
    return bytes(made)


def with_other_values(data: bytes, chance: random.Random) -> bytes:
    """XML, well-formed still, with some values and texts exchanged."""
    found = list(VALUE.finditer(data))
    for match in sorted(chance.sample(found, min(8, len(found))), key=lambda one: -one.start()):
        old = match.group()
        new = old[:1] + chance.choice(VALUES) + old[-1:]
        data = data[: match.start()] + new + data[match.end() :]
    return data


def changed_part(data: bytes, chance: random.Random) -> bytes:
    """An Office file with one of its parts changed."""
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as whole, zipfile.ZipFile(file, "w") as made:
        names = whole.namelist()
        chosen = chance.choice([name for name in names if name.endswith(".xml")])
        change = chance.choice((with_other_values, with_other_values, changed))
        for name in names:
            part = whole.read(name)
            made.writestr(name, change(part, chance) if name == chosen else part)
    return file.getvalue()


@pytest.fixture(autouse=True)
def quiet() -> Iterator[None]:
    """pdfminer tells of every broken byte."""
    logging.disable(logging.WARNING)
    yield
    logging.disable(logging.NOTSET)


@pytest.mark.parametrize("kind", SOURCES)
def test_the_unchanged_document_is_read(kind: str) -> None:
    assert outcome(kind, source(kind))


@pytest.mark.parametrize("kind", SOURCES)
@given(chance=st.randoms(use_true_random=False))
@settings(max_examples=15, deadline=None)
def test_a_changed_document_is_read_or_refused(kind: str, chance: random.Random) -> None:
    change = changed_part if kind in ZIPPED else changed
    found = outcome(kind, change(source(kind), chance))
    assert found is None or strategy_from_json(strategy_json(found)) == found
