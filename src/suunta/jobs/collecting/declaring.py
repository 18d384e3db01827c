"""sources.yaml: the feeds of a town, every fault told with its place."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from suunta.core.errors import InputError
from suunta.core.schedule import EVERY
from suunta.jobs.collecting.rules import TOGETHER, Rule, rule_json
from suunta.jobs.example.fields import Faults, Record, yaml_record
from suunta.sources.asked import PREFIX, names_in
from suunta.sources.clients import CLIENTS
from suunta.sources.mapped import columns_of
from suunta.store.actions.feeds import NewFeed
from suunta.store.models.choices import OBSERVATION_KINDS

FILE = "sources.yaml"


def read_feeds(
    folder: Path, indicators: Collection[str], areas: Collection[str], faults: Faults,
    *, name: str = FILE, needed: bool = False,
) -> list[NewFeed]:  # fmt: skip
    """The feeds of a file. indicators, areas: keys and codes that there are."""
    record = yaml_record(folder, name, faults, needed=needed)
    return [read_feed(key, each, indicators, areas) for key, each in record.items()]


def read_feed(
    key: str, record: Record, indicators: Collection[str], areas: Collection[str]
) -> NewFeed:
    """One feed."""
    every = record.one_of("every", EVERY)
    month = record.whole("expected_month")
    if month is not None and (every != "year" or not 1 <= month <= 12):
        record.wrong("expected_month", f"is {month}.", "Write 1 to 12, beside `every: year`.")
    figures = [read_rule(each, indicators, areas) for each in record.records("figures")]
    if not figures:
        record.wrong("figures", "is empty.", "Say which indicator the answer feeds.")
    return NewFeed(
        key=key,
        name=record.words("name"),
        kind=record.one_of("kind", tuple(CLIENTS)),
        request=read_request(record),
        figures=[rule_json(rule) for rule in figures],
        every=every,
        expected_month=month,
        source_title=record.needed("source_title"),
        source_url=read_page(record),
        licence=record.text("licence") or "",
        public=record.yes("public"),
    )


def read_page(record: Record) -> str:
    """The address of the source's own page, for people."""
    address = record.text("source_url") or ""
    if address and not address.startswith(("https://", "http://")):
        record.wrong("source_url", f"is no web address: {address!r}.", "Begin it with https://.")
    return address


def read_request(record: Record) -> Mapping[str, object]:
    """The request; what a name of the environment may be, and declared columns, are checked."""
    given = record.record("request")
    given.asked.update(given.values)
    wrong = [each for each in names_in(given.values) if not each.startswith(PREFIX)]
    if wrong:
        what = f"names {', '.join(sorted(wrong))}."
        record.wrong("request", what, f"Names of the environment begin with {PREFIX} here.")
    columns = given.values.get("columns")
    if isinstance(columns, Mapping):
        try:
            columns_of(columns)
        except InputError as refused:
            for fault in refused.faults:
                record.wrong(f"request, {fault.place}", fault.what, fault.remedy)
    return {str(name): plain(value) for name, value in given.values.items()}


def plain(value: Any) -> Any:
    """A value as JSON has it: YAML makes days of what looks like one."""
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Mapping):
        return {str(name): plain(inner) for name, inner in value.items()}
    return [plain(each) for each in value] if isinstance(value, list) else value


def read_rule(record: Record, indicators: Collection[str], areas: Collection[str]) -> Rule:
    """Which indicator is fed by what."""
    indicator = record.needed("indicator")
    if indicator and indicator not in indicators:
        record.wrong("indicator", f"{indicator!r} is not known.", "Make the indicator first.")
    total, count = record.text("total"), record.text("count")
    for name, value in (("total", total), ("count", count)):
        if value not in (None, *TOGETHER):
            record.wrong(name, f"is {value!r}.", f"Write one of {', '.join(TOGETHER)}.")
    if total and count:
        record.wrong("count", "stands beside total.", "Write one of the two.")
    factor = record.number("factor")
    kinds = words(record, "kinds") or Rule.kinds
    if set(kinds) - set(OBSERVATION_KINDS):
        record.wrong("kinds", f"is {kinds}.", f"Write some of {', '.join(OBSERVATION_KINDS)}.")
    return Rule(
        indicator=indicator,
        take=words(record, "take"),
        where=pairs(record, "where"),
        groups=read_groups(record),
        own=words(record, "own"),
        peers=read_peers(record, areas),
        unit=record.text("unit"),
        factor=1.0 if factor is None else factor,
        kinds=kinds,
        total=next((each for each in TOGETHER if each == total), None),
        count=next((each for each in TOGETHER if each == count), None),
        since=record.text("since"),
        limits=read_limits(record),
    )


def words(record: Record, name: str) -> tuple[str, ...]:
    """One or several words."""
    value = record.raw(name)
    listed = value if isinstance(value, list) else [] if value is None else [value]
    if any(isinstance(each, dict | list) for each in listed):
        record.wrong(name, "is not a word or a list of words.", "Write [a, b].")
        return ()
    return tuple(str(each).strip() for each in listed)


def pairs(record: Record, name: str) -> dict[str, str]:
    """Words by name."""
    inner = record.record(name)
    return {str(key): inner.text(str(key)) or "" for key in list(inner.values)}


def read_groups(record: Record) -> dict[str, dict[str, str]]:
    """Groups that are kept, as {sex: {female: f, male: m}}."""
    inner = record.record("groups")
    return {str(name): pairs(inner, str(name)) for name in list(inner.values)}


def read_peers(record: Record, areas: Collection[str]) -> dict[str, str]:
    """Codes of the source for areas that are known."""
    found = pairs(record, "peers")
    unknown = sorted(set(found.values()) - set(areas))
    if unknown:
        what = f"names areas that are not known: {', '.join(unknown)}."
        record.wrong("peers", what, f"Known: {', '.join(sorted(areas)) or 'none'}.")
    return found


def read_limits(record: Record) -> tuple[float | None, float | None]:
    """Limits of what can be right; null is none on that side."""
    given = record.listed("limits") or [None, None]
    if len(given) != 2:
        record.wrong("limits", "are not two.", "Write [lowest, highest], null for none.")
        return None, None
    ends = Record({"lowest": given[0], "highest": given[1]}, record.place, record.faults)
    return ends.number("lowest"), ends.number("highest")
