"""Who may import: those who answer for the strategy. Nothing of it is kept by a browser."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.views.decorators.cache import never_cache

from suunta.core.errors import InputError
from suunta.jobs.review import UploadRow, upload_status
from suunta.web.shared.access import MEMBER, visible_to

ROLES = ("administrator", "strategy_manager")
Page = Callable[..., HttpResponseBase]


def for_reviewers(view: Page) -> Page:
    """A view for those who import, never cached."""
    return visible_to(MEMBER, *ROLES)(never_cache(view))


def upload_or_404(slug: str, upload: int) -> UploadRow:
    """An upload of the municipality; what is another's or was put aside is not there."""
    try:
        found = upload_status(slug, upload)
    except InputError as refused:
        raise Http404 from refused
    if found.status == "withdrawn":
        raise Http404
    return found


def person(request: HttpRequest) -> Any:
    """Who is signed in."""
    return request.user
