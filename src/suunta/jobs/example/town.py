"""example.yaml: the town, its document and the adoption."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from suunta.core.errors import InputError
from suunta.core.strategy import Strategy
from suunta.core.texts import LANGUAGES, Text
from suunta.jobs.example.fields import Faults, Record, yaml_record
from suunta.jobs.example.review import reviewed
from suunta.jobs.import_strategy import SLUG_REMEDY, Adoption, is_usable
from suunta.jobs.numbering import with_ids
from suunta.jobs.read_document import read_document
from suunta.store.actions.documents import Document
from suunta.store.models.choices import ROLLUP_RULES


@dataclass(frozen=True)
class Town:
    """What example.yaml says."""

    slug: str
    name: Text
    official_languages: tuple[str, ...]
    fictional: bool
    opening_date: date | None
    notice: Text
    document_file: str
    document_title: Text
    document_url: str
    adoption: Adoption
    rollup_rule: str
    summaries: dict[str, tuple[Text, date | None]]


def read_town(folder: Path, faults: Faults) -> Town:
    """example.yaml."""
    record = yaml_record(folder, "example.yaml", faults)
    document, adopted = record.record("document"), record.record("adopted")
    languages = [str(language) for language in record.listed("official_languages")]
    if not languages or set(languages) - set(LANGUAGES):
        record.wrong("official_languages", f"is {languages}.", "Write a list of fi, sv, en.")
    slug = record.needed("slug")
    if slug and not is_usable(slug):
        record.wrong("slug", f"is {slug!r}, which cannot be an address.", SLUG_REMEDY)
    return Town(
        slug=slug,
        name=record.words("name"),
        official_languages=tuple(languages),
        fictional=record.yes("fictional"),
        opening_date=record.day("opening_date"),
        notice=record.words("notice"),
        document_file=document.needed("file"),
        document_title=document.words("title"),
        document_url=document.text("url") or "",
        adoption=Adoption(
            adopted.words("body"), adopted.day("date"), adopted.text("section") or ""
        ),
        rollup_rule=record.one_of("rollup_rule", ROLLUP_RULES, "all"),
        summaries=dict(summaries(record)),
    )


def summaries(record: Record) -> list[tuple[str, tuple[Text, date | None]]]:
    """A sentence for each focus area, and from when on it is true."""
    return [
        (number, (area.words("summary"), area.day("known_on")))
        for number, area in record.named("areas")
    ]


def read_strategy(folder: Path, town: Town, faults: Faults) -> tuple[Strategy, Document] | None:
    """The document; None where it cannot be read."""
    path = folder / town.document_file
    if not town.document_file or path.parent != folder:
        faults.add("example.yaml, document, file", "is not the name of a file in this folder.")
        return None
    try:
        content = reviewed(folder, with_ids(read_document(path)), faults)
    except InputError as error:
        faults.found.extend(error.faults)
        return None
    return content, Document(path.name, path.read_bytes())
