"""What the frame of every page needs beside its own context."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest

from suunta.core.texts import LANGUAGES
from suunta.web.shared.languages import of_request
from suunta.web.shared.page import NAMES, LanguageLink


def frame(request: HttpRequest) -> dict[str, Any]:
    """Language links for pages that belong to no municipality, and the door for the menu."""
    section = "desk" if request.path_info.startswith("/desk/") else "public"
    return {"other_languages": language_links(request), "section": section}


def language_links(request: HttpRequest) -> list[LanguageLink]:
    """The same address with `?lang=`, or with another language in its path."""
    current = of_request(request)
    return [
        LanguageLink(code, NAMES[code], address(request, current, code), code == current)
        for code in LANGUAGES
    ]


def address(request: HttpRequest, current: str, code: str) -> str:
    """This address in another language."""
    parts = request.path_info.split("/")
    if current in parts:
        parts[parts.index(current)] = code
        return "/".join(parts)
    query = request.GET.copy()
    query["lang"] = code
    return f"?{query.urlencode()}"
