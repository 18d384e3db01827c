"""Values out of YAML and CSV, checked: every fault is kept with its place, none stops the rest."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from math import isfinite, nan
from pathlib import Path
from typing import Any

import yaml

from suunta.core.definitions import load_yaml
from suunta.core.errors import Fault
from suunta.core.period import parse_period
from suunta.core.texts import LANGUAGES, Text

DIGITS = re.compile(r"[+-]?[0-9]+(\.[0-9]+)?(e[+-]?[0-9]+)?", re.IGNORECASE)


@dataclass
class Faults:
    """What is wrong with the files of one folder."""

    found: list[Fault] = field(default_factory=list)
    maps: dict[int, Record] = field(default_factory=dict)

    def add(self, place: str, what: str, remedy: str = "") -> None:
        """Keep a fault, once."""
        fault = Fault(what, place, remedy)
        if fault not in self.found:
            self.found.append(fault)

    def add_unasked(self) -> None:
        """Names that no reader asked for: a slip, or a wish that nothing here fulfils."""
        for record in self.maps.values():
            for name in [name for name in record.values if name not in record.asked]:
                known = ", ".join(sorted(record.asked))
                record.wrong(str(name), "is not a known name.", f"Known here: {known}.")

    def record(self, values: Mapping[str, Any], place: str) -> Record:
        """A map of a file as a record; the same map is the same record wherever it is read."""
        return self.maps.setdefault(id(values), Record(values, place, self))


@dataclass(frozen=True)
class Record:
    """One map of a file: its values by name, where it stands, and which names were asked for."""

    values: Mapping[str, Any]
    place: str
    faults: Faults
    asked: set[str] = field(default_factory=set, compare=False)

    def wrong(self, name: str, what: str, remedy: str = "") -> None:
        """Keep a fault of one field."""
        self.faults.add(f"{self.place}, {name}", what, remedy)

    def raw(self, name: str) -> Any:
        """The value; an empty cell is null."""
        self.asked.add(name)
        value = self.values.get(name)
        return None if value == "" else value

    def text(self, name: str) -> str | None:
        """A word or words; null where there are none."""
        value = self.raw(name)
        return None if value is None else str(value).strip()

    def needed(self, name: str) -> str:
        """Words that must be there."""
        value = self.text(name)
        if value is None:
            self.wrong(name, "is missing.", "Fill it in.")
        return value or ""

    def one_of(self, name: str, allowed: Sequence[str], default: str | None = None) -> str:
        """One word of a list."""
        value = self.text(name) or default
        if value is None or value not in allowed:
            self.wrong(name, f"is {value!r}.", f"Write one of {', '.join(allowed)}.")
            return allowed[0]
        return value

    def number(self, name: str) -> float | None:
        """A number with a decimal point."""
        value = self.raw(name)
        if value is None:
            return None
        try:
            # float also takes 1_000 and the digits of other scripts, which are slips here.
            number = float(value) if not isinstance(value, str) or DIGITS.fullmatch(value) else nan
        except (TypeError, ValueError):
            number = nan
        if isinstance(value, bool) or not isfinite(number):
            self.wrong(
                name, f"is not a number: {value!r}.", "Write digits, with a point for decimals."
            )
            return None
        return number

    def whole(self, name: str) -> int | None:
        """A whole number."""
        number = self.number(name)
        if number is not None and not number.is_integer():
            self.wrong(name, f"is not a whole number: {number}.", "Write a whole number.")
            return None
        return None if number is None else int(number)

    def yes(self, name: str) -> bool:
        """True or false; null is false."""
        value = self.raw(name)
        if value in (None, False, "false"):
            return False
        if value in (True, "true"):
            return True
        self.wrong(name, f"is {value!r}.", "Write true or false.")
        return False

    def day(self, name: str) -> date | None:
        """A date."""
        value = self.raw(name)
        if value is None or isinstance(value, date):
            return value
        try:
            return date.fromisoformat(str(value))
        except ValueError:
            self.wrong(name, f"is not a date that exists: {value!r}.", "Write it as 2023-03-31.")
            return None

    def period(self, name: str) -> str | None:
        """A period; null where there is none."""
        value = self.text(name)
        if value is not None:
            self.check_period(name, value)
        return value

    def check_period(self, name: str, value: str) -> None:
        """A period that exists."""
        try:
            parse_period(value)
        except ValueError as error:
            self.wrong(name, f"{error}.", "See docs/reference/examples.md for periods.")

    def words(self, name: str) -> Text:
        """A text in all three languages; null where there is none."""
        value = self.raw(name)
        if value is None:
            return Text()
        if not isinstance(value, dict):
            self.wrong(name, "is not a map of languages.", "Write {fi: ..., sv: ..., en: ...}.")
            return Text()
        given = {language: value[language] for language in LANGUAGES if value.get(language)}
        missing = [language for language in LANGUAGES if language not in given]
        if missing:
            self.wrong(name, f"lacks {', '.join(missing)}.", "Write all three languages.")
        return Text({language: str(text).strip() for language, text in given.items()})

    def listed(self, name: str) -> list[Any]:
        """A list; null is an empty one."""
        value = self.raw(name)
        if value is None:
            return []
        if not isinstance(value, list):
            self.wrong(name, "is not a list.", "Write a list.")
            return []
        return value

    def record(self, name: str) -> Record:
        """A map; null is an empty one."""
        return as_record(self.raw(name) or {}, f"{self.place}, {name}", self.faults)

    def records(self, name: str) -> Iterator[Record]:
        """A list of maps."""
        for position, value in enumerate(self.listed(name), start=1):
            yield as_record(value, f"{self.place}, {name} {position}", self.faults)

    def named(self, name: str) -> Iterator[tuple[str, Record]]:
        """A map of maps."""
        yield from self.record(name).items()

    def items(self) -> Iterator[tuple[str, Record]]:
        """The maps of this map, by name."""
        self.asked.update(self.values)
        for key, value in self.values.items():
            yield str(key), as_record(value, f"{self.place}, {key}", self.faults)


def as_record(value: Any, place: str, faults: Faults) -> Record:
    """A map, or a fault and an empty one."""
    if not isinstance(value, dict):
        faults.add(place, "is not a map of names and values.")
        value = {}
    return faults.record(value, place)


def yaml_record(folder: Path, name: str, faults: Faults, *, needed: bool = True) -> Record:
    """A YAML file as a map; one that is not there or cannot be read is a fault."""
    path = folder / name
    if not path.is_file():
        if needed:
            faults.add(name, "is not there.", f"Put it into {folder.name}/.")
        return Record({}, name, faults)
    try:
        return as_record(load_yaml(path) or {}, name, faults)
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        faults.add(name, f"cannot be read: {' '.join(str(error).split())}", "Mend the file.")
        return Record({}, name, faults)


def csv_records(
    folder: Path, name: str, columns: Sequence[str], faults: Faults, *, needed: bool = True
) -> list[Record]:
    """The rows of a CSV file; rows are counted as a spreadsheet does, the header being row 1."""
    path = folder / name
    if not path.is_file():
        if needed:
            faults.add(name, "is not there.", f"Put it into {folder.name}/.")
        return []
    try:
        with path.open(encoding="utf-8-sig", newline="") as lines:
            reader = csv.DictReader(lines)
            missing = [column for column in columns if column not in (reader.fieldnames or ())]
            if missing:
                faults.add(f"{name}, row 1", f"lacks the columns {', '.join(missing)}.")
                return []
            rows = [
                Record(row, f"{name}, row {number}", faults)
                for number, row in enumerate(reader, start=2)
            ]
    except (csv.Error, UnicodeDecodeError) as error:
        faults.add(name, f"cannot be read: {error}", "Save it as CSV in UTF-8.")
        return []
    for row in rows:
        check_cells(row)
    return rows


def check_cells(row: Record) -> None:
    """A row of a CSV file has a cell for each column, and no cell holds what no text has."""
    if None in row.values:
        row.faults.add(
            row.place,
            "has more cells than there are columns.",
            "Put cells that hold a comma in quotes; write decimals with a point.",
        )
    for name, value in row.values.items():
        if isinstance(value, str) and "\0" in value:
            row.wrong(name, "holds a NUL, which no text has.", "Take it away.")
