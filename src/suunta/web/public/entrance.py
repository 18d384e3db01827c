"""The way in: the list of municipalities, and the visitor's language."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.cache import patch_vary_headers
from django.views.decorators.http import require_safe

from suunta.core.scorecard import MunicipalityView
from suunta.web.shared import sources
from suunta.web.shared.access import ANYONE, visible_to
from suunta.web.shared.languages import of_browser


@visible_to(ANYONE)
@require_safe
def start(request: HttpRequest) -> HttpResponse:
    """The municipalities of this installation; the only one is led to at once."""
    found = sources.municipalities()
    if len(found) == 1:
        return HttpResponseRedirect(reverse("municipality", args=[found[0].slug]))
    return render(request, "public/start.html", {"municipalities": found})


@visible_to(ANYONE)
@require_safe
def municipality(request: HttpRequest, slug: str) -> HttpResponse:
    """To the visitor's language where the municipality has it, else to its first official one."""
    found = sources.municipality(slug)
    if found is None:
        raise Http404
    language = chosen_language(request, found)
    answer = HttpResponseRedirect(
        reverse("public:home", kwargs={"slug": slug, "lang": language}) + kept_date(request)
    )
    patch_vary_headers(answer, ("Accept-Language",))
    return answer


def chosen_language(request: HttpRequest, found: MunicipalityView) -> str:
    """Accept-Language among Finnish, Swedish and English, else the first official language."""
    header = request.headers.get("Accept-Language", "")
    official = found.official_languages
    return of_browser(header, ("fi", "sv", "en")) or (official[0] if official else "fi")


def kept_date(request: HttpRequest) -> str:
    """The date of the address; the page that is led to checks it."""
    asked = request.GET.urlencode() if set(request.GET) == {"as_of"} else ""
    return f"?{asked}" if asked else ""
