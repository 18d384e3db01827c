"""A strategy manager imports a document: uploads it, settles what is unsure with the keyboard,
writes the draft, adopts it and sees it public. Accessible in every look, usable without scripts."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page
from pytest_django.live_server_helper import LiveServer

from browser.test_accessibility import LOOKS, PASSWORD, faults, sign_in
from suunta.core.texts import Text
from suunta.jobs import review
from suunta.jobs.review.reading import read_upload
from suunta.reports.blocks import Grid, Heading
from suunta.reports.word import render_word
from suunta.store.actions.municipalities import save_municipality
from suunta.store.actions.people import give_role, save_person
from suunta.store.models import Upload

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

ROWS = (
    ("Tavoite", "Toimenpide", "Mittari"),
    ("1.1 Hyvä kirjasto", "Avataan iltaisin", "Lainojen määrä vähintään 90 000 vuonna 2027"),
    ("1.2 Toimiva arki", "Lisätään aikoja", "Odotusaika enintään 3 päivää, 40 asiakasta ja 12 %"),
    ("1.3 Siisti keskusta", "Istutetaan puita", "Puiden määrä kasvaa"),
)


@pytest.fixture
def town() -> None:
    """A town without a strategy, and its strategy manager."""
    found = save_municipality(
        by="test", slug="mallila", name=Text({"fi": "Mallila"}), official_languages=["fi", "sv"]
    )
    maria = save_person(
        by="test", username="maria", password=PASSWORD, first_name="Maria", last_name="M"
    )
    give_role(by="test", user=maria, municipality=found, role="strategy_manager")


@pytest.fixture
def document(tmp_path: Path) -> Path:
    """A Word file with one table."""
    blocks = [Heading(1, "Mallilan strategia 2026-2029"), Grid(ROWS[0], ROWS[1:])]
    path = tmp_path / "strategia.docx"
    path.write_bytes(render_word(blocks, title="Mallilan strategia 2026-2029", language="fi"))
    return path


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    context = browser.new_context()
    yield context
    context.close()


def uploaded(page: Page, server: LiveServer, document: Path) -> int:
    """Upload a document and wait until its review is shown."""
    page.goto(f"{server.url}/desk/mallila/fi/")
    page.set_input_files("#file", document)
    page.click("text=Lähetä ja lue")
    page.wait_for_selector("#stages")
    code = Upload.objects.get().pk
    assert read_upload(code) == "read"
    page.wait_for_selector("[data-review]", timeout=10_000)
    return code


def test_a_document_becomes_the_public_scorecard(
    town: None, document: Path, live_server: LiveServer, context: BrowserContext
) -> None:
    sign_in(context, live_server)
    page = context.new_page()
    code = uploaded(page, live_server, document)
    asked = page.locator("#work .num").inner_text()
    settle_by_keyboard(page)
    changed = next(
        item for item in review.review_of("mallila", code, "fi").items if item.id == asked
    )
    assert changed.settled
    assert changed.measure
    assert changed.measure.sub_measures[0].target_value == 5
    while page.locator("#item-form").count():
        page.keyboard.press("a")
        page.wait_for_load_state()
    page.click("text=/Hyväksy \\d+ varma/")
    page.click("text=Tarkistuksen loppuun")
    page.click("text=Tallenna luonnokseksi")
    page.fill("[name=adopt-body_fi]", "Kunnanvaltuusto")
    page.fill("[name=adopt-on]", "2026-01-26")
    page.fill("[name=adopt-section]", "§ 12")
    page.click(".adopt .btn.pri")
    page.goto(f"{live_server.url}/mallila/fi/goal/1.1/")
    assert "Lainojen määrä" in page.inner_text("main")


def settle_by_keyboard(page: Page) -> None:
    """Correct the number that is asked about, without a mouse."""
    page.keyboard.press("e")
    page.focus("[name='1-target_value']")
    page.keyboard.press("Control+a")
    page.keyboard.type("5")
    page.keyboard.press("Enter")
    page.wait_for_selector("text=Hyväksytty.")


def test_keys_do_not_act_while_somebody_writes_nor_when_they_are_switched_off(
    town: None, document: Path, live_server: LiveServer, context: BrowserContext
) -> None:
    sign_in(context, live_server)
    page = context.new_page()
    uploaded(page, live_server, document)
    page.goto(page.url.split("?")[0].split("#")[0] + "?show=measures#work")
    first = page.locator("#work .num").inner_text()
    page.focus("[name='1-indicator']")
    page.keyboard.type("j")
    assert page.locator("#work .num").inner_text() == first
    page.keyboard.press("Escape")
    page.keyboard.press("j")
    page.wait_for_function(
        "first => document.querySelector('#work .num').innerText !== first", arg=first
    )
    assert page.evaluate("document.activeElement.id") == "work"
    page.keyboard.press("?")
    page.uncheck("[data-keys]")
    second = page.locator("#work .num").inner_text()
    page.focus("#work")
    page.keyboard.press("k")
    assert page.locator("#work .num").inner_text() == second


def test_a_selection_in_the_words_becomes_the_cut_of_a_split(
    town: None, document: Path, live_server: LiveServer, context: BrowserContext
) -> None:
    sign_in(context, live_server)
    page = context.new_page()
    uploaded(page, live_server, document)
    page.goto(page.url.split("?")[0].split("#")[0] + "?show=measures&item=1.3-M1#work")
    page.keyboard.press("s")
    page.evaluate(
        """() => {
            const text = document.querySelector('#words').firstChild;
            document.getSelection().setBaseAndExtent(text, 0, text, 6);
        }"""
    )
    page.wait_for_function("document.querySelector('#texts').value.includes('\\n')")
    assert page.input_value("#texts").split("\n")[0] == "Puiden"


def test_without_scripts_a_document_is_uploaded_and_accepted(
    town: None, document: Path, live_server: LiveServer, browser: Browser
) -> None:
    context = browser.new_context(java_script_enabled=False)
    sign_in(context, live_server)
    page = context.new_page()
    page.goto(f"{live_server.url}/desk/mallila/fi/")
    page.set_input_files("#file", document)
    page.click("text=Lähetä ja lue")
    read_upload(Upload.objects.get().pk)
    page.click("noscript a")
    page.goto(page.url + "?show=measures")
    page.click("#item-form .btn.pri")
    assert "Hyväksytty." in page.inner_text("main")
    context.close()


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_every_page_of_an_import_is_accessible_in_every_look(
    town: None, document: Path, live_server: LiveServer, context: BrowserContext, language: str
) -> None:
    sign_in(context, live_server)
    page = context.new_page()
    code = uploaded(page, live_server, document)
    pages = (
        "",
        f"{code}/",
        f"{code}/?show=all&item=1.1-A1",
        f"{code}/?item=1.1",
        f"{code}/finish/",
    )
    looks = (*LOOKS, ("dark", 1440), ("light", 390)) if language == "sv" else LOOKS
    root = f"{live_server.url}/desk/mallila/{language}/imports/"
    found = {path: faults(page, root + path, looks) for path in pages}
    assert {path: wrong for path, wrong in found.items() if wrong} == {}
