"""The two-minute update on a phone: with and without script, on a connection that breaks."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page
from pytest_django.live_server_helper import LiveServer

from rounds import BY, make_cast
from suunta.jobs.rounds import open_round, town_today
from suunta.jobs.rounds.links import new_link
from suunta.store.models import Post, Round, UpdateEntry
from towns import make_town

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
PHONE = {"width": 390, "height": 844}
ON = town_today() - timedelta(days=20)
RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}


@pytest.fixture
def address(live_server: LiveServer) -> str:
    """The link of Aino, who answers for three items."""
    cast = make_cast(make_town())
    open_round("mallila", ON, by=BY, letters=False)
    posts = Post.objects.filter(holder=cast.aino).values_list("pk", flat=True)
    token = new_link(Round.objects.get(), cast.aino, list(posts), by=BY)
    return f"{live_server.url}/update/{token}/?lang=fi"


@pytest.fixture(params=[True, False], ids=["script", "no script"])
def page(browser: Browser, request: Any) -> Iterator[Page]:
    context = browser.new_context(viewport=PHONE, java_script_enabled=request.param)
    context.set_default_timeout(15_000)
    yield context.new_page()
    context.close()


@pytest.fixture
def scripted(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport=PHONE, color_scheme="dark")
    context.set_default_timeout(15_000)
    yield context.new_page()
    context.close()


def sound(page: Page) -> None:
    found = Axe().run(page, options=RULES).response["violations"]
    assert [(each["id"], each["nodes"][0]["html"]) for each in found] == []
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]


def test_three_items_are_answered_and_one_is_taken_back(page: Page, address: str) -> None:
    page.goto(address)
    page.fill("#value", "74,5")
    page.fill("#comment", "Kysely toukokuussa")
    page.click("form.update [type=submit]")
    page.get_by_text("Tallennettu: Tyytyväisten osuus").wait_for()
    for place in (2, 3):
        page.get_by_text(f"Kohta {place} / 3").wait_for()
        page.locator("input[name=state][value=done]").check()
        page.click("form.update [type=submit]")
    page.get_by_role("heading", name="Kiitos, kaikki on kerrottu").wait_for()
    assert UpdateEntry.objects.count() == 3
    page.locator("section", has_text="Laaditaan ohjelma").get_by_role("button").click()
    page.get_by_text("Kohta 3 / 3").wait_for()
    assert UpdateEntry.objects.filter(withdrawn=True).count() == 1


def test_a_broken_connection_loses_nothing(scripted: Page, address: str) -> None:
    scripted.goto(address)
    scripted.fill("#comment", "Pitkä selitys junassa")
    scripted.context.set_offline(True)
    scripted.click("form.update [type=submit]")
    scripted.get_by_text("Yhteys katkesi.").wait_for()
    assert scripted.input_value("#comment") == "Pitkä selitys junassa"
    scripted.context.set_offline(False)
    scripted.reload()
    scripted.get_by_text("Selain oli säilyttänyt").wait_for()
    assert scripted.input_value("#comment") == "Pitkä selitys junassa"
    scripted.click("form.update [type=submit]")
    scripted.get_by_text("Tallennettu:").wait_for()
    assert UpdateEntry.objects.get().comment == "Pitkä selitys junassa"
    scripted.goto(address + "&item=" + str(UpdateEntry.objects.get().task_id))
    assert scripted.locator("[data-restored]").is_hidden()


def test_every_page_of_the_link_is_accessible(scripted: Page, address: str) -> None:
    scripted.goto(address)
    sound(scripted)
    scripted.fill("#value", "noin 5")
    scripted.click("form.update [type=submit]")
    scripted.get_by_text("Ei vielä tallennettu.").wait_for()
    sound(scripted)
    scripted.goto(address.replace("/?", "/done/?"))
    sound(scripted)
    scripted.goto(address.replace("/update/", "/update/x"))
    sound(scripted)
