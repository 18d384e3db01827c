"""Raw answers of sources that are declared public, for everybody; of others there is nothing."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from suunta.jobs import collecting
from suunta.web.shared.access import ANYONE, visible_to
from suunta.web.shared.page import page_of
from suunta.web.shared.raw import raw_file


@visible_to(ANYONE)
@require_safe
def source_answer(request: HttpRequest, slug: str, lang: str, digest: str) -> HttpResponse:
    """The answer as it came, as a file."""
    page_of(request, slug, lang)
    data = collecting.answer_of(slug, digest, public=True)
    if data is None:
        raise Http404
    return raw_file(data, digest)
