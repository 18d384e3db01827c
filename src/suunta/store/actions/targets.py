"""Targets by decision. A changed target is another row."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.db import transaction

from suunta.core.strategy import Baseline
from suunta.core.texts import Text
from suunta.store.actions.log import Actor, person, record
from suunta.store.actions.rows import columns
from suunta.store.models import Municipality, StrategyVersion, Target
from suunta.store.models.target import TARGET_TERMS


@dataclass(frozen=True)
class NewTarget:
    """A target of a part (by its promise), field by field as the contract's sub-measure."""

    promise: int
    comparator: str
    value: float | None = None
    value_max: float | None = None
    basis: str | None = None
    unit: str | None = None
    period: str | None = None
    baseline: tuple[Baseline, ...] = ()
    direction: str | None = None
    approximate: bool = False
    placeholder: bool = False
    benchmark: str | None = None
    fraction: str | None = None
    change_bound: str | None = None
    per: str | None = None
    window_years: int | None = None
    path: tuple[Mapping[str, Any], ...] = ()
    why: Text = field(default_factory=Text)


@transaction.atomic
def decide_targets(
    *,
    by: Actor,
    municipality: Municipality,
    version: StrategyVersion | None,
    decision: str | None,
    known_on: date,
    targets: Sequence[NewTarget],
) -> int:
    """Add targets that differ from those in force; how many were added.

    decision: body, day and section, where they are known; known_on: the day of the decision.
    """
    in_force = {
        row.promise_id: row
        for row in Target.objects.filter(promise__in={new.promise for new in targets}).order_by(
            "known_on", "pk"
        )
    }
    rows = []
    for new in targets:
        row = as_row(by, version, decision, known_on, new)
        before = in_force.get(new.promise)
        if before is None or any(
            getattr(before, name) != getattr(row, name) for name in TARGET_TERMS
        ):
            rows.append(row)
    Target.objects.bulk_create(rows)
    if rows:
        record(
            by=by,
            what="target.decide",
            municipality=municipality,
            targets=len(rows),
            decision=decision,
            known_on=known_on.isoformat(),
        )
    return len(rows)


def as_row(
    by: Actor,
    version: StrategyVersion | None,
    decision: str | None,
    known_on: date,
    new: NewTarget,
) -> Target:
    """An unsaved row."""
    plain = {name: getattr(new, name) for name in TARGET_TERMS if name not in ("baseline", "path")}
    return Target(
        promise_id=new.promise,
        version=version,
        decision=decision,
        known_on=known_on,
        recorded_by=person(by),
        baseline=[
            {"period": each.period, "value": each.value, "unit": each.unit} for each in new.baseline
        ],
        path=[dict(point) for point in new.path],
        **plain,
        **columns("why", new.why),
    )
