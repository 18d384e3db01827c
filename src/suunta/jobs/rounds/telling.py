"""An owner tells of an item, or takes it back. What pages show is recorded with it: the figure as
an observation, the state as a step."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace

from django.db import transaction

from suunta.core.errors import InputError
from suunta.jobs.rounds.checking import check
from suunta.jobs.rounds.items import Item, items_of
from suunta.jobs.rounds.links import OpenLink
from suunta.jobs.rounds.recording import Recorder
from suunta.store.actions.mail import note_used
from suunta.store.actions.telling import Told, add_entry, lock_task, newest_entry
from suunta.store.models import Task, UpdateEntry


@dataclass(frozen=True)
class Outcome:
    """What came of it: saved; what is wrong, field -> code; or what somebody told first."""

    saved: bool
    late: bool = False
    faults: Mapping[str, str] = field(default_factory=dict)
    other: UpdateEntry | None = None
    seen: int = 0


@transaction.atomic
def tell(
    link: OpenLink, item: Item, sent: Mapping[str, str], *, seen: int, language: str
) -> Outcome:
    """Keep what was sent about an item.

    seen: the number of the newest entry that the page showed; where somebody has told since,
    nothing is written and what they told is handed back.
    """
    checked = check(link, item, sent, language)
    if checked.faults:
        return Outcome(saved=False, faults=checked.faults, seen=seen)
    task = lock_task(item.task)
    refuse_frozen(task)
    newest = newest_entry(task)
    if newest and not newest.withdrawn and content_of(newest) == comparable(checked.told):
        return Outcome(saved=True, late=newest.late, seen=newest.number)
    number = newest.number if newest else 0
    if number != seen:
        return Outcome(saved=False, other=newest, seen=number)
    before = None if newest is None or newest.withdrawn else newest
    entry = write(link, task, item, checked.told, before)
    return Outcome(saved=True, late=entry.late, seen=entry.number)


@transaction.atomic
def undo(link: OpenLink, item: Item, *, seen: int) -> bool:
    """Let what was told before hold again, or nothing; False where somebody has told since."""
    task = lock_task(item.task)
    refuse_frozen(task)
    entries = list(task.entries.order_by("-number")[:2])
    if not entries or entries[0].number != seen or entries[0].withdrawn:
        return False
    earlier = entries[1] if len(entries) > 1 and not entries[1].withdrawn else None
    told = told_of(earlier) if earlier else Told(language=entries[0].language, withdrawn=True)
    write(link, task, item, told, entries[0])
    return True


def refuse_frozen(task: Task) -> None:
    """A round may have been frozen while somebody typed."""
    if task.round.state == "frozen":
        raise InputError.single("the round is frozen.", "", "Ask for it to be opened again.")


def write(
    link: OpenLink, task: Task, item: Item, told: Told, before: UpdateEntry | None
) -> UpdateEntry:
    """Record what pages show of it, then the entry itself."""
    recorder = Recorder(link, task, item)
    observation = recorder.figure(told, before)
    recorder.forecast(told, before)
    step = recorder.state(told, before)
    note_used(link.row)
    return add_entry(
        by=link.person,
        task=task,
        told=told,
        known_on=link.today,
        late=link.late,
        observation=observation,
        state_entry=step,
    )


NAMES = tuple(each.name for each in fields(Told))


def told_of(entry: UpdateEntry) -> Told:
    """What an entry said."""
    return Told(**{name: getattr(entry, name) for name in NAMES})


def content_of(entry: UpdateEntry) -> Told:
    """What an entry said, to be compared."""
    return comparable(told_of(entry))


def comparable(told: Told) -> Told:
    """Without what is not the person's own word: the status, and the language of no text."""
    return replace(told, computed=None, language="")


def item_of_link(link: OpenLink, task: int) -> tuple[tuple[Item, ...], Item | None]:
    """All items of a link, and the one of a task; None where it is not the link's."""
    items = items_of(link)
    return items, next((item for item in items if item.task == task), None)
