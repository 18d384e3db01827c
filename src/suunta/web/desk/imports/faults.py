"""What is wrong with a document, in the reader's language: `definitions/faults.yaml`."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from django.utils.translation import get_language

from suunta.core.definitions import folder, load_yaml
from suunta.core.errors import Fault

SLOT = re.compile(r"\\\{(\w+)\\\}")


class Wording(NamedTuple):
    """A sentence with slots, and what it is in each language."""

    pattern: re.Pattern[str]
    said: dict[str, str]


@cache
def wordings() -> tuple[Wording, ...]:
    """All sentences of the definitions."""
    rows: list[dict[str, str]] = load_yaml(folder("definitions") / "faults.yaml")
    return tuple(Wording(pattern_of(row["en"]), row) for row in rows)


def pattern_of(sentence: str) -> re.Pattern[str]:
    """A pattern for a sentence whose slots are in braces."""
    return re.compile(SLOT.sub(r"(?P<\1>.+?)", re.escape(sentence)), re.DOTALL)


def in_words(sentence: str, language: str) -> str:
    """A sentence in a language; as it is where nobody has put it into that language."""
    for wording in wordings():
        if found := wording.pattern.fullmatch(sentence):
            return wording.said.get(language, sentence).format_map(found.groupdict())
    return sentence


def told(faults: Iterable[Fault]) -> list[Fault]:
    """Faults in the language of the page."""
    language = get_language() or "fi"
    return [
        Fault(in_words(fault.what, language), fault.place, in_words(fault.remedy, language))
        for fault in faults
    ]


def by_field(faults: Iterable[Fault]) -> dict[str, str]:
    """The field of a form -> what is wrong with it, and the remedy."""
    return {fault.place: f"{fault.what} {fault.remedy}".strip() for fault in told(faults)}
