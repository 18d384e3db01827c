"""Targets that stand in the words of goals and actions, found by people."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.db import transaction

from suunta.core.texts import Text
from suunta.store.actions.log import Actor, record
from suunta.store.actions.rows import columns, put
from suunta.store.actions.targets import NewTarget
from suunta.store.models import Goal, Municipality, Part, Promise, StrategyVersion


@dataclass(frozen=True)
class NewGoalTarget:
    """A target of a goal; `target.promise` is 0, it gets one of its own."""

    code: str
    goal: str
    name: Text
    kind: str
    target: NewTarget
    sub_point: int | None = None
    action: str = ""


@transaction.atomic
def save_goal_targets(
    *,
    by: Actor,
    municipality: Municipality,
    version: StrategyVersion,
    targets: Sequence[NewGoalTarget],
) -> dict[str, int]:
    """Make or change targets of goals; the promise of each by its code."""
    goals = {goal.number: goal for goal in Goal.objects.filter(version=version)}
    known = {part.code: part for part in Part.objects.filter(version=version, measure=None)}
    promises, changed = {}, []
    for position, new in enumerate(targets, start=1):
        before = known.get(new.code)
        promise = before.promise if before else new_promise(municipality)
        key = {"version": version, "goal": goals[new.goal], "code": new.code}
        values = goal_target_values(new, position) | {"promise": promise}
        promises[new.code] = promise.pk
        if put(Part, key, values)[1]:
            changed.append(new.code)
    if changed:
        record(by=by, what="goal_target.save", municipality=municipality, codes=changed)
    return promises


def new_promise(municipality: Municipality) -> Promise:
    """What the target hangs on through the versions."""
    return Promise.objects.create(municipality=municipality, kind="part")


def goal_target_values(new: NewGoalTarget, position: int) -> dict[str, object]:
    """The columns of the part that a goal's target is."""
    target = new.target
    return {
        **columns("name", new.name),
        "position": position,
        "kind": new.kind,
        "indicator": next(iter(new.name.words.values()), new.code),
        "unit": target.unit,
        "comparator": target.comparator,
        "target_value": target.value,
        "target_value_max": target.value_max,
        "target_basis": target.basis,
        "target_period": target.period,
        "baseline": [
            {"period": each.period, "value": each.value, "unit": each.unit}
            for each in target.baseline
        ],
        "approximate": target.approximate,
        "direction": target.direction,
        "sub_point": new.sub_point,
        "action_code": new.action,
    }
