"""The words of the workbook in one language."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from suunta.core.definitions import folder, load_yaml


@dataclass(frozen=True)
class Words:
    """`definitions/reports/recompute.yaml` in one language, with the words of statuses."""

    about: str
    figures: str
    calculation: str
    made: str
    rules: str
    part: str
    status: str
    hidden: str
    columns: dict[str, str]
    table: dict[str, str]
    headings: dict[str, str]
    steps: dict[str, dict[str, str]]
    statuses: dict[str, str]


@cache
def words_of(language: str) -> Words:
    """The words in fi, sv or en."""
    said = load_yaml(folder("definitions") / "reports" / "recompute.yaml")[language]
    measure = load_yaml(folder("definitions") / "statuses.yaml")["measure"]
    statuses = {key: each[language]["label"] for key, each in measure.items()}
    return Words(**said, statuses=statuses)
