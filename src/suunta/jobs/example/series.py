"""indicators.yaml, observations.csv and peers.csv: series and their figures."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path

from suunta.core.breakdown import read_breakdown
from suunta.core.period import is_valid, parse_period
from suunta.core.texts import LANGUAGES, Text
from suunta.jobs.example.derived import Shared, check_together, of_town, read_shared
from suunta.jobs.example.fields import Faults, Record, csv_records, yaml_record
from suunta.store.actions.indicators import NewIndicator
from suunta.store.actions.observations import NewObservation
from suunta.store.models.choices import OBSERVATION_KINDS, OBSERVATION_STATUSES

OBSERVATION_COLUMNS = (
    *("indicator", "period", "value", "unit", "numerator", "denominator", "kind", "status"),
    *("approximate", "known_on", "source_title", "source_url", "confidence"),
    *("note_fi", "note_sv", "note_en"),
)
PEER_COLUMNS = (
    *("area_code", "area_name", "indicator", "period", "value", "unit", "numerator"),
    *("denominator", "known_on", "source_title", "source_url"),
)
# What makes a figure one of its own; another day of publication makes it a revision.
ONE_FIGURE = (
    *("indicator", "area_code", "period", "breakdown", "kind", "source_title", "known_on"),
)


def read_indicators(folder: Path, faults: Faults) -> dict[str, NewIndicator]:
    """indicators.yaml."""
    record = yaml_record(folder, "indicators.yaml", faults)
    shared = read_shared(faults)
    found = {key: read_indicator(key, each, shared) for key, each in record.items()}
    check_together({key: each.derivation for key, each in found.items()}, record.place, faults)
    return found


def read_indicator(key: str, record: Record, shared: Mapping[str, Shared]) -> NewIndicator:
    """One indicator."""
    breaks = []
    for each in record.records("breaks"):
        breaks.append((each.needed("period"), each.words("reason")))
        each.period("period")
    polarity = record.text("polarity")
    if polarity not in (None, "up", "down"):
        record.wrong("polarity", f"is {polarity!r}.", "Write up, down or null.")
    return NewIndicator(
        key=key,
        name=record.words("name"),
        unit=record.text("unit"),
        polarity=polarity,
        limits=read_limits(record),
        decimals=record.whole("decimals"),
        scale=record.text("scale"),
        definition=record.words("definition"),
        source=record.text("source"),
        breaks=tuple(breaks),
        derivation=of_town(key, record, shared),
        people=None if record.raw("people") is None else record.yes("people"),
        threshold=record.whole("threshold"),
    )


def read_limits(record: Record) -> tuple[float | None, float | None]:
    """Natural limits; null is none on that side."""
    given = record.listed("limits") or [None, None]
    if len(given) != 2:
        record.wrong("limits", "are not two.", "Write [lowest, highest], null for none.")
        return None, None
    ends = Record({"lowest": given[0], "highest": given[1]}, record.place, record.faults)
    low, high = ends.number("lowest"), ends.number("highest")
    if low is not None and high is not None and low >= high:
        record.wrong("limits", f"run backwards: {given}.", "Write the lowest first.")
    return low, high


def read_observations(
    folder: Path, indicators: Mapping[str, NewIndicator], faults: Faults
) -> list[NewObservation]:
    """observations.csv."""
    rows = csv_records(folder, "observations.csv", OBSERVATION_COLUMNS, faults)
    check_doubled(rows)
    return [read_observation(folder, row, indicators) for row in rows]


def read_peers(
    folder: Path, indicators: Mapping[str, NewIndicator], faults: Faults
) -> tuple[dict[str, Text], list[NewObservation]]:
    """peers.csv: the areas by code, and their figures."""
    rows = csv_records(folder, "peers.csv", PEER_COLUMNS, faults, needed=False)
    check_doubled(rows)
    areas = {
        row.needed("area_code"): Text(dict.fromkeys(LANGUAGES, row.needed("area_name")))
        for row in rows
    }
    return areas, [read_observation(folder, row, indicators) for row in rows]


def read_observation(
    folder: Path, row: Record, indicators: Mapping[str, NewIndicator]
) -> NewObservation:
    """One figure; also a row without kind, status and notes, as those of peers are."""
    status = row.one_of("status", OBSERVATION_STATUSES, "ok")
    value = row.number("value")
    if status == "ok" and row.raw("value") is None:
        row.wrong("value", "is empty.", "Write the figure, or `missing` as the status.")
    if status != "ok" and value is not None:
        row.wrong("value", f"stands beside the status {status}.", "Leave it empty.")
    check_unit(row, indicators)
    check_limits(row, value, indicators.get(row.text("indicator") or ""))
    period = row.needed("period")
    row.period("period")
    known_on = row.day("known_on")
    if known_on is None and is_valid(period):
        known_on = parse_period(period).last
    return NewObservation(
        indicator=row.text("indicator") or "",
        period=period,
        value=value,
        unit=row.text("unit"),
        known_on=known_on or row_without_day(),
        source_title=row.needed("source_title"),
        source_url=read_address(folder, row),
        kind=row.one_of("kind", OBSERVATION_KINDS, "actual"),
        status=status,
        numerator=row.number("numerator"),
        denominator=row.number("denominator"),
        approximate=row.yes("approximate"),
        confidence=row.text("confidence") or "",
        breakdown=read_groups(row),
        note=Text({lang: words for lang in LANGUAGES if (words := row.text(f"note_{lang}"))}),
        area=row.text("area_code"),
    )


def read_groups(row: Record) -> dict[str, str]:
    """The group that a figure is about; the column may be absent."""
    try:
        return dict(read_breakdown(row.text("breakdown") or ""))
    except ValueError:
        row.wrong("breakdown", f"is {row.text('breakdown')!r}.", "Write sex=f;age=7-12.")
        return {}


def row_without_day() -> date:
    """Stands in for a day that is a fault already."""
    return date.min


def check_doubled(rows: Iterable[Record]) -> None:
    """One publication says one thing of a period; a revision has a day of its own."""
    first: dict[tuple[str | None, ...], Record] = {}
    for row in rows:
        key = tuple(row.text(name) for name in ONE_FIGURE)
        if first.setdefault(key, row) is not row:
            row.wrong(
                "value",
                f"is a second one for the figure of {first[key].place}.",
                "Leave one of them, or give the revision the day when it was known.",
            )


def check_limits(row: Record, value: float | None, indicator: NewIndicator | None) -> None:
    """The value is one that the indicator can have."""
    if value is None or indicator is None:
        return
    low, high = indicator.limits
    if (low is not None and value < low) or (high is not None and value > high):
        row.wrong(
            "value",
            f"is {value:g}, outside the limits of {indicator.key}.",
            "Correct the figure, or the limits in indicators.yaml.",
        )


def check_unit(row: Record, indicators: Mapping[str, NewIndicator]) -> None:
    """The indicator is known and the unit is its own."""
    indicator = indicators.get(row.needed("indicator"))
    if indicator is None:
        row.wrong(
            "indicator",
            f"{row.text('indicator')!r} is not known.",
            "Add it to indicators.yaml.",
        )
    elif row.text("unit") != indicator.unit:
        row.wrong(
            "unit",
            f"is {row.text('unit')!r}, which does not fit {indicator.key}.",
            f"Write {indicator.unit!r}, or convert the figure.",
        )


def read_address(folder: Path, row: Record) -> str:
    """A web address, or the name of a document in the same folder."""
    address = row.text("source_url") or ""
    web = address.startswith(("https://", "http://"))
    if address and not web and not (folder / address).is_file():
        row.wrong(
            "source_url",
            f"{address!r} is neither a web address nor a file of this folder.",
            "Write the whole address.",
        )
    return address
