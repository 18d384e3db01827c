"""Writing rows that are described from outside: made when new, changed when different."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from django.db import models

from suunta.core.texts import LANGUAGES, Text

Row = TypeVar("Row", bound=models.Model)


def columns(field: str, text: Text) -> dict[str, str | None]:
    """The columns of a text, one for each language; a missing language is null."""
    return {f"{field}_{language}": text.words.get(language) or None for language in LANGUAGES}


def original(field: str, language: str, words: str | None) -> dict[str, str | None]:
    """The columns of a text that is there in one language only."""
    return columns(field, Text({language: words} if words else {}))


def put(model: type[Row], key: Mapping[str, Any], values: Mapping[str, Any]) -> tuple[Row, bool]:
    """The row with `key`, holding `values`; and whether it was made or changed."""
    row = model._default_manager.filter(**key).first()
    if row is None:
        return model._default_manager.create(**key, **values), True
    different = [name for name, value in values.items() if getattr(row, name) != value]
    for name in different:
        setattr(row, name, values[name])
    if different:
        row.save(update_fields=different)
    return row, bool(different)
