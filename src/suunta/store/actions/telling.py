"""What owners tell of their tasks: each word another row."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db import transaction

from suunta.store.actions.log import Actor, person, record
from suunta.store.actions.rounds import who
from suunta.store.models import Observation, StateEntry, Task, UpdateEntry


@dataclass(frozen=True)
class Told:
    """What an owner says of one task."""

    language: str
    value: float | None = None
    period: str = ""
    state: str | None = None
    forecast: float | None = None
    comment: str = ""
    corrective: str = ""
    verdict: str | None = None
    computed: str | None = None
    reason: str = ""
    withdrawn: bool = False


def lock_task(task: int) -> Task:
    """A task that nobody else writes to until the end of the transaction."""
    rows = Task.objects.select_for_update(of=("self",))
    return rows.select_related("round__municipality__area", "post", "promise").get(pk=task)


def newest_entry(task: Task) -> UpdateEntry | None:
    """What holds of a task."""
    return task.entries.order_by("-number").first()


@transaction.atomic
def add_entry(
    *,
    by: Actor,
    task: Task,
    told: Told,
    known_on: date,
    late: bool,
    observation: Observation | None = None,
    state_entry: StateEntry | None = None,
) -> UpdateEntry:
    """Add what was told, and note the task as told, late or waiting again."""
    before = newest_entry(task)
    entry = UpdateEntry.objects.create(
        task=task,
        number=before.number + 1 if before else 1,
        observation=observation,
        state_entry=state_entry,
        post=task.post,
        user=person(by),
        who=who(by),
        late=late,
        known_on=known_on,
        **vars(told),
    )
    task.state = "waiting" if told.withdrawn else "late" if late else "reported"
    task.save(update_fields=["state"])
    record(
        by=by,
        what="update.undo" if told.withdrawn else "update.tell",
        municipality=task.round.municipality,
        on=task.round.on.isoformat(),
        task=task.pk,
        number=entry.number,
    )
    return entry
