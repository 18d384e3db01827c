"""Reports on the desk: choose the kind, period, language and format, and get the file."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from suunta.core.errors import InputError
from suunta.jobs import report as jobs
from suunta.reports.council.words import definitions
from suunta.web.shared import sources
from suunta.web.shared.access import MEMBER, visible_to
from suunta.web.shared.page import NAMES, Page, page_of
from suunta.web.shared.rates import per_minute

A_MINUTE = 20  # files for one visitor: each costs the server about a second
MOST_SIGNS = 40  # of a period
FORMATS = {"docx": "Word (docx)", "pdf": "PDF", "xlsx": "Excel (xlsx)"}
UNSAFE = re.compile(r"[^0-9A-Za-z-]+")


@dataclass(frozen=True)
class Choice:
    """What the form holds."""

    kind: str
    period: str
    language: str
    form: str
    body: str


@visible_to(MEMBER)
@never_cache
@require_safe
def reports(request: HttpRequest, slug: str, lang: str) -> HttpResponse:
    """The form."""
    page = page_of(request, slug, lang)
    return form_page(request, page, chosen(request, page))


@visible_to(MEMBER)
@never_cache
@require_safe
@per_minute(A_MINUTE)
def report_file(request: HttpRequest, slug: str, lang: str) -> HttpResponse:
    """The file that the form asks for; the form again, saying why, where it cannot be made."""
    page = page_of(request, slug, lang)
    choice = chosen(request, page)
    if choice.kind == "body" and not choice.body:
        return form_page(request, page, choice, _("Choose the sector or body of the extract."))
    body = choice.body if choice.kind == "body" else ""
    asked = jobs.Asked(choice.kind, choice.period, choice.language, body)
    try:
        made = jobs.report_of(slug, asked, page.as_of)
    except InputError as error:
        return form_page(request, page, choice, refusal(error))
    content = jobs.file_of(made, choice.form)
    answer = HttpResponse(content, content_type=jobs.MEDIA_TYPES[choice.form])
    name = f"{slug}-{choice.kind}-{UNSAFE.sub('-', choice.period)}-{choice.language}.{choice.form}"
    answer.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer


def chosen(request: HttpRequest, page: Page) -> Choice:
    """What was asked; where it is no choice of the form, the form's own."""
    plain = Choice("interim", str(page.as_of.year), page.language, "docx", "")
    sent = {key: request.GET.get(key, "").strip() for key in vars(plain)}
    known = {
        "kind": sent["kind"] in jobs.KINDS,
        "period": 0 < len(sent["period"]) <= MOST_SIGNS,
        "language": sent["language"] in jobs.LANGUAGES,
        "form": sent["form"] in FORMATS,
        "body": len(sent["body"]) <= MOST_SIGNS * 5,
    }
    return replace(plain, **{key: sent[key] for key, good in known.items() if good})


def refusal(error: InputError) -> str:
    """Why there is no report, in the reader's language."""
    places = {fault.place for fault in error.faults}
    if "--body" in places:
        return _("There is no such sector or body.")
    if "--period" in places:
        return _(
            "There is no report of this period: it is none, it begins after the day of the "
            "situation, or an annual report was asked of less than a year."
        )
    return _("On this day nothing had been adopted yet.")


def form_page(request: HttpRequest, page: Page, choice: Choice, refused: str = "") -> HttpResponse:
    """The form, with what was chosen."""
    card = sources.scorecard(page.municipality.slug, page.as_of)
    kinds = definitions()[page.language]["kinds"]
    context: dict[str, Any] = {
        "page": page,
        "choice": choice,
        "refused": refused,
        "kinds": [(key, kinds[key]["name"], kinds[key]["about"]) for key in jobs.KINDS],
        "languages": [(key, NAMES[key]) for key in jobs.LANGUAGES],
        "formats": list(FORMATS.items()),
        "bodies": jobs.bodies_of(card),
    }
    return render(request, "desk/reports/page.html", context, status=422 if refused else 200)
