"""What people type: numbers in Nordic spellings, words without what cannot be seen."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from suunta.core.typed_in import clean_words, read_number


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("1 763,5", 1763.5),
        ("2\u00a0182 hlö", 2182.0),
        ("1\u202f234\u202f567", 1234567.0),
        ("12 %", 12.0),
        ("\u22121,1", -1.1),
        ("4.3", 4.3),
        ("1.234,5", 1234.5),
        ("1,234.5", 1234.5),
        ("0,5 kWh/m²", 0.5),
        (",5", 0.5),
        ("", None),
        (" \u00a0 ", None),
    ],
)
def test_numbers_are_read_as_people_write_them(typed: str, number: float | None) -> None:
    assert read_number(typed) == number


@pytest.mark.parametrize(
    "typed", ["abc", "noin 5", "--1", "12 34", "1e400", "nan", "=cmd|x", "9" * 20, "1;2"]
)
def test_what_is_no_number_is_refused(typed: str) -> None:
    with pytest.raises(ValueError, match=r"not a number|too large"):
        read_number(typed)


@given(st.text())
def test_a_number_is_read_or_refused_and_never_breaks(typed: str) -> None:
    try:
        number = read_number(typed)
    except ValueError:
        return
    assert number is None or abs(number) <= 1e15


def test_words_keep_every_script_and_lose_what_cannot_be_seen() -> None:
    typed = "a\u202eb\x00c\u200b\ufeff 👨\u200d👩\u200d👧 שלום\r\nse\u0308\ud800"
    assert clean_words(typed) == "abc 👨\u200d👩\u200d👧 שלום\nsë"


@given(st.text(st.characters(codec=None)))
def test_cleaned_words_can_be_stored_and_are_stable(typed: str) -> None:
    cleaned = clean_words(typed)
    cleaned.encode("utf-8")
    assert clean_words(cleaned) == cleaned
    assert not any(unicodedata.category(sign) == "Cc" and sign not in "\n\t" for sign in cleaned)
