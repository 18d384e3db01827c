"""Who may see a view. Every view says so; one that does not is refused to everybody.

A view is declared with `@visible_to(...)`. The audience is kept on the view itself, so that the
middleware, and the test that walks all addresses, read the same thing.
"""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum
from typing import Any, TypeVar

from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.urls import URLPattern, path

from suunta.web.shared.sources import roles_in

View = TypeVar("View", bound=Callable[..., Any])


class Audience(Enum):
    """Groups of readers. A member works for the municipality whose slug is in the address."""

    ANYONE = "anyone"
    SIGNED_IN = "signed in"
    MEMBER = "member of the municipality"


ANYONE, SIGNED_IN, MEMBER = Audience.ANYONE, Audience.SIGNED_IN, Audience.MEMBER


def visible_to(audience: Audience, *roles: str) -> Callable[[View], View]:
    """Declares who may see a view; `roles` narrow MEMBER to some roles of the municipality."""

    def declare(view: View) -> View:
        vars(view).update(audience=audience, roles=frozenset(roles))
        return view

    return declare


def declared(route: str, view: Callable[..., Any], audience: Audience, name: str) -> URLPattern:
    """The address of a view that somebody else wrote, with its audience."""

    def shown(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        answer: HttpResponseBase = view(request, *args, **kwargs)
        return answer

    return path(route, visible_to(audience)(shown), name=name)


class DeclaredAccess:
    """Middleware that lets in whom the view names, and refuses views that name nobody."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: Any, args: Any, kwargs: dict[str, Any]
    ) -> HttpResponse | None:
        """None lets the request through."""
        audience = getattr(view, "audience", None)
        if audience is ANYONE:
            return None
        if audience is None:
            raise PermissionDenied
        if not request.user.is_authenticated:
            return redirect_to_login(request.get_full_path())
        if audience is MEMBER and not may_enter(request, view.roles, kwargs.get("slug", "")):
            raise PermissionDenied
        return None


def may_enter(request: HttpRequest, roles: frozenset[str], slug: str) -> bool:
    """Whether the signed-in person has one of the roles (any, where none is named)."""
    # Asked once a request: a page asks for each of its doors.
    known: dict[str, frozenset[str]] = vars(request).setdefault("known_roles", {})
    mine = known[slug] if slug in known else known.setdefault(slug, roles_in(request.user, slug))
    return bool(mine & roles if roles else mine)
