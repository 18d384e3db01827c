"""origins.yaml: what tells of each part of a measure: a source, survey, register or owner."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from suunta.core.texts import Text
from suunta.jobs.example.fields import Faults, Record, yaml_record
from suunta.jobs.example.ids import Ids
from suunta.jobs.example.organisation import Organisation
from suunta.sources import PARSERS
from suunta.store.models.choices import ORIGIN_KINDS, ORIGIN_SURE

FILE = "origins.yaml"
# What is described, by kind and key.
Keys = Mapping[str, Mapping[str, object]]
RHYTHMS = ("once", "quarter", "year", "two_years", "not_said")
# What of a question to a source may stand here; a whole request stands in sources.yaml.
ASKED = (
    "title",
    "indicator",
    "url",
    "table",
    "collection",
    "select",
    "filter",
    "words",
    "body",
    "method",
    "site",
    "file",
)


@dataclass(frozen=True)
class AskedSource:
    """An outside system: its kind in `suunta.sources`, what it is asked, and which names of that
    somebody must confirm before the first question."""

    name: Text
    kind: str
    asked: Mapping[str, str]
    confirm: tuple[str, ...]
    month: int | None


@dataclass(frozen=True)
class AskedSurvey:
    """A survey and how often it is made."""

    name: Text
    rhythm: str
    month: int | None


@dataclass(frozen=True)
class CountedRegister:
    """A register and the things in it that are counted."""

    name: Text
    counts: Text


@dataclass(frozen=True)
class PartOrigin:
    """What tells of one part. key: of the source, survey or register, or the owner's code."""

    part: str
    kind: str
    key: str
    sure: str
    why: Text
    month: int | None


@dataclass(frozen=True)
class Origins:
    """What origins.yaml says."""

    sources: dict[str, AskedSource]
    surveys: dict[str, AskedSurvey]
    registers: dict[str, CountedRegister]
    owners: dict[str, Text]
    origins: tuple[PartOrigin, ...]

    def name(self, origin: PartOrigin) -> Text:
        """What tells of the part, by name."""
        if origin.kind == "owner":
            return self.owners[origin.key]
        if origin.kind == "register":
            return self.registers[origin.key].name
        return self.asked(origin).name

    def month(self, origin: PartOrigin) -> int | None:
        """The month in which it usually becomes known; None where nobody knows."""
        if origin.month is not None or origin.kind not in ("source", "survey"):
            return origin.month
        return self.asked(origin).month

    def asked(self, origin: PartOrigin) -> AskedSource | AskedSurvey:
        """What is asked, where it is not counted or told by hand."""
        return (self.sources if origin.kind == "source" else self.surveys)[origin.key]


def read_origins(folder: Path, ids: Ids, organisation: Organisation, faults: Faults) -> Origins:
    """origins.yaml; a town may have none. One that has it names every part once."""
    record = yaml_record(folder, FILE, faults, needed=False)
    owners = {each.code: each.name for each in organisation.bodies}
    owners |= {each.code: each.name for each in organisation.sectors}
    sources = {key: read_source(each) for key, each in record.named("sources")}
    surveys = {key: read_survey(each) for key, each in record.named("surveys")}
    registers = {key: read_register(each) for key, each in record.named("registers")}
    keys: Keys = {"source": sources, "survey": surveys, "register": registers, "owner": owners}
    origins = tuple(read_origin(each, keys, ids) for each in record.records("origins"))
    if record.values:
        check_complete(origins, ids, faults)
        check_named(origins, keys, faults)
        check_owners(origins, organisation, faults)
    return Origins(sources, surveys, registers, owners, origins)


def read_source(record: Record) -> AskedSource:
    """One source."""
    asking = record.record("ask")
    asked = {name: value for name in ASKED if (value := asking.text(name))}
    confirm = tuple(str(name) for name in record.listed("confirm"))
    unknown = [name for name in confirm if name not in ASKED]
    if unknown:
        record.wrong("confirm", f"names {', '.join(unknown)}.", f"Known: {', '.join(ASKED)}.")
    return AskedSource(
        name=record.words("name"),
        kind=record.one_of("kind", tuple(PARSERS)),
        asked=asked,
        confirm=confirm,
        month=read_month(record),
    )


def read_survey(record: Record) -> AskedSurvey:
    """One survey."""
    rhythm = record.one_of("rhythm", RHYTHMS)
    return AskedSurvey(record.words("name"), rhythm, read_month(record))


def read_register(record: Record) -> CountedRegister:
    """One register."""
    return CountedRegister(record.words("name"), record.words("counts"))


def read_month(record: Record) -> int | None:
    """A month of the year."""
    month = record.whole("month")
    if month is not None and not 1 <= month <= 12:
        record.wrong("month", f"is {month}.", "Write 1 to 12.")
        return None
    return month


def read_origin(record: Record, keys: Keys, ids: Ids) -> PartOrigin:
    """What tells of one part: exactly one of the four kinds, by its key."""
    part = record.needed("part")
    ids.check(record, "part", part, "parts")
    given = [(kind, key) for kind in ORIGIN_KINDS if (key := record.text(kind))]
    if len(given) != 1:
        remedy = f"Write one of {', '.join(ORIGIN_KINDS)}."
        record.wrong("part", f"{part} has {len(given)} origins.", remedy)
    kind, key = given[0] if given else ("owner", "")
    if key and key not in keys[kind]:
        record.wrong(kind, f"{key!r} is not known.", f"Known: {', '.join(sorted(keys[kind]))}.")
    return PartOrigin(
        part=part,
        kind=kind,
        key=key,
        sure=record.one_of("sure", ORIGIN_SURE),
        why=record.words("why"),
        month=read_month(record),
    )


def check_complete(origins: tuple[PartOrigin, ...], ids: Ids, faults: Faults) -> None:
    """Every part of every measure stands once."""
    counts = Counter(each.part for each in origins)
    for part in sorted(ids.parts):
        if counts[part] != 1:
            faults.add(f"{FILE}, origins", f"{part} stands {counts[part]} times.", "Write it once.")


def check_named(origins: tuple[PartOrigin, ...], keys: Keys, faults: Faults) -> None:
    """What is described tells of a part; owners stand in another file."""
    used = {(each.kind, each.key) for each in origins}
    for kind in ("source", "survey", "register"):
        for key in keys[kind]:
            if (kind, key) not in used:
                faults.add(f"{FILE}, {kind}s, {key}", "tells of no part.", "Take it away.")


def check_owners(
    origins: tuple[PartOrigin, ...], organisation: Organisation, faults: Faults
) -> None:
    """An owner is one of those whom the measure is assigned to."""
    assigned = {each.id: (*each.sectors, *each.bodies) for each in organisation.belongings}
    for origin in origins:
        among = assigned.get(origin.part.rpartition(".")[0], ())
        if origin.kind == "owner" and origin.key and origin.key not in among:
            faults.add(
                f"{FILE}, origins, {origin.part}",
                f"{origin.key!r} is not among those whom the measure is assigned to.",
                f"Write one of {', '.join(among)}.",
            )
