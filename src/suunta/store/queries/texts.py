"""Texts out of their columns."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

from suunta.core.texts import LANGUAGES, Text, TextState


def text_columns(*fields: str) -> list[str]:
    """The columns of texts, to ask for with `.values`."""
    return [f"{field}_{language}" for field in fields for language in LANGUAGES]


def words_of(row: Mapping[str, Any], field: str) -> dict[str, str]:
    """The words that are there."""
    return {language: words for language, column in keys_of(field) if (words := row[column])}


@cache
def keys_of(field: str) -> tuple[tuple[str, str], ...]:
    """The columns of one text, each with its language; asked for in every row."""
    return tuple((language, f"{field}_{language}") for language in LANGUAGES)


def written_text(row: Mapping[str, Any], field: str) -> Text:
    """A text that its writers wrote in each language: every one of them is an original."""
    words = words_of(row, field)
    return Text(words, dict.fromkeys(words, "original"))


class DocumentTexts:
    """Texts of one version of a document, each language with its state.

    Only what is not the rule is stored here: the document's own language is the original, the
    others are drafts until somebody reviews them.
    """

    def __init__(
        self, language: str, states: Mapping[tuple[str, int, str, str], TextState]
    ) -> None:
        self.language = language
        self.states = states
        self.rule: dict[str, TextState] = {
            code: "original" if code == language else "draft" for code in LANGUAGES
        }

    def text(self, row: Mapping[str, Any], field: str, entity: str, entity_id: int) -> Text:
        """The text of one field; `field` may carry the path of a join before its last name."""
        words = words_of(row, field)
        if not self.states:
            return Text(words, {language: self.rule[language] for language in words})
        name = field.rsplit("__", 1)[-1]
        found = {
            language: self.states.get((entity, entity_id, name, language), self.rule[language])
            for language in words
        }
        return Text(words, found)
