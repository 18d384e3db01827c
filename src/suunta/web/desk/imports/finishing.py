"""The end of a review: what is still unsure, what changes, the draft, and its adoption."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from suunta.core.difference import Difference, Item
from suunta.core.errors import Fault, InputError
from suunta.core.version import VersionView
from suunta.jobs.review import Review, preview, review_of, write_reviewed_draft
from suunta.web.desk.deciding import DecisionForm
from suunta.web.desk.imports.choices import CHOICES, field_label, words_of_choice
from suunta.web.desk.imports.doors import for_reviewers, person, upload_or_404
from suunta.web.desk.imports.faults import told
from suunta.web.desk.imports.fields import ORDER, written
from suunta.web.desk.imports.queue import queue_of
from suunta.web.desk.imports.reviewing import READ, frame, whole_number
from suunta.web.shared.page import Page, page_of
from suunta.web.shared.versions.finding import DESK, before
from suunta.web.shared.versions.rows import kind_words

# What is told of a part by the names of its fields.
CHANGED_FIELDS = frozenset(ORDER) | {"baseline"}
KINDS = ("area", "goal", "sub_point", "action", "measure")


@dataclass(frozen=True)
class Changed:
    """Something that the version before said otherwise."""

    kind: str
    code: str
    field: str
    old: str
    new: str


@dataclass(frozen=True)
class Outcome:
    """What the draft changes: counts by kind, and each in words where there was a version."""

    first: bool
    added: tuple[tuple[str, int], ...]
    withdrawn: tuple[tuple[str, int], ...]
    new: tuple[Item, ...]
    gone: tuple[Item, ...]
    changed: tuple[Changed, ...]
    changed_things: int
    unchanged: int

    @property
    def nothing(self) -> bool:
        """Whether the newest version says all of it already."""
        return not (self.new or self.gone or self.changed)


@for_reviewers
@require_http_methods(["GET", "HEAD", "POST"])
def finish(request: HttpRequest, slug: str, lang: str, upload: int) -> HttpResponse:
    """What the draft would be; POST writes it."""
    page = page_of(request, slug, lang)
    if upload_or_404(slug, upload).status not in READ:
        return HttpResponseRedirect(page.url("desk:import", upload=upload))
    if request.method != "POST":
        return finished(request, page, review_of(slug, upload, lang))
    try:
        seen = whole_number(request.POST.get("seen", ""))
        write_reviewed_draft(slug=slug, upload=upload, seen=seen, by=person(request))
    except InputError as refused:
        found = review_of(slug, upload, lang)
        return finished(request, page, found, told(refused.faults))
    return HttpResponseRedirect(page.url("desk:import_finish", upload=upload) + "#draft")


def finished(
    request: HttpRequest, page: Page, found: Review, faults: Iterable[Fault] = ()
) -> HttpResponse:
    """The page of the end."""
    slug = page.municipality.slug
    faults = list(faults)
    outcome: Outcome | None = None
    version = version_of(page, found)
    try:
        outcome = outcome_of(preview(slug, found.upload.id).difference)
    except InputError as refused:
        faults = faults or told(refused.faults)
    context: dict[str, Any] = frame(page, found, queue_of(request, found)) | {
        "faults": faults,
        "outcome": outcome,
        "version": version,
        "before": before(DESK.all(page), version) if version else None,
        "form": adoption_form(page) if version and version.status == "draft" else None,
    }
    return render(request, "desk/imports/finish.html", context, status=422 if faults else 200)


def version_of(page: Page, found: Review) -> VersionView | None:
    """The version that was written of this upload."""
    if found.upload.version is None:
        return None
    known = [one for one in DESK.all(page) if one.number == found.upload.version]
    term = found.strategy.term
    years = [str(year) for year in (term.start, term.end) if year]
    same = [one for one in known if all(year in one.term for year in years)]
    return next(iter(same or known), None)


def adoption_form(page: Page) -> DecisionForm:
    """The form of the decision that adopts a draft."""
    languages = page.municipality.official_languages or (page.language,)
    return DecisionForm(languages=languages, prefix="adopt")


def outcome_of(difference: Difference) -> Outcome:
    """A difference in words."""
    first = not difference.unchanged and not difference.changed and not difference.withdrawn
    changed = [
        Changed(
            kind_words(change.kind),
            change.id,
            field_label(name) if name in CHANGED_FIELDS else "",
            field_words(name, change.old[name]),
            field_words(name, change.new[name]),
        )
        for change in difference.changed
        for name in change.new
    ]
    return Outcome(
        first,
        counted(difference.added),
        counted(difference.withdrawn),
        tuple(item for item in difference.added if item.kind in KINDS),
        tuple(item for item in difference.withdrawn if item.kind in KINDS),
        tuple(changed),
        len({whole(change.kind, change.id) for change in difference.changed}),
        difference.unchanged,
    )


def whole(kind: str, code: str) -> tuple[str, str]:
    """The thing that is counted: a part of a measure is no thing of its own."""
    return ("measure", code.rpartition(".")[0]) if kind == "part" else (kind, code)


def counted(items: Iterable[Item]) -> tuple[tuple[str, int], ...]:
    """How many of each kind."""
    counts = Counter(item.kind for item in items)
    return tuple((kind_words(kind), counts[kind]) for kind in KINDS if counts[kind])


def field_words(name: str, value: object) -> str:
    """A value of a field as it is read."""
    if isinstance(value, list):
        return ", ".join(field_words(name, each) for each in value if each) or "–"
    if value is None or value == "" or value is False:
        return "–"
    if name in CHOICES:
        return words_of_choice(name, str(value))
    return _("yes") if value is True else written(value, get_language() or "fi")
