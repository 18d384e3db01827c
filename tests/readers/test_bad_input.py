"""Files that cannot be read: each error names the file, the place and the remedy."""

from __future__ import annotations

import random
from contextlib import suppress
from pathlib import Path

import pytest

from suunta.core.definitions import folder
from suunta.core.errors import Fault, InputError
from suunta.readers import LARGEST_FILE_BYTES, read_bytes, read_file

ROWS = "Mallilan strategia 2022–2025\nTavoite\tToimenpide\tMittari\n1.1 Elävä kylä\tTeko\tMitta\n"


def _fault(name: str, data: bytes) -> Fault:
    with pytest.raises(InputError) as caught:
        read_bytes(name, data)
    fault = caught.value.faults[0]
    assert fault.what
    assert fault.remedy
    assert name in fault.place
    return fault


@pytest.mark.parametrize("data", [b"", b" \n\t\n", b"\xef\xbb\xbf"])
def test_an_empty_file_is_refused(data: bytes) -> None:
    assert "empty" in _fault("tyhja.txt", data).what


def test_a_binary_file_is_refused() -> None:
    assert "not text" in _fault("kuva.txt", b"\x00\x01\x02" * 100).what


def test_latin_1_is_refused_with_the_line_and_byte() -> None:
    fault = _fault("vanha.txt", ROWS.encode("latin-1", errors="replace"))
    assert "Latin-1" in fault.what
    assert "line 3, byte" in fault.place


def test_utf_16_without_its_mark_is_refused() -> None:
    assert "not text" in _fault("utf16.txt", "Tavoite".encode("utf-16-le")).what


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_a_byte_order_mark_is_accepted(encoding: str) -> None:
    assert read_bytes("merkki.txt", ROWS.encode(encoding)).title.startswith("Mallilan")


def test_a_cut_utf_16_file_is_refused() -> None:
    assert "UTF-16" in _fault("katkennut.txt", ROWS.encode("utf-16")[:-1]).what


def test_a_text_without_a_table_is_refused() -> None:
    assert "No goal with actions" in _fault("kirje.txt", "Hyvä lukija,\nterveisin".encode()).what


def test_a_table_without_goals_is_refused() -> None:
    assert "no goal" in _fault("otsikko.txt", b"Tavoite\tToimenpide\tMittari\n").what


def test_a_huge_file_is_refused_by_its_size(tmp_path: Path) -> None:
    path = tmp_path / "iso.txt"
    with path.open("wb") as file:
        file.truncate(LARGEST_FILE_BYTES + 1)
    with pytest.raises(InputError, match="at most 50 MB"):
        read_file(path)


def test_a_line_that_no_table_has_is_refused() -> None:
    fault = _fault("rivi.txt", ROWS.encode() + b"a" * 1_500_000)
    assert "line 4" in fault.place


def test_an_unknown_format_names_the_known_ones(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"txt.*yaml.*json"):
        read_file(tmp_path / "strategia.odt")


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"ei-ole\.txt"):
        read_file(tmp_path / "ei-ole.txt")


@pytest.mark.parametrize(
    "cell",
    [
        "<ul>" * 20_000 + " Teko tehdään",
        "<ul>• a " * 10_000,
        "(" * 50_000 + ")" * 50_000,
        "<" * 100_000,
        "sanaToinen" * 10_000,
        "A. " * 20_000,
    ],
    ids=["nested lists", "unclosed lists", "parentheses", "angles", "glued", "sentences"],
)
def test_a_hostile_cell_is_read_without_harm(cell: str) -> None:
    data = f"Tavoite\tToimenpide\tMittari\n1.1 Elävä kylä\t{cell}\tMitta\n".encode()
    assert len(read_bytes("vihamielinen.txt", data).goals()) == 1


def test_a_document_cut_anywhere_is_read_or_refused() -> None:
    whole = (folder("examples") / "kauniainen" / "strategia-2018-2022.txt").read_bytes()
    places = random.Random(7).sample(range(len(whole)), 12)
    for place in places:
        with suppress(InputError):
            assert read_bytes("katkennut.txt", whole[:place]).goals()


@pytest.mark.parametrize(
    ("name", "text", "place"),
    [
        ("s.json", '{"title": "T",', "line 1, column"),
        ("s.json", "[" * 100_000, ""),
        ("s.yaml", "title: [1\n", "line 2"),
        ("s.yaml", "[" * 2_000, ""),
        ("s.yaml", "a: &a [1]\nb: *a\n", "line 2"),
    ],
)
def test_broken_and_hostile_own_files_are_refused(name: str, text: str, place: str) -> None:
    assert place in _fault(name, text.encode()).place
