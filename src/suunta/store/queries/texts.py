"""Texts out of their columns."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from suunta.core.texts import LANGUAGES, Text, TextState


def text_columns(*fields: str) -> list[str]:
    """The columns of texts, to ask for with `.values`."""
    return [f"{field}_{language}" for field in fields for language in LANGUAGES]


def words_of(row: Mapping[str, Any], field: str) -> dict[str, str]:
    """The words that are there."""
    return {
        language: row[f"{field}_{language}"] for language in LANGUAGES if row[f"{field}_{language}"]
    }


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

    def text(self, row: Mapping[str, Any], field: str, entity: str, entity_id: int) -> Text:
        """The text of one field; `field` may carry the path of a join before its last name."""
        words = words_of(row, field)
        name = field.rsplit("__", 1)[-1]
        rule: dict[str, TextState] = {
            language: "original" if language == self.language else "draft" for language in words
        }
        found = {
            language: self.states.get((entity, entity_id, name, language), state)
            for language, state in rule.items()
        }
        return Text(words, found)
