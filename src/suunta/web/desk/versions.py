"""Versions on the desk: drafts too, the decisions about them, and what continues what."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from suunta.core.errors import InputError
from suunta.core.version import VersionView
from suunta.jobs import versions as jobs
from suunta.web.desk.deciding import STEPS, DecisionForm
from suunta.web.shared.access import MEMBER, may_enter, visible_to
from suunta.web.shared.page import Page, page_of
from suunta.web.shared.versions.files import difference_file, outline_file
from suunta.web.shared.versions.finding import DESK, before
from suunta.web.shared.versions.rows import shown

DECIDING = frozenset({"strategy_manager", "administrator"})
ACTS = {"propose": jobs.propose, "adopt": jobs.adopt, "end": jobs.end}
read_or_write = require_http_methods(["GET", "HEAD", "POST"])


@visible_to(MEMBER)
@never_cache
@require_safe
def versions(request: HttpRequest, slug: str, lang: str) -> HttpResponse:
    """All versions, drafts too."""
    page = page_of(request, slug, lang)
    known = DESK.all(page)
    pairs = [(one, before(known, one)) for one in known]
    context = {"page": page, "versions": pairs, "door": DESK}
    return render(request, "desk/versions/list.html", context)


@visible_to(MEMBER)
@never_cache
@read_or_write
def version(request: HttpRequest, slug: str, lang: str, version: int) -> HttpResponse:
    """The outline of a version, and the decision that comes next."""
    page = page_of(request, slug, lang)
    known = DESK.all(page)
    found = DESK.one(page, version)
    forms = decision_forms(request, page, found)
    may_decide, refused = may_enter(request, DECIDING, slug), ""
    if request.method == "POST":
        refuse_readers(request, slug)
        refused = decide(request, page, found, known, forms)
        if not refused:
            return HttpResponseRedirect(page.url("desk:version", version=version))
    context = {
        "page": page,
        "version": found,
        "strategy": jobs.strategy_of(found),
        "before": before(known, found),
        "door": DESK,
        "forms": forms if may_decide else {},
        "may_decide": may_decide,
        "refused": refused,
    }
    return render(request, "desk/versions/outline.html", context, status=422 if refused else 200)


def decision_forms(request: HttpRequest, page: Page, found: VersionView) -> dict[str, DecisionForm]:
    """A form for each step that the version can take; the sent one holds what was sent."""
    sent = request.POST.get("step") if request.method == "POST" else None
    languages = page.municipality.official_languages or (page.language,)
    return {
        step: DecisionForm(request.POST if step == sent else None, languages=languages, prefix=step)
        for step in STEPS.get(found.status, ())
    }


def decide(
    request: HttpRequest,
    page: Page,
    found: VersionView,
    known: tuple[VersionView, ...],
    forms: dict[str, DecisionForm],
) -> str:
    """Take the step that was sent; why not, where it was refused."""
    step = request.POST.get("step", "")
    form = forms.get(step)
    if form is None:
        return _("The version has changed meanwhile. Look at it again.")
    if form.is_valid():
        form.refuse_before(known, found, step)
    if not form.is_valid():
        return _("The decision was not saved. Correct what is marked.")
    try:
        ACTS[step](
            slug=page.municipality.slug,
            version=found.id,
            decision=form.decision(),
            by=person(request),
        )
    except InputError:
        return _("The version has changed meanwhile. Look at it again.")
    return ""


def refuse_readers(request: HttpRequest, slug: str) -> None:
    """Everybody reads; the strategy manager and the administrator decide."""
    if not may_enter(request, DECIDING, slug):
        raise PermissionDenied


def person(request: HttpRequest) -> Any:
    """Who is signed in."""
    return request.user


@visible_to(MEMBER)
@never_cache
@require_safe
def version_file(
    request: HttpRequest, slug: str, lang: str, version: int, form: str
) -> HttpResponse:
    """The outline as a file."""
    found = DESK.one(page_of(request, slug, lang), version)
    return outline_file(found, jobs.strategy_of(found), form, lang)


@visible_to(MEMBER)
@never_cache
@require_safe
def version_choice(request: HttpRequest, slug: str, lang: str) -> HttpResponse:
    """To the difference of the two versions that a form names."""
    return HttpResponseRedirect(DESK.chosen(request, page_of(request, slug, lang)))


@visible_to(MEMBER)
@never_cache
@read_or_write
def version_difference(
    request: HttpRequest, slug: str, lang: str, old: int, new: int
) -> HttpResponse:
    """How two versions differ; of a draft or proposal a person says what continues what."""
    page = page_of(request, slug, lang)
    refused = False
    if request.method == "POST":
        refuse_readers(request, slug)
        refused = not judged(request, slug, old, new)
        if not refused:
            return HttpResponseRedirect(page.url("desk:version_difference", old=old, new=new))
    compared = DESK.compared(page, old, new)
    context = {
        "page": page,
        "compared": compared,
        "found": shown(compared, lang),
        "door": DESK,
        "may_judge": compared.open and may_enter(request, DECIDING, slug),
        "refused": refused,
    }
    return render(request, "desk/versions/difference.html", context, status=422 if refused else 200)


def judged(request: HttpRequest, slug: str, old: int, new: int) -> bool:
    """Keep what was said; False where it was refused."""
    sent = {name: request.POST.get(name, "")[:200] for name in ("act", "kind", "old_id", "new_id")}
    try:
        if sent["act"] == "carry":
            jobs.carry_sure(slug=slug, old=old, new=new, by=person(request))
            return True
        if sent["act"] not in ("same", "other"):
            return False
        jobs.judge(
            slug=slug,
            old=old,
            new=new,
            kind=sent["kind"],
            old_id=sent["old_id"],
            new_id=sent["new_id"],
            same=sent["act"] == "same",
            by=person(request),
        )
    except InputError:
        return False
    return True


@visible_to(MEMBER)
@never_cache
@require_safe
def version_difference_file(
    request: HttpRequest, slug: str, lang: str, old: int, new: int, form: str
) -> HttpResponse:
    """The difference as a file."""
    page = page_of(request, slug, lang)
    return difference_file(DESK.compared(page, old, new), form, lang)
