"""sectors.yaml: sectors, bodies and who each action and measure belongs to."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from suunta.core.texts import Text
from suunta.jobs.example.fields import Faults, Record, yaml_record
from suunta.jobs.example.ids import Ids
from suunta.store.actions.municipalities import NewBody, NewSector
from suunta.store.models.choices import ASSIGNED_BY, BODY_KINDS


@dataclass(frozen=True)
class Belonging:
    """Who one action or measure belongs to."""

    id: str
    sectors: tuple[str, ...]
    bodies: tuple[str, ...]
    assigned_by: str
    reason: Text


@dataclass(frozen=True)
class Organisation:
    """What sectors.yaml says."""

    sectors: tuple[NewSector, ...]
    bodies: tuple[NewBody, ...]
    belongings: tuple[Belonging, ...]


def read_organisation(folder: Path, ids: Ids, faults: Faults) -> Organisation:
    """sectors.yaml."""
    record = yaml_record(folder, "sectors.yaml", faults)
    sectors = tuple(
        NewSector(each.needed("code"), each.words("name"), each.needed("colour"))
        for each in record.records("sectors")
    )
    bodies = tuple(read_body(each) for each in record.records("bodies"))
    known = ({each.code for each in sectors}, {each.code for each in bodies})
    reasons = {key: record.record("reasons").words(key) for key in record.record("reasons").values}
    belongings = tuple(
        read_belonging(each, known, reasons, ids) for each in record.records("assignments")
    )
    counts = Counter(each.id for each in belongings)
    for code in (*ids.actions, *ids.measures):
        if counts[code] != 1:
            faults.add(
                "sectors.yaml, assignments",
                f"{code} stands {counts[code]} times.",
                "Write it once.",
            )
    return Organisation(sectors, bodies, belongings)


def read_body(record: Record) -> NewBody:
    """One body."""
    return NewBody(
        code=record.needed("code"),
        name=record.words("name"),
        kind=record.one_of("kind", BODY_KINDS),
        note=record.words("note"),
        document_codes=tuple(str(code) for code in record.listed("document_codes")),
        sector_codes=tuple(str(code) for code in record.listed("sectors")),
    )


def read_belonging(
    record: Record, known: tuple[set[str], set[str]], reasons: dict[str, Text], ids: Ids
) -> Belonging:
    """Who one action or measure belongs to."""
    code = record.needed("id")
    ids.check(record, "id", code, "actions", "measures")
    reason = record.text("reason")
    if reason and reason not in reasons:
        record.wrong("reason", f"{reason!r} is not among the reasons.", "Add it to `reasons`.")
    return Belonging(
        id=code,
        sectors=tuple(known_codes(record, "sectors", known[0])),
        bodies=tuple(known_codes(record, "bodies", known[1])),
        assigned_by=record.one_of("assigned_by", ASSIGNED_BY),
        reason=reasons.get(reason or "", Text()),
    )


def known_codes(record: Record, name: str, known: set[str]) -> Iterator[str]:
    """Codes of a list, each a known one."""
    for value in record.listed(name):
        if value in known:
            yield value
        else:
            record.wrong(name, f"{value!r} is not known.", f"Add it to `{name}` of this file.")
