"""Answering by link. Looking changes nothing: mail scanners look too. Only a POST acts."""

from __future__ import annotations

from dataclasses import replace
from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import get_language
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from suunta.jobs import rounds
from suunta.jobs.rounds import Item, LinkRefusedError, OpenLink
from suunta.web.rounds.asking import Form, form_of, sent_values, told_values
from suunta.web.rounds.doors import by_link
from suunta.web.shared import sources

SECONDS_AN_ITEM = 40


@by_link
@require_safe
def update(request: HttpRequest, link: OpenLink, token: str) -> HttpResponse:
    """One item as a form and the others as a list."""
    items = rounds.items_of(link)
    chosen = request.GET.get("item", "")
    item = next((each for each in items if str(each.task) == chosen), None)
    item = item or next((each for each in items if not each.told), None)
    if item is None:
        return HttpResponseRedirect(address(token, "rounds:done"))
    saved = next((each for each in items if str(each.task) == request.GET.get("saved", "")), None)
    return show(request, link, token, items, form_of(item, language()), saved=saved)


@by_link
@require_http_methods(["GET", "HEAD", "POST"])
def save(request: HttpRequest, link: OpenLink, token: str, task: int) -> HttpResponse:
    """Keep what was sent about one item; the form again where it could not be kept."""
    items = rounds.items_of(link)
    item = item_or_refuse(items, task)
    if request.method != "POST":
        return HttpResponseRedirect(address(token, "rounds:update", item=str(task)))
    outcome = rounds.tell(
        link, item, request.POST.dict(), seen=number_seen(request), language=language()
    )
    if outcome.saved:
        return HttpResponseRedirect(after(token, items, task))
    form = Form(item, language(), sent_values(request.POST.dict()), outcome.seen, outcome.faults)
    if outcome.other is not None:
        form = merging(item, form, outcome.other)
    return show(request, link, token, items, form, status=409 if form.other_name else 422)


def merging(item: Item, form: Form, other: Any) -> Form:
    """The form with what somebody else told beside what was typed."""
    theirs = replace(item, entry=None if other.withdrawn else other)
    name = other.user.get_full_name() if other.user else ""
    return replace(form, other=told_values(theirs, form.language), other_name=name or other.who)


@by_link
@require_POST
def undo(request: HttpRequest, link: OpenLink, token: str, task: int) -> HttpResponse:
    """Take back what was told last; where somebody has told since, show that instead."""
    item = item_or_refuse(rounds.items_of(link), task)
    rounds.undo(link, item, seen=number_seen(request))
    return HttpResponseRedirect(address(token, "rounds:update", item=str(task)))


@by_link
@require_safe
def done(request: HttpRequest, link: OpenLink, token: str) -> HttpResponse:
    """What was told, each with its undoing."""
    items = rounds.items_of(link)
    context = frame(link, token) | {
        "items": items,
        "forms": [form_of(item, language()) for item in items if item.told],
        "waiting": [item for item in items if not item.told],
    }
    return render(request, "rounds/done.html", context)


@by_link
@require_POST
def not_me(request: HttpRequest, link: OpenLink, token: str) -> HttpResponse:
    """The link came to somebody else: it and its like are taken back."""
    rounds.not_mine(link)
    return render(request, "rounds/taken_back.html", {"round": link.round})


def show(
    request: HttpRequest,
    link: OpenLink,
    token: str,
    items: tuple[Item, ...],
    form: Form,
    *,
    status: int = 200,
    saved: Item | None = None,
) -> HttpResponse:
    """The page of a form."""
    place = [item.task for item in items].index(form.item.task) + 1
    context = frame(link, token) | {
        "form": form,
        "item": form.item,
        "items": items,
        "others": [item for item in items if item.task != form.item.task],
        "place": place,
        "told": sum(item.told for item in items),
        "minutes": max(1, round(len(items) * SECONDS_AN_ITEM / 60)),
        "saved": saved,
    }
    return render(request, "rounds/update.html", context, status=status)


def frame(link: OpenLink, token: str) -> dict[str, Any]:
    """What every page of a link shows."""
    town = sources.municipality(link.slug)
    return {
        "link": link,
        "token": token,
        "round": link.round,
        "town": town,
        "posts": rounds.post_names(link),
        "person": link.person.get_full_name() or link.person.get_username(),
    }


def item_or_refuse(items: tuple[Item, ...], task: int) -> Item:
    """The item of a task. Raises: LinkRefusedError where it is not the link's."""
    found = next((item for item in items if item.task == task), None)
    if found is None:
        raise LinkRefusedError("unknown")
    return found


def number_seen(request: HttpRequest) -> int:
    """The number of the newest entry that the form showed."""
    text = request.POST.get("seen", "")
    return int(text) if text.isascii() and text.isdigit() and len(text) < 9 else 0


def after(token: str, items: tuple[Item, ...], task: int) -> str:
    """Where one goes on: to the next item that waits, else to what was told."""
    tasks = [item.task for item in items]
    here = tasks.index(task)
    following = [*items[here + 1 :], *items[:here]]
    waiting = next((item for item in following if not item.told), None)
    if waiting is None:
        return address(token, "rounds:done")
    return address(token, "rounds:update", item=str(waiting.task), saved=str(task))


def address(token: str, view: str, **query: str) -> str:
    """An address of the link, in the reader's language."""
    return f"{reverse(view, kwargs={'token': token})}?{urlencode({'lang': language(), **query})}"


def language() -> str:
    """The language of the page."""
    return get_language() or "fi"
