"""The pages of an uploaded PDF as pictures."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from suunta.core.errors import InputError
from suunta.jobs.review import page_picture
from suunta.web.desk.imports.doors import for_reviewers


@for_reviewers
@require_safe
def shown_page(
    request: HttpRequest, slug: str, lang: str, upload: int, number: int
) -> HttpResponse:
    """One page; of another municipality's upload there is none."""
    try:
        picture = page_picture(slug, upload, number)
    except InputError as refused:
        raise Http404 from refused
    return HttpResponse(picture, content_type="image/png")
