"""What a reviewer does: each is one POST, after which the page of the next thing is shown."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from suunta.core.errors import InputError
from suunta.core.review import Becomes
from suunta.core.strategy import Action
from suunta.jobs import review as jobs
from suunta.jobs.review import Review, ReviewItem, review_of
from suunta.web.desk.imports.doors import for_reviewers, person, upload_or_404
from suunta.web.desk.imports.entered import Entered
from suunta.web.desk.imports.queue import Queue, queue_of
from suunta.web.desk.imports.reviewing import READ, shown, whole_number
from suunta.web.shared.page import page_of

BECOMES: tuple[Becomes, ...] = ("sub_point", "action", "measure", "nothing")


class Step:
    """A step of a review: who takes it, on what, seen from which page."""

    def __init__(self, request: HttpRequest, slug: str, lang: str, upload: int) -> None:
        self.request, self.slug, self.lang, self.upload = request, slug, lang, upload
        self.sent = request.POST
        self.review: Review = review_of(slug, upload, lang)
        self.queue: Queue = queue_of(request, self.review)
        self.seen = whole_number(self.sent.get("seen", ""))
        self.by = person(request)

    def item(self) -> ReviewItem:
        """The item that was sent. Raises: InputError."""
        code = self.sent.get("item", "")
        found = next((item for item in self.review.items if item.id == code), None)
        if found is None:
            what = f"There is no such item: {code[:40]}."
            raise InputError.single(what, "id", "Load the page anew and look at it once more.")
        return found

    def to(self, item: str, done: str, count: int = 0) -> HttpResponse:
        """To the page of an item, in the same queue."""
        page = page_of(self.request, self.slug, self.lang)
        query = {"show": self.queue.show, "item": item, "done": done}
        if count:
            query["n"] = str(count)
        address = page.url("desk:import", upload=self.upload, query=query)
        return HttpResponseRedirect(f"{address}#work")


Taken = Callable[[Step], HttpResponse]


def step(act: Taken) -> Callable[..., HttpResponseBase]:
    """A view for a step: what is refused is shown on the page, with what was written."""

    @for_reviewers
    @require_POST
    @wraps(act)
    def view(request: HttpRequest, slug: str, lang: str, upload: int) -> HttpResponse:
        if upload_or_404(slug, upload).status not in READ:
            page = page_of(request, slug, lang)
            return HttpResponseRedirect(page.url("desk:import", upload=upload))
        try:
            return act(Step(request, slug, lang, upload))
        except InputError as refused:
            found = review_of(slug, upload, lang)
            sent = request.POST.dict()
            return shown(request, slug, lang, found, faults=refused.faults, sent=sent)

    return view


@step
def accept(step: Step) -> HttpResponse:
    """Accept an item, with what was changed in its form, and go to the next."""
    item = step.item()
    if not save(step, item):
        jobs.accept(slug=step.slug, upload=step.upload, ids=[item.id], seen=step.seen, by=step.by)
    return step.to(step.queue.after, "accepted")


@step
def correct(step: Step) -> HttpResponse:
    """Save what was changed and stay."""
    item = step.item()
    saved = save(step, item)
    return step.to(item.id, "saved" if saved else "")


def save(step: Step, item: ReviewItem) -> bool:
    """Write what was changed in the form of an item; False where nothing was."""
    if item.entity == "measure":
        return save_measure(step, item)
    if isinstance(item.content, Action):
        return save_action(step, item, item.content)
    title = " ".join(step.sent.get("text", item.text).split())
    if title == item.text:
        return False
    jobs.correct_goal(
        slug=step.slug, upload=step.upload, id=item.id, title=title, seen=step.seen, by=step.by
    )
    return True


def save_measure(step: Step, item: ReviewItem) -> bool:
    """Other words, or other fields; other words alone are read anew."""
    before = item.measure.sub_measures if item.measure else ()
    text = " ".join(step.sent.get("text", item.text).split())
    subs = Entered(step.sent, step.lang).sub_measures(before) if "fields" in step.sent else before
    if text == item.text and subs == before:
        return False
    jobs.correct(
        slug=step.slug,
        upload=step.upload,
        id=item.id,
        text=text,
        sub_measures=None if subs == before else subs,
        seen=step.seen,
        by=step.by,
    )
    return True


def save_action(step: Step, item: ReviewItem, action: Action) -> bool:
    """Text, year and those responsible."""
    text = " ".join(step.sent.get("text", item.text).split())
    named = step.sent.get("responsible", ", ".join(action.responsible)).split(",")
    responsible = tuple(name.strip()[:60] for name in named if name.strip())
    year = year_of(step.sent.get("year", str(action.year or "")))
    if (text, year, responsible) == (item.text, action.year, action.responsible):
        return False
    jobs.correct_action(
        slug=step.slug,
        upload=step.upload,
        id=item.id,
        text=text,
        year=year,
        responsible=responsible,
        seen=step.seen,
        by=step.by,
    )
    return True


def year_of(text: str) -> int | None:
    """A year, None where none is named. Raises: InputError."""
    plain = text.strip()
    if not plain:
        return None
    if plain.isascii() and plain.isdigit() and 1900 <= int(plain[:5]) <= 2199:
        return int(plain)
    raise InputError.single(_("Write a year, such as 2025."), "year")


@step
def accept_sure(step: Step) -> HttpResponse:
    """Accept everything that nothing is asked about."""
    count = jobs.accept_sure(slug=step.slug, upload=step.upload, seen=step.seen, by=step.by)
    return step.to("", "sure", count)


@step
def split(step: Step) -> HttpResponse:
    """Make several of one: a line of the field for each."""
    item = step.item()
    texts = step.sent.get("texts", "").splitlines()
    jobs.split(
        slug=step.slug, upload=step.upload, id=item.id, texts=texts, seen=step.seen, by=step.by
    )
    return step.to(item.id, "split")


@step
def merge(step: Step) -> HttpResponse:
    """Make one of this and the next."""
    item, second = step.item(), step.sent.get("second", "")
    jobs.merge(
        slug=step.slug,
        upload=step.upload,
        first=item.id,
        second=second,
        seen=step.seen,
        by=step.by,
    )
    return step.to(item.id, "merged")


@step
def not_a_measure(step: Step) -> HttpResponse:
    """Say what it is instead."""
    item, after = step.item(), step.queue.after
    becomes = next((each for each in BECOMES if each == step.sent.get("becomes")), None)
    if becomes is None:
        raise InputError.single(_("Choose what it is instead."), "becomes")
    jobs.not_a_measure(
        slug=step.slug,
        upload=step.upload,
        id=item.id,
        becomes=becomes,
        seen=step.seen,
        by=step.by,
    )
    return step.to(after, "removed")


@step
def undo(step: Step) -> HttpResponse:
    """Undo the last step, and show what it was about."""
    words = jobs.undo(slug=step.slug, upload=step.upload, seen=step.seen, by=step.by)
    items = review_of(step.slug, step.upload, step.lang).items
    back = next((item.id for item in items if words is not None and item.text == words), "")
    return step.to(back, "undone" if words is not None else "")
