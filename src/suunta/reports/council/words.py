"""Words of reports in one language, from `definitions/reports/council.yaml`."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any

from suunta.core.definitions import folder, load_yaml
from suunta.core.texts import Text
from suunta.reports.blocks import Run
from suunta.reports.wording import statuses


@cache
def definitions() -> dict[str, dict[str, Any]]:
    """All words, by language."""
    found: dict[str, dict[str, Any]] = load_yaml(folder("definitions") / "reports/council.yaml")
    return found


@dataclass(frozen=True)
class Words:
    """The words of one language."""

    language: str

    @property
    def all(self) -> dict[str, Any]:
        """Everything, by key."""
        return definitions()[self.language]

    def say(self, key: str, **values: Any) -> str:
        """A text of the top level, filled in."""
        return str(self.all[key]).format(**values)

    def heading(self, key: str) -> str:
        """A heading."""
        return str(self.all["headings"][key])

    def column(self, key: str) -> str:
        """The name of a column."""
        return str(self.all["columns"][key])

    def columns(self, *keys: str) -> list[str]:
        """The names of columns."""
        return [self.column(key) for key in keys]

    def note(self, key: str, **values: Any) -> str:
        """A sentence, filled in."""
        return str(self.all["notes"][key]).format(**values)

    def say_rule(self, rule: str) -> str:
        """The rule by which a goal is reached, and that it is part of the result."""
        return self.note("rule", rule=self.all["rules"][rule])

    def counted(self, forms: dict[str, str], n: int, **values: Any) -> str:
        """The form of a text for a count; zero has one of its own where it is given."""
        key = "zero" if n == 0 and "zero" in forms else "one" if n == 1 else "many"
        return forms[key].format(n=n, **values)

    def sheet(self, key: str) -> str:
        """The name of a sheet of the workbook."""
        return str(self.all["sheets"][key])

    def label(self, vocabulary: str, key: str) -> str:
        """The word of a status."""
        return statuses.words(vocabulary, key, self.language).label

    def signed(self, vocabulary: str, key: str) -> list[Run]:
        """Shape and word of a status."""
        said = statuses.words(vocabulary, key, self.language)
        return [Run(said.label, sign=said.icon)]

    def text(self, text: Text, *, strong: bool = False) -> Run:
        """A text of the town, marked with its language where that is another one."""
        shown = text.shown(self.language)
        other = shown.language if shown.language != self.language else None
        return Run(shown.text, strong=strong, language=other)

    def listed(self, items: list[str]) -> str:
        """One, two and three."""
        if len(items) < 2:
            return "".join(items)
        return f"{', '.join(items[:-1])} {self.say('and')} {items[-1]}"
