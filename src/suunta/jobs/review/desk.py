"""A reviewer's page and what happened since: ids are those of the page, so that nobody corrects
another text than the one that was seen."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from suunta.core.errors import InputError
from suunta.core.phrases import PhraseContext, detect_language, parse_phrase
from suunta.core.review import (
    Becomes,
    Correction,
    Entity,
    Item,
    Kind,
    Result,
    Reviewed,
    correction_from_json,
    correction_json,
    items_of,
)
from suunta.core.strategy import Action, Goal, Measure, Span
from suunta.jobs.review.reviewing import read_upload_of
from suunta.jobs.reviewed_content import adopted_readings, reviewed
from suunta.store.actions.corrections import add_corrections
from suunta.store.actions.find import find_municipality
from suunta.store.actions.log import Actor
from suunta.store.queries.uploads import StoredCorrection, corrections_of, reading_of, standing

# Control signs, half surrogates and the signs that turn the direction of writing.
SHAPELESS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\u202a-\u202e\u2066-\u2069]")
MOST_SIGNS = 5000
RELOAD = "Load the page anew and look at it once more."


class Desk:
    """An upload under review, as one page saw it. Use it inside a transaction.

    seen: `Review.seen` of that page.
    """

    def __init__(self, slug: str, upload: int, seen: int) -> None:
        town = find_municipality(slug)
        self.upload = read_upload_of(town, upload, lock=True)
        self.rows = corrections_of(town)
        if not 0 <= seen <= len(self.rows):
            raise InputError.single("The page is older than the store.", "", RELOAD)
        reading = reading_of(self.upload)
        known = adopted_readings(town, reading)
        self.page: Reviewed = reviewed(reading, known, standing(self.rows[:seen]))
        self.before, self.since = self.rows[:seen], self.rows[seen:]
        self.items = tuple(items_of(self.page.strategy))

    def item(self, code: str, *entities: Entity) -> Item:
        """The item with this id, one of these kinds. Raises: InputError."""
        found = next((item for item in self.items if item.id == code), None)
        if found is None or found.entity not in entities:
            raise InputError.single(f"There is no such item: {code}.", "id", RELOAD)
        return found

    def goal(self, item: Item) -> Goal:
        """The goal of an item."""
        return next(goal for goal in self.page.strategy.goals() if goal.number == item.goal)

    def understood(self, item: Item, text: str) -> Measure:
        """A text that stands in the goal of an item, as the measure that the grammar makes of
        it."""
        goal = self.goal(item)
        context = PhraseContext(goal.title, tuple(action.text for action in goal.actions), "")
        language = detect_language(text, likely=self.page.strategy.language)
        return Measure(text, parse_phrase(text, language, context))

    def add(self, by: Actor, corrections: Iterable[Correction]) -> int:
        """Add corrections, all or none; how many. Raises: InputError."""
        found = [checked(correction) for correction in corrections]
        self.refuse_overtaken(found)
        if found:
            batch = len(self.rows)
            add_corrections(by=by, upload=self.upload, batch=batch, corrections=found)
        return len(found)

    def refuse_overtaken(self, corrections: Iterable[Correction]) -> None:
        """Refuse what somebody has changed since the page was made, and show it."""
        by_id = {row.id: row.correction for row in self.rows}
        wanted = list(corrections)
        for row in self.since:
            done = row.correction or by_id.get(row.undoes or 0)
            if done and any(done.touches(correction) for correction in wanted):
                raise overtaken(row, done)

    def refuse_any_since(self) -> None:
        """Refuse where anything was corrected in this review since the page was made."""
        by_id = {row.id: row.correction for row in self.rows}
        for row in self.since:
            done = row.correction or by_id.get(row.undoes or 0)
            if done and row.upload == self.upload.pk:
                raise overtaken(row, done)


def overtaken(row: StoredCorrection, done: Correction) -> InputError:
    """Say who changed what meanwhile."""
    did = "undid" if row.undoes else "did"
    texts = " | ".join(done.texts()[len(done.words) :] or done.words)
    what = f"{row.who} {did} this meanwhile: {done.kind}: {texts}"
    return InputError.single(what, "seen", RELOAD)


def checked(correction: Correction) -> Correction:
    """A correction that can be kept. Raises: InputError with every field that cannot."""
    return correction_from_json(correction_json(correction))


def correction_of(
    kind: Kind, items: Iterable[Item], becomes: Becomes, results: Iterable[Result]
) -> Correction:
    """A correction of items that stand in one goal."""
    taken = tuple(items)
    return Correction(
        kind,
        taken[0].entity,
        taken[0].title,
        tuple(item.text for item in taken),
        becomes,
        tuple(results),
        tuple(item.place for item in taken),
    )


def as_it_is(item: Item) -> Result:
    """What an item holds, without its id and place."""
    content = item.content
    if isinstance(content, Action | Measure):
        return replace(content, id="", span=Span())
    return item.text


def required(text: str, field: str) -> str:
    """A text that says something, its white space made plain and signs without a shape left out.
    Raises: InputError."""
    words = " ".join(SHAPELESS.sub(" ", text).split())
    if not words:
        raise InputError.single("This is empty.", field, "Write the words of the document.")
    if len(words) > MOST_SIGNS:
        what = f"This is longer than {MOST_SIGNS} characters."
        raise InputError.single(what, field, "Split it, or write less.")
    return words


def sure(page: Reviewed, items: Iterable[Item], asked: set[str]) -> Iterator[Item]:
    """Items that nobody has settled and about which nothing is asked."""
    return (item for item in items if item.id not in page.settled | asked)
