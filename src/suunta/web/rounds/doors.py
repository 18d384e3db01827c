"""Who comes in by a link, and the answer where it does not open."""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt

from suunta.core.errors import InputError
from suunta.jobs.rounds import LinkRefusedError, OpenLink, open_link
from suunta.web.shared.access import ANYONE, visible_to

Page = Callable[..., HttpResponseBase]
TYPED = ("value", "forecast", "comment", "corrective", "reason")


def by_link(view: Page) -> Page:
    """A view for whoever has a link that opens.

    Its address is told to nobody: no Referer, no search engine, no cache. No cookie is set and
    none is asked for, so a form needs no token against other sites: they do not know the address.
    """

    @functools.wraps(view)
    def opened(request: HttpRequest, token: str, **parameters: Any) -> HttpResponseBase:
        try:
            answer = view(request, open_link(token), token=token, **parameters)
        except LinkRefusedError as refused:
            answer = refusal(request, refused)
        except InputError:
            # Frozen or changed while somebody typed.
            answer = refusal(request, LinkRefusedError("frozen"))
        answer.headers["Referrer-Policy"] = "no-referrer"
        answer.headers["X-Robots-Tag"] = "noindex, nofollow"
        return answer

    return visible_to(ANYONE)(csrf_exempt(never_cache(opened)))


def refusal(request: HttpRequest, refused: LinkRefusedError) -> HttpResponse:
    """Why the link does not open, in words; what was typed is handed back."""
    link = refused.link
    typed = [request.POST[name] for name in TYPED if request.POST.get(name, "").strip()]
    context = {
        "why": refused.why,
        "round": link.round if link else None,
        "typed": "\n\n".join(typed),
    }
    status = 404 if refused.why == "unknown" else 410
    return render(request, "rounds/refused.html", context, status=status)


__all__ = ["OpenLink", "by_link", "refusal"]
