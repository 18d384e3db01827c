"""What people edit of the report: ranking, limits and words (definitions/lint/report/)."""

from __future__ import annotations

from functools import cache
from typing import Any

from suunta.core.definitions import folder, load_yaml


@cache
def wording(language: str) -> dict[str, Any]:
    """The words in a language."""
    return _loaded(language)


@cache
def ranking() -> dict[str, list[str]]:
    """Codes of findings by consequence, most serious first."""
    return _loaded("ranking")


@cache
def limits() -> dict[str, Any]:
    """What a town can carry, and the load of reporting."""
    return _loaded("limits")


def _loaded(name: str) -> dict[str, Any]:
    content: dict[str, Any] = load_yaml(folder("definitions") / "lint" / "report" / f"{name}.yaml")
    return content
