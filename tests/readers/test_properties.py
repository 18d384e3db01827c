"""Whatever the text, reading gives a strategy of the text's own words, or an InputError."""

from __future__ import annotations

import json
import re
from contextlib import suppress
from html import unescape

from hypothesis import given, settings
from hypothesis import strategies as st

from suunta.core.errors import InputError
from suunta.core.strategy import Strategy
from suunta.core.strategy_json import strategy_json
from suunta.readers import read_bytes
from suunta.readers.table.markup import TAG

HEADER = "Tavoite\tToimenpide 2024\tMittari\n"
MARKUP = ["\t", "\n", "\n\n", "<ul>", "</ul>", "<li>", "<p>", "</p>", "<br>", "• ", "○ ", "- "]
NUMBERS = ["1.1 ", "1. ", "1.2. ", "50 %", "2021", "A) ", "--", ";", ": ", "(", ")", "<", "”"]
WORDS = ["Kylä ", "elää", "Tavoite ", "mm. ", "(sote)", "Mittari", "&amp;", "&", "a", "Ö"]
PIECES = st.sampled_from([*MARKUP, *NUMBERS, *WORDS])
TABLES = st.lists(PIECES, max_size=60).map(lambda pieces: HEADER + "1.1 X\t" + "".join(pieces))


def _letters(text: str) -> str:
    return re.sub(r"\W|_", "", unescape(TAG.sub("", text)))


def _texts(strategy: Strategy) -> list[str]:
    return [
        text
        for goal in strategy.goals()
        for text in (
            goal.title,
            *goal.sub_bullets,
            *(text for action in goal.actions for text in (action.text, *action.nested)),
            *(measure.text for measure in goal.measures),
        )
    ]


@settings(max_examples=150, deadline=None)
@given(st.one_of(st.text().map(str.encode), st.binary(), TABLES.map(str.encode)))
def test_reading_raises_nothing_but_input_errors(data: bytes) -> None:
    with suppress(InputError):
        assert read_bytes("teksti.txt", data).goals()


@settings(max_examples=150, deadline=None)
@given(TABLES)
def test_every_word_of_an_item_stands_in_the_document(text: str) -> None:
    strategy = read_bytes("teksti.txt", text.encode())
    letters = _letters(text)
    for item in _texts(strategy):
        assert all(_letters(word) in letters for word in item.split())


@settings(max_examples=100, deadline=None)
@given(TABLES)
def test_what_is_read_survives_json(text: str) -> None:
    strategy = read_bytes("teksti.txt", text.encode())
    data = json.dumps(strategy_json(strategy), ensure_ascii=False).encode()
    assert read_bytes("sama.json", data) == strategy
