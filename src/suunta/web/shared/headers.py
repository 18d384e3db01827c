"""Headers of every answer: how long it may be kept, and what the browser may not do with it."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest
from django.http.response import HttpResponseBase

from suunta.web.shared.access import ANYONE

# What anybody may see is the same for everybody: a proxy may keep it for a minute, so that a crowd
# after a council meeting meets the proxy. The ETag of the answer makes the next look cheap.
OPEN = "public, max-age=60"
CLOSED = "private, no-store"
PROBES = ("/healthz", "/readyz")
SIGNING_IN = "/accounts/"
REFUSED = ("accelerometer", "camera", "geolocation", "gyroscope", "microphone", "payment", "usb")
POLICY = ", ".join(f"{feature}=()" for feature in REFUSED)


class AnswerHeaders:
    """Middleware that says so where the view said nothing itself."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        response = self.get_response(request)
        response.headers.setdefault("Permissions-Policy", POLICY)
        if is_open(request, response):
            response.headers.setdefault("Cache-Control", OPEN)
        else:
            response.headers["Cache-Control"] = CLOSED
        return response


def is_open(request: HttpRequest, response: HttpResponseBase) -> bool:
    """Whether the answer is the same for everybody: a page that anybody may see, found."""
    if request.method not in ("GET", "HEAD") or response.status_code >= 400 or response.cookies:
        return False
    if request.path_info in PROBES or request.path_info.startswith(SIGNING_IN):
        return False
    match = request.resolver_match
    return match is not None and getattr(match.func, "audience", None) is ANYONE
