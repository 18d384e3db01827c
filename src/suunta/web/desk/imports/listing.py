"""The list of imports, taking a file in, and how far its reading is."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from suunta.core.errors import Fault, InputError
from suunta.jobs.review import receive_upload, retry_upload, uploads_of, withdraw_upload
from suunta.readers import LARGEST_FILE_BYTES, READERS
from suunta.web.desk.imports.doors import for_reviewers, person, upload_or_404
from suunta.web.desk.imports.faults import told
from suunta.web.shared.page import page_of
from suunta.web.shared.rates import TooManyError, per_minute

UPLOADS_PER_MINUTE = 10
STAGES = ("waiting", "reading", "understanding")


@for_reviewers
@require_http_methods(["GET", "HEAD", "POST"])
def imports(request: HttpRequest, slug: str, lang: str) -> HttpResponseBase:
    """The list with the form; a file that is sent is taken in and read."""
    if request.method != "POST":
        return listed(request, slug, lang)
    try:
        taken: HttpResponseBase = received(request, slug, lang)
        return taken
    except InputError as refused:
        return listed(request, slug, lang, faults=told(refused.faults), status=422)
    except TooManyError:
        many = Fault(_("Many files came in one minute."), "", _("Wait a minute and try again."))
        return listed(request, slug, lang, faults=[many], status=429)


@per_minute(UPLOADS_PER_MINUTE)
def received(request: HttpRequest, slug: str, lang: str) -> HttpResponse:
    """Take the sent file in and go to its reading. Raises: InputError."""
    file = request.FILES.get("file")
    if file is None:
        raise InputError.single(_("No file was chosen."), "", _("Choose a file first."))
    name = str(file.name or "")
    upload = receive_upload(slug=slug, name=name, data=file.read(), by=person(request))
    page = page_of(request, slug, lang)
    return HttpResponseRedirect(page.url("desk:import", upload=upload))


def listed(
    request: HttpRequest,
    slug: str,
    lang: str,
    *,
    faults: Iterable[Fault] = (),
    status: int = 200,
) -> HttpResponse:
    """The page of the list."""
    found = [row for row in uploads_of(slug) if row.status != "withdrawn"]
    context = {
        "page": page_of(request, slug, lang),
        "uploads": found,
        "faults": list(faults),
        "accept": ",".join(READERS),
        "largest": LARGEST_FILE_BYTES,
    }
    return render(request, "desk/imports/list.html", context, status=status)


def waiting(request: HttpRequest, slug: str, lang: str, upload: int) -> HttpResponse:
    """The page of an upload that is not read yet, or could not be."""
    row = upload_or_404(slug, upload)
    context = {"page": page_of(request, slug, lang), "upload": row, "faults": told(row.faults)}
    return render(request, "desk/imports/waiting.html", context | {"steps": steps(row.stage)})


def steps(stage: str) -> list[tuple[str, str]]:
    """The stages of reading: each done, now or to come."""
    here = STAGES.index(stage) if stage in STAGES else len(STAGES)
    states = {-1: "done", 0: "now", 1: "later"}
    return [(name, states[(at > here) - (at < here)]) for at, name in enumerate(STAGES)]


@for_reviewers
@require_safe
def status(request: HttpRequest, slug: str, lang: str, upload: int) -> HttpResponse:
    """How far the reading is, for the page that asks again and again; it loads anew at the end."""
    row = upload_or_404(slug, upload)
    context = {"page": page_of(request, slug, lang), "upload": row, "steps": steps(row.stage)}
    answer = render(request, "desk/imports/_stages.html", context)
    if row.status not in ("waiting", "reading"):
        answer.headers["HX-Refresh"] = "true"
    return answer


@for_reviewers
@require_POST
def retry(request: HttpRequest, slug: str, lang: str, upload: int) -> HttpResponse:
    """Read a file again that could not be read; where that was done meanwhile, look at it."""
    upload_or_404(slug, upload)
    with suppress(InputError):
        retry_upload(slug=slug, upload=upload, by=person(request))
    return HttpResponseRedirect(page_of(request, slug, lang).url("desk:import", upload=upload))


@for_reviewers
@require_POST
def withdraw(request: HttpRequest, slug: str, lang: str, upload: int) -> HttpResponse:
    """Put an upload aside. One with a draft stays, and its page says so."""
    upload_or_404(slug, upload)
    page = page_of(request, slug, lang)
    try:
        withdraw_upload(slug=slug, upload=upload, by=person(request))
    except InputError as refused:
        return listed(request, slug, lang, faults=told(refused.faults), status=422)
    return HttpResponseRedirect(page.url("desk:imports"))
