"""The desk: the attention list first, then the scorecard."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from suunta.reports.wording import statuses
from suunta.web.desk.imports.doors import ROLES
from suunta.web.desk.matrix import WITHOUT, filters_of, groups
from suunta.web.desk.needs import MOST, needs
from suunta.web.desk.table import Table
from suunta.web.shared import sources
from suunta.web.shared.access import MEMBER, SIGNED_IN, may_enter, visible_to
from suunta.web.shared.languages import of_request
from suunta.web.shared.page import Page, page_of, translated


@visible_to(SIGNED_IN)
@never_cache
@require_safe
def entrance(request: HttpRequest) -> HttpResponse:
    """To the desk of the only municipality that the person works for, else a list of them."""
    mine = sources.municipalities_of(request.user)
    if len(mine) == 1:
        parameters = {"slug": mine[0].slug, "lang": of_request(request)}
        return HttpResponseRedirect(reverse("desk:attention", kwargs=parameters))
    return render(request, "desk/entrance.html", {"municipalities": mine})


@visible_to(MEMBER)
@never_cache
@require_safe
def language(request: HttpRequest, slug: str) -> HttpResponse:
    """To the desk in the person's language."""
    if sources.municipality(slug) is None:
        raise Http404
    parameters = {"slug": slug, "lang": of_request(request)}
    return HttpResponseRedirect(reverse("desk:attention", kwargs=parameters))


@visible_to(MEMBER)
@never_cache
@require_safe
def attention(request: HttpRequest, slug: str, lang: str) -> HttpResponse:
    """What needs attention, worst first, each a link to the repair."""
    page = page_of(request, slug, lang)
    try:
        scorecard = sources.scorecard(slug, page.as_of)
    except sources.NothingToShowError:
        return first_document(request, page)
    rows = needs(scorecard)
    shown = rows if request.GET.get("all") else rows[:MOST]
    context = {
        "page": page,
        "scorecard": scorecard,
        "rows": shown,
        "hidden": len(rows) - len(shown),
        "kpis": [(key, scorecard.counts[key]) for key in statuses.definitions()["measure"]],
        "translated_from": translated(scorecard, lang),
    }
    return render(request, "desk/attention.html", context)


def first_document(request: HttpRequest, page: Page) -> HttpResponse:
    """A town begins with its document. Raises: NothingToShowError for those who import none, and
    of a date of long ago."""
    if page.asked or not may_enter(request, frozenset(ROLES), page.municipality.slug):
        raise sources.NothingToShowError
    return HttpResponseRedirect(page.url("desk:imports"))


@visible_to(MEMBER)
@never_cache
@require_safe
def scorecard(request: HttpRequest, slug: str, lang: str) -> HttpResponse:
    """The scorecard matrix with its filters."""
    page = page_of(request, slug, lang)
    try:
        whole = sources.scorecard(slug, page.as_of)
    except sources.NothingToShowError:
        return first_document(request, page)
    chosen = filters_of(request, whole)
    found = groups(whole, chosen)
    context = {
        "page": page,
        "scorecard": whole,
        "groups": Table(page).groups(found),
        "filters": chosen,
        "without": WITHOUT,
        "statuses": statuses.vocabulary("measure", lang),
        "count": len({row.measure.id for group in found for row in group.rows}),
        "translated_from": translated(whole, lang),
    }
    return render(request, "desk/scorecard.html", context)
