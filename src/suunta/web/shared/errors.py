"""Refusals in the visitor's language: what happened and where to go on."""

from __future__ import annotations

from collections.abc import Callable

from django.core.exceptions import RequestDataTooBig
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render

from suunta.web.shared.dates import BadDateError, today
from suunta.web.shared.rates import TooManyError
from suunta.web.shared.sources import NothingToShowError


def refusal(request: HttpRequest, status: int, template: str) -> HttpResponse:
    """A page that says why not."""
    home = _home(request)
    context = {"status": status, "home": home, "today": today()}
    return render(request, f"shared/{template}.html", context, status=status)


def _home(request: HttpRequest) -> str:
    """The first page of the municipality of the address where it names one, else the start."""
    parts = [part for part in request.path_info.split("/") if part]
    if parts[:1] == ["desk"]:
        parts = parts[1:]
    match = request.resolver_match
    if match and "slug" in match.kwargs and len(parts) > 1:
        return f"/{parts[0]}/{parts[1]}/"
    return "/"


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """400; 413 where more was sent than is taken in."""
    if isinstance(exception, RequestDataTooBig):
        return refusal(request, 413, "error_413")
    return refusal(request, 400, "error_400")


def forbidden(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """403"""
    return refusal(request, 403, "error_403")


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """404"""
    return refusal(request, 404, "error_404")


def broken(request: HttpRequest) -> HttpResponse:
    """500"""
    return refusal(request, 500, "error_500")


def csrf_failed(request: HttpRequest, reason: str = "") -> HttpResponse:
    """403 where a form was sent without its token, as from another site or an old tab."""
    return refusal(request, 403, "error_csrf")


class PlainRefusals:
    """Middleware that answers a bad date with 400 and a flood of questions with 429."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """None leaves the exception to Django."""
        if isinstance(exception, BadDateError):
            return refusal(request, 400, "error_date")
        if isinstance(exception, NothingToShowError):
            return refusal(request, 404, "error_nothing")
        if isinstance(exception, TooManyError):
            answer = refusal(request, 429, "error_429")
            answer.headers["Retry-After"] = "60"
            return answer
        return None
