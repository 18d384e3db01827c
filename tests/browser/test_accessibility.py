"""Every page in every language, light and dark, wide and narrow: no violation of WCAG 2.2 AA."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Page
from pytest_django.live_server_helper import LiveServer

from suunta.core.definitions import folder
from suunta.jobs.load_example import load_example
from suunta.store.models import Membership, Municipality, User

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
PASSWORD = "a-long-password-1"
PUBLIC = (
    "/exempelby/{}/",
    "/exempelby/{}/area/3/",
    "/exempelby/{}/goal/3.2/",
    "/exempelby/{}/measure/1.1-M2/",
    "/exempelby/{}/measure/1.1-M5/",
    "/exempelby/{}/measure/4.1-M3/",
    "/exempelby/{}/measure/3.1-M1/",
    "/exempelby/{}/measure/4.1-M1/",
    "/exempelby/{}/measure/2.2-M1/",
    "/exempelby/{}/measure/3.3-M1/",
    "/exempelby/{}/search/?q=kaava",
    "/exempelby/{}/changes/",
    "/exempelby/{}/versions/",
    "/exempelby/{}/method/",
    "/exempelby/{}/accessibility/",
    "/exempelby/{}/goal/99.9/",
    "/exempelby/{}/?as_of=nonsense",
    "/kauniainen/{}/",
    "/kauniainen/{}/goal/2.5/",
    "/accounts/login/?lang={}",
)
SIGNED_IN = (
    "/desk/exempelby/{}/",
    "/desk/exempelby/{}/scorecard/",
    "/desk/exempelby/{}/versions/",
    "/desk/exempelby/{}/sources/",
    "/desk/exempelby/{}/sources/library_counter/",
    "/desk/kauniainen/{}/scorecard/?status=awaiting",
    "/accounts/password/change/?lang={}",
    "/accounts/logout/?lang={}",
)
LOOKS = (("light", 1440), ("dark", 390))
# The other two pairs are looked at in Swedish, whose words are the longest.
MORE_LOOKS = {"sv": (("dark", 1440), ("light", 390))}


@pytest.fixture
def towns() -> None:
    """Both examples in the store, and a person who works for them."""
    for name in ("exempelby", "kauniainen"):
        load_example(folder("examples") / name)
    maria = User.objects.create_user("maria", password=PASSWORD)
    for town in Municipality.objects.all():
        Membership.objects.create(user=maria, municipality=town, role="strategy_manager")


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    context = browser.new_context()
    yield context
    context.close()


def sign_in(context: BrowserContext, server: LiveServer) -> None:
    page = context.new_page()
    page.goto(f"{server.url}/accounts/login/?lang=fi")
    page.fill("[name=login]", "maria")
    page.fill("[name=password]", PASSWORD)
    page.click("main button")
    page.wait_for_url("**/desk/**")
    page.close()


def violations(page: Page) -> list[str]:
    options = {"runOnly": {"type": "tag", "values": TAGS}, "resultTypes": ["violations"]}
    found = Axe().run(page, options=options)
    return [
        f"{rule['id']}: {node['html'][:160]}"
        for rule in found.response["violations"]
        for node in rule["nodes"]
    ]


def faults(page: Page, url: str, looks: tuple[tuple[str, int], ...]) -> dict[str, list[str]]:
    """Accessibility, sideways scrolling, and what the policy of the page refused, by look."""
    messages: list[str] = []

    def listen(message: Any) -> None:
        if "Failed to load resource" not in message.text:  # the tested refusals themselves
            messages.append(message.text)

    page.on("console", listen)
    page.goto(url)
    page.remove_listener("console", listen)
    found = {"console": messages}
    for scheme, width in looks:
        page.emulate_media(color_scheme=scheme)
        page.set_viewport_size({"width": width, "height": 900})
        wide = page.evaluate("document.documentElement.scrollWidth - window.innerWidth")
        sideways = [f"scrolls sideways by {wide}"] if wide > 0 else []
        found[f"{scheme} {width}"] = violations(page) + sideways
    return {look: wrong for look, wrong in found.items() if wrong}


def all_faults(
    page: Page, server: LiveServer, paths: tuple[str, ...], language: str
) -> dict[str, dict[str, list[str]]]:
    looks = LOOKS + MORE_LOOKS.get(language, ())
    found = {path: faults(page, server.url + path.format(language), looks) for path in paths}
    return {path: wrong for path, wrong in found.items() if wrong}


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_every_page_is_accessible_in_every_look(
    towns: None, live_server: LiveServer, context: BrowserContext, language: str
) -> None:
    assert all_faults(context.new_page(), live_server, PUBLIC, language) == {}


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_every_page_behind_the_sign_in_is_accessible_in_every_look(
    towns: None, live_server: LiveServer, context: BrowserContext, language: str
) -> None:
    sign_in(context, live_server)
    assert all_faults(context.new_page(), live_server, SIGNED_IN, language) == {}
