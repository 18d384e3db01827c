"""The desk's own navigation: on every page, with the doors that are open to the person."""

from __future__ import annotations

import re

import pytest
from django.test import Client

from suunta.store.models import Municipality
from web.conftest import person

HOME = "/desk/mallila/fi/"
PAGES = (HOME, f"{HOME}scorecard/", f"{HOME}imports/", f"{HOME}versions/", f"{HOME}versions/1/")
BACKEND = "allauth.account.auth_backends.AuthenticationBackend"


def doors(client: Client, role: str, address: str, town: Municipality) -> dict[str, str]:
    """The addresses of the navigation as a role sees it, and how each is marked."""
    client.force_login(person(role, town), BACKEND)
    html = client.get(address).content.decode()
    nav = re.search(r'<nav class="doors.*?</nav>', html, re.DOTALL)
    assert nav
    return dict(re.findall(r'<a href="([^"]+)"(?: aria-current="(\w+)")?>', nav.group()))


@pytest.mark.parametrize("address", PAGES)
def test_every_page_of_the_desk_leads_to_all_others(
    cast_town: None, town_row: Municipality, client: Client, address: str
) -> None:
    found = doors(client, "strategy_manager", address, town_row)
    assert {HOME, f"{HOME}scorecard/", f"{HOME}imports/", f"{HOME}versions/"} <= set(found)


def test_the_page_that_is_shown_is_marked_alone(
    cast_town: None, town_row: Municipality, client: Client
) -> None:
    found = doors(client, "strategy_manager", f"{HOME}scorecard/", town_row)
    assert {address: mark for address, mark in found.items() if mark} == {
        f"{HOME}scorecard/": "page"
    }


def test_the_door_of_a_page_beneath_it_is_marked(
    cast_town: None, town_row: Municipality, client: Client
) -> None:
    found = doors(client, "strategy_manager", f"{HOME}versions/1/", town_row)
    assert {address: mark for address, mark in found.items() if mark} == {
        f"{HOME}versions/": "true"
    }


def test_no_door_leads_where_the_role_is_refused(
    cast_town: None, town_row: Municipality, client: Client
) -> None:
    found = doors(client, "sector_head", HOME, town_row)
    assert f"{HOME}imports/" not in found
    assert f"{HOME}versions/" in found
