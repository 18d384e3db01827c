"""Everything behind one scorecard, fetched in eight queries at most and put in order."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from suunta.core.scorecard import StateEntry
from suunta.jobs.scorecard.deadlines import Horizon
from suunta.jobs.scorecard.figures import Series, series_of
from suunta.jobs.scorecard.judging import LINK, Rules
from suunta.jobs.scorecard.organisation import Organisation, organisation_of
from suunta.store.queries import rows as ask
from suunta.store.queries.rows import TOWN, VERSION, Row
from suunta.store.queries.texts import DocumentTexts, written_text


@dataclass(frozen=True)
class Stored:
    """Rows by what they belong to. `parts` has one row a part."""

    outline: list[Row]
    parts: list[Row]
    breaks: dict[int, tuple[str, ...]]  # indicator -> periods
    actions: list[Row]
    targets: dict[int, Row]  # promise -> the target in force
    series: dict[int, Series]  # indicator -> series
    states: dict[int, tuple[StateEntry, ...]]  # promise -> steps, oldest first
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
    parts, breaks = fold_breaks(ask.parts(version))
    horizon = Horizon(
        head[f"{VERSION}term_end"] or head[f"{VERSION}term_start"], head[f"{VERSION}action_year"]
    )
    states = ask.text_states(version) if head["has_states"] else {}
    codes = {part["promise_id"]: part["code"] for part in parts}
    return Stored(
        outline=outline,
        parts=parts,
        breaks=breaks,
        actions=ask.actions(version),
        targets={row["promise_id"]: row for row in ask.targets(version, as_of)},
        series=series_of(ask.observations(version, town, as_of)),
        states=steps_by_promise(ask.states(town, as_of)),
        organisation=organisation_of(ask.sectors_and_assignments(town)),
        texts=DocumentTexts(language, states),
        rules=Rules(as_of, horizon, language, codes),
    )


def fold_breaks(rows: list[Row]) -> tuple[list[Row], dict[int, tuple[str, ...]]]:
    """One row a part, and the breaks of each series aside."""
    parts: dict[int, Row] = {}
    breaks: dict[int, set[str]] = defaultdict(set)
    for row in rows:
        parts.setdefault(row["pk"], row)
        if row[f"{LINK}indicator__breaks__period"]:
            breaks[row[f"{LINK}indicator_id"]].add(row[f"{LINK}indicator__breaks__period"])
    return list(parts.values()), {key: tuple(sorted(value)) for key, value in breaks.items()}


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
                source_url=row["source__url"] or "",
                section=row["section"],
                precision=row["precision"],
                known_on=row["known_on"],
            )
        )
    return {promise: tuple(steps) for promise, steps in found.items()}
