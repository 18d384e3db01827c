"""translations-sv.yaml, translations-en.yaml and names-fi.yaml: texts in the other languages."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from suunta.core.texts import LANGUAGES
from suunta.jobs.example.fields import Faults, Record, yaml_record
from suunta.jobs.example.ids import Ids


@dataclass(frozen=True)
class Translated:
    """One text: which row (by kind and id), which field, which language, in which state."""

    entity: str
    id: str
    field: str
    language: str
    text: str
    state: str


def read_translations(folder: Path, own: str, ids: Ids, faults: Faults) -> list[Translated]:
    """All files of translations, and the names of parts in the document's own language."""
    found: list[Translated] = []
    for language in LANGUAGES:
        if language != own:
            record = yaml_record(folder, f"translations-{language}.yaml", faults)
            state = record.one_of("state", ("draft", "reviewed"), "draft")
            found += Translation(record, language, state, ids).texts()
    names = yaml_record(folder, f"names-{own}.yaml", faults, needed=False)
    found += Translation(names, own, "original", ids).parts()
    return found


@dataclass(frozen=True)
class Translation:
    """One file."""

    record: Record
    language: str
    state: str
    ids: Ids

    def texts(self) -> Iterator[Translated]:
        """Everything in the file."""
        for name in ("title", "subtitle", "vision"):
            yield from self.one(self.record, name, "version", "", name)
        for number, area in self.known("areas", "areas"):
            yield from self.one(area, "name", "area", number, "name")
            yield from self.one(area, "slogan", "area", number, "slogan")
        for number, goal in self.known("goals", "goals"):
            yield from self.one(goal, "title", "goal", number, "title")
            count = self.ids.goals[number]
            yield from self.several(goal, "sub_points", "sub_point", f"{number}-S", count)
        for code, action in self.known("actions", "actions"):
            yield from self.one(action, "text", "action", code, "text")
            count = self.ids.actions[code]
            yield from self.several(action, "nested", "action_item", f"{code}.", count)
        for code, measure in self.known("measures", "measures"):
            yield from self.one(measure, "text", "measure", code, "text")
        yield from self.parts()

    def parts(self) -> Iterator[Translated]:
        """The names of the parts."""
        for code, measure in self.known("measures", "measures"):
            count = self.ids.measures[code]
            yield from self.several(measure, "parts", "part", f"{code}.", count, "name")

    def known(self, name: str, kind: str) -> Iterator[tuple[str, Record]]:
        """The maps below `name` whose id the document has."""
        for key, record in self.record.named(name):
            if self.ids.check(self.record, name, key, kind):
                yield key, record

    def one(
        self, record: Record, name: str, entity: str, code: str, field: str
    ) -> Iterator[Translated]:
        """One text, where it is there."""
        text = record.text(name)
        if text:
            yield Translated(entity, code, field, self.language, text, self.state)

    def several(
        self, record: Record, name: str, entity: str, stem: str, count: int, field: str = "text"
    ) -> Iterator[Translated]:
        """A list of texts, as many as the document has."""
        texts = record.listed(name)
        if texts and len(texts) != count:
            record.wrong(name, f"holds {len(texts)} texts, the document {count}.")
            return
        for position, text in enumerate(texts, start=1):
            yield Translated(
                entity, f"{stem}{position}", field, self.language, str(text), self.state
            )
