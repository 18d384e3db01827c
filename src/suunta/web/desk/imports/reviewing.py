"""The review: the document on the left, what was read from it on the right, one thing at a time."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from suunta.core.errors import Fault
from suunta.core.strategy import Box, SubMeasure
from suunta.jobs.review import Review, ReviewItem, review_of
from suunta.web.desk.imports import listing
from suunta.web.desk.imports.doors import for_reviewers, upload_or_404
from suunta.web.desk.imports.faults import by_field, told
from suunta.web.desk.imports.fields import PartFields, PartForm, question_words
from suunta.web.desk.imports.queue import SHOWS, Queue, following, place_of, queue_of
from suunta.web.desk.imports.spans import Piece, mark_words, pieces, stretches
from suunta.web.desk.imports.window import Window, cell_words, table_words
from suunta.web.shared.page import Page, page_of

READ = ("read", "drafted")
MOST_LISTED = 12
# Faults that stand beside their field; all others stand above the review.
BESIDE = re.compile(r"text|title|year|texts|second|becomes|\d+-[a-z_0-9-]+")
DONE = ("accepted", "saved", "split", "merged", "removed", "undone", "sure")


@for_reviewers
@require_safe
def review(request: HttpRequest, slug: str, lang: str, upload: int) -> HttpResponse:
    """How far the reading is, or why it failed; once it is read, its review."""
    if upload_or_404(slug, upload).status not in READ:
        return listing.waiting(request, slug, lang, upload)
    return shown(request, slug, lang, review_of(slug, upload, lang))


def shown(
    request: HttpRequest,
    slug: str,
    lang: str,
    found: Review,
    *,
    faults: Iterable[Fault] = (),
    sent: Mapping[str, str] | None = None,
) -> HttpResponse:
    """The page of a review; with what was sent and refused where something was."""
    faults = list(faults)
    queue = queue_of(request, found)
    page = page_of(request, slug, lang)
    parameters = {"slug": slug, "lang": lang, "upload": found.upload.id}
    page = replace(page, view_name="desk:import", parameters=parameters)
    context = frame(page, found, queue) | {
        "faults": [fault for fault in told(faults) if not BESIDE.fullmatch(fault.place)],
        "wrong": by_field(faults),
        "done": request.GET.get("done", "") if request.GET.get("done") in DONE else "",
        "done_count": whole_number(request.GET.get("n", "")),
    }
    if queue.item:
        context |= about(queue.item, found, lang, by_field(faults), sent)
    return render(request, "desk/imports/review.html", context, status=422 if faults else 200)


def whole_number(text: str) -> int:
    """A count of an address; 0 for anything else."""
    return int(text) if text.isascii() and text.isdigit() and len(text) < 7 else 0


def frame(page: Page, found: Review, queue: Queue) -> dict[str, Any]:
    """What the page shows whichever item is looked at."""
    settled = sum(item.settled for item in found.items)
    asked = {question.id for question in found.questions}
    sure = sum(not item.settled and item.id not in asked for item in found.items)
    severities = Counter(finding.severity for finding in found.findings)
    return {
        "page": page,
        "review": found,
        "upload": found.upload,
        "queue": queue,
        "shows": [(show, show_words(show), show_count(found, show)) for show in SHOWS],
        "settled": settled,
        "total": len(found.items),
        "sure": sure,
        "asked": asked_list(found, page.language),
        "asked_count": len(asked),
        "errors": severities["error"],
        "warnings": severities["warning"],
        "noted": noted_list(found),
    }


def show_words(show: str) -> str:
    """What a queue holds."""
    return {
        "unsure": _("What is unsure"),
        "measures": _("All measures"),
        "all": _("Everything"),
    }[show]


def show_count(found: Review, show: str) -> int:
    """How many items a queue holds."""
    if show == "unsure":
        return len({question.id for question in found.questions})
    return sum(show == "all" or item.entity == "measure" for item in found.items)


def asked_list(found: Review, language: str) -> list[tuple[ReviewItem, str]]:
    """Items with questions, the least sure first, and the first question of each."""
    items = {item.id: item for item in found.items}
    first: dict[str, str] = {}
    for question in found.questions:
        words = question_words(question.why, language, question.words)
        first.setdefault(question.id, words)
    return [(items[code], words) for code, words in first.items()][:MOST_LISTED]


def noted_list(found: Review) -> list[tuple[str, Any]]:
    """The most serious findings of lint, each with the id of what it is about."""
    known = {item.id for item in found.items}
    pairs = [(finding.measure or finding.goal or "", finding) for finding in found.findings]
    serious = [pair for pair in pairs if pair[0] in known and pair[1].severity == "error"]
    return serious[:MOST_LISTED]


def about(
    item: ReviewItem,
    found: Review,
    language: str,
    wrong: Mapping[str, str],
    sent: Mapping[str, str] | None,
) -> dict[str, Any]:
    """What the page shows of the item that is looked at."""
    place, of = place_of(found, item)
    window = Window(found.source, item)
    subs = item.measure.sub_measures if item.measure else ()
    marked = stretches(item.text, subs)
    goal = next(each for each in found.items if each.entity == "goal" and each.goal == item.goal)
    return {
        "item": item,
        "sheet": table_words(item.span.sheet),
        "cell": cell_words(item.span.cell),
        "goal": goal,
        "place": place,
        "of": of,
        "words": pieces(item.text, marked) if marked else [Piece(item.text)],
        "marks": [(mark, mark_words(mark)) for mark in sorted({one.mark for one in marked})],
        "parts": part_forms(item, language, wrong, sent, window.row_words()),
        "new_part": new_part(item, language, wrong, sent),
        "new_part_wrong": any(place.startswith(f"{len(subs) + 1}-") for place in wrong),
        "text": sent["text"] if sent and "text" in sent else item.text,
        "next_of_kind": following(found, item),
        "lines": window.blocks(),
        "picture": picture(found, item),
        "findings": item.findings,
        "cuts": cuts(item),
    }


def part_forms(
    item: ReviewItem,
    language: str,
    wrong: Mapping[str, str],
    sent: Mapping[str, str] | None,
    row: str,
) -> list[PartForm]:
    """The forms of the parts of a measure."""
    subs = item.measure.sub_measures if item.measure else ()
    return [
        PartFields(
            number,
            sub,
            item.text,
            language,
            questions=item.questions,
            settled=item.settled,
            sent=sent,
            faults=wrong,
            row=row,
        ).form()
        for number, sub in enumerate(subs, start=1)
    ]


def new_part(
    item: ReviewItem,
    language: str,
    wrong: Mapping[str, str],
    sent: Mapping[str, str] | None,
) -> PartForm | None:
    """The empty form of one more part."""
    if item.measure is None:
        return None
    number = len(item.measure.sub_measures) + 1
    empty = SubMeasure("monitoring", "")
    return PartFields(number, empty, "", language, sent=sent, faults=wrong).form()


def picture(found: Review, item: ReviewItem) -> dict[str, Any] | None:
    """The page of a PDF with the boxes on it, in thousandths of the page."""
    if found.source.kind != "pages":
        return None
    number = item.span.page or 1
    boxes = (found.source.boxes or {}).get(number, ())
    return {
        "number": number,
        "of": found.source.pages,
        "boxes": [drawn_box(one.item, one.box, one.item == item.id) for one in boxes],
    }


def drawn_box(item: str, box: Box, here: bool) -> dict[str, Any]:
    """A box on a page of 1000 by 1000."""
    left, top, right, bottom = (1000 * edge for edge in box)
    sizes = {"x": left, "y": top, "width": right - left, "height": bottom - top}
    return {name: f"{size:.1f}" for name, size in sizes.items()} | {"item": item, "here": here}


def cuts(item: ReviewItem) -> str:
    """The words with a line for each stretch between commas and semicolons, where to cut them."""
    text = item.text
    for sign in (";", ","):
        text = text.replace(f"{sign} ", f"{sign}\n")
    return text if "\n" in text else item.text
