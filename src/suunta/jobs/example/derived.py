"""How an indicator is computed: declared by the town itself, or shared by all in `definitions/`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from suunta.core.definitions import folder
from suunta.core.derive import Derivation, faults_of, read_derivation
from suunta.jobs.example.fields import Faults, Record, yaml_record

SHARED = "shared"


@dataclass(frozen=True)
class Shared:
    """One indicator of `definitions/indicators`."""

    unit: str | None
    derivation: Derivation | None


def read_shared(faults: Faults, path: Path | None = None) -> dict[str, Shared]:
    """Every file of `definitions/indicators`, checked together."""
    path = path or folder("definitions") / "indicators"
    found: dict[str, Shared] = {}
    places: dict[str, str] = {}
    for file in sorted(path.glob("*.yaml")):
        for key, record in yaml_record(path, file.name, faults).items():
            if key in found:
                faults.add(record.place, f"is declared in {places[key]} too.", "Leave one.")
            record.words("name")
            record.words("definition")
            found[key] = Shared(record.text("unit"), own_derivation(key, record))
            places[key] = record.place
    rules = {key: each.derivation for key, each in found.items() if each.derivation}
    faults.found.extend(faults_of(rules, found, derived_places(places)))
    return found


def own_derivation(key: str, record: Record) -> Derivation | None:
    """The declaration that stands in the record; a shared one is looked up by `of_town`."""
    given = record.raw("derived")
    if given is None or given == SHARED:
        return None
    rule, found = read_derivation(key, given, f"{record.place}, derived")
    record.faults.found.extend(found)
    return rule


def of_town(key: str, record: Record, shared: Mapping[str, Shared]) -> Derivation | None:
    """The declaration of a town's indicator: its own, or the shared one of the same key."""
    if record.raw("derived") != SHARED:
        return own_derivation(key, record)
    common = shared.get(key)
    if common is None or common.derivation is None:
        record.wrong("derived", "is not in definitions/indicators.", "Write the form itself.")
        return None
    if common.unit != record.text("unit"):
        record.wrong(
            "unit",
            f"is {record.text('unit')!r}, in definitions/indicators {common.unit!r}.",
            "Write the same unit, or the form itself.",
        )
    return common.derivation


def check_together(rules: Mapping[str, Derivation | None], place: str, faults: Faults) -> None:
    """Unknown inputs and circles among the indicators of a town."""
    derivations = {key: rule for key, rule in rules.items() if rule}
    places = derived_places({key: f"{place}, {key}" for key in rules})
    faults.found.extend(faults_of(derivations, rules, places))


def derived_places(places: Mapping[str, str]) -> dict[str, str]:
    """Where the declarations of indicators stand."""
    return {key: f"{place}, derived" for key, place in places.items()}
