"""The language of a page: from its address; where that names none, from the browser."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.utils import translation
from django.utils.cache import patch_vary_headers
from django.utils.translation.trans_real import parse_accept_lang_header

from suunta.core.texts import LANGUAGES

IN_PATH = re.compile(r"^(?:/desk)?/[a-z0-9-]+/(fi|sv|en)(?:/|$)")


def of_path(path: str) -> str | None:
    """The language that an address names."""
    found = IN_PATH.match(path)
    return found.group(1) if found else None


def of_browser(header: str, among: Iterable[str]) -> str | None:
    """The first language of Accept-Language that is among those on offer."""
    offered = tuple(among)
    for code, _ in parse_accept_lang_header(header.lower()):
        short = code.split("-")[0]
        if short in offered:
            return short
    return None


def of_request(request: HttpRequest) -> str:
    """Address, then `?lang=`, then the address of `next`, then the browser, then Finnish."""
    asked = request.GET.get("lang", "")
    return (
        of_path(request.path_info)
        or (asked if asked in LANGUAGES else None)
        or of_path(request.GET.get("next", ""))
        or of_browser(request.headers.get("Accept-Language", ""), LANGUAGES)
        or LANGUAGES[0]
    )


class PageLanguage:
    """Middleware that speaks the language of the page, and says which it is."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        language = of_request(request)
        vars(request)["LANGUAGE_CODE"] = language  # as LocaleMiddleware does
        with translation.override(language):
            response = self.get_response(request)
        response.headers.setdefault("Content-Language", language)
        if of_path(request.path_info) is None:
            patch_vary_headers(response, ("Accept-Language",))
        return response
