"""Texts in the other languages, and how far each of them is."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.db import models, transaction

from suunta.core.errors import InputError
from suunta.core.texts import LANGUAGES
from suunta.store.actions.log import Actor, person, record
from suunta.store.models import (
    Action,
    ActionItem,
    FocusArea,
    Goal,
    Measure,
    Municipality,
    Part,
    StrategyVersion,
    SubPoint,
    TextState,
)

# The texts of a document: entity -> its table and the fields that are tracked.
TRACKED: dict[str, tuple[type[models.Model], tuple[str, ...]]] = {
    "version": (StrategyVersion, ("title", "subtitle", "vision")),
    "area": (FocusArea, ("name", "slogan")),
    "goal": (Goal, ("title",)),
    "sub_point": (SubPoint, ("text",)),
    "action": (Action, ("text",)),
    "action_item": (ActionItem, ("text",)),
    "measure": (Measure, ("text",)),
    "part": (Part, ("name",)),
}
Key = tuple[str, int, str, str]


@dataclass(frozen=True)
class NewText:
    """A text of a document in one language: `entity` is a key of TRACKED."""

    entity: str
    entity_id: int
    field: str
    language: str
    text: str
    state: str  # draft | reviewed; original only for a name in the document's own language


def text_hash(text: str) -> str:
    """SHA-256 of a text, by which one sees that the original changed."""
    return hashlib.sha256(text.encode()).hexdigest()


@transaction.atomic
def set_texts(
    *,
    by: Actor,
    municipality: Municipality,
    version: StrategyVersion,
    texts: Sequence[NewText],
) -> int:
    """Set texts of a version in its other languages; how many changed.

    The words of the document itself stay as they are. A part's name is ours, not the document's:
    where its own language gets another one, reviewed translations of it become drafts.
    """
    setting = Setting(by, municipality, version)
    changed = 0
    for entity, (model, _) in TRACKED.items():
        mine = [text for text in texts if text.entity == entity]
        rows = model._default_manager.in_bulk({text.entity_id for text in mine})
        changed += sum(setting.set(rows[text.entity_id], text) for text in mine)
        save_columns(entity, [rows[pk] for pk in setting.touched.get(entity, ())])
    setting.save_states()
    if changed:
        record(by=by, what="text.set", municipality=municipality, texts=changed)
    return changed


def save_columns(entity: str, rows: Sequence[models.Model]) -> None:
    """Write the tracked texts of some rows: a row at a time, which is faster than one statement
    with a case for each."""
    names = [f"{field}_{language}" for field in TRACKED[entity][1] for language in LANGUAGES]
    for row in rows:
        row.save(update_fields=names)


class Setting:
    """Texts that are being set: what changed is kept until all of it is written at once."""

    def __init__(self, by: Actor, municipality: Municipality, version: StrategyVersion) -> None:
        self.by, self.municipality, self.version = by, municipality, version
        self.known = {key_of(state): state for state in TextState.objects.filter(version=version)}
        self.touched: dict[str, set[int]] = {}
        self.changed: dict[Key, TextState] = {}

    def set(self, row: models.Model, new: NewText) -> bool:
        """Set one text and its state on the row in memory; whether anything changed."""
        own = new.language == self.version.language
        if own and new.entity != "part":
            raise InputError.single(
                "the words of the document cannot be changed here.",
                f"{new.entity} {new.entity_id}",
                "Import the changed document: it becomes a new version.",
            )
        column = f"{new.field}_{new.language}"
        source = new.text if own else getattr(row, f"{new.field}_{self.version.language}") or ""
        state = self.state_of(new)
        wanted = ("original" if own else new.state, text_hash(source))
        if getattr(row, column) == new.text and (state.state, state.original_hash) == wanted:
            return False
        setattr(row, column, new.text)
        self.touched.setdefault(new.entity, set()).add(new.entity_id)
        state.state, state.original_hash = wanted
        state.author, state.author_user = str(self.by), person(self.by)
        self.keep(state)
        if own:
            self.turn_to_draft(key_of(state), wanted[1])
        return True

    def state_of(self, new: NewText) -> TextState:
        """The state of a text, as it is or new."""
        key = (new.entity, new.entity_id, new.field, new.language)
        return self.known.get(key) or TextState(
            municipality=self.municipality,
            version=self.version,
            entity=new.entity,
            entity_id=new.entity_id,
            field=new.field,
            language=new.language,
        )

    def keep(self, state: TextState) -> None:
        """Remember a state that changed."""
        self.known[key_of(state)] = self.changed[key_of(state)] = state

    def turn_to_draft(self, key: Key, original_hash: str) -> None:
        """The original changed: what was reviewed against the old one is a draft again."""
        for language in LANGUAGES:
            state = self.known.get((*key[:3], language))
            if state and state.state == "reviewed" and state.original_hash != original_hash:
                state.state = "draft"
                self.keep(state)

    def save_states(self) -> None:
        """Write the states that changed."""
        new = [state for state in self.changed.values() if state.pk is None]
        known = [state for state in self.changed.values() if state.pk is not None]
        TextState.objects.bulk_create(new, batch_size=500)
        for state in known:
            state.save(
                update_fields=["state", "original_hash", "author", "author_user", "changed_at"]
            )


def key_of(state: TextState) -> Key:
    """Which text in which language."""
    return (state.entity, state.entity_id, state.field, state.language)


@dataclass(frozen=True)
class Carried:
    """A row of a new version and the row of the version before it that it continues."""

    entity: str
    row: models.Model
    before: models.Model | None


def carry_texts(
    municipality: Municipality,
    version: StrategyVersion,
    before: StrategyVersion | None,
    carried: Iterable[Carried],
) -> None:
    """Give the rows of a new version their translations and text states.

    Where the original is unchanged, a translation keeps its state; where it changed, it stays as
    a draft with the hash of the original that it was made from.
    """
    old = {key_of(state): state for state in TextState.objects.filter(version=before)}
    states: list[TextState] = []
    for item in carried:
        changed = [
            state
            for field in TRACKED[item.entity][1]
            for state in carry_text(municipality, version, old, item, field)
        ]
        states += changed
    by_entity: dict[str, list[models.Model]] = {}
    touched = {(state.entity, state.entity_id) for state in states if state.state != "original"}
    for item in list(carried):
        if (item.entity, item.row.pk) in touched:
            by_entity.setdefault(item.entity, []).append(item.row)
    for entity, rows in by_entity.items():
        save_columns(entity, rows)
    TextState.objects.bulk_create(states, batch_size=500)


def carry_text(
    municipality: Municipality,
    version: StrategyVersion,
    old: dict[Key, TextState],
    item: Carried,
    field: str,
) -> Iterable[TextState]:
    """The states of one text; its translations are set on the row."""
    words = getattr(item.row, f"{field}_{version.language}")
    if not words:
        return
    own = {
        "municipality": municipality,
        "version": version,
        "entity": item.entity,
        "entity_id": item.row.pk,
        "field": field,
    }
    yield TextState(
        **own, language=version.language, state="original", original_hash=text_hash(words)
    )
    if item.before is None:
        return
    unchanged = getattr(item.before, f"{field}_{version.language}") == words
    for language in LANGUAGES:
        translated = getattr(item.before, f"{field}_{language}")
        if language == version.language or not translated:
            continue
        setattr(item.row, f"{field}_{language}", translated)
        was = old.get((item.entity, item.before.pk, field, language))
        yield TextState(
            **own,
            language=language,
            state=was.state if was and unchanged else "draft",
            original_hash=was.original_hash if was else "",
            author=was.author if was else "",
            author_user=was.author_user if was else None,
        )
