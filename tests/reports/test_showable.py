"""Signs that PDF files show, and those that they cannot."""

from __future__ import annotations

import pytest

from suunta.reports.pdf.showable import all_showable, showable


@pytest.mark.parametrize(
    "text", ["Kaupunkistrategia", "Mål ≥ 90 % – −1,5 M€", "a\nb", "CO₂", "hyvin\u00advointi"]
)
def test_what_the_typeface_has_stays(text: str):
    assert showable(text) == text


@pytest.mark.parametrize(
    ("text", "shown"),
    [("hyvä 😀", "hyvä □"), ("a\x00\u202eb", "ab"), ("a\tb", "a b"), ("a\u0308", "ä"), ("中", "□")],
)
def test_what_it_lacks_becomes_a_box_and_what_shows_nothing_goes(text: str, shown: str):
    assert showable(text) == shown


def test_texts_within_lists_and_records_are_made_showable_too():
    assert all_showable({"a": ["😀", 1, None]}) == {"a": ["□", 1, None]}
