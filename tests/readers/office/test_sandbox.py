"""Reading in a child process: limits of time and memory, and nothing but the result comes back."""

from __future__ import annotations

import pickle
from pathlib import Path

import pytest
from office_files import p, tbl, tc, tr, word

from suunta.core.errors import InputError
from suunta.readers import read_bytes
from suunta.readers.blocks import Document, Line
from suunta.readers.sandbox import Limits, loaded, read_apart

SHORT = Limits(timeout_s=20, cpu_s=2)


@pytest.fixture(autouse=True)
def reader_that_misbehaves(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONPATH", str(Path(__file__).parent))


def read(said: str, limits: Limits = SHORT, name: str = "a.docx") -> Document:
    return read_apart("misbehaving", name, said.encode(), limits)


def fault(said: str, limits: Limits = SHORT) -> str:
    with pytest.raises(InputError) as caught:
        read(said, limits)
    (found,) = caught.value.faults
    assert found.place.startswith("a.docx")
    assert found.remedy
    return found.what


def test_the_blocks_come_back() -> None:
    assert read("hei", name='ä "\n\udcff.docx').blocks == (Line('ä "\n\udcff.docx: hei, none'),)


def test_the_reader_s_own_error_comes_back() -> None:
    with pytest.raises(InputError, match=r"page 1: It is bad\. Make it good\."):
        read("refuse")


def test_a_reader_that_waits_is_stopped() -> None:
    assert "more than 1 seconds" in fault("sleep", Limits(timeout_s=1))


def test_a_reader_that_works_on_and_on_is_stopped() -> None:
    assert "over 1 seconds of work" in fault("work", Limits(timeout_s=30, cpu_s=1))


def test_a_reader_that_takes_too_much_memory_is_stopped() -> None:
    assert "more than 500 MB of memory" in fault("memory")


@pytest.mark.parametrize("said", ["fail", "network", "program"])
def test_a_reader_that_fails_or_reaches_out_is_an_error_of_the_file(said: str) -> None:
    assert "cannot be read" in fault(said)


def test_a_reader_that_crashes_is_an_error_of_the_file() -> None:
    assert "went over" in fault("die")


def test_a_reader_writes_nothing() -> None:
    written = Path(__file__).with_name("misbehaving.written")
    try:
        assert "cannot be read" in fault("write")
        assert not written.exists() or not written.read_text()
    finally:
        written.unlink(missing_ok=True)


def test_a_reader_sees_no_settings(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SECRET_KEY", "secret")
    assert read("setting").blocks == (Line("a.docx: setting, none"),)


def test_what_a_reader_prints_is_no_part_of_the_result() -> None:
    assert read("print").blocks == (Line("a.docx: print, none"),)


@pytest.mark.parametrize("result", [b"", b"noise", pickle.dumps(print), pickle.dumps(Path("a"))])
def test_only_our_own_plain_values_are_loaded(result: bytes) -> None:
    with pytest.raises(InputError, match="no result"):
        loaded("a.docx", result)


def test_a_strategy_is_read_by_its_format() -> None:
    rows = (
        tr(*map(tc, ("Tavoitteet", "Toimenpiteet 2026", "Mittarit"))),
        tr(*map(tc, ("1.1 Koulu", "Kirjasto avataan", "Lainat 10 kpl"))),
        tr(*map(tc, ("1.2 Koti", "Tontteja kaavoitetaan", "Tontit 20 kpl"))),
    )
    strategy = read_bytes("Strategia.DOCX", word(p("Mallilan strategia") + tbl(*rows)))
    assert [(goal.number, goal.title) for goal in strategy.goals()] == [
        ("1.1", "Koulu"),
        ("1.2", "Koti"),
    ]
