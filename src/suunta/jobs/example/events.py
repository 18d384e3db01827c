"""events.yaml: states of actions, milestones and goals with their dates."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from suunta.core.texts import Text
from suunta.jobs.example.fields import Faults, Record, yaml_record
from suunta.jobs.example.ids import Ids
from suunta.jobs.example.series import read_address
from suunta.store.models.choices import STATES


@dataclass(frozen=True)
class Event:
    """One dated step of one or several promises."""

    ids: tuple[str, ...]
    on: date
    state: str | None
    note: Text
    precision: str
    section: str | None
    source_title: str
    source_url: str
    known_on: date


def read_events(folder: Path, ids: Ids, goal_targets: set[str], faults: Faults) -> list[Event]:
    """events.yaml. goal_targets: ids of targets that stand in the words of goals."""
    record = yaml_record(folder, "events.yaml", faults)
    return [read_event(folder, each, ids, goal_targets) for each in record.records("events")]


def read_event(folder: Path, record: Record, ids: Ids, goal_targets: set[str]) -> Event:
    """One step."""
    named = [str(code) for code in record.listed("for")]
    if not named:
        record.wrong("for", "names nothing.", "Name actions, parts of measures or goals.")
    for code in named:
        if code not in goal_targets:
            ids.check(record, "for", code, "goals", "actions", "measures", "parts")
    day = record.day("date")
    if day is None:
        record.wrong("date", "is missing.", "Write the day, as 2023-03-31.")
    state = record.text("state")
    if state is not None and state not in STATES:
        record.wrong("state", f"is {state!r}.", f"Write one of {', '.join(STATES)}, or null.")
    return Event(
        ids=tuple(named),
        on=day or date.min,
        state=state,
        note=record.words("note"),
        precision=record.one_of("precision", ("day", "month", "year"), "day"),
        section=record.text("section"),
        source_title=record.needed("source_title"),
        source_url=read_address(folder, record),
        known_on=record.day("known_on") or day or date.min,
    )
