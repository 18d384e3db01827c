"""The public pages of versions: those that were adopted, what each says, and how two differ."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.views.decorators.http import require_safe

from suunta.jobs import versions as jobs
from suunta.web.shared.access import ANYONE, visible_to
from suunta.web.shared.page import page_of
from suunta.web.shared.rates import per_minute
from suunta.web.shared.versions.files import difference_file, outline_file
from suunta.web.shared.versions.finding import PUBLIC, before
from suunta.web.shared.versions.rows import shown


@visible_to(ANYONE)
@require_safe
def versions(request: HttpRequest, slug: str, lang: str) -> HttpResponse:
    """All versions that are or were adopted."""
    page = page_of(request, slug, lang)
    known = PUBLIC.all(page)
    pairs = [(one, before(known, one)) for one in known]
    context = {"page": page, "versions": pairs, "door": PUBLIC}
    return render(request, "public/versions/list.html", context)


@visible_to(ANYONE)
@require_safe
def version(request: HttpRequest, slug: str, lang: str, version: int) -> HttpResponse:
    """The outline of a version."""
    page = page_of(request, slug, lang)
    found = PUBLIC.one(page, version)
    context = {
        "page": page,
        "version": found,
        "strategy": jobs.strategy_of(found),
        "before": before(PUBLIC.all(page), found),
        "door": PUBLIC,
    }
    return render(request, "public/versions/outline.html", context)


@visible_to(ANYONE)
@require_safe
@per_minute(60)
def version_file(
    request: HttpRequest, slug: str, lang: str, version: int, form: str
) -> HttpResponse:
    """The outline as a file."""
    found = PUBLIC.one(page_of(request, slug, lang), version)
    return outline_file(found, jobs.strategy_of(found), form, lang)


@visible_to(ANYONE)
@require_safe
def version_choice(request: HttpRequest, slug: str, lang: str) -> HttpResponse:
    """To the difference of the two versions that a form names."""
    return HttpResponseRedirect(PUBLIC.chosen(request, page_of(request, slug, lang)))


@visible_to(ANYONE)
@require_safe
@per_minute(60)
def version_difference(
    request: HttpRequest, slug: str, lang: str, old: int, new: int
) -> HttpResponse:
    """How two versions differ."""
    page = page_of(request, slug, lang)
    compared = PUBLIC.compared(page, old, new)
    context = {
        "page": page,
        "compared": compared,
        "found": shown(compared, lang),
        "door": PUBLIC,
    }
    return render(request, "public/versions/difference.html", context)


@visible_to(ANYONE)
@require_safe
@per_minute(60)
def version_difference_file(
    request: HttpRequest, slug: str, lang: str, old: int, new: int, form: str
) -> HttpResponse:
    """The difference as a file."""
    page = page_of(request, slug, lang)
    return difference_file(PUBLIC.compared(page, old, new), form, lang)
