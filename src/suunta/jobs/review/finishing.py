"""The end of a review: what the reviewed document changes, and the draft written from it."""

from __future__ import annotations

from django.db import transaction

from suunta.jobs.import_strategy import Imported, import_strategy
from suunta.jobs.review.desk import Desk
from suunta.jobs.review.reviewing import read_upload_of
from suunta.jobs.reviewed_content import reviewed_of
from suunta.store.actions.documents import Document, documents_folder
from suunta.store.actions.find import find_municipality, newest_version
from suunta.store.actions.log import Actor
from suunta.store.actions.uploads import note_draft
from suunta.store.actions.versions import term_text
from suunta.store.queries.uploads import reading_of


def preview(slug: str, upload: int) -> Imported:
    """What the reviewed document would change against the newest version; writes nothing.
    Raises: InputError."""
    town = find_municipality(slug)
    row = read_upload_of(town, upload)
    found = reviewed_of(town, reading_of(row))
    return import_strategy(
        found.strategy,
        Document(row.name, b""),
        municipality=slug,
        dry_run=True,
        reviewed=True,
        corrections=len(found.applied),
        by="preview",
    )


@transaction.atomic
def write_reviewed_draft(*, slug: str, upload: int, seen: int, by: Actor) -> int:
    """Write the reviewed document as a draft, in place of the draft before; its number. It is not
    public: adopting it is a decision of its own. Raises: InputError, also where somebody has
    corrected something in this review since."""
    desk = Desk(slug, upload, seen)
    desk.refuse_any_since()
    row = desk.upload
    data = (documents_folder() / row.document_hash).read_bytes()
    imported = import_strategy(
        desk.page.strategy,
        Document(row.name, data),
        municipality=slug,
        reviewed=True,
        corrections=len(desk.page.applied),
        by=by,
    )
    version = newest_version(row.municipality, term_text(desk.page.strategy.term))
    note_draft(by=by, upload=row, version=version)
    return imported.version
