"""What the page of a review shows."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import lru_cache

from suunta.core.errors import InputError
from suunta.core.lint import Finding, lint
from suunta.core.review import Entity, Item, Question, items_of, questions
from suunta.core.strategy import Action, Goal, Measure, Span, Strategy
from suunta.jobs.review.source import Source, marked
from suunta.jobs.review.uploading import UploadRow, upload_row
from suunta.jobs.reviewed_content import adopted_readings, reviewed
from suunta.store.actions.find import find_municipality
from suunta.store.actions.uploads import find_upload
from suunta.store.models import Municipality, Upload
from suunta.store.queries import uploads as queries

READ = ("read", "drafted")


@dataclass(frozen=True)
class ReviewItem:
    """One goal, sub-point, action or measure of the reading as it stands now.

    id: what the writing calls take; goal: the goal's number; content: None for a sub-point, which
    is its text alone; settled: a person settled it; questions, findings: about it.
    """

    id: str
    entity: Entity
    goal: str
    text: str
    content: Goal | Action | Measure | None
    span: Span
    settled: bool
    questions: tuple[Question, ...]
    findings: tuple[Finding, ...]

    @property
    def measure(self) -> Measure | None:
        """The measure, where it is one."""
        return self.content if isinstance(self.content, Measure) else None

    @property
    def action(self) -> Action | None:
        """The action, where it is one."""
        return self.content if isinstance(self.content, Action) else None


@dataclass(frozen=True)
class Review:
    """An upload's reading with the corrections.

    seen: what every writing call gives back, so that two people do not undo each other's work;
    items: in the document's order; questions: the least sure first; findings: of lint; applied:
    how many remembered corrections apply to this document; made: how many were made in this
    review and stand, so that there is something to undo.
    """

    upload: UploadRow
    strategy: Strategy
    items: tuple[ReviewItem, ...]
    questions: tuple[Question, ...]
    findings: tuple[Finding, ...]
    source: Source
    seen: int
    applied: int
    made: int


def review_of(slug: str, upload: int, lang: str) -> Review:
    """The review of an upload that was read. lang: of the findings. Raises: InputError."""
    town = find_municipality(slug)
    row = read_upload_of(town, upload)
    reading = queries.reading_of(row)
    rows = queries.corrections_of(town)
    found = reviewed(reading, adopted_readings(town, reading), queries.standing(rows))
    items = tuple(items_of(found.strategy))
    asked = questions(found.strategy, found.settled)
    findings = findings_of(found.strategy, lang)
    return Review(
        upload=upload_row(queries.upload_of(town, upload)),
        strategy=found.strategy,
        items=review_items(items, found.settled, asked, findings),
        questions=asked,
        findings=findings,
        source=marked(row.source or {}, items),
        seen=len(rows),
        applied=len(found.applied),
        made=sum(each.upload == upload for each in queries.standing_rows(rows)),
    )


@lru_cache(maxsize=4)
def findings_of(strategy: Strategy, lang: str) -> tuple[Finding, ...]:
    """What lint finds; a page is often shown again with nothing changed, and lint takes most of
    its time."""
    return tuple(lint(strategy, lang))


def read_upload_of(town: Municipality, upload: int, *, lock: bool = False) -> Upload:
    """An upload that was read. Raises: InputError for any other."""
    row = find_upload(town, upload, lock=lock)
    if row.status not in READ:
        raise InputError.single(
            f"{row.name} cannot be reviewed: it is {row.status}.", "", "See the list of imports."
        )
    return row


def review_items(
    items: tuple[Item, ...],
    settled: frozenset[str],
    asked: tuple[Question, ...],
    findings: tuple[Finding, ...],
) -> tuple[ReviewItem, ...]:
    """The items with what is asked and found about each."""
    of_item: dict[str, list[Question]] = defaultdict(list)
    for question in asked:
        of_item[question.id].append(question)
    about: dict[str | None, list[Finding]] = defaultdict(list)
    for finding in findings:
        about[finding.measure or finding.goal].append(finding)
    return tuple(
        ReviewItem(
            id=item.id,
            entity=item.entity,
            goal=item.goal,
            text=item.text,
            content=item.content,
            span=item.span,
            settled=item.id in settled,
            questions=tuple(of_item[item.id]),
            findings=tuple(about[item.id]),
        )
        for item in items
    )
