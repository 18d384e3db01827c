"""A scorecard as content that can be kept and told apart: canonical JSON and its hash."""

from __future__ import annotations

import hashlib
import json
from dataclasses import fields, is_dataclass
from datetime import date, datetime
from typing import Any

from suunta.core.scorecard import Scorecard

# Ids of rows and moments of storing are another's in another database; the content is the same.
LEFT_OUT = frozenset({"observation_id", "promise", "recorded_at"})


def content_of(card: Scorecard) -> dict[str, Any]:
    """The scorecard as JSON."""
    found: dict[str, Any] = plain(card)
    return found


def plain(value: Any) -> Any:
    """A value as JSON knows it."""
    if is_dataclass(value) and not isinstance(value, type):
        names = (each.name for each in fields(value) if each.name not in LEFT_OUT)
        return {name: plain(getattr(value, name)) for name in names}
    if isinstance(value, date | datetime):
        return value.isoformat()
    if isinstance(value, dict):
        return {str(key): plain(each) for key, each in value.items()}
    if isinstance(value, list | tuple):
        return [plain(each) for each in value]
    return value if value is None or isinstance(value, bool | int | float | str) else str(value)


def hash_of(content: dict[str, Any]) -> str:
    """SHA-256 of the canonical form: keys in order, no blanks, UTF-8."""
    text = json.dumps(content, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()
