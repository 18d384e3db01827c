"""Rounds on the desk. Members read; the strategy manager and the administrator act."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from suunta.core.errors import InputError
from suunta.jobs import rounds as jobs
from suunta.web.desk.rounds.opening import OpeningForm, suggested
from suunta.web.desk.versions import person
from suunta.web.shared.access import MEMBER, may_enter, visible_to
from suunta.web.shared.page import Page, page_of

ACTING = frozenset({"strategy_manager", "administrator"})


@visible_to(MEMBER)
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def rounds(request: HttpRequest, slug: str, lang: str) -> HttpResponse:
    """All rounds, and the form that opens one."""
    page = page_of(request, slug, lang)
    known = jobs.rounds(slug)
    form = OpeningForm(suggested([each.on for each in known]))
    refused = ""
    if request.method == "POST":
        refuse_readers(request, slug)
        form = OpeningForm(request.POST)
        refused = opened(request, slug, form)
        if not refused:
            return HttpResponseRedirect(page.url("desk:round", on=form.cleaned_data["on"]))
    context = {
        "page": page,
        "rounds": known,
        "form": form,
        "sent": request.method == "POST",
        "refused": refused,
        "may_act": may_enter(request, ACTING, slug),
    }
    return render(request, "desk/rounds/list.html", context, status=422 if refused else 200)


def opened(request: HttpRequest, slug: str, form: OpeningForm) -> str:
    """Open a round; why not, where it was refused."""
    if not form.is_valid():
        return _("The round was not opened. Correct what is marked.")
    try:
        done = jobs.open_round(
            slug, form.cleaned_data["on"], closes=form.cleaned_data["closes"], by=person(request)
        )
    except InputError:
        return _("There is a round of that date already, or no strategy is in force.")
    tell_letters(request, done.letters)
    return ""


@visible_to(MEMBER)
@never_cache
@require_safe
def round_page(request: HttpRequest, slug: str, lang: str, on: date) -> HttpResponse:
    """Who has told and who has not."""
    return board_page(request, page_of(request, slug, lang), on)


def board_page(request: HttpRequest, page: Page, on: date, refused: str = "") -> HttpResponse:
    """The page of a round. Raises: Http404."""
    slug = page.municipality.slug
    found = jobs.round_on(slug, on)
    if found is None:
        raise Http404
    context = {
        "page": page,
        "board": jobs.board_of(slug, found),
        "may_act": may_enter(request, ACTING, slug),
        "refused": refused,
    }
    status = 422 if refused else 200
    return render(request, "desk/rounds/round.html", context, status=status)


@visible_to(MEMBER, *ACTING)
@never_cache
@require_POST
def act(request: HttpRequest, slug: str, lang: str, on: date) -> HttpResponse:
    """Take the step that was sent: remind, approve, close, freeze, reopen."""
    page = page_of(request, slug, lang)
    step = ACTS.get(request.POST.get("step", ""))
    if step is None:
        return board_page(request, page, on, refusal_words(request))
    try:
        step(request, slug, on)
    except InputError:
        return board_page(request, page, on, refusal_words(request))
    return HttpResponseRedirect(page.url("desk:round", on=on))


def refusal_words(request: HttpRequest) -> str:
    """Why a step was refused."""
    if request.POST.get("step") == "reopen" and not request.POST.get("reason", "").strip():
        return _("Give the reason why the round is opened again.")
    return _("The round has changed meanwhile. Look at it again.")


def remind(request: HttpRequest, slug: str, on: date) -> None:
    """Write to those who have not told."""
    done = jobs.remind(slug, on, by=person(request))
    tell_letters(request, done.reminders + done.escalations)


def approve(request: HttpRequest, slug: str, on: date) -> None:
    """Approve a sector."""
    jobs.approve(slug, on, sector=request.POST.get("sector", "")[:60], by=person(request))


def close(request: HttpRequest, slug: str, on: date) -> None:
    """Close the round."""
    jobs.close_round(slug, on, by=person(request))


def freeze(request: HttpRequest, slug: str, on: date) -> None:
    """Freeze it."""
    jobs.freeze_round(slug, on, by=person(request))


def reopen(request: HttpRequest, slug: str, on: date) -> None:
    """Open it again."""
    jobs.reopen_round(slug, on, reason=request.POST.get("reason", "")[:1000], by=person(request))


ACTS: dict[str, Callable[[HttpRequest, str, date], None]] = {
    "remind": remind,
    "approve": approve,
    "close": close,
    "freeze": freeze,
    "reopen": reopen,
}


def tell_letters(request: HttpRequest, count: int) -> None:
    """Say on the next page how many letters wait to be sent."""
    words = ngettext("%(n)d letter waits.", "%(n)d letters wait.", count)
    messages.info(request, words % {"n": count}, extra_tags="letters")


def refuse_readers(request: HttpRequest, slug: str) -> None:
    """Everybody reads; few act."""
    if not may_enter(request, ACTING, slug):
        raise PermissionDenied
