"""What holds for every text whatever."""

from __future__ import annotations

import time
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from suunta.core.phrases import detect_language, parse_phrase
from suunta.core.phrases.normalise import plain
from suunta.core.phrases.scanner import scan
from suunta.core.strategy import SubMeasure

WORDS = (
    "tavoite", "vähintään", "90", "%", "(2019:", "89", "%)", ",", "ja", "määrä", "xx", "1/3", "€",
    "/", "asukas", "vuoteen", "2030", "mennessä", "kasvaa", "minst", "högst", "öka", "med", "till",
    "at", "least", "by", "2 182", "15.3.2024", "½", "§", "12", "-", "–", ":", ";", ".", "25–34",
    "alle", "18-vuotiaat", "kerran", "viikossa", "Q3/2026", "från", "from", "→", "of", "10",
    "lukuvuonna", "2021/22", "parhaan", "joukossa", "ei", "inte", "not", "[x]", "...", "(", ")",
)  # fmt: skip
PHRASES = st.lists(st.sampled_from(WORDS), max_size=25).map(" ".join)
TEXTS = st.one_of(st.text(max_size=120), PHRASES)
LANGUAGES = st.sampled_from(["fi", "sv", "en", None])


@given(TEXTS, LANGUAGES)
@settings(max_examples=150, deadline=None)
def test_no_text_makes_the_parser_fail(text: str, lang: str | None) -> None:
    for sub in parse_phrase(text, lang):
        assert 0.0 <= sub.confidence <= 1.0


@given(TEXTS, LANGUAGES)
@settings(max_examples=100, deadline=None)
def test_every_part_is_the_text_between_its_offsets(text: str, lang: str | None) -> None:
    for sub in parse_phrase(text, lang):
        for part in sub.parts:
            assert part.text == text[part.start : part.end]
            assert 0 <= part.start < part.end <= len(text)


def _without_words(sub: SubMeasure) -> SubMeasure:
    """The reading alone: names quote the text, so their spaces may differ."""
    doubts = tuple(replace(doubt, words="") for doubt in sub.doubts)
    return replace(
        sub, indicator="", source=None, population=None, benchmark=None, parts=(), doubts=doubts
    )


@given(PHRASES, LANGUAGES)
@settings(max_examples=100, deadline=None)
def test_a_no_break_space_reads_like_a_space(text: str, lang: str | None) -> None:
    for space in ("\u00a0", "\u202f", "\u2009"):
        other = text.replace(" ", space)
        assert list(map(_without_words, parse_phrase(other, lang))) == list(
            map(_without_words, parse_phrase(text, lang))
        )


@given(PHRASES)
@settings(max_examples=100, deadline=None)
def test_reading_twice_gives_the_same(text: str) -> None:
    assert parse_phrase(text) == parse_phrase(text)


@given(TEXTS)
@settings(max_examples=100, deadline=None)
def test_the_language_is_always_one_of_three(text: str) -> None:
    assert detect_language(text) in ("fi", "sv", "en")


@given(st.text(max_size=120))
@settings(max_examples=100, deadline=None)
def test_the_tokens_follow_each_other_and_leave_out_only_spaces(text: str) -> None:
    # Footnote signs are read as spaces.
    text = plain(text)
    end = 0
    for token in scan(text, "fi"):
        assert token.start >= end
        assert not text[end : token.start].strip()
        end = token.end
    assert not text[end:].strip()


@pytest.mark.parametrize(
    "unit",
    ["1 234 ", "a", "(((", "vähintään 90 % ja ", "-1-", "x x ", "2020-"],
)
def test_a_long_text_takes_linear_time(unit: str) -> None:
    def seconds(length: int) -> float:
        text = (unit * (length // len(unit) + 1))[:length]
        started = time.process_time()
        parse_phrase(text, "fi")
        return time.process_time() - started

    seconds(1_000)
    short, long = seconds(1_500), seconds(6_000)
    # Four times the text; twice that leaves room for a busy machine, 16 would be quadratic.
    assert long < max(8 * short, 0.5)
