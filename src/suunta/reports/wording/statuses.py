"""Words and shapes of statuses, states and verdicts, from `definitions/statuses.yaml`."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any

from suunta.core.definitions import folder, load_yaml


@dataclass(frozen=True)
class StatusWords:
    """A status as a reader meets it: shape, word, meaning."""

    key: str
    icon: str
    label: str
    meaning: str

    @property
    def lower(self) -> str:
        """The word inside a sentence or after a count."""
        return self.label[:1].lower() + self.label[1:]


@cache
def definitions() -> dict[str, dict[str, Any]]:
    """The three vocabularies: measure, action, verdict."""
    found: dict[str, dict[str, Any]] = load_yaml(folder("definitions") / "statuses.yaml")
    return found


@cache
def words(vocabulary: str, key: str, language: str) -> StatusWords:
    """The words of one status in one language."""
    entry = definitions()[vocabulary][key]
    said = entry[language]
    return StatusWords(key, entry.get("icon", key), said["label"], said["meaning"])


def vocabulary(name: str, language: str) -> list[StatusWords]:
    """All statuses of a vocabulary in their fixed order."""
    return [words(name, key, language) for key in definitions()[name]]
