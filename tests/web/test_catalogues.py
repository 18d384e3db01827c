"""Catalogues: complete, compiled, and nothing left in English on Finnish and Swedish pages."""

from __future__ import annotations

import gettext
import re
from html import unescape
from pathlib import Path

import pytest
from babel.messages.pofile import read_po
from django.test import Client

import suunta.web
from web.test_pages import PAGES

LOCALE = Path(suunta.web.__file__).parent / "locale"
# Words that are the same in both languages.
SAME = {"Status", "Trend", "Vision", "”", "“"}


def catalogue(language: str):
    with (LOCALE / language / "LC_MESSAGES/django.po").open("rb") as file:
        return read_po(file, locale=language)


@pytest.mark.parametrize("language", ["fi", "sv"])
def test_every_message_is_translated(language: str) -> None:
    for message in catalogue(language):
        strings = message.string if isinstance(message.string, tuple) else (message.string,)
        assert all(strings) or not message.id, message.id
        assert not message.fuzzy, message.id


@pytest.mark.parametrize("language", ["fi", "sv"])
def test_placeholders_are_the_same_in_the_translation(language: str) -> None:
    for message in catalogue(language):
        ids = message.id if isinstance(message.id, tuple) else (message.id,)
        strings = message.string if isinstance(message.string, tuple) else (message.string,)
        wanted = set(re.findall(r"%\(\w+\)[sd]", "".join(ids)))
        for said in strings:
            assert set(re.findall(r"%\(\w+\)[sd]", said)) == wanted, message.id


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_the_compiled_catalogue_is_up_to_date(language: str) -> None:
    with (LOCALE / language / "LC_MESSAGES/django.mo").open("rb") as file:
        compiled = gettext.GNUTranslations(file)
    for message in catalogue(language):
        if not message.id or isinstance(message.id, tuple) or not message.string:
            continue
        said = (
            compiled.pgettext(message.context, message.id)
            if message.context
            else compiled.gettext(message.id)
        )
        assert said == message.string


def sentences() -> list[str]:
    """Literal English messages that could be seen on a page."""
    found = []
    for message in catalogue("fi"):
        ids = message.id if isinstance(message.id, tuple) else (message.id,)
        found += [said for said in ids if said and "%" not in said and said not in SAME]
    return [said for said in found if len(said) > 5]


@pytest.mark.parametrize("language", ["fi", "sv"])
@pytest.mark.parametrize("page", PAGES)
def test_no_english_is_left(visitor: Client, page: str, language: str) -> None:
    html = visitor.get(f"/mallila/{language}/{page}").content.decode()
    text = unescape(re.sub(r"<[^>]+>", " | ", html))
    seen = {piece.strip(" .:·") for piece in text.split("|")}
    assert not seen & {said.strip(" .:") for said in sentences()}
