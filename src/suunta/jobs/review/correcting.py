"""What a reviewer does to a reading. Each call writes all of it or nothing.

seen: `Review.seen` of the page it was made from. Raises: InputError where the id is unknown, a
value cannot be used (its field is the place) or somebody else has changed the same words since.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import get_args

from django.db import transaction

from suunta.core.errors import InputError
from suunta.core.review import Becomes, Correction, Entity, Item, Result, questions
from suunta.core.strategy import Action, Measure, SubMeasure
from suunta.jobs.review.desk import Desk, as_it_is, correction_of, required, sure
from suunta.store.actions.corrections import undo_corrections
from suunta.store.actions.log import Actor
from suunta.store.queries.uploads import standing_rows

ANY: tuple[Entity, ...] = get_args(Entity)
UNDER_GOALS: tuple[Entity, ...] = ("sub_point", "action", "measure")


@transaction.atomic
def accept(*, slug: str, upload: int, ids: Sequence[str], seen: int, by: Actor) -> None:
    """Say that items are right as they were read."""
    desk = Desk(slug, upload, seen)
    items = [desk.item(code, *ANY) for code in dict.fromkeys(ids)]
    desk.add(by, accepted(items))


@transaction.atomic
def accept_sure(*, slug: str, upload: int, seen: int, by: Actor) -> int:
    """Accept everything about which nothing is asked; how many items."""
    desk = Desk(slug, upload, seen)
    asked = {question.id for question in questions(desk.page.strategy, desk.page.settled)}
    return desk.add(by, accepted(sure(desk.page, desk.items, asked)))


def accepted(items: Iterable[Item]) -> list[Correction]:
    """Corrections that leave items as they are."""
    return [correction_of("accept", [item], item.entity, [as_it_is(item)]) for item in items]


@transaction.atomic
def correct(
    *,
    slug: str,
    upload: int,
    id: str,
    text: str,
    sub_measures: Sequence[SubMeasure] | None,
    seen: int,
    by: Actor,
) -> None:
    """Give a measure other words, or other sub-measures; None: those that the grammar reads in
    the words."""
    desk = Desk(slug, upload, seen)
    item = desk.item(id, "measure")
    words = required(text, "text")
    if sub_measures is None:
        measure = desk.understood(item, words)
    else:
        measure = Measure(words, tuple(sub_measures))
    desk.add(by, [correction_of("correct", [item], "measure", [measure])])


@transaction.atomic
def correct_action(
    *,
    slug: str,
    upload: int,
    id: str,
    text: str,
    year: int | None,
    responsible: Sequence[str],
    nested: Sequence[str] | None = None,
    seen: int,
    by: Actor,
) -> None:
    """Give an action other words, another year or others who answer for it; nested: its points,
    None to leave them."""
    desk = Desk(slug, upload, seen)
    item = desk.item(id, "action")
    before = item.content if isinstance(item.content, Action) else Action(item.text)
    action = Action(
        required(text, "text"),
        year,
        tuple(responsible),
        before.nested if nested is None else tuple(nested),
        before.sectors,
    )
    desk.add(by, [correction_of("correct", [item], "action", [action])])


@transaction.atomic
def correct_goal(
    *,
    slug: str,
    upload: int,
    id: str,
    title: str,
    seen: int,
    by: Actor,
) -> None:
    """Give a goal or a sub-point other words."""
    desk = Desk(slug, upload, seen)
    item = desk.item(id, "goal", "sub_point")
    words = required(title, "title")
    desk.add(by, [correction_of("correct", [item], item.entity, [words])])


@transaction.atomic
def split(
    *,
    slug: str,
    upload: int,
    id: str,
    texts: Sequence[str],
    seen: int,
    by: Actor,
) -> None:
    """Make several of one sub-point, action or measure; each text is read anew."""
    desk = Desk(slug, upload, seen)
    item = desk.item(id, *UNDER_GOALS)
    words = [required(text, "texts") for text in texts if text.strip()]
    if len(words) < 2:
        raise InputError.single("This is one text.", "texts", "Give two texts or more.")
    results = [worded(desk, item, text) for text in words]
    if isinstance(results[0], Action) and isinstance(item.content, Action):
        results[0] = replace(results[0], nested=item.content.nested)
    desk.add(by, [correction_of("split", [item], item.entity, results)])


@transaction.atomic
def merge(*, slug: str, upload: int, first: str, second: str, seen: int, by: Actor) -> None:
    """Make one of two sub-points, actions or measures of a goal, their words in the document's
    order."""
    desk = Desk(slug, upload, seen)
    chosen = {desk.item(first, *UNDER_GOALS).id, desk.item(second, *UNDER_GOALS).id}
    items = [item for item in desk.items if item.id in chosen]
    if len(items) != 2 or len({(item.entity, item.goal) for item in items}) != 1:
        what = "Only two things of one kind in one goal can be one."
        raise InputError.single(what, "second", "Choose the one before or after it.")
    result = worded(desk, items[0], " ".join(item.text for item in items))
    if isinstance(result, Action):
        nested = [each for item in items for each in nested_of(item)]
        result = replace(result, nested=tuple(nested))
    desk.add(by, [correction_of("merge", items, items[0].entity, [result])])


def worded(desk: Desk, item: Item, text: str) -> Result:
    """Something of the kind of an item with another text."""
    if item.entity == "measure":
        return desk.understood(item, text)
    if isinstance(item.content, Action):
        before = item.content
        return Action(text, before.year, before.responsible, sectors=before.sectors)
    return text


def nested_of(item: Item) -> tuple[str, ...]:
    """The points of an action."""
    return item.content.nested if isinstance(item.content, Action) else ()


@transaction.atomic
def not_a_measure(
    *,
    slug: str,
    upload: int,
    id: str,
    becomes: Becomes,
    seen: int,
    by: Actor,
) -> None:
    """Say that words are something else than they were read as, most often no measure.

    becomes: sub_point, action, measure or nothing. What stood under words that are no goal goes
    to the goal before.
    """
    desk = Desk(slug, upload, seen)
    item = desk.item(id, *ANY)
    if becomes not in (*UNDER_GOALS, "nothing") or becomes == item.entity:
        what = f"It cannot become {becomes}."
        raise InputError.single(what, "becomes", "Choose what it is instead.")
    if item.entity == "goal" and len(desk.page.strategy.goals()) == 1:
        what = "It is the only goal of the document."
        raise InputError.single(what, "becomes", "Correct its words instead.")
    desk.add(by, [correction_of("remove", [item], becomes, became(desk, item, becomes))])


def became(desk: Desk, item: Item, becomes: Becomes) -> list[Result]:
    """What stands in the place of words that were taken for something else."""
    if becomes == "nothing":
        return []
    if becomes == "measure":
        return [desk.understood(item, item.text)]
    return [Action(item.text) if becomes == "action" else item.text]


@transaction.atomic
def undo(*, slug: str, upload: int, seen: int, by: Actor) -> str | None:
    """Undo the last thing that was done in this review; its words, or None where nothing is left
    to undo."""
    desk = Desk(slug, upload, seen)
    stood = [row for row in standing_rows(desk.before) if row.upload == upload]
    if not stood:
        return None
    last = [row for row in stood if row.batch == stood[-1].batch]
    corrections = [row.correction for row in last if row.correction]
    desk.refuse_overtaken(corrections)
    undo_corrections(by=by, upload=desk.upload, batch=len(desk.rows), rows=[r.id for r in last])
    return corrections[0].words[0]
