"""Words of rounds, from `definitions/rounds.yaml`."""

from __future__ import annotations

from functools import cache
from typing import Any

from suunta.core.definitions import folder, load_yaml
from suunta.core.texts import Text


@cache
def words() -> dict[str, Any]:
    """The whole file."""
    found: dict[str, Any] = load_yaml(folder("definitions") / "rounds.yaml")
    return found


def link_reason() -> Text:
    """Why a series that owners tell measures the same as its part."""
    said: dict[str, str] = words()["link_reason"]
    return Text(said, dict.fromkeys(said, "original"))
