"""Importing a strategy document: what would change, then the writing, whole or not at all."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Literal

from django.db import transaction

from suunta.core.difference import Difference
from suunta.core.errors import InputError
from suunta.core.review import Reviewed
from suunta.core.strategy import Strategy
from suunta.core.texts import Text
from suunta.jobs.before import before_of
from suunta.jobs.continuing import carry_said
from suunta.jobs.imported import Imported, difference_json
from suunta.jobs.numbering import with_ids
from suunta.jobs.read_document import read_document
from suunta.jobs.reviewed_content import adopted_readings, reviewed_of, with_known
from suunta.store.actions.adoption import Decision, adopt, propose
from suunta.store.actions.documents import Document
from suunta.store.actions.find import known_municipality
from suunta.store.actions.log import Actor
from suunta.store.actions.municipalities import save_municipality
from suunta.store.actions.versions import write_draft
from suunta.store.models import Municipality, StrategyVersion
from suunta.store.queries.versions import StoredVersion

__all__ = ["Adoption", "Imported", "difference_json", "import_document", "import_strategy"]

SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
RESERVED = ("desk", "api", "static", "accounts", "update", "healthz", "readyz", "metrics")
LONGEST_SLUG = 40
SLUG_REMEDY = (
    f"Use small letters, digits and hyphens, {LONGEST_SLUG} at most; "
    f"taken are {', '.join(RESERVED)}."
)


@dataclass(frozen=True)
class Adoption:
    """Who adopted or proposed the document, when, under which section, and where that can be read;
    each may be unknown."""

    body: str | Text
    day: date | None
    section: str
    url: str = ""
    # A proposal waits for those who adopt; it is not public.
    step: Literal["adopt", "propose"] = "adopt"

    @property
    def open_statuses(self) -> tuple[str, ...]:
        """The states of a version that can take the step."""
        return ("draft",) if self.step == "propose" else ("draft", "proposed")

    def decision(self, language: str) -> Decision:
        """As the store records it; a body given as one name is in the document's language."""
        body = self.body if isinstance(self.body, Text) else Text({language: self.body})
        return Decision(body if self.body else Text(), self.day, self.section, self.url)


def import_document(
    file: Path,
    *,
    municipality: str,
    adoption: Adoption | None = None,
    dry_run: bool = False,
    by: Actor,
) -> Imported:
    """Import a document as a draft, or as adopted. The same document again changes nothing.

    What people have corrected in its words, in this document or in one before, applies again.
    """
    content = with_ids(read_document(file))
    town = known_municipality(municipality)
    found = reviewed_of(town, content) if town else Reviewed(content)
    return import_strategy(
        found.strategy,
        Document(file.name, file.read_bytes()),
        municipality=municipality,
        adoption=adoption,
        dry_run=dry_run,
        reviewed=True,
        corrections=len(found.applied),
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
    reviewed: bool = False,
    corrections: int = 0,
    by: Actor,
) -> Imported:
    """Import a strategy that was read already.

    reviewed: a person read the parts of its measures, so that they count also where the words are
    those that were adopted; otherwise the same words keep the reading that they were adopted with.
    corrections: how many remembered corrections were applied to it.
    """
    content = with_ids(content)
    town = known_municipality(municipality)
    before = before_of(town, content)
    stored = before.stored
    if town and not reviewed:
        content = with_known(content, adopted_readings(town, content))
    difference = before.compare(content)
    if stored and adoption and not difference:
        refuse_other_decision(stored, adoption, content.language)
    write = difference or stored is None
    decides = adoption and (write or (stored and stored.status in adoption.open_statuses))
    number = next_number(stored, changed=bool(write))
    found = Imported(
        municipality, "unchanged", number, difference, False, corrections, before.earlier_name
    )
    if not write and not decides:
        return found
    if town is None:
        refuse_unusable(municipality)
    if dry_run:
        outcome = f"would_{adoption.step}" if decides and adoption else "would_draft"
        return replace(found, outcome=outcome, new_municipality=town is None)
    is_new = town is None
    town = town or new_municipality(by, municipality, content)
    version = write_draft_of(by, town, document, content, difference) if write else before.newest
    if write and version and before.earlier:
        carry_said(by=by, town=town, version=version, difference=difference, old=before.earlier)
    outcome = "drafted"
    if decides and adoption and version:
        decision = adoption.decision(content.language)
        act, outcome = DECIDING[adoption.step]
        act(by=by, municipality=town, version=version, decision=decision)
    return replace(found, outcome=outcome, new_municipality=is_new)


DECIDING = {"adopt": (adopt, "adopted"), "propose": (propose, "proposed")}


def new_municipality(by: Actor, slug: str, content: Strategy) -> Municipality:
    """The first document of a town brings the town into the store."""
    return save_municipality(
        by=by,
        slug=slug,
        name=Text({content.language: content.municipality or slug.capitalize()}),
        official_languages=[content.language],
    )


def refuse_unusable(slug: str) -> None:
    """A municipality's slug is its address on the web."""
    if not is_usable(slug):
        what = f"{slug} cannot be the address of a municipality."
        raise InputError.single(what, "--municipality", SLUG_REMEDY)


def is_usable(slug: str) -> bool:
    """Whether a slug can stand in an address, be kept by the store, and is no door's own."""
    fits = len(slug) <= LONGEST_SLUG and SLUG.fullmatch(slug)
    return bool(fits) and slug not in RESERVED


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
    if stored.status not in ("draft", "proposed") and stored.adoption != asked:
        known = " ".join(word for word in stored.adoption if word) or "by a decision not known"
        raise InputError.single(
            f"this document is adopted already: {known}.",
            "--adopt",
            "Import it without --adopt, or correct the decision.",
        )
