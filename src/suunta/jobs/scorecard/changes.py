"""Targets that a later decision replaced."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from itertools import pairwise

from suunta.core.scorecard import PartView, TargetView
from suunta.jobs.scorecard.deadlines import Horizon
from suunta.jobs.scorecard.judging import LINK, Rules, target_view
from suunta.store.models.target import TARGET_TERMS
from suunta.store.queries import rows as ask
from suunta.store.queries.row import Row
from suunta.store.queries.rows import VERSION


def replaced_targets(
    slug: str, as_of: date, parts: list[PartView]
) -> list[tuple[PartView, TargetView, TargetView]]:
    """Part, old target and new target, for each decision that changed one; in order of the parts,
    the oldest decision first."""
    outline = ask.outline(slug, as_of)
    if not outline:
        return []
    head = outline[0]
    horizon = Horizon(
        head[f"{VERSION}term_end"] or head[f"{VERSION}term_start"], head[f"{VERSION}action_year"]
    )
    rules = Rules(as_of, horizon, head[f"{VERSION}language"], {})
    decided: dict[int, list[Row]] = defaultdict(list)
    for row in ask.targets(head[f"{VERSION}pk"], as_of):
        if row["pk"] not in {each["pk"] for each in decided[row["promise_id"]]}:
            decided[row["promise_id"]].append(row)
    return [
        (part, seen(part, old, rules), seen(part, new, rules))
        for part in parts
        for old, new in steps(decided.get(part.promise, []))
    ]


def steps(rows: list[Row]) -> list[tuple[Row, Row]]:
    """Neighbours that promise different things."""
    return [(old, new) for old, new in pairwise(rows) if terms(old) != terms(new)]


def terms(row: Row) -> list[object]:
    """What was promised."""
    return [row[name] for name in TARGET_TERMS]


def seen(part: PartView, row: Row, rules: Rules) -> TargetView:
    """The target as shown."""
    in_force = part.target
    link = {
        f"{LINK}per": in_force.per if in_force else None,
        f"{LINK}window_years": in_force.window_years if in_force else None,
    }
    found = target_view(link, row, rules)
    if found is None:
        raise AssertionError("a row of a target is a target")
    return found
