"""Sources on the desk: what arrives by itself, from where, how old, and what needs a person."""

from __future__ import annotations

from contextlib import suppress
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from suunta.core.errors import InputError
from suunta.jobs import collecting
from suunta.jobs.collecting import Feed
from suunta.web.shared.access import MEMBER, may_enter, visible_to
from suunta.web.shared.page import Page, page_of
from suunta.web.shared.raw import raw_file

# Who decides what is taken; everybody with a role sees it.
ROLES = ("administrator", "strategy_manager")
UNWELL = ("asks", "failing", "stale", "unset")


@visible_to(MEMBER)
@never_cache
@require_safe
def feeds(request: HttpRequest, slug: str, lang: str) -> HttpResponse:
    """All sources of the town, what needs a person first."""
    page = page_of(request, slug, lang)
    found = collecting.feeds(slug)
    unwell = [each for each in found if each.state in UNWELL]
    context = {"page": page, "feeds": found, "unwell": len(unwell)}
    return render(request, "desk/sources/list.html", context)


@visible_to(MEMBER)
@never_cache
@require_safe
def feed(request: HttpRequest, slug: str, lang: str, key: str) -> HttpResponse:
    """One source: what it is asked, what came each time, and what it asks."""
    page = page_of(request, slug, lang)
    found = feed_or_404(slug, key)
    names = collecting.indicator_names(slug, found.row.indicators)
    context = {
        "page": page,
        "feed": found,
        "names": names,
        "doubts": doubts(found, names),
        "decides": may_enter(request, frozenset(ROLES), slug),
    }
    return render(request, "desk/sources/feed.html", context)


def doubts(found: Feed, names: dict[str, Any]) -> list[dict[str, Any]]:
    """The figures that are asked about, each with the name of its indicator."""
    listed = (found.row.question or {}).get("doubts", [])
    return [{**each, "name": names.get(each["indicator"])} for each in listed]


@visible_to(MEMBER, *ROLES)
@require_POST
def accept(request: HttpRequest, slug: str, lang: str, key: str) -> HttpResponse:
    """What looked wrong is right: take it."""
    return done(request, slug, lang, key, collecting.accept)


@visible_to(MEMBER, *ROLES)
@require_POST
def pause(request: HttpRequest, slug: str, lang: str, key: str) -> HttpResponse:
    """Stop a source, or let it go on."""
    return done(request, slug, lang, key, collecting.pause)


@visible_to(MEMBER, *ROLES)
@require_POST
def ask_now(request: HttpRequest, slug: str, lang: str, key: str) -> HttpResponse:
    """Let the worker ask a source at its next look."""
    return done(request, slug, lang, key, collecting.ask_soon)


def done(request: HttpRequest, slug: str, lang: str, key: str, act: Any) -> HttpResponse:
    """Do something with a source and show it; where it was done meanwhile, just show it."""
    page: Page = page_of(request, slug, lang)
    feed_or_404(slug, key)
    with suppress(InputError):
        act(by=request.user, slug=slug, key=key)
    return HttpResponseRedirect(page.url("desk:source", key=key))


@visible_to(MEMBER)
@never_cache
@require_safe
def answer(request: HttpRequest, slug: str, lang: str, digest: str) -> HttpResponse:
    """The raw answer of a source, as a file: never shown as a page of ours."""
    page_of(request, slug, lang)
    data = collecting.answer_of(slug, digest)
    if data is None:
        raise Http404
    return raw_file(data, digest)


def feed_or_404(slug: str, key: str) -> Feed:
    """A source of the municipality."""
    found = collecting.feed_of(slug, key)
    if found is None:
        raise Http404
    return found
