"""Importing a strategy document: what would change, then the writing, whole or not at all."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from django.db import transaction

from suunta.core.errors import Fault, InputError
from suunta.core.strategy import Measure, Strategy, SubMeasure
from suunta.core.texts import Text
from suunta.jobs.difference import Difference, compare
from suunta.jobs.read_document import read_document
from suunta.store.actions.documents import Document
from suunta.store.actions.find import known_municipality, newest_version
from suunta.store.actions.log import Actor
from suunta.store.actions.municipalities import save_municipality
from suunta.store.actions.versions import Decision, adopt, term_text, write_draft
from suunta.store.models import Municipality, StrategyVersion
from suunta.store.queries.versions import StoredVersion, read_version

SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
RESERVED = ("desk", "api", "static", "accounts", "healthz", "readyz", "metrics")
KINDS = ("strategy", "area", "goal", "sub_point", "action", "measure", "part")


@dataclass(frozen=True)
class Adoption:
    """Who adopted the document, when and under which section; each may be unknown."""

    body: str | Text
    day: date | None
    section: str

    def decision(self, language: str) -> Decision:
        """As the store records it; a body given as one name is in the document's language."""
        body = self.body if isinstance(self.body, Text) else Text({language: self.body})
        return Decision(body if self.body else Text(), self.day, self.section)


@dataclass(frozen=True)
class Imported:
    """What an import found and did. `outcome`: unchanged | drafted | adopted | would_draft |
    would_adopt."""

    municipality: str
    outcome: str
    version: int
    difference: Difference

    def __str__(self) -> str:
        return "\n".join(difference_lines(self))


def import_document(
    file: Path,
    *,
    municipality: str,
    adoption: Adoption | None = None,
    dry_run: bool = False,
    by: Actor,
) -> Imported:
    """Import a document as a draft, or as adopted. The same document again changes nothing."""
    content = read_document(file)
    return import_strategy(
        content,
        Document(file.name, file.read_bytes()),
        municipality=municipality,
        adoption=adoption,
        dry_run=dry_run,
        by=by,
    )


@transaction.atomic
def import_strategy(
    content: Strategy,
    document: Document,
    *,
    municipality: str,
    adoption: Adoption | None = None,
    dry_run: bool = False,
    by: Actor,
) -> Imported:
    """Import a strategy that was read already."""
    content = with_ids(content)
    town = known_municipality(municipality)
    newest = newest_version(town, term_text(content.term)) if town else None
    stored = read_version(newest.pk) if newest else None
    difference = compare(stored.content if stored else None, content)
    if stored and adoption and not difference:
        refuse_other_decision(stored, adoption, content.language)
    write = difference or stored is None
    adopts = adoption and (write or (stored and stored.status == "draft"))
    number = next_number(stored, changed=bool(write))
    if not write and not adopts:
        return Imported(municipality, "unchanged", number, difference)
    if dry_run:
        outcome = "would_adopt" if adopts else "would_draft"
        return Imported(municipality, outcome, number, difference)
    town = town or new_municipality(by, municipality, content)
    version = write_draft_of(by, town, document, content, difference) if write else newest
    if adopts and adoption and version:
        decision = adoption.decision(content.language)
        adopt(by=by, municipality=town, version=version, decision=decision)
    return Imported(municipality, "adopted" if adopts else "drafted", number, difference)


def new_municipality(by: Actor, slug: str, content: Strategy) -> Municipality:
    """The first document of a town brings the town into the store."""
    if not SLUG.fullmatch(slug) or slug in RESERVED:
        raise InputError.single(
            f"{slug} cannot be the address of a municipality.",
            "--municipality",
            f"Use small letters, digits and hyphens; taken are {', '.join(RESERVED)}.",
        )
    return save_municipality(
        by=by,
        slug=slug,
        name=Text({content.language: content.municipality or slug.capitalize()}),
        official_languages=[content.language],
    )


def write_draft_of(
    by: Actor, town: Municipality, document: Document, content: Strategy, difference: Difference
) -> StrategyVersion:
    """Write the draft."""
    return write_draft(
        by=by,
        municipality=town,
        document=document,
        content=content,
        continues=difference.continues,
    )


def next_number(stored: StoredVersion | None, *, changed: bool) -> int:
    """The number of the version that an import writes or leaves as it is."""
    if stored is None:
        return 1
    return stored.number + (changed and stored.status != "draft")


def refuse_other_decision(stored: StoredVersion, adoption: Adoption, language: str) -> None:
    """The same words cannot be adopted twice by different decisions."""
    decision = adoption.decision(language)
    day = decision.day.isoformat() if decision.day else ""
    asked = (decision.body.words.get(language, ""), day, decision.section)
    if stored.status != "draft" and stored.adoption != asked:
        known = " ".join(word for word in stored.adoption if word) or "by a decision not known"
        raise InputError.single(
            f"this document is adopted already: {known}.",
            "--adopt",
            "Import it without --adopt, or correct the decision.",
        )


def with_ids(content: Strategy) -> Strategy:
    """The strategy with an id on every action and measure. Raises InputError on doubled numbers."""
    areas = tuple(
        replace(
            area,
            goals=tuple(
                replace(
                    goal,
                    actions=tuple(
                        action if action.id else replace(action, id=f"{goal.number}-A{place}")
                        for place, action in enumerate(goal.actions, start=1)
                    ),
                    measures=tuple(
                        replace(
                            measure,
                            id=measure.id or f"{goal.number}-M{place}",
                            sub_measures=measure.sub_measures or (followed(measure),),
                        )
                        for place, measure in enumerate(goal.measures, start=1)
                    ),
                )
                for goal in area.goals
            ),
        )
        for area in content.focus_areas
    )
    content = content.with_areas(areas)
    faults = list(doubled(content))
    if not content.goals():
        faults.append(Fault("no goal was found in the document.", "", "See `suunta read FILE`."))
    if faults:
        raise InputError(faults)
    return content


def followed(measure: Measure) -> SubMeasure:
    """The one part of a measure in which nothing was understood: it is only followed."""
    return SubMeasure(kind="monitoring", indicator=measure.text, confidence=0.0)


def doubled(content: Strategy) -> Iterator[Fault]:
    """Numbers and ids that stand for two things."""
    listed = {
        "focus area": [area.number for area in content.focus_areas],
        "goal": [goal.number for goal in content.goals()],
        "action": [action.id for goal in content.goals() for action in goal.actions],
        "measure": [measure.id for measure in content.measures()],
    }
    for kind, codes in listed.items():
        for code, times in Counter(codes).items():
            if times > 1:
                yield Fault(
                    f"{times} of them are numbered {code}.",
                    kind,
                    "Give each its own number in the document.",
                )


def difference_lines(imported: Imported) -> Iterator[str]:
    """What was or would be changed, for people."""
    difference = imported.difference
    done = {
        "unchanged": "nothing changed",
        "drafted": "written as a draft",
        "adopted": "adopted",
        "would_draft": "would be written as a draft",
        "would_adopt": "would be adopted",
    }[imported.outcome]
    yield f"{imported.municipality}, version {imported.version}: {done}"
    for word, found in (("added", difference.added), ("withdrawn", difference.withdrawn)):
        counts = Counter(item.kind for item in found)
        if found:
            listed = ", ".join(f"{counts[kind]} {kind}" for kind in KINDS if counts[kind])
            yield f"{word}: {listed}"
        for item in found if imported.version > 1 or word == "withdrawn" else ():
            yield f"  {word} {item.kind} {item.id}: {item.text}"
    if difference.changed:
        yield f"changed: {len(difference.changed)}"
    for change in difference.changed:
        moved = "" if change.id == change.old_id else f" (was {change.old_id})"
        yield f"  changed {change.kind} {change.id}{moved}"
        for name, value in change.new.items():
            yield f"    {name}: {change.old[name]!r} -> {value!r}"


def difference_json(imported: Imported) -> dict[str, Any]:
    """What was or would be changed, for scripts."""
    difference = imported.difference
    return {
        "municipality": imported.municipality,
        "outcome": imported.outcome,
        "version": imported.version,
        "unchanged": difference.unchanged,
        "added": [item_json(item) for item in difference.added],
        "withdrawn": [item_json(item) for item in difference.withdrawn],
        "changed": [
            {
                "kind": change.kind,
                "id": change.id,
                "old_id": change.old_id,
                "old": dict(change.old),
                "new": dict(change.new),
            }
            for change in difference.changed
        ],
    }


def item_json(item: Any) -> dict[str, str]:
    """One added or withdrawn item."""
    return {"kind": item.kind, "id": item.id, "text": item.text}
