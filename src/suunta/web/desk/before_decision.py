"""The report before the decision: a page, a Word file and JSON, of an upload or a version."""

from __future__ import annotations

import json
from collections.abc import Callable

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from suunta.core.errors import InputError
from suunta.core.lint.report import Report, report_json
from suunta.jobs.before_decision import report_of_upload, report_of_version
from suunta.reports.before_decision import (
    render_before_decision,
    reporting_sentence,
    responsible_sentence,
)
from suunta.web.shared.access import MEMBER, visible_to
from suunta.web.shared.page import page_of

ROLES = ("administrator", "strategy_manager")
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
Source = Callable[[str, int, str], Report]


@visible_to(MEMBER, *ROLES)
@never_cache
@require_safe
def import_lint(request: HttpRequest, slug: str, lang: str, upload: int) -> HttpResponse:
    """The page of an upload."""
    return shown(request, slug, lang, made(report_of_upload, slug, upload, lang))


@visible_to(MEMBER, *ROLES)
@never_cache
@require_safe
def import_lint_docx(request: HttpRequest, slug: str, lang: str, upload: int) -> HttpResponse:
    """The Word file of an upload."""
    return word_file(made(report_of_upload, slug, upload, lang), f"{slug}-import-{upload}-{lang}")


@visible_to(MEMBER, *ROLES)
@never_cache
@require_safe
def import_lint_json(request: HttpRequest, slug: str, lang: str, upload: int) -> HttpResponse:
    """The JSON of an upload."""
    return json_file(made(report_of_upload, slug, upload, lang), f"{slug}-import-{upload}-{lang}")


@visible_to(MEMBER, *ROLES)
@never_cache
@require_safe
def version_lint(request: HttpRequest, slug: str, lang: str, version: int) -> HttpResponse:
    """The page of a version."""
    return shown(request, slug, lang, made(report_of_version, slug, version, lang))


@visible_to(MEMBER, *ROLES)
@never_cache
@require_safe
def version_lint_docx(request: HttpRequest, slug: str, lang: str, version: int) -> HttpResponse:
    """The Word file of a version."""
    report = made(report_of_version, slug, version, lang)
    return word_file(report, f"{slug}-version-{version}-{lang}")


@visible_to(MEMBER, *ROLES)
@never_cache
@require_safe
def version_lint_json(request: HttpRequest, slug: str, lang: str, version: int) -> HttpResponse:
    """The JSON of a version."""
    report = made(report_of_version, slug, version, lang)
    return json_file(report, f"{slug}-version-{version}-{lang}")


def made(source: Source, slug: str, number: int, lang: str) -> Report:
    """The report; what is not there or not read yet has no page."""
    try:
        return source(slug, number, lang)
    except InputError as refused:
        raise Http404 from refused


def shown(request: HttpRequest, slug: str, lang: str, report: Report) -> HttpResponse:
    """The report as a page of the desk."""
    groups = [
        (key, title, [fix for fix in report.fixes if fix.consequence == key])
        for key, title in report.words["consequences"].items()
    ]
    limits = {load.key: load.limit for load in report.load}
    context = {
        "page": page_of(request, slug, lang),
        "report": report,
        "words": report.words,
        "groups": [group for group in groups if group[2]],
        "annex": list(zip(report.findings, report.proposals, strict=True)),
        "reporting": reporting_sentence(report),
        "responsible": responsible_sentence(report),
        "by_goal": report.words["notes"]["by_goal"].format(
            measures=limits["measures_of_goal"], actions=limits["actions_of_goal"]
        ),
    }
    return render(request, "desk/before_decision.html", context)


def word_file(report: Report, name: str) -> HttpResponse:
    """The report to keep, as a Word file."""
    return kept(render_before_decision(report), DOCX, f"{name}.docx")


def json_file(report: Report, name: str) -> HttpResponse:
    """The report to keep, as JSON."""
    said = json.dumps(report_json(report), ensure_ascii=False, indent=1)
    return kept(said.encode(), "application/json", f"{name}.json")


def kept(content: bytes, kind: str, name: str) -> HttpResponse:
    """A file for the reader's machine."""
    answer = HttpResponse(content, content_type=kind)
    answer.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer
