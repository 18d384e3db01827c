"""Who may see what: every address as every role, and views that say nothing are refused."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.test import Client, RequestFactory
from django.urls import URLPattern, URLResolver, get_resolver

from suunta.store.models import Municipality
from suunta.store.models.choices import ROLES
from suunta.web.shared.access import ANYONE, MEMBER, SIGNED_IN, DeclaredAccess
from web.conftest import person

PARAMETERS = {
    "<town:slug>": "mallila",
    "<lang:lang>": "fi",
    "<str:number>": "1.1",
    "<str:measure_id>": "1.1-M1",
    "<int:version>": "1",
    "<int:old>": "1",
    "<int:new>": "2",
    "<str:form>": "json",
    "<int:upload>": "1",
    "<int:number>": "1",
    "<slug:key>": "library",
    "<str:token>": "no-such-token",
    "<int:task>": "1",
    "<day:on>": "2026-08-31",
    "<str:digest>": "0" * 64,
}
# Signing out asks first, and leads away those who are not signed in.
LEADS_AWAY = ("account_login", "account_logout", "start", "municipality", "version_choice")
# Behind a mail link nobody signs in: its token lets in, and any other is told that it does not.
BY_LINK = ("update", "save", "undo", "done", "not_me")
# What is not there in an empty town.
NOT_THERE = ("round",)


def patterns(resolver: URLResolver, prefix: str = "/") -> Iterator[tuple[str, URLPattern]]:
    for entry in resolver.url_patterns:
        route = prefix + str(entry.pattern)
        if isinstance(entry, URLResolver):
            yield from patterns(entry, route)
        else:
            yield address(route), entry


def address(route: str) -> str:
    for part, value in PARAMETERS.items():
        route = route.replace(
            part, "1" if "area/<str:number>" in route and "number" in part else value
        )
    return route


def all_patterns() -> list[tuple[str, URLPattern]]:
    return list(patterns(get_resolver()))


def audience(entry: URLPattern) -> Any:
    return getattr(entry.callback, "audience", None)


def test_every_view_says_who_may_see_it() -> None:
    silent = [route for route, entry in all_patterns() if audience(entry) is None]
    assert silent == []
    assert len(all_patterns()) >= 20


def test_a_stranger_sees_what_is_open_and_is_asked_to_sign_in_elsewhere(
    visitor: Client, db: None
) -> None:
    for route, entry in all_patterns():
        answer = visitor.get(route)
        if entry.name in BY_LINK:
            assert answer.status_code == 404, route
            assert "no-such-token" not in answer.content.decode(), route
        elif audience(entry) is ANYONE:
            assert answer.status_code == 200 or entry.name in LEADS_AWAY, route
        else:
            assert answer.status_code == 302, route
            assert answer["Location"].startswith("/accounts/login/?next="), route


@pytest.mark.parametrize("role", [None, *ROLES])
def test_each_role_sees_what_it_may(
    visitor: Client, town_row: Municipality, role: str | None
) -> None:
    visitor.force_login(
        person(role, town_row), "allauth.account.auth_backends.AuthenticationBackend"
    )
    for route, entry in all_patterns():
        answer = visitor.get(route)
        named = getattr(entry.callback, "roles", frozenset())
        if audience(entry) is MEMBER and (role is None or (named and role not in named)):
            assert answer.status_code == 403, route
        elif named:
            # Its upload or version is not there: that is told to those who may know. 405: the
            # address only takes what a form sends.
            assert answer.status_code in (200, 302, 404, 405), route
        elif entry.name in (*BY_LINK, *NOT_THERE):
            assert answer.status_code == 404, route
        elif audience(entry) in (SIGNED_IN, MEMBER, ANYONE):
            assert answer.status_code in (200, 302, 422), route  # 422: asked without its choices
            assert "/accounts/login/" not in answer.headers.get("Location", ""), route


def test_a_member_of_one_town_does_not_enter_the_desk_of_another(
    visitor: Client, town_row: Municipality
) -> None:
    other = Municipality.objects.create(slug="other", name="Other", area=town_row.area)
    visitor.force_login(
        person("reader", other), "allauth.account.auth_backends.AuthenticationBackend"
    )
    assert visitor.get("/desk/mallila/fi/").status_code == 403


def test_a_view_that_names_nobody_is_refused_to_everybody() -> None:
    def silent(request: HttpRequest) -> HttpResponse:
        return HttpResponse("seen")

    access = DeclaredAccess(silent)
    with pytest.raises(PermissionDenied):
        access.process_view(RequestFactory().get("/"), silent, (), {})
