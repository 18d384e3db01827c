"""Using the pages: keyboard, date, filters, any width, without scripts, on paper."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser
from pytest_django.live_server_helper import LiveServer

from suunta.core.definitions import folder
from suunta.jobs.load_example import load_example

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

WIDTHS = (360, 480, 704, 705, 960, 1024, 1025, 1312, 1600)
PAGES = ("", "goal/3.2/", "measure/3.1-M1/", "area/3/", "search/?q=kaava")


@pytest.fixture
def town() -> None:
    load_example(folder("examples") / "exempelby")


def test_nothing_scrolls_sideways_from_360_to_1600(
    town: None, live_server: LiveServer, browser: Browser
) -> None:
    page = browser.new_page()
    wide = []
    for path in PAGES:
        page.goto(f"{live_server.url}/exempelby/sv/{path}")
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 800})
            if page.evaluate("document.documentElement.scrollWidth > window.innerWidth"):
                wide.append((path, width))
    page.close()
    assert wide == []


def test_without_scripts_the_date_can_be_changed_and_the_language_kept(
    town: None, live_server: LiveServer, browser: Browser
) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{live_server.url}/exempelby/fi/goal/3.2/")
    page.click(".when summary")
    page.fill("#as_of", "2025-12-31")
    page.click(".when button")
    page.click(".lang a[hreflang=sv]")
    assert page.url.endswith("/exempelby/sv/goal/3.2/?as_of=2025-12-31")
    assert "31.12.2025" in page.inner_text(".when")
    context.close()


def test_the_first_tab_leads_to_the_content(
    town: None, live_server: LiveServer, browser: Browser
) -> None:
    page = browser.new_page()
    page.goto(f"{live_server.url}/exempelby/fi/")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "content"
    page.close()


def test_one_of_the_two_drawings_of_a_chart_is_shown(
    town: None, live_server: LiveServer, browser: Browser
) -> None:
    page = browser.new_page()
    page.goto(f"{live_server.url}/exempelby/fi/measure/3.1-M1/")
    for width, shown in ((1440, ".only-w"), (390, ".only-n")):
        page.set_viewport_size({"width": width, "height": 900})
        visible = page.locator(".panel svg.ch:visible")
        assert visible.count() == 1
        assert page.locator(f".panel svg{shown}").is_visible()
    page.close()


def test_texts_of_a_chart_are_at_least_twelve_pixels(
    town: None, live_server: LiveServer, browser: Browser
) -> None:
    page = browser.new_page(viewport={"width": 360, "height": 800})
    small = []
    for path in ("measure/3.1-M1/", "goal/3.2/"):
        page.goto(f"{live_server.url}/exempelby/fi/{path}")
        small += page.evaluate(
            """() => [...document.querySelectorAll('svg.ch text')].map(text => {
                const svg = text.ownerSVGElement;
                const scale = svg.getBoundingClientRect().width / svg.viewBox.baseVal.width;
                return scale * parseFloat(getComputedStyle(text).fontSize);
            }).filter(size => size > 0 && size < 12)"""
        )
    page.close()
    assert small == []


def test_paper_and_forced_colours_keep_the_page_readable(
    town: None, live_server: LiveServer, browser: Browser
) -> None:
    page = browser.new_page()
    page.goto(f"{live_server.url}/exempelby/fi/")
    page.emulate_media(media="print", color_scheme="dark")
    background = page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert background == "rgb(255, 255, 255)"
    assert not page.locator(".nav").is_visible()
    page.emulate_media(media="screen", forced_colors="active", reduced_motion="reduce")
    assert page.locator("h1").is_visible()
    page.close()
