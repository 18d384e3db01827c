"""The visitor's language: chosen, kept, spoken on refusals too."""

from __future__ import annotations

import pytest
from django.test import Client

from suunta.jobs.import_strategy import is_usable


@pytest.mark.parametrize(
    ("header", "language"),
    [
        ("sv-FI,sv;q=0.9,en;q=0.8", "sv"),
        ("de,en;q=0.5", "en"),
        ("de", "fi"),
        ("", "fi"),
        ("*", "fi"),
    ],
)
def test_a_municipality_leads_to_the_visitors_language(
    visitor: Client, header: str, language: str
) -> None:
    answer = visitor.get("/mallila/", headers={"accept-language": header})
    assert answer.status_code == 302
    assert answer["Location"] == f"/mallila/{language}/"
    assert "Accept-Language" in answer["Vary"]


def test_the_only_municipality_is_led_to(visitor: Client) -> None:
    assert visitor.get("/")["Location"] == "/mallila/"


def test_language_links_keep_page_question_and_date(visitor: Client) -> None:
    html = visitor.get("/mallila/fi/search/?q=uinti&as_of=2022-12-31").content.decode()
    assert 'href="/mallila/en/search/?q=uinti&amp;as_of=2022-12-31"' in html


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("/mallila/fi/goal/9.9/", "Sivua ei ole"),
        ("/mallila/sv/measure/9.9-M1/", "Sidan finns inte"),
        ("/nowhere/en/", "There is no such page"),
        ("/mallila/sv/measure/1.1-M99.csv", "Sidan finns inte"),
    ],
)
def test_a_missing_page_speaks_the_language_of_the_address(
    visitor: Client, path: str, words: str
) -> None:
    answer = visitor.get(path)
    assert answer.status_code == 404
    assert words in answer.content.decode()


def test_a_missing_page_without_a_language_speaks_the_browsers(visitor: Client) -> None:
    answer = visitor.get("/no/such/place", headers={"accept-language": "sv"})
    assert answer.status_code == 404
    assert "Sidan finns inte" in answer.content.decode()
    assert answer["Content-Language"] == "sv"


@pytest.mark.parametrize("slug", ["desk", "api", "static", "accounts", "metrics"])
def test_reserved_slugs_are_no_municipalities(visitor: Client, slug: str) -> None:
    assert visitor.get(f"/{slug}/fi/").status_code in (302, 404)
    assert visitor.get(f"/{slug}/fi/method/").status_code == 404


def test_the_door_of_mail_links_is_no_municipality() -> None:
    assert not is_usable("update")
