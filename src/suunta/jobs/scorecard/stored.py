"""Everything behind one scorecard, fetched in eight queries at most and put in order."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from suunta.core.scorecard import NearMiss, StateEntry, ToldView
from suunta.jobs.scorecard.deadlines import Horizon
from suunta.jobs.scorecard.figures import Series, series_of, web_address
from suunta.jobs.scorecard.judging import LINK, Rules
from suunta.jobs.scorecard.organisation import Organisation, organisation_of
from suunta.jobs.scorecard.told import told_by_promise
from suunta.store.queries import rows as ask
from suunta.store.queries.row import Row
from suunta.store.queries.rows import MISSED, TOWN, VERSION
from suunta.store.queries.texts import DocumentTexts, written_text
from suunta.store.queries.told import told_rows


@dataclass(frozen=True)
class Stored:
    """Rows by what they belong to. `parts` has one row a part."""

    outline: list[Row]
    parts: list[Row]
    breaks: dict[int, tuple[str, ...]]  # indicator -> periods
    near_misses: dict[int, tuple[NearMiss, ...]]  # part -> series that are not the same
    actions: list[Row]
    targets: dict[int, Row]  # promise -> the target in force
    series: dict[int, Series]  # indicator -> series
    states: dict[int, tuple[StateEntry, ...]]  # promise -> steps, oldest first
    told: dict[int, ToldView]  # promise -> what its owner told last
    organisation: Organisation
    texts: DocumentTexts
    rules: Rules


def fetch(slug: str, as_of: date) -> Stored | None:
    """What is known on the day; None where nothing was adopted by then."""
    outline = ask.outline(slug, as_of)
    if not outline:
        return None
    head = outline[0]
    version, town = head[f"{VERSION}pk"], head[f"{TOWN}pk"]
    language = head[f"{VERSION}language"]
    rows = ask.parts(version)
    parts = list({row["pk"]: row for row in rows}.values())
    horizon = Horizon(
        head[f"{VERSION}term_end"] or head[f"{VERSION}term_start"], head[f"{VERSION}action_year"]
    )
    states = ask.text_states(version) if head["has_states"] else {}
    codes = {part["promise_id"]: part["code"] for part in parts}
    return Stored(
        outline=outline,
        parts=parts,
        breaks=breaks_of(rows),
        near_misses=near_misses_of(rows),
        actions=ask.actions(version),
        targets={row["promise_id"]: row for row in ask.targets(version, as_of)},
        series=series_of(ask.observations(version, town, as_of)),
        states=steps_by_promise(ask.states(town, as_of)),
        told=told_by_promise(told_rows(town, as_of)) if head["has_told"] else {},
        organisation=organisation_of(ask.sectors_and_assignments(town)),
        texts=DocumentTexts(language, states),
        rules=Rules(as_of, horizon, language, codes),
    )


def breaks_of(rows: list[Row]) -> dict[int, tuple[str, ...]]:
    """The breaks of each series."""
    found: dict[int, set[str]] = defaultdict(set)
    for row in rows:
        if row[f"{LINK}indicator__breaks__period"]:
            found[row[f"{LINK}indicator_id"]].add(row[f"{LINK}indicator__breaks__period"])
    return {indicator: tuple(sorted(periods)) for indicator, periods in found.items()}


def near_misses_of(rows: list[Row]) -> dict[int, tuple[NearMiss, ...]]:
    """The series that look like each part and are not."""
    found: dict[int, dict[int, NearMiss]] = defaultdict(dict)
    for row in rows:
        if row[f"{MISSED}pk"]:
            name = written_text(row, f"{MISSED}indicator__name")
            miss = NearMiss(name, written_text(row, f"{MISSED}why"))
            found[row["pk"]][row[f"{MISSED}pk"]] = miss
    return {part: tuple(misses.values()) for part, misses in found.items()}


def steps_by_promise(rows: list[Row]) -> dict[int, tuple[StateEntry, ...]]:
    """Steps in order, under what they are about."""
    found: dict[int, list[StateEntry]] = defaultdict(list)
    for row in rows:
        found[row["promise_id"]].append(
            StateEntry(
                state=row["state"] or "",
                on=row["on"],
                note=written_text(row, "note"),
                source_title=row["source__title"] or "",
                source_url=web_address(row["source__url"]),
                section=row["section"],
                precision=row["precision"],
                known_on=row["known_on"],
            )
        )
    return {promise: tuple(steps) for promise, steps in found.items()}
